// SPDX-License-Identifier: MIT
#include "engine/findings/pen.hpp"

namespace csapath::engine {

void Pen::hand_over() {
    text_.append(room_.data(), at_);
    at_ = room_.data();
}

void Pen::put_where_no_room_is(std::string_view piece) {
    hand_over();
    text_ += piece;
}

}  // namespace csapath::engine
