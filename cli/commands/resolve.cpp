// SPDX-License-Identifier: MIT
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "cli/talk.hpp"

namespace csapath::cli {
namespace {

const std::array<std::string, 2> resolve_formats{"text", "json"};

ExitCode perform_resolve(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> names;
    std::optional<std::string> format;
    TalkOptions talk;
    options.words(names);
    options.value("--format", format, "FORMAT", "text (YAML, unless said otherwise) or json");
    talk.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    const bool json = one_of("--format", format.value_or("text"), resolve_formats) == "json";
    if (names.size() != 1)
        throw UsageError("resolve needs one PATHWAY: a path, or a name such as national/csa-response");
    const rules::Colour colour = talk.colour(world);

    const Loaded loaded = load(names.front(), world);
    tell(loaded.diagnostics, world.err, colour);
    if (loaded.definition == nullptr) return ExitCode::definition;
    world.out.buffer += loaded.definition->resolved(json ? engine::Resolved::json : engine::Resolved::yaml);
    return ExitCode::done;
}

constexpr std::array<Example, 2> resolve_examples{{
    {"csapath resolve local/northtown.yaml", "the whole definition, and behind each value its file and line"},
    {"csapath resolve national/csa-response --format json", "the same for a program, sentences as trees too"},
}};

}  // namespace

constinit const Command resolve_command{
    .name = "resolve",
    .usage = "PATHWAY [options]",
    .sentence = "print a pathway with all its layers laid together, and where each value was written",
    .examples = resolve_examples,
    .perform = perform_resolve,
};

}  // namespace csapath::cli
