// SPDX-License-Identifier: MIT
#include "cli/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/options.hpp"
#include "cli/unfinished.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

const engine::ReporterRow& reporter_called(std::string_view option, std::string_view name) {
    std::vector<std::string> names;
    for (const engine::ReporterRow& row : engine::all_reporters()) names.emplace_back(row.name);
    one_of(option, name, names);
    return *engine::reporter(name);
}

std::vector<OutputWanted> outputs_wanted(const std::vector<std::string>& written) {
    if (written.size() > most_unfinished)
        throw UsageError(fmt::format("at most {} outputs in one run", most_unfinished));
    std::vector<OutputWanted> wanted;
    for (const std::string& one : written) {
        const std::size_t colon = one.find(':');
        if (colon == std::string::npos || colon + 1 == one.size())
            throw UsageError(fmt::format("--output is a format and a path, as in csv:findings.csv, not '{}'",
                                         rules::printable(one)));
        OutputWanted next{.reporter = &reporter_called("--output", one.substr(0, colon)),
                          .path = one.substr(colon + 1)};
        if (next.path == "-") throw UsageError("--output writes to files; --format chooses what standard output gets");
        const auto same = [&](const OutputWanted& other) { return other.path == next.path; };
        if (std::any_of(wanted.begin(), wanted.end(), same))
            throw UsageError(fmt::format("two outputs are to be written to {}", rules::printable(next.path)));
        wanted.push_back(std::move(next));
    }
    return wanted;
}

Outputs::Outputs(const engine::ReporterRow* on_standard_output, const std::vector<OutputWanted>& wanted,
                 const std::vector<FileIdentity>& inputs, const World& world) {
    const auto add = [&](const engine::ReporterRow& row, engine::Out& out) {
        reporters_.push_back({.reporter = row.make(), .out = &out, .hashes_inputs = row.hashes_inputs});
    };
    for (const OutputWanted& one : wanted) {
        files_.push_back(std::make_unique<OutputFile>(one.path, inputs));
        add(*one.reporter, *files_.back());
    }
    if (on_standard_output == nullptr) return;
    held_ = std::make_unique<HeldOutput>(world.out);
    add(*on_standard_output, *held_);
}

void Outputs::add(std::unique_ptr<engine::Reporter> reporter, std::unique_ptr<OutputFile> file) {
    reporters_.push_back({.reporter = std::move(reporter), .out = file.get()});
    files_.push_back(std::move(file));
}

void Outputs::publish(Log& log) {
    for (const auto& file : files_) file->complete();
    for (const auto& file : files_) {
        file->publish();
        log.detail("{} is written", Named(file->path()));
    }
    if (held_) held_->release();
}

}  // namespace csapath::cli
