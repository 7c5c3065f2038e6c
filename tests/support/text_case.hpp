// SPDX-License-Identifier: MIT
/// A test that is a text file: files to write, a command to run, and what it must print.
///
///     A conference held two working days after its limit is late.
///
///     -- pathway.yaml --
///     language: 1
///     …
///     -- command --
///     check events.csv --pathway pathway.yaml --as-of 2024-04-01
///     -- output --
///     …
///     -- exit --
///     1
///
/// The first paragraph is its name. A section called command, output, errors or exit is what it says; every other one
/// is a file of that name, written into an empty folder where the command runs. `output` is standard output and is
/// always compared, as is the exit code; `errors` is standard error and is compared where it stands.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/shell.hpp"

namespace csapath {

struct TextCase {
    std::string name;
    std::vector<std::pair<std::string, std::string>> files;  ///< in the order in which they stand
    std::string command;                                     ///< without the program's own name
    std::string output;
    std::optional<std::string> errors;
    int exit = 0;
};

/// Throws std::runtime_error for a text that is no such case.
TextCase text_case(const std::string& text);

/// The same case as a text.
std::string written(const TextCase& one);

/// Runs it in a folder of its own.
Ran run(const TextCase& one);

/// The case as it would have to be for this run to be right: what TESTS_BLESS=1 writes back.
TextCase blessed(TextCase one, const Ran& ran);

}  // namespace csapath
