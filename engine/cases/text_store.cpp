// SPDX-License-Identifier: MIT
#include "engine/cases/text_store.hpp"

#include <algorithm>
#include <cstring>

namespace csapath::engine {

namespace {
constexpr std::size_t usual_block = 16 << 10;
}

std::string_view TextStore::keep(std::string_view text) {
    if (text.empty()) return {};
    while (block_ < blocks_.size() && blocks_[block_].size - used_ < text.size()) {
        ++block_;
        used_ = 0;
    }
    if (block_ == blocks_.size()) {
        const std::size_t size = std::max(usual_block, text.size());
        blocks_.push_back({std::make_unique<char[]>(size), size});
        used_ = 0;
    }
    char* at = blocks_[block_].bytes.get() + used_;
    std::memcpy(at, text.data(), text.size());
    used_ += text.size();
    return {at, text.size()};
}

}  // namespace csapath::engine
