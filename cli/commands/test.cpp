// SPDX-License-Identifier: MIT
#include <array>

#include "cli/cases_files.hpp"
#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/talk.hpp"

namespace csapath::cli {
namespace {

const std::array<std::string, 3> trial_formats{"text", "json", "junit"};

struct TestOptions {
    std::vector<std::string> paths;
    std::optional<std::string> format;
    bool coverage = false, require_coverage = false, mutate = false;
    TalkOptions talk;

    void declare(Options& options) {
        options.words(paths);
        options.value("--format", format, "FORMAT", "text (unless said otherwise), json, or junit for pipelines");
        options.flag("--coverage", coverage, "say of every rule which verdicts the cases expect of it");
        options.flag("--require-coverage", require_coverage,
                     "fail unless each rule has cases in which it has a finding, is silent, and cannot tell");
        options.flag("--mutate", mutate, "take each rule out in turn, and fail if some rule is missed by no case");
        talk.declare(options);
    }

    std::string told(const std::vector<engine::TrialResults>& all) const {
        const std::string_view wanted = one_of("--format", format.value_or("text"), trial_formats);
        if (wanted == "json") return engine::in_json(all, CSAPATH_VERSION);
        if (wanted == "junit") return engine::in_junit(all);
        return engine::in_text(all, coverage);
    }

    bool satisfied(const engine::TrialResults& results) const {
        if (results.failed() > 0) return false;
        if (require_coverage && !results.covered()) return false;
        return !results.unnoticed || results.unnoticed->rules.empty();
    }
};

ExitCode perform_test(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    TestOptions wanted;
    wanted.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    one_of("--format", wanted.format.value_or("text"), trial_formats);
    const bool quiet = wanted.talk.loudness() == Loudness::quiet;
    const rules::Colour colour = wanted.talk.colour(world);

    ExitCode exit_code = ExitCode::done;
    std::vector<Loaded> definitions;  // the results point into their texts
    std::vector<engine::TrialResults> all;
    for (const CasesFile& one : cases_files(wanted.paths, world)) {
        Loaded& loaded = definitions.emplace_back(load(one.definition.string(), world));
        rules::Diagnostics found;
        if (loaded.definition == nullptr) {
            found = loaded.diagnostics;
        } else if (auto results =
                       engine::try_cases(*loaded.definition, one.cases, loaded.texts, wanted.mutate, found)) {
            if (!wanted.satisfied(*results)) exit_code = worse(exit_code, ExitCode::findings);
            all.push_back(std::move(*results));
        }
        found.sort();
        tell(found, world.err, colour);
        if (found.any_error()) exit_code = worse(exit_code, ExitCode::definition);
    }
    const bool nothing_to_say = quiet && exit_code == ExitCode::done && wanted.format.value_or("text") == "text";
    if (!nothing_to_say) world.out.buffer += wanted.told(all);
    return exit_code;
}

constexpr std::array<Example, 4> test_examples{{
    {"csapath test", "the cases of all definitions that came with the program"},
    {"csapath test my-pathway.yaml --coverage", "those of one definition, and what they expect of each rule"},
    {"csapath test definitions/ --format junit > cases.xml", "every file of cases in a folder, for a pipeline"},
    {"csapath test my-pathway.yaml --mutate", "whether some case would fail if a rule were not there"},
}};

}  // namespace

constinit const Command test_command{
    .name = "test",
    .usage = "[PATH…] [options]",
    .sentence = "try the cases that lie beside definitions, and say what no case asks of a rule",
    .examples = test_examples,
    .perform = perform_test,
};

}  // namespace csapath::cli
