// SPDX-License-Identifier: MIT
/// What a page of documentation shows on a console: lines typed, and what came of them.
#pragma once

#include <string>
#include <vector>

namespace csapath {

struct ConsoleLine {
    std::string typed;     ///< after "$ "
    std::string expected;  ///< the lines up to the next "$ " or the end of the block
    unsigned at = 0;       ///< the line of the page
};

/// Those of the blocks fenced as ```console.
std::vector<ConsoleLine> console_lines(const std::string& page);

/// Whether `text` is what a page shows: line for line, where a line "..." stands for any number of lines.
bool shows(const std::string& expected, const std::string& text);

}  // namespace csapath
