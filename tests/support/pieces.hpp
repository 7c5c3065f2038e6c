// SPDX-License-Identifier: MIT
/// A text as a reader gets it: in pieces.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "engine/readers/reader.hpp"

namespace csapath::test {

/// Hands a text over in pieces of at most so many bytes.
class Pieces final : public engine::Bytes {
public:
    explicit Pieces(std::string text, std::size_t size = 4096) : text_(std::move(text)), size_(size) {}

    std::size_t read(std::span<char> room) override {
        const std::size_t count = std::min({size_, room.size(), text_.size() - at_});
        std::copy_n(text_.data() + at_, count, room.data());
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string text_;
    std::size_t size_, at_ = 0;
};

}  // namespace csapath::test
