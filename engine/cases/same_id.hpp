// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace csapath::engine {

/// Whether two case ids are one. Asked of each event: ids are short, and two that are alike most often differ near
/// their ends or not at all.
inline bool same_id(std::string_view left, std::string_view right) {
    const auto eight_bytes = [](const char* at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, sizeof eight);
        return eight;
    };
    if (left.size() != right.size()) return false;
    if (left.size() < 8 || left.size() > 16) return left == right;
    const std::size_t last = left.size() - 8;
    return eight_bytes(left.data() + last) == eight_bytes(right.data() + last) &&
           eight_bytes(left.data()) == eight_bytes(right.data());
}

}  // namespace csapath::engine
