// SPDX-License-Identifier: MIT
/// Inputs whose beginning was looked at; for the engine's own files.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// A reader sees the file from its first byte, though its beginning was looked at before.
class Unread final : public Bytes {
public:
    Unread(Bytes& bytes, std::string first) : bytes_(bytes), first_(std::move(first)) {}

    std::size_t read(std::span<char> room) override {
        if (at_ == first_.size()) return bytes_.read(room);
        const std::size_t count = std::min(room.size(), first_.size() - at_);
        std::copy_n(first_.data() + at_, count, room.data());
        at_ += count;
        return count;
    }
    bool rewind() override {
        if (!bytes_.rewind()) return false;
        at_ = first_.size();
        return true;
    }

private:
    Bytes& bytes_;
    std::string first_;
    std::size_t at_ = 0;
};

/// What a format is known by.
inline constexpr std::size_t looked_at = 4096;

inline std::string first_bytes(Bytes& bytes) {
    std::string first(looked_at, '\0');
    std::size_t have = 0;
    while (have < first.size()) {
        const std::size_t got = bytes.read(std::span(first).subspan(have));
        if (got == 0) break;
        have += got;
    }
    first.resize(have);
    return first;
}

/// Tells a fault of an input as a whole.
void add_fault(InputReport& report, const std::string& input, rules::Code code, std::string message, std::string help);

}  // namespace csapath::engine
