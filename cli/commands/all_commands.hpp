// SPDX-License-Identifier: MIT
/// The table of commands. To add one: a file beside this one, and a row in all_commands.cpp.
#pragma once

#include <span>
#include <string_view>

#include "cli/commands/command.hpp"

namespace csapath::cli {

extern const Command check_command, report_command, due_command, explain_command, validate_command, test_command,
    graph_command, resolve_command, map_command, convert_command, redact_command, keygen_command, version_command,
    help_command;

/// In the order in which help lists them.
std::span<const Command* const> all_commands();

/// Throws UsageError, with the nearest name, where there is none.
const Command& command(std::string_view name);

}  // namespace csapath::cli
