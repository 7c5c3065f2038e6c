// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace csapath::engine {

/// What the bytes 0x80 to 0x9F are in windows-1252; five of them are nothing. All others are what they are in Unicode.
inline constexpr std::array<int, 32> windows_1252 = {0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,     0x017D, -1,
                                                     -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};

}  // namespace csapath::engine
