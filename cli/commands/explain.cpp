// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/judging.hpp"

namespace csapath::cli {
namespace {

/// Case ids belong to people, so those that are near are told only where values may be shown.
void tell_absent(const engine::Explanation& explanation, bool show_values, engine::Out& out) {
    out.buffer += "csapath: the inputs hold no case of that id";
    if (show_values && !explanation.near.empty()) {
        out.buffer += "; near it are";
        for (const std::string& id : explanation.near) out.buffer += " '" + rules::printable(id) + "'";
    } else if (!explanation.near.empty()) {
        out.buffer += fmt::format("; {} like it, and --show-values tells",
                                  explanation.near.size() == 1 ? std::string("one id is")
                                                               : fmt::format("{} ids are", explanation.near.size()));
    }
    out.buffer += '\n';
}

ExitCode perform_explain(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    JudgingOptions judging;
    std::vector<std::string> words;
    options.words(words);
    judging.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (words.size() < 2)
        throw UsageError("explain needs a CASE, then EVENTS: files, a folder, or '-' for standard input");
    judging.check();
    const rules::Colour colour = judging.talk.colour(world);
    Log log(world.err, judging.talk.loudness());

    const Loaded loaded = judging.definition(world, log);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const Mappings mappings = judging.mappings(loaded, world);
    if (!mappings.good) return ExitCode::definition;
    Inputs events = judging.events({words.begin() + 1, words.end()}, world);
    if (!judging.read_kept(loaded, events, world)) return ExitCode::definition;
    const engine::Run run = judging.run(loaded, mappings, std::move(events.files), world);
    const engine::Explanation explanation = engine::explain(run, words.front());
    world.out.buffer += explanation.text;
    ExitCode exit_code = tell_outcome(explanation.outcome, world, colour, log);
    if (explanation.text.empty()) {
        tell_absent(explanation, judging.show_values, world.err);
        exit_code = worse(exit_code, ExitCode::usage);
    }
    return exit_code;
}

constexpr std::array<Example, 1> explain_examples{{
    {"csapath explain W-0143 cases.csv -p national/csa-response --as-of 2026-03-31",
     "the timeline of one case, every obligation, the days counted, why and why not"},
}};

}  // namespace

constinit const Command explain_command{
    .name = "explain",
    .usage = "CASE EVENTS… [-p PATHWAY] [options]",
    .sentence = "tell one case in full: what was asked of it, what was done, and how each day was counted",
    .examples = explain_examples,
    .perform = perform_explain,
};

}  // namespace csapath::cli
