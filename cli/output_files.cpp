// SPDX-License-Identifier: MIT
#include "cli/output_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/unfinished.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

OutputFile& OutputFiles::open(const std::string& path, const std::vector<FileIdentity>& inputs) {
    if (files_.size() == most_unfinished)
        throw UsageError(fmt::format("at most {} outputs in one run", most_unfinished));
    auto file = std::make_unique<OutputFile>(path, inputs);
    if (std::ranges::any_of(files_, [&](const auto& other) { return other->has_target_of(*file); }))
        throw UsageError(fmt::format("two outputs are to be written to {}", rules::printable(path)));
    files_.push_back(std::move(file));
    return *files_.back();
}

void OutputFiles::complete() {
    for (const auto& file : files_) file->complete();
}

void OutputFiles::publish(const std::function<void(const std::string&)>& told) {
    for (const auto& file : files_) {
        file->publish();
        told(file->path());
    }
}

}  // namespace csapath::cli
