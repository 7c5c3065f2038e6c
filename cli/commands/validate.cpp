// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "cli/talk.hpp"

namespace csapath::cli {
namespace {

/// "csa-response.yaml is sound: 12 steps, 31 rules", or how many mistakes there are.
std::string closing_line(const std::string& name, const Loaded& loaded) {
    const std::string shown = rules::printable(name);
    if (loaded.definition == nullptr) return fmt::format("{}: {}\n", shown, counted(loaded.diagnostics));
    const engine::Pathway& pathway = loaded.definition->pathway();
    std::string line = fmt::format("{} is sound: {}, {}", shown, counted(pathway.steps.size(), "step"),
                                   counted(pathway.rules.size(), "rule"));
    if (!loaded.diagnostics.empty()) line += ", " + counted(loaded.diagnostics);
    return line + '\n';
}

ExitCode perform_validate(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> names;
    TalkOptions talk;
    options.words(names);
    talk.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (names.empty()) throw UsageError("validate needs a PATHWAY: a path, or a name such as national/csa-response");
    const bool quiet = talk.loudness() == Loudness::quiet;
    const rules::Colour colour = talk.colour(world);

    ExitCode exit_code = ExitCode::done;
    for (const std::string& name : names) {
        const Loaded loaded = load(name, world);
        const bool sound = loaded.definition != nullptr;
        if (!sound) exit_code = ExitCode::definition;
        tell(loaded.diagnostics, world.out, colour);
        if (!sound || !quiet) world.out.buffer += closing_line(name, loaded);
    }
    return exit_code;
}

constexpr std::array<Example, 2> validate_examples{{
    {"csapath validate my-pathway.yaml", "every mistake in it, each with its place and what to do"},
    {"csapath validate national/csa-response", "a definition that came with the program"},
}};

}  // namespace

constinit const Command validate_command{
    .name = "validate",
    .usage = "PATHWAY… [options]",
    .sentence = "read a pathway and tell everything that is wrong with it",
    .examples = validate_examples,
    .perform = perform_validate,
};

}  // namespace csapath::cli
