// SPDX-License-Identifier: MIT
/// How often something was seen, and in which row first, so that a person can look there.
#pragma once

#include <cstdint>

namespace csapath::engine {

struct Seen {
    std::uint64_t count = 0, first_row = 0;

    void in(std::uint64_t row) {
        if (count++ == 0) first_row = row;
    }
    explicit operator bool() const { return count > 0; }
};

}  // namespace csapath::engine
