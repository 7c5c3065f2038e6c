// SPDX-License-Identifier: MIT
#include "cli/outputs.hpp"

#include <fmt/format.h>

#include "cli/failure.hpp"
#include "cli/options.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

const engine::ReporterRow& reporter_called(std::string_view option, std::string_view name) {
    std::vector<std::string> names;
    for (const engine::ReporterRow& row : engine::all_reporters()) names.emplace_back(row.name);
    one_of(option, name, names);
    return *engine::reporter(name);
}

std::vector<OutputWanted> outputs_wanted(const std::vector<std::string>& written) {
    std::vector<OutputWanted> wanted;
    for (const std::string& one : written) {
        const std::size_t colon = one.find(':');
        if (colon == std::string::npos || colon + 1 == one.size())
            throw UsageError(fmt::format("--output is a format and a path, as in csv:findings.csv, not '{}'",
                                         rules::printable(one)));
        OutputWanted next{.reporter = &reporter_called("--output", one.substr(0, colon)),
                          .path = one.substr(colon + 1)};
        if (next.path == "-") throw UsageError("--output writes to files; --format chooses what standard output gets");
        wanted.push_back(std::move(next));
    }
    return wanted;
}

Outputs::Outputs(const engine::ReporterRow* on_standard_output, const std::vector<OutputWanted>& wanted,
                 const std::vector<FileIdentity>& inputs, const World& world) {
    const auto add = [&](const engine::ReporterRow& row, engine::Out& out) {
        reporters_.push_back({.reporter = row.make(), .out = &out, .hashes_inputs = row.hashes_inputs});
    };
    for (const OutputWanted& one : wanted) add(*one.reporter, files_.open(one.path, inputs));
    if (on_standard_output == nullptr) return;
    held_ = std::make_unique<HeldOutput>(world.out);
    add(*on_standard_output, *held_);
}

void Outputs::add(std::unique_ptr<engine::Reporter> reporter, const std::string& path,
                  const std::vector<FileIdentity>& inputs) {
    reporters_.push_back({.reporter = std::move(reporter), .out = &files_.open(path, inputs)});
}

void Outputs::publish(Log& log) {
    files_.complete();
    files_.publish([&log](const std::string& path) { log.detail("{} is written", Named(path)); });
    if (held_) held_->release();
}

}  // namespace csapath::cli
