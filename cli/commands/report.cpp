// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/figures_folder.hpp"
#include "cli/filters.hpp"
#include "cli/judging.hpp"
#include "cli/output_files.hpp"
#include "cli/summary.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// Where the report goes if nothing is said.
constexpr const char *default_page = "report.html", *default_workbook = "report.xlsx";

struct ReportOptions {
    std::vector<std::string> events, cases, outputs;
    std::optional<std::string> figures;
    JobsOption jobs;
    JudgingOptions judging;
    FilterOptions filters;
    BaselineOptions baseline;
    std::optional<std::string> marking, audience;

    void declare(Options& options) {
        options.words(events);
        judging.declare(options);
        filters.declare_scope(options);
        baseline.declare(options);
        options.repeated("--case", cases, "CASE",
                         "tell this case in full too, whatever was found in it; without it those with findings are, "
                         "the first 500 of them");
        options.repeated("--output", outputs, "FORMAT:PATH",
                         fmt::format("where to write the report, as a page (html:autumn.html) or its tables as a "
                                     "workbook (xlsx:autumn.xlsx); {} and {} unless said otherwise",
                                     default_page, default_workbook));
        options.value("--figures", figures, "FOLDER",
                      "write the figures that audits asked for into this folder too, each as CSV for spreadsheets");
        options.value("--audience", audience, "AUDIENCE",
                      "case, unless said otherwise; published: counts of cases alone, with small ones hidden, and no "
                      "workbook");
        options.value("--marking", marking, "TEXT",
                      "how the report is to be handled: its first line, as in OFFICIAL-SENSITIVE");
        jobs.declare(options);
    }

    engine::Audience readers() const {
        const std::array<std::string, 2> known{"case", "published"};
        if (one_of("--audience", audience.value_or("case"), known) == "case") return engine::Audience::cases;
        if (!cases.empty()) throw UsageError("--audience published tells no case, so --case has no place");
        if (figures)
            throw UsageError(
                "--audience published has no place for --figures: some of them name cases, and the others count the "
                "same children in other ways, so that they would tell what the page hides");
        if (baseline.read_one()) throw UsageError("--audience published tells no finding, so --baseline has no place");
        return engine::Audience::published;
    }
};

struct ReportPaths {
    std::string page, workbook;  ///< empty: not wanted
};

/// "html:autumn.html" -> "autumn.html". A workbook holds cases, so there is none of what is to be published.
ReportPaths report_paths(const std::vector<std::string>& written, engine::Audience audience) {
    const bool published = audience == engine::Audience::published;
    if (written.empty()) return {default_page, published ? "" : default_workbook};
    ReportPaths paths;
    for (const std::string& one : written) {
        const std::size_t colon = one.find(':');
        if (colon == std::string::npos || colon + 1 == one.size())
            throw UsageError(fmt::format("--output is a format and a path, as in html:report.html, not '{}'",
                                         rules::printable(one)));
        const std::array<std::string, 2> formats{"html", "xlsx"};
        const std::string_view format = one_of("--output", one.substr(0, colon), formats);
        if (published && format == "xlsx")
            throw UsageError(
                "--audience published tells no case, and a workbook lists them: --output xlsx: has no place");
        std::string& path = format == "html" ? paths.page : paths.workbook;
        if (!path.empty()) throw UsageError(fmt::format("--output names {} twice", format));
        path = one.substr(colon + 1);
        if (path == "-") throw UsageError("a report is written to a file, not to standard output");
    }
    return paths;
}

/// For a page that nobody asked for.
class NoPage final : public engine::Out {
public:
    void flush() override { buffer.clear(); }
    void take_back() override { buffer.clear(); }
};

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

/// What no page can guard against by itself: that somebody subtracts one from another.
void tell_differences(const std::string& page, const engine::Filters& filters, engine::Out& err) {
    std::error_code ignored;
    if (std::filesystem::exists(page, ignored))
        err.buffer += fmt::format(
            "csapath: an older {} is replaced. If it was published, do not publish this one without a look at both: "
            "their difference can tell what each hides\n",
            rules::printable(page));
    if (filters.from || filters.to || !filters.rules.empty() || !filters.areas.empty())
        err.buffer +=
            "csapath: this page is of a part of the cases or rules. Beside a page of another part, or of all, it can "
            "tell by their difference what each hides: publish always the same part\n";
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
    const engine::Audience audience = wanted.readers();
    if (wanted.figures == "-") throw UsageError("figures are written into a folder, not to standard output");
    const ReportPaths paths = report_paths(wanted.outputs, audience);
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
    OutputFiles files;
    NoPage no_page;
    engine::Out* page_out = &no_page;
    engine::ReportWanted told{.audience = audience,
                              .cases = {wanted.cases.begin(), wanted.cases.end()},
                              .marking = wanted.marking.value_or("")};
    if (!paths.page.empty()) {
        page_out = &files.open(paths.page, events.identities);
    }
    if (!paths.workbook.empty()) {
        told.workbook = &files.open(paths.workbook, events.identities);
        told.scratch = folder_of(paths.workbook);
    }
    std::optional<FiguresFolder> folder;
    if (wanted.figures) folder.emplace(*wanted.figures);
    std::vector<engine::Output> beside;
    if (const auto& path = wanted.baseline.to_write())
        beside.push_back({.reporter = engine::baseline_writer(key_id),
                          .out = &files.open(*path, wanted.baseline.spared(events.identities))});

    engine::Run run = wanted.judging.run(loaded, mappings, std::move(events.files), world);
    run.filters = wanted.filters.meant(*loaded.definition);
    run.jobs = jobs;
    wanted.baseline.apply(run);
    const engine::Reported reported = engine::report(run, told, *page_out, std::move(beside));
    world.out.buffer += summary(reported.outcome.results, run.as_of);
    ExitCode exit_code = tell_outcome(reported.outcome, world, colour, log);
    if (reported.cases_absent > 0) {
        tell_absent_cases(reported.cases_absent, world.err);
        exit_code = worse(exit_code, ExitCode::usage);
    }
    if (audience == engine::Audience::published) tell_differences(paths.page, run.filters, world.err);
    if (folder) folder->complete(reported.figures, events.identities);
    files.complete();
    files.publish([&world](const std::string& path) {
        world.out.buffer += fmt::format("{} is written\n", rules::printable(path));
    });
    if (folder) world.out.buffer += folder->publish();
    return exit_code;
}

constexpr std::array<Example, 3> report_examples{{
    {"csapath report cases.csv -p national/csa-response --as-of 2026-03-31",
     "report.html and report.xlsx in this folder: for reading, printing, and passing on with care"},
    {"csapath report exports/ -p local.yaml --from 2025-04-01 --to 2025-06-30 --output html:q1.html",
     "what was put in force in one quarter"},
    {"csapath report cases.csv -p local.yaml --case W-0143 --output html:meeting.html",
     "with one case told in full, though nothing may have been found in it"},
}};

}  // namespace

constinit const Command report_command{
    .name = "report",
    .usage = "EVENTS… [-p PATHWAY] [options]",
    .sentence = "judge recorded cases, and write what a meeting needs: a page, and its tables as a workbook",
    .examples = report_examples,
    .perform = perform_report,
};

}  // namespace csapath::cli
