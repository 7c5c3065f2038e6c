// SPDX-License-Identifier: MIT
#include "cli/commands/all_commands.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "cli/failure.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

std::span<const Command* const> all_commands() {
    static constexpr std::array<const Command*, 14> all{
        &check_command,  &report_command, &due_command,     &explain_command, &validate_command,
        &test_command,   &graph_command,  &resolve_command, &map_command,     &convert_command,
        &redact_command, &keygen_command, &version_command, &help_command};
    return all;
}

const Command& command(std::string_view name) {
    std::vector<std::string> names;
    for (const Command* one : all_commands()) {
        if (one->name == name) return *one;
        names.emplace_back(one->name);
    }
    if (name.starts_with('-'))
        throw UsageError(
            fmt::format("the command comes first, then its options; '{}' is no command", rules::printable(name)));
    throw UsageError(
        fmt::format("there is no command '{}'{}", rules::printable(name), rules::did_you_mean(name, names)));
}

}  // namespace csapath::cli
