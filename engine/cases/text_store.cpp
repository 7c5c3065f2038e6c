// SPDX-License-Identifier: MIT
#include "engine/cases/text_store.hpp"

#include <algorithm>

namespace csapath::engine {

namespace {
constexpr std::size_t usual_block = 16 << 10;
}

/// Goes on in the next block that is large enough, and makes one where there is none.
void TextStore::make_room(std::size_t size) {
    while (block_ < blocks_.size() && room_ < size) begin(block_ + 1);
    if (room_ >= size) return;
    const std::size_t block = std::max(usual_block, size);
    blocks_.push_back({std::make_unique<char[]>(block), block});
    begin(blocks_.size() - 1);
}

}  // namespace csapath::engine
