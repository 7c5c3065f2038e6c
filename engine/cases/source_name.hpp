// SPDX-License-Identifier: MIT
/// What people call an input, and whose records it holds.
#pragma once

#include <string>

namespace csapath::engine {

struct SourceName {
    std::string name;  ///< as the user called it
    /// The system whose records it holds, where that is known of the input as a whole: the mapping that it was read
    /// with, or a format of its own. Empty for a plain event file: there each row may say it, as `system`.
    std::string system = {};
    bool rows_are_lines = false;
};

}  // namespace csapath::engine
