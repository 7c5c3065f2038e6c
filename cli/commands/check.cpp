// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/filters.hpp"
#include "cli/judging.hpp"
#include "cli/outputs.hpp"
#include "cli/summary.hpp"

namespace csapath::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> events, outputs;
    std::optional<std::string> format, fail_on;
    JobsOption jobs;
    JudgingOptions judging;
    FilterOptions filters;
    BaselineOptions baseline;

    void declare(Options& options) {
        options.words(events);
        judging.declare(options);
        filters.declare(options);
        baseline.declare(options);
        std::string formats;
        for (const engine::ReporterRow& row : engine::all_reporters())
            formats += fmt::format("{}{}", formats.empty() ? "" : ", ", row.name);
        options.value(
            "--format", format, "FORMAT",
            "what standard output gets: " + formats + "; text unless said otherwise, and with --output only a summary");
        options.repeated("--output", outputs, "FORMAT:PATH", "write a result to a file, as in csv:findings.csv");
        options.value(
            "--fail-on", fail_on, "SEVERITY",
            "the lowest severity of a finding that makes the exit code 1: low (unless said otherwise), medium, "
            "high, or none");
        jobs.declare(options);
    }
};

/// The severity from which a finding makes the run fail; empty for none.
std::optional<engine::Severity> failing(const std::optional<std::string>& written) {
    const std::array<std::string, 4> known{"none", "low", "medium", "high"};
    const std::string_view wanted = one_of("--fail-on", written.value_or("low"), known);
    for (const auto severity : {engine::Severity::low, engine::Severity::medium, engine::Severity::high})
        if (engine::name(severity) == wanted) return severity;
    return std::nullopt;
}

ExitCode perform_check(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    CheckOptions wanted;
    wanted.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (wanted.events.empty()) throw UsageError("check needs EVENTS: files, a folder, or '-' for standard input");
    wanted.judging.check();
    const auto fail_on = failing(wanted.fail_on);
    const unsigned jobs = wanted.jobs.meant(world);
    const auto files = outputs_wanted(wanted.outputs);
    const engine::ReporterRow* on_standard_output = nullptr;
    if (wanted.format || files.empty())
        on_standard_output = &reporter_called("--format", wanted.format.value_or("text"));
    const rules::Colour colour = wanted.judging.talk.colour(world);
    Log log(world.err, wanted.judging.talk.loudness());

    const Loaded loaded = wanted.judging.definition(world, log);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const Mappings mappings = wanted.judging.mappings(loaded, world);
    if (!mappings.good) return ExitCode::definition;
    Inputs events = wanted.judging.events(wanted.events, world);
    if (!wanted.judging.read_kept(loaded, events, world)) return ExitCode::definition;
    const std::string key_id = wanted.judging.pseudonymise.key_id();
    if (!wanted.baseline.read(loaded.definition->pathway(), key_id, events, world, colour)) return ExitCode::definition;
    Outputs outputs(on_standard_output, files, events.identities, world);
    if (const auto& path = wanted.baseline.to_write())
        outputs.add(engine::baseline_writer(key_id), *path, wanted.baseline.spared(events.identities));

    engine::Run run = wanted.judging.run(loaded, mappings, std::move(events.files), world);
    run.filters = wanted.filters.meant(*loaded.definition);
    run.jobs = jobs;
    wanted.baseline.apply(run);
    const engine::Outcome outcome = engine::check(run, outputs.reporters());
    if (on_standard_output == nullptr) world.out.buffer += summary(outcome.results, run.as_of);
    ExitCode exit_code = tell_outcome(outcome, world, colour, log);
    outputs.publish(log);
    if (fail_on && outcome.finding_at_or_above(*fail_on)) exit_code = worse(exit_code, ExitCode::findings);
    return exit_code;
}

constexpr std::array<Example, 4> check_examples{{
    {"csapath check cases.csv -p national/csa-response --as-of 2026-03-31", "what is late, missed or not recorded"},
    {"csapath check exports/ -p local.yaml --output json:results.json --fail-on high",
     "every file of a folder; results for a program, and an exit code for a pipeline"},
    {"csapath check cases.csv -p local.yaml --from 2025-04-01 --to 2025-06-30 --agency police",
     "one quarter, one agency"},
    {"zcat cases.csv.gz | csapath check - -p local.yaml --format ndjson", "from a pipe, one finding a line"},
}};

}  // namespace

constinit const Command check_command{
    .name = "check",
    .usage = "EVENTS… [-p PATHWAY] [options]",
    .sentence = "judge recorded cases against a pathway, and print what was found",
    .examples = check_examples,
    .perform = perform_check,
};

}  // namespace csapath::cli
