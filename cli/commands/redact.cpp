// SPDX-License-Identifier: MIT
#include "engine/redact.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/judging.hpp"
#include "cli/output_file.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// "csv:shared.csv" -> "shared.csv".
std::string redacted_path(const std::string& written) {
    const std::size_t colon = written.find(':');
    if (colon == std::string::npos || colon + 1 == written.size())
        throw UsageError(
            fmt::format("--output is a format and a path, as in csv:shared.csv, not '{}'", rules::printable(written)));
    const std::array<std::string, 1> known{"csv"};
    one_of("--output", written.substr(0, colon), known);
    return written.substr(colon + 1);
}

void tell_redacted(const engine::Redacted& redacted, Log& log) {
    log.note("{} cases and {} events are written; all dates of a case are set back by the same number of weeks",
             redacted.cases, redacted.events);
    for (const std::string& column : redacted.dropped) log.note("left out: the column {}", Named(column));
}

ExitCode perform_redact(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    JudgingOptions judging;
    std::vector<std::string> events_named;
    std::optional<std::string> output;
    options.words(events_named);
    judging.declare_reading(options);
    options.value("--output", output, "FORMAT:PATH", "write to a file, as in csv:shared.csv");
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (events_named.empty()) throw UsageError("redact needs EVENTS: files, a folder, or '-' for standard input");
    if (!judging.pseudonymise.given())
        throw UsageError(
            "redact needs --pseudonymise KEYFILE, so that no case keeps its name; csapath keygen makes one");
    judging.check();
    const rules::Colour colour = judging.talk.colour(world);
    Log log(world.err, judging.talk.loudness());

    const Loaded loaded = judging.definition(world, log);
    if (loaded.definition == nullptr) return ExitCode::definition;
    const Mappings mappings = judging.mappings(loaded, world);
    if (!mappings.good) return ExitCode::definition;
    Inputs events = judging.events(events_named, world);
    if (!judging.read_kept(loaded, events, world)) return ExitCode::definition;
    std::unique_ptr<OutputFile> file;
    if (output) file = std::make_unique<OutputFile>(redacted_path(*output), events.identities);

    engine::Run run = judging.run(loaded, mappings, std::move(events.files), world);
    run.as_of = {rules::last_date};
    const engine::Redacted redacted = engine::redact(run, file ? static_cast<engine::Out&>(*file) : world.out);
    const ExitCode exit_code = tell_outcome(redacted.outcome, world, colour, log);
    if (file) {
        file->complete();
        file->publish();
    }
    tell_redacted(redacted, log);
    return exit_code;
}

constexpr std::array<Example, 1> redact_examples{{
    {"csapath redact cases.csv -p local.yaml --pseudonymise audit.key --output csv:shared.csv",
     "pseudonyms, shifted dates, no free text: for those who build and try things"},
}};

}  // namespace

constinit const Command redact_command{
    .name = "redact",
    .usage = "EVENTS… --pseudonymise KEYFILE [-p PATHWAY] [options]",
    .sentence = "write events with pseudonyms and shifted dates, and without free text, so that they can be shared",
    .examples = redact_examples,
    .perform = perform_redact,
};

}  // namespace csapath::cli
