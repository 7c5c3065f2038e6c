// SPDX-License-Identifier: MIT
#include "engine/findings/pen.hpp"

#include <algorithm>

namespace csapath::engine {

namespace {
constexpr std::size_t usual_room = 1536;
}

void Pen::go_on_at(std::size_t place, std::size_t bytes) {
    text_.resize(place + std::max(bytes, usual_room));
    at_ = text_.data() + place;
    end_ = text_.data() + text_.size();
}

}  // namespace csapath::engine
