// SPDX-License-Identifier: MIT
#include "engine/map.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output_file.hpp"
#include "cli/table_options.hpp"
#include "cli/talk.hpp"
#include "engine/mappings/shelf.hpp"
#include "engine/pathway/from_file.hpp"

namespace csapath::cli {
namespace {

const std::array<std::string, 2> map_formats{"text", "json"};

struct MapOptions {
    std::vector<std::string> events;
    std::optional<std::string> pathway, format, output;
    bool show_values = false;
    TableOptions tables;
    TalkOptions talk;

    void declare(Options& options) {
        options.words(events);
        options.value(
            "-p,--pathway", pathway, "PATHWAY",
            fmt::format("whose events, agencies and facts the tables are compared with: a file, or a name among "
                        "the shipped definitions; {} unless said otherwise",
                        default_pathway));
        options.value("--output", output, "FILE", "write a mapping to finish by hand");
        options.value("--format", format, "FORMAT", "text (unless said otherwise) or json");
        tables.declare(options);
        options.flag("--show-values", show_values, "show what stands in the data, in the mapping too");
        talk.declare(options);
    }
};

/// What the mapping is called: after the file it is written to, else after the first table.
std::string name_of_draft(const MapOptions& wanted) {
    const std::string& from = wanted.output ? *wanted.output : wanted.events.front();
    return std::filesystem::path(from).stem().string();
}

ExitCode perform_map(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    MapOptions wanted;
    wanted.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (wanted.events.empty()) throw UsageError("map needs FILE: tables, a folder of them, or '-' for standard input");
    const bool json = one_of("--format", wanted.format.value_or("text"), map_formats) == "json";
    const auto encoding = wanted.tables.encoding_meant();
    const auto delimiter = wanted.tables.delimiter_meant();
    const rules::Colour colour = wanted.talk.colour(world);
    Log log(world.err, wanted.talk.loudness());

    const std::string pathway = wanted.pathway.value_or(default_pathway);
    const Loaded loaded = load(pathway, world);
    tell(loaded.diagnostics, world.err, colour);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const std::filesystem::path root = engine::definitions_root(definition_file(pathway, world.shipped), world.shipped);
    const engine::MappingShelf shelf({root, world.shipped}, loaded.texts);
    Inputs files = inputs(wanted.events, "", world.input);
    std::optional<OutputFile> output;
    if (wanted.output) output.emplace(*wanted.output, files.identities);

    const engine::Map made =
        engine::map_tables({.definition = *loaded.definition,
                            .inputs = engine::one_for_each_sheet(std::move(files.files)),
                            .mappings = &shelf,
                            .encoding = encoding,
                            .delimiter = delimiter,
                            .show_values = wanted.show_values},
                           json ? engine::LookForm::json : engine::LookForm::text, name_of_draft(wanted));
    world.out.buffer += made.told;
    tell(made.faults, world.err, colour);
    if (output && made.tables > 0) {
        output->buffer += made.draft;
        output->complete();
        output->publish();
        log.note("{} begun: {} to answer in it", Named(*wanted.output), Named(counted(made.questions, "question")));
    }
    return made.faults.any_error() ? ExitCode::incomplete : ExitCode::done;
}

constexpr std::array<Example, 3> map_examples{{
    {"csapath map visits.csv", "what stands in a table that nobody has described, and what is doubtful in it"},
    {"csapath map visits.csv --output visits.yaml", "the same, and a mapping to finish by hand"},
    {"csapath map exports/ -p local.yaml --format json", "several tables, for a program"},
}};

}  // namespace

constinit const Command map_command{
    .name = "map",
    .usage = "FILE… [-p PATHWAY] [options]",
    .sentence = "look into tables, tell what they hold and what is doubtful, and begin a mapping for them",
    .examples = map_examples,
    .perform = perform_map,
};

}  // namespace csapath::cli
