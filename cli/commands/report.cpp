// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/figures_folder.hpp"
#include "cli/filters.hpp"
#include "cli/judging.hpp"
#include "cli/output_file.hpp"
#include "cli/summary.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// Where the report goes if nothing is said.
constexpr const char* default_report = "report.html";

struct ReportOptions {
    std::vector<std::string> events, cases;
    std::optional<std::string> output, figures;
    JobsOption jobs;
    JudgingOptions judging;
    FilterOptions filters;

    void declare(Options& options) {
        options.words(events);
        judging.declare(options);
        filters.declare_scope(options);
        options.repeated("--case", cases, "CASE",
                         "tell this case in full too, whatever was found in it; without it those with findings are, "
                         "the first 500 of them");
        options.value("--output", output, "FORMAT:PATH",
                      fmt::format("where to write the report, as in html:autumn.html; html:{} unless said otherwise",
                                  default_report));
        options.value("--figures", figures, "FOLDER",
                      "write the figures that audits asked for into this folder too, each as CSV for spreadsheets");
        jobs.declare(options);
    }
};

/// "html:autumn.html" -> "autumn.html".
std::string path_of(const std::optional<std::string>& written) {
    if (!written) return default_report;
    const std::size_t colon = written->find(':');
    if (colon == std::string::npos || colon + 1 == written->size())
        throw UsageError(fmt::format("--output is a format and a path, as in html:report.html, not '{}'",
                                     rules::printable(*written)));
    const std::array<std::string, 1> formats{"html"};
    one_of("--output", written->substr(0, colon), formats);
    std::string path = written->substr(colon + 1);
    if (path == "-") throw UsageError("a report is written to a file, not to standard output");
    return path;
}

/// Case ids belong to people, so none is quoted.
void tell_absent_cases(std::uint64_t absent, engine::Out& err) {
    err.buffer += absent == 1 ? std::string(
                                    "csapath: one of the cases named with --case was not judged: the inputs hold no "
                                    "such id, or the filters leave it out\n")
                              : fmt::format(
                                    "csapath: {} of the cases named with --case were not judged: the inputs hold no "
                                    "such ids, or the filters leave them out\n",
                                    absent);
}

ExitCode perform_report(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    ReportOptions wanted;
    wanted.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (wanted.events.empty()) throw UsageError("report needs EVENTS: files, a folder, or '-' for standard input");
    wanted.judging.check();
    const unsigned jobs = wanted.jobs.meant(world);
    const std::string path = path_of(wanted.output);
    const rules::Colour colour = wanted.judging.talk.colour(world);
    Log log(world.err, wanted.judging.talk.loudness());

    const Loaded loaded = wanted.judging.definition(world, log);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const Mappings mappings = wanted.judging.mappings(loaded, world);
    if (!mappings.good) return ExitCode::definition;
    Inputs events = wanted.judging.events(wanted.events, world);
    OutputFile file(path, events.identities);
    std::optional<FiguresFolder> folder;
    if (wanted.figures) folder.emplace(*wanted.figures);

    engine::Run run = wanted.judging.run(loaded, mappings, std::move(events.files), world);
    run.filters = wanted.filters.meant(*loaded.definition);
    run.jobs = jobs;
    const engine::ReportWanted told{.cases = {wanted.cases.begin(), wanted.cases.end()}};
    const engine::Reported reported = engine::report(run, told, file);
    world.out.buffer += summary(reported.outcome.results, run.as_of);
    ExitCode exit_code = tell_outcome(reported.outcome, world, colour, log);
    if (reported.cases_absent > 0) {
        tell_absent_cases(reported.cases_absent, world.err);
        exit_code = worse(exit_code, ExitCode::usage);
    }
    if (folder) folder->complete(reported.figures, events.identities);
    file.complete();
    file.publish();
    world.out.buffer += fmt::format("{} is written\n", rules::printable(path));
    if (folder) world.out.buffer += folder->publish();
    return exit_code;
}

constexpr std::array<Example, 3> report_examples{{
    {"csapath report cases.csv -p national/csa-response --as-of 2026-03-31",
     "report.html in this folder: for reading, printing, and passing on with care"},
    {"csapath report exports/ -p local.yaml --from 2025-04-01 --to 2025-06-30 --output html:q1.html",
     "what was put in force in one quarter"},
    {"csapath report cases.csv -p local.yaml --case W-0143 --output html:meeting.html",
     "with one case told in full, though nothing may have been found in it"},
}};

}  // namespace

constinit const Command report_command{
    .name = "report",
    .usage = "EVENTS… [-p PATHWAY] [options]",
    .sentence = "judge recorded cases, and write what a meeting needs as one HTML file",
    .examples = report_examples,
    .perform = perform_report,
};

}  // namespace csapath::cli
