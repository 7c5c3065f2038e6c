// SPDX-License-Identifier: MIT
/// A stretch of an input that moves along it: memory stays flat, however long the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

class Window {
public:
    /// Readable bytes behind the stretch, whose content does not matter.
    static constexpr std::size_t padding = 64;

    /// Holds `usual` bytes at a time, and up to `most` where one row needs them.
    explicit Window(Bytes& bytes, std::size_t usual = std::size_t{256} * 1024, std::size_t most = std::size_t{4} << 20);

    const char* data() const { return room_.data(); }
    std::size_t size() const { return size_; }
    bool ended() const { return ended_; }  ///< the stretch reaches to the end of the input
    bool full() const { return size_ == most_; }
    /// Where in the input the stretch begins.
    std::uint64_t offset() const { return offset_; }

    /// Lets go of everything before `from` and reads on. False if there is nothing more, or no more room.
    bool move_to(std::size_t from);
    /// Adds one character behind the last of an input that has ended.
    void append(char character);

private:
    Bytes& bytes_;
    std::size_t most_;
    std::vector<char> room_;
    std::size_t size_ = 0;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
};

}  // namespace csapath::engine
