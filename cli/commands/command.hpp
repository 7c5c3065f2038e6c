// SPDX-License-Identifier: MIT
/// A command of the program, as its table and its help page tell it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/world.hpp"

namespace csapath::cli {

struct Example {
    std::string_view line, sentence;
};

struct Command {
    std::string_view name;
    std::string_view usage;     ///< what follows the name: "EVENTS… [-p PATHWAY] [options]"
    std::string_view sentence;  ///< for the list of commands; lower case, no full stop
    std::span<const Example> examples;
    ExitCode (*perform)(const Command& self, std::span<const std::string> arguments, World& world);
};

/// What `csapath help NAME` and `csapath NAME --help` print.
std::string page(const Command& command, const Options& options);

/// The meaning of each exit code, for help pages.
std::string exit_codes();

}  // namespace csapath::cli
