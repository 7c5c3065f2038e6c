// SPDX-License-Identifier: MIT
/// The built program, run as a person runs it: by a line of the shell, in a folder.
#pragma once

#include <filesystem>
#include <string>

namespace csapath {

/// What a run left behind.
struct Ran {
    std::string out, err;
    int exit = 0;  ///< 128 and the number of the signal, where one ended it
};

/// Runs `line` by sh, in `folder`, with the built program found as `csapath`.
Ran run_line(const std::string& line, const std::filesystem::path& folder);

/// The bytes of a file. Throws where it cannot be read.
std::string text_of(const std::filesystem::path& file);

}  // namespace csapath
