// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"

namespace csapath::cli {
namespace {

std::string overview() {
    std::string text =
        "csapath checks recorded cases against a pathway for responding to child sexual abuse.\n"
        "\n"
        "csapath COMMAND [arguments]\n"
        "\n"
        "Commands:\n";
    for (const Command* one : all_commands()) text += fmt::format("  {:<10}{}\n", one->name, one->sentence);
    text +=
        "\n"
        "Examples:\n"
        "  csapath check cases.csv -p national/csa-response --as-of 2026-03-31\n"
        "  csapath explain W-0143 cases.csv -p my-pathway.yaml\n"
        "  csapath validate my-pathway.yaml\n"
        "\n"
        "csapath COMMAND --help tells the options of a command.\n"
        "\n"
        "Exit codes:\n";
    return text + exit_codes();
}

ExitCode perform_help(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> names;
    options.words(names);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (names.empty()) {
        world.out.buffer += overview();
        return ExitCode::done;
    }
    if (names.size() > 1) throw UsageError("help takes one command");
    const Command& about = command(names.front());
    const std::array<std::string, 1> asked{"--help"};
    return about.perform(about, asked, world);
}

constexpr std::array<Example, 1> help_examples{{{"csapath help check", "the options of check"}}};

}  // namespace

constinit const Command help_command{
    .name = "help",
    .usage = "[COMMAND]",
    .sentence = "list the commands, or tell the options of one",
    .examples = help_examples,
    .perform = perform_help,
};

}  // namespace csapath::cli
