// SPDX-License-Identifier: MIT
#include "cli/judging.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/failure.hpp"
#include "engine/pathway/from_file.hpp"
#include "engine/pathway/strictness.hpp"
#include "engine/readers/identities_file.hpp"

namespace csapath::cli {
namespace {

/// Two digits below `limit`.
std::optional<std::int64_t> two_digits(std::string_view text, std::int64_t limit) {
    std::int64_t number = 0;
    if (text.size() != 2 || text[0] < '0' || text[0] > '9') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 2, number);
    if (error != std::errc{} || end != text.data() + 2 || number >= limit) return std::nullopt;
    return number;
}

/// "15:20" or "15:20:30", in nanoseconds since midnight.
std::optional<std::int64_t> time_of_day(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return std::nullopt;
    if (text[2] != ':' || (text.size() == 8 && text[5] != ':')) return std::nullopt;
    const auto hours = two_digits(text.substr(0, 2), 24);
    const auto minutes = two_digits(text.substr(3, 2), 60);
    const auto seconds = text.size() == 8 ? two_digits(text.substr(6, 2), 60) : std::optional<std::int64_t>(0);
    if (!hours || !minutes || !seconds) return std::nullopt;
    return *hours * rules::hour + (*minutes * 60 + *seconds) * rules::second;
}

std::vector<std::string> reader_names() {
    std::vector<std::string> names;
    for (const engine::ReaderRow& row : engine::all_readers()) names.emplace_back(row.name);
    return names;
}

/// Some formats are understood without a mapping of their own, and may be called as if they had one.
bool names_a_format(const std::optional<std::string>& mapping) {
    return mapping &&
           std::ranges::find(engine::all_readers(), *mapping, &engine::ReaderRow::name) != engine::all_readers().end();
}

std::string input_format_sentence() {
    std::string list;
    for (const engine::ReaderRow& row : engine::all_readers())
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", row.name, row.sentence);
    return "what the inputs are, where their names and first bytes do not say: " + list;
}

}  // namespace

void JudgingOptions::declare_reading(Options& options) {
    options.value(
        "-p,--pathway", pathway, "PATHWAY",
        fmt::format("a file, or a name among the shipped definitions; {} unless said otherwise", default_pathway));
    options.value("--mapping", mapping, "MAPPING",
                  "how to understand tables that are not in the plain form: a file, or a name among the shipped "
                  "mappings, where the tables do not say themselves which");
    options.value("--identities", identities, "FILE",
                  "which ids belong to one child: CSV with the columns id and case, and source where equal ids of "
                  "several sources are not one child");
    options.value("--input-format", input_format, "FORMAT", input_format_sentence());
    tables.declare(options);
    options.flag("--show-values", show_values, "let messages quote what stands in the data");
    options.flag("--allow-empty", allow_empty, "an input without events is no fault");
    pseudonymise.declare(options);
    talk.declare(options);
}

void JudgingOptions::declare(Options& options) {
    declare_reading(options);
    options.value("--as-of", as_of, "DATE",
                  "judge the data as it stood at the end of that day, or at that time (2026-03-31, 2026-03-31T12:00); "
                  "today unless said otherwise");
    accepted.declare(options);
}

void JudgingOptions::check() const {
    if (input_format) one_of("--input-format", *input_format, reader_names());
    if (names_a_format(mapping) && input_format && *mapping != *input_format)
        throw UsageError(
            fmt::format("--mapping {} and --input-format {} contradict each other", *mapping, *input_format));
    if (as_of) moment("--as-of", *as_of);
    static_cast<void>(tables.encoding_meant());
    static_cast<void>(tables.delimiter_meant());
    if (show_values && pseudonymise.given()) throw UsageError("--show-values and --pseudonymise contradict each other");
}

Loaded JudgingOptions::definition(const World& world, Log& log) const {
    if (!pathway) log.note("no pathway is named, so {} is used", Named(default_pathway));
    Loaded loaded = load(pathway.value_or(default_pathway), world);
    if (loaded.definition) {
        const engine::Pathway& judged_by = loaded.definition->pathway();
        engine::refuse_ended_departures(judged_by, judged_as_of(judged_by, world).day, loaded.diagnostics);
        loaded.diagnostics.sort();
        if (loaded.diagnostics.any_error()) loaded.definition.reset();
    }
    tell(loaded.diagnostics, world.err, talk.colour(world));
    return loaded;
}

rules::Moment JudgingOptions::judged_as_of(const engine::Pathway& pathway_judged, const World& world) const {
    const engine::Zone& zone = pathway_judged.zone.value();
    if (!as_of) return {zone.local(world.now).day};
    const rules::Moment wanted = moment("--as-of", *as_of);
    return wanted.timed() ? zone.read(wanted.day, wanted.time).moment : wanted;
}

