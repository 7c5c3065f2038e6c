// SPDX-License-Identifier: MIT
/// The program but for its process: arguments in, an exit code out.
#pragma once

#include <span>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/world.hpp"

namespace csapath::cli {

/// `arguments` are those after the program's own name. Whatever is thrown ends here: it becomes a message on world.err,
/// without a word of anybody's data, and an exit code. Both streams are flushed.
ExitCode run(std::span<const std::string> arguments, World& world);

}  // namespace csapath::cli
