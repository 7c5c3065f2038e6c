// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/filters.hpp"
#include "cli/judging.hpp"
#include "cli/output_files.hpp"
#include "engine/worklist/writing.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

const std::array<std::string, 5> due_formats{"text", "csv", "csv-excel", "xlsx", "icalendar"};
const std::array<std::string, 4> due_parts{"date", "agency", "team", "area"};

struct DueOptions {
    std::vector<std::string> events, teams, outputs;
    std::optional<std::string> format, by, parts;
    JobsOption jobs;
    JudgingOptions judging;
    FilterOptions filters;

    void declare(Options& options) {
        options.words(events);
        judging.declare(options);
        filters.declare_scope(options);
        options.repeated("--case", filters.cases, "CASE", "only this case");
        options.repeated("--agency", filters.agencies, "AGENCY",
                         "only where this agency is in charge of what has to happen");
        options.repeated("--team", teams, "TEAM", "only cases of this team, as it is recorded");
        options.value("--by", by, "DATE", "only what is due on that day or before it");
        options.value("--parts", parts, "PARTS",
                      "by what the text is parted: date (unless said otherwise), agency, team or area");
        options.value("--format", format, "FORMAT",
                      "what standard output gets: text, csv, csv-excel, xlsx or icalendar; text unless said otherwise");
        options.repeated("--output", outputs, "FORMAT:PATH", "write it to a file, as in icalendar:due.ics");
        jobs.declare(options);
    }

    engine::WorklistParts parted() const {
        const std::string_view wanted = one_of("--parts", parts.value_or("date"), due_parts);
        if (wanted == "agency") return engine::WorklistParts::agency;
        if (wanted == "team") return engine::WorklistParts::team;
        return wanted == "area" ? engine::WorklistParts::area : engine::WorklistParts::date;
    }
};

struct DueFile {
    std::string format, path;
};

/// "icalendar:due.ics" -> both sides of the colon.
DueFile due_file(const std::string& written) {
    const std::size_t colon = written.find(':');
    if (colon == std::string::npos || colon + 1 == written.size())
        throw UsageError(
            fmt::format("--output is a format and a path, as in csv:due.csv, not '{}'", rules::printable(written)));
    return {std::string(one_of("--output", written.substr(0, colon), due_formats)), written.substr(colon + 1)};
}

/// `scratch`: a folder for what a workbook puts aside.
void write_due_as(std::string_view format, const engine::WorklistPage& page, engine::WorklistParts parts,
                  const std::string& scratch, engine::Out& out) {
    if (format == "xlsx")
        write_worklist_workbook(page, scratch, out);
    else if (format == "csv")
        out.buffer += worklist_in_csv(page, engine::Cells::exact);
    else if (format == "csv-excel")
        out.buffer += worklist_in_csv(page, engine::Cells::defused);
    else if (format == "icalendar")
        out.buffer += worklist_in_icalendar(page);
    else
        out.buffer += worklist_in_text(page, parts);
}

/// What goes to standard output has no folder of its own; this one is memory.
constexpr const char* memory_folder = "/dev/shm";

ExitCode perform_due(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    DueOptions wanted;
    wanted.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (wanted.events.empty()) throw UsageError("due needs EVENTS: files, a folder, or '-' for standard input");
    wanted.judging.check();
    const unsigned jobs = wanted.jobs.meant(world);
    const std::string format{one_of("--format", wanted.format.value_or("text"), due_formats)};
    const engine::WorklistParts parts = wanted.parted();
    std::vector<DueFile> files;
    for (const std::string& output : wanted.outputs) files.push_back(due_file(output));
    const rules::Colour colour = wanted.judging.talk.colour(world);
    Log log(world.err, wanted.judging.talk.loudness());

    const Loaded loaded = wanted.judging.definition(world, log);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const Mappings mappings = wanted.judging.mappings(loaded, world);
    if (!mappings.good) return ExitCode::definition;
    Inputs events = wanted.judging.events(wanted.events, world);
    if (!wanted.judging.read_kept(loaded, events, world)) return ExitCode::definition;
    OutputFiles written;
    std::vector<OutputFile*> outs;
    outs.reserve(files.size());
    for (const DueFile& file : files) outs.push_back(&written.open(file.path, events.identities));

    engine::Run run = wanted.judging.run(loaded, mappings, std::move(events.files), world);
    run.filters = wanted.filters.meant(*loaded.definition);
    run.jobs = jobs;
    engine::WorklistWanted only{
        .agencies = std::move(run.filters.agencies), .teams = {wanted.teams.begin(), wanted.teams.end()}, .due_by = {}};
    run.filters.agencies.clear();
    if (run.pseudonyms != nullptr) {
        only.teams.clear();
        for (const std::string& team : wanted.teams) only.teams.insert(run.pseudonyms->of_text("team", team));
    }
    if (wanted.by) only.due_by = date("--by", *wanted.by);

    const engine::Due due = engine::due(run, only);
    const engine::WorklistPage page{.pathway = loaded.definition->pathway(),
                                    .rules = loaded.definition->rules(),
                                    .items = due.items,
                                    .inputs = due.outcome.results.inputs,
                                    .as_of = run.as_of,
                                    .tool_version = run.tool_version,
                                    .incomplete = due.outcome.results.incomplete};
    for (std::size_t i = 0; i < files.size(); ++i) {
        write_due_as(files[i].format, page, parts, folder_of(files[i].path), *outs[i]);
        outs[i]->flush();
    }
    written.complete();
    if (files.empty() || wanted.format) write_due_as(format, page, parts, memory_folder, world.out);
    const ExitCode exit_code = tell_outcome(due.outcome, world, colour, log);
    written.publish([&log](const std::string& path) { log.note("{} is written", Named(path)); });
    return exit_code;
}

constexpr std::array<Example, 4> due_examples{{
    {"csapath due cases.csv -p national/csa-response", "what is overdue, due today, this week, later"},
    {"csapath due cases.csv -p local.yaml --by 2026-04-10 --parts team", "the next days, team by team"},
    {"csapath due cases.csv -p local.yaml --agency police --format csv-excel > police.csv",
     "one agency's, for a spreadsheet"},
    {"csapath due cases.csv -p local.yaml --output icalendar:due.ics",
     "for a calendar that is kept as safe as the data"},
}};

}  // namespace

constinit const Command due_command{
    .name = "due",
    .usage = "EVENTS… [-p PATHWAY] [options]",
    .sentence = "list what has to happen next in open cases, by date, agency, team or area",
    .examples = due_examples,
    .perform = perform_due,
};

}  // namespace csapath::cli
