// SPDX-License-Identifier: MIT
/// PATH on the command line of `test` -> definitions, each with the cases beside it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/world.hpp"

namespace csapath::cli {

/// `X.yaml` and `X.cases.yaml`. Either may turn out not to exist.
struct CasesFile {
    std::filesystem::path definition, cases;
    friend auto operator<=>(const CasesFile&, const CasesFile&) = default;
};

/// Each of `written` is a file of cases, a definition (a path, or a name among the shipped ones), or a folder, which is
/// walked to the ground in byte order of the paths; without any it is the folder of the shipped definitions. None
/// stands twice. Throws UsageError for a folder that holds no cases.
std::vector<CasesFile> cases_files(const std::vector<std::string>& written, const World& world);

}  // namespace csapath::cli
