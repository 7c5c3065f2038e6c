// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace csapath::engine {

/// Where a row stands in an input, for people; number 0 is the input itself.
struct RowPlace {
    std::uint64_t number = 0;               ///< as a spreadsheet counts, or the line of a file without rows
    std::uint64_t line = 0, last_line = 0;  ///< of the file; told where they are not the row's number
};

}  // namespace csapath::engine
