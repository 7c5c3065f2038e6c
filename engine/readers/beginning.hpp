// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// So much of an input as is looked at to find out what it is.
class Beginning final : public Bytes {
public:
    static constexpr std::size_t most = std::size_t{1} << 20;

    explicit Beginning(Bytes& bytes) : bytes_(bytes) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t got = bytes_.read(room.subspan(0, std::min(room.size(), most - read_)));
        read_ += got;
        return got;
    }
    bool rewind() override {
        read_ = 0;
        return bytes_.rewind();
    }

private:
    Bytes& bytes_;
    std::size_t read_ = 0;
};

}  // namespace csapath::engine
