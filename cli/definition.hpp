// SPDX-License-Identifier: MIT
/// -p PATHWAY -> a definition, with its mistakes told.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/world.hpp"
#include "engine/engine.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

/// The definition that is used where none is named.
inline constexpr const char* default_pathway = "national/csa-response";

/// The file that `written` means: a path, or else a name in the shipped folder such as "national/csa-response".
/// A path that does not exist is given back as it is, so that loading it tells what is wrong.
std::filesystem::path definition_file(const std::string& written, const std::filesystem::path& shipped);

/// The names that definition_file() knows without a path, in byte order.
std::vector<std::string> shipped_names(const std::filesystem::path& shipped);

/// A definition, and the texts that its spans and its diagnostics point into.
struct Loaded {
    std::shared_ptr<rules::Sources> texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics;                        ///< sorted
    std::unique_ptr<const engine::Definition> definition;  ///< none where there is an error
};
Loaded load(const std::string& written, const World& world);

/// Writes diagnostics as people read them; at most the first hundred, then how many more there are.
void tell(const rules::Diagnostics& diagnostics, engine::Out& out, rules::Colour colour);

/// "3 errors, 1 warning"; "no errors" where there are none at all.
std::string counted(const rules::Diagnostics& diagnostics);

/// "1 step", "2 steps".
std::string counted(std::size_t number, std::string_view noun);

}  // namespace csapath::cli
