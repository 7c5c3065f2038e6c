// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/summary.hpp"
#include "cli/talk.hpp"
#include "engine/saved/results_from_json.hpp"

namespace csapath::cli {
namespace {

/// Results of the largest runs come nowhere near.
constexpr std::size_t largest_results = std::size_t{1} << 31;

std::string whole_text(const engine::InputFile& file) {
    const auto bytes = file.open();
    std::string text;
    std::array<char, 1u << 16> room{};
    while (const std::size_t got = bytes->read(room)) {
        text.append(room.data(), got);
        if (text.size() > largest_results)
            throw UsageError(fmt::format("{} is larger than results can be", rules::printable(file.name)));
    }
    return text;
}

ExitCode perform_convert(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> words, outputs_written;
    std::optional<std::string> format;
    TalkOptions talk;
    options.words(words);
    options.value(
        "--format", format, "FORMAT",
        "what standard output gets, as of check; text unless said otherwise, and with --output only a summary");
    options.repeated("--output", outputs_written, "FORMAT:PATH", "write them to a file, as in markdown:minutes.md");
    talk.declare(options);
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (words.size() != 1)
        throw UsageError("convert needs one RESULTS: a file that check wrote as json, or '-' for standard input");
    const auto files = outputs_wanted(outputs_written);
    const engine::ReporterRow* on_standard_output = nullptr;
    if (format || files.empty()) on_standard_output = &reporter_called("--format", format.value_or("text"));
    const rules::Colour colour = talk.colour(world);
    Log log(world.err, talk.loudness());

    const Inputs found = inputs(words, {}, world.input);
    if (found.files.size() != 1)
        throw UsageError(fmt::format("convert reads one file, not the folder {}", rules::printable(words.front())));
    rules::Diagnostics diagnostics;
    const auto saved =
        engine::results_from_json(found.files.front().name, whole_text(found.files.front()), diagnostics);
    tell(diagnostics, world.err, colour);
    if (saved == nullptr) return ExitCode::incomplete;
    Outputs outputs(on_standard_output, files, found.identities, world);
    for (engine::Output& output : outputs.reporters()) engine::show(*saved, *output.reporter, *output.out);
    if (on_standard_output == nullptr) world.out.buffer += summary(saved->results, saved->run.as_of);
    outputs.publish(log);
    if (!saved->results.incomplete) return ExitCode::done;
    log.warn("INCOMPLETE: the run that these results are of could not use some of its input");
    return ExitCode::incomplete;
}

constexpr std::array<Example, 2> convert_examples{{
    {"csapath convert results.json --format markdown > minutes.md", "what was found, as it goes into minutes"},
    {"csapath convert results.json --output csv-excel:findings.csv --output ndjson:findings.ndjson",
     "the same findings for a spreadsheet and for a program"},
}};

}  // namespace

constinit const Command convert_command{
    .name = "convert",
    .usage = "RESULTS [options]",
    .sentence = "write results that were saved as json in another format, without judging again",
    .examples = convert_examples,
    .perform = perform_convert,
};

}  // namespace csapath::cli
