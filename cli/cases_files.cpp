// SPDX-License-Identifier: MIT
#include "cli/cases_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "cli/definition.hpp"
#include "cli/failure.hpp"

namespace csapath::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view cases_extension = ".cases.yaml";

bool holds_cases(const fs::path& file) {
    return file.filename().string().ends_with(cases_extension);
}

CasesFile beside_definition(const fs::path& definition) {
    fs::path cases = definition;
    return {definition, cases.replace_extension(cases_extension)};
}

CasesFile beside_cases(const fs::path& cases) {
    std::string definition = cases.string();
    definition.resize(definition.size() - cases_extension.size());
    return {definition + ".yaml", cases};
}

std::vector<CasesFile> inside(const fs::path& folder) {
    std::vector<CasesFile> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (holds_cases(entry.path()) && entry.is_regular_file()) found.push_back(beside_cases(entry.path()));
    std::sort(found.begin(), found.end());
    if (found.empty())
        throw UsageError(
            fmt::format("the folder {} holds no {} file", rules::printable(folder.string()), cases_extension));
    return found;
}

}  // namespace

std::vector<CasesFile> cases_files(const std::vector<std::string>& written, const World& world) {
    std::vector<CasesFile> all;
    const auto add = [&](CasesFile one) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
    };
    if (written.empty() && world.shipped.empty())
        throw UsageError("test needs a PATH: no definitions came with this program");
    std::vector<fs::path> paths(written.begin(), written.end());
    if (paths.empty()) paths.push_back(world.shipped);
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            for (CasesFile& one : inside(path)) add(std::move(one));
        } else {
            add(holds_cases(path) ? beside_cases(path)
                                  : beside_definition(definition_file(path.string(), world.shipped)));
        }
    }
    return all;
}

}  // namespace csapath::cli