bool JudgingOptions::read_kept(const Loaded& loaded, Inputs& inputs, const World& world) {
    if (identities) inputs.spare(*identities);
    pseudonymise.read(inputs);
    return accepted.read(*loaded.definition, inputs, pseudonymise.get(), world, talk.colour(world));
}

Inputs JudgingOptions::events(const std::vector<std::string>& names, const World& world) const {
    const std::string format = names_a_format(mapping) ? *mapping : input_format.value_or("");
    return inputs(names, format, world.input);
}

engine::Run JudgingOptions::run(const Loaded& loaded, const Mappings& mappings, std::vector<engine::InputFile> files,
                                const World& world) const {
    engine::Run run{.definition = *loaded.definition,
                    .inputs = engine::one_for_each_sheet(std::move(files), mappings.named.get()),
                    .as_of = judged_as_of(loaded.definition->pathway(), world),
                    .mapping = mappings.named.get(),
                    .mappings = mappings.shelf.get(),
                    .encoding = tables.encoding_meant(),
                    .delimiter = tables.delimiter_meant(),
                    .identities = mappings.identities.get(),
                    .show_values = show_values,
                    .allow_empty = allow_empty,
                    .tool_version = CSAPATH_VERSION};
    run.pseudonyms = pseudonymise.get();
    accepted.apply(run);
    return run;
}

Mappings JudgingOptions::mappings(const Loaded& loaded, const World& world) const {
    const std::filesystem::path file = definition_file(pathway.value_or(default_pathway), world.shipped);
    std::vector<std::filesystem::path> roots{engine::definitions_root(file, world.shipped), world.shipped};
    Mappings mappings{.shelf = std::make_unique<engine::MappingShelf>(std::move(roots), loaded.texts), .named = {}};
    rules::Diagnostics diagnostics;
    if (mapping && !names_a_format(mapping)) {
        mappings.named = mappings.shelf->find(*mapping, diagnostics);
        mappings.good = mappings.named != nullptr;
    }
    if (identities) {
        const Inputs named = *identities == "-" ? Inputs{} : inputs({*identities}, {}, world.input);
        if (named.files.size() != 1) throw UsageError("--identities names one file");
        mappings.identities =
            engine::read_identities(*named.files.front().open(), *identities, show_values, diagnostics);
        mappings.good = mappings.good && mappings.identities != nullptr;
    }
    diagnostics.sort();
    tell(diagnostics, world.err, talk.colour(world));
    return mappings;
}

void JobsOption::declare(Options& options) {
    options.value("--jobs", jobs, "NUMBER",
                  "how many cases to judge at a time, 1 to 64; the result does not depend on it");
}

unsigned JobsOption::meant(const World& world) const {
    constexpr unsigned most = 64;
    return jobs ? whole_number("--jobs", *jobs, 1, most) : std::clamp(world.processors, 1u, most);
}

rules::Moment moment(std::string_view option, const std::string& written) {
    const std::string_view text = written;
    const auto day = rules::parse_date(text.substr(0, 10));
    if (day && text.size() == 10) return {*day};
    if (day && text[10] == 'T')
        if (const auto time = time_of_day(text.substr(11))) return {*day, *time};
    throw UsageError(
        fmt::format("{} is a date such as 2026-03-31, or a date and time such as 2026-03-31T12:00, not '{}'", option,
                    rules::printable(written)));
}

rules::Date date(std::string_view option, const std::string& written) {
    if (const auto day = rules::parse_date(written)) return *day;
    throw UsageError(fmt::format("{} is a date such as 2026-03-31, not '{}'", option, rules::printable(written)));
}

ExitCode tell_outcome(const engine::Outcome& outcome, const World& world, rules::Colour colour, Log& log) {
    for (const rules::Diagnostics& of_input : outcome.faults) tell(of_input, world.err, colour);
    for (const engine::InputResult& input : outcome.results.inputs)
        log.detail("{}: {} rows read, {} used, {} filtered, {} refused", Named(input.path), input.rows, input.used,
                   input.filtered, input.refused);
    ExitCode exit_code = ExitCode::done;
    if (outcome.results.incomplete) {
        log.warn("INCOMPLETE: some of the input could not be used, and the result does not cover it");
        exit_code = worse(exit_code, ExitCode::incomplete);
    }
    if (outcome.limit_hit) {
        log.warn("a limit was hit, and the result is INCOMPLETE");
        exit_code = worse(exit_code, ExitCode::limit);
    }
    return exit_code;
}

}  // namespace csapath::cli
