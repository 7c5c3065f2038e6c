// SPDX-License-Identifier: MIT
/// --format and --output -> reporters, each with where it writes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/held_output.hpp"
#include "cli/input.hpp"
#include "cli/log.hpp"
#include "cli/output_files.hpp"
#include "cli/world.hpp"
#include "engine/engine.hpp"

namespace csapath::cli {

/// What --output was given: "csv:findings.csv".
struct OutputWanted {
    const engine::ReporterRow* reporter = nullptr;
    std::string path;
};

/// Both throw UsageError for a format that does not exist.
const engine::ReporterRow& reporter_called(std::string_view option, std::string_view name);
std::vector<OutputWanted> outputs_wanted(const std::vector<std::string>& written);

/// Every file is opened before anything is judged, so that a full or closed folder is told at once. Throws as
/// OutputFiles does.
class Outputs {
public:
    /// `on_standard_output`: none where nothing but the summary goes there.
    Outputs(const engine::ReporterRow* on_standard_output, const std::vector<OutputWanted>& wanted,
            const std::vector<FileIdentity>& inputs, const World& world);

    std::vector<engine::Output>& reporters() { return reporters_; }
    /// One more, which no option calls by its format.
    void add(std::unique_ptr<engine::Reporter> reporter, const std::string& path,
             const std::vector<FileIdentity>& inputs);
    /// Completes all files, publishes them, and lets standard output have its part. Throws OutputError; the message
    /// tells which are in place by then.
    void publish(Log& log);

private:
    OutputFiles files_;
    std::unique_ptr<HeldOutput> held_;  ///< what goes to standard output
    std::vector<engine::Output> reporters_;
};

}  // namespace csapath::cli
