// SPDX-License-Identifier: MIT
/// Mappings by name, from the folders `mappings/` of the definitions roots, or from a file.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/mappings/mapping.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

class MappingShelf {
public:
    /// `texts` keeps what is read, and must outlive the diagnostics.
    MappingShelf(std::vector<std::filesystem::path> roots, std::shared_ptr<rules::Sources> texts);

    /// A path of a file, or else the name of one in the first root that has it. nullptr after any error.
    std::shared_ptr<const Mapping> find(const std::string& written, rules::Diagnostics& diagnostics) const;

    /// Every mapping there is, for a file that may say itself which is meant: of several of one name the first root's.
    /// Read when it is first asked for; one that cannot be read is left out, and `faults` says why.
    const std::vector<std::shared_ptr<const Mapping>>& all() const;
    const rules::Diagnostics& faults() const { return faults_; }

private:
    std::vector<std::filesystem::path> files() const;
    std::shared_ptr<const Mapping> read(const std::filesystem::path& file, rules::Diagnostics& diagnostics) const;

    std::vector<std::filesystem::path> roots_;
    std::shared_ptr<rules::Sources> texts_;
    mutable std::optional<std::vector<std::shared_ptr<const Mapping>>> all_;
    mutable rules::Diagnostics faults_;
};

}  // namespace csapath::engine
