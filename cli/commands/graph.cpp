// SPDX-License-Identifier: MIT
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "cli/talk.hpp"

namespace csapath::cli {
namespace {

const std::array<std::string, 2> formats{"mermaid", "dot"};

ExitCode perform_graph(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> names;
    std::optional<std::string> format;
    TalkOptions talk;
    options.words(names);
    options.value("--format", format, "FORMAT", "mermaid (unless said otherwise) or dot");
    talk.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    const bool dot = one_of("--format", format.value_or("mermaid"), formats) == "dot";
    if (names.size() != 1) throw UsageError("graph needs one PATHWAY: a path, or a name such as national/csa-response");
    const rules::Colour colour = talk.colour(world);

    const Loaded loaded = load(names.front(), world);
    tell(loaded.diagnostics, world.err, colour);
    if (loaded.definition == nullptr) return ExitCode::definition;
    world.out.buffer += loaded.definition->drawn(dot ? engine::Drawing::dot : engine::Drawing::mermaid);
    return ExitCode::done;
}

constexpr std::array<Example, 2> graph_examples{{
    {"csapath graph national/csa-response", "Mermaid text, for a page that draws it"},
    {"csapath graph my-pathway.yaml --format dot | dot -Tsvg -o pathway.svg", "a picture, by Graphviz"},
}};

}  // namespace

constinit const Command graph_command{
    .name = "graph",
    .usage = "PATHWAY [options]",
    .sentence = "draw a pathway: its steps, and what may follow what within how long",
    .examples = graph_examples,
    .perform = perform_graph,
};

}  // namespace csapath::cli
