// SPDX-License-Identifier: MIT
/// Definitions in files that extend each other.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/pathway/from_file.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/document.hpp"

namespace csapath {

struct FromFile {
    std::shared_ptr<rules::Sources> texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics = {};
    std::shared_ptr<const engine::Pathway> pathway = {};

    /// As a person would read them.
    std::string told() const {
        std::string all;
        for (const auto& diagnostic : diagnostics.found()) all += rules::rendered(diagnostic);
        return all;
    }
    /// "P018 local.yaml 3:5", one a line.
    std::string codes() const {
        std::string all;
        for (const auto& diagnostic : diagnostics.found()) {
            const rules::Source* source = diagnostic.where.source;
            const std::filesystem::path file = source ? source->name() : diagnostic.address;
            const auto place = source ? source->place(diagnostic.where.begin) : rules::Place{0, 0};
            all += std::string(rules::row(diagnostic.code).id) + ' ' + file.filename().string() + ' ' +
                   std::to_string(place.line) + ':' + std::to_string(place.column) + '\n';
        }
        return all;
    }
    bool says(std::string_view words) const { return csapath::says(diagnostics, words); }
};

inline FromFile from_file(const std::filesystem::path& file,
                          const std::filesystem::path& shipped = CSAPATH_ROOT "/pathway-definitions") {
    FromFile read;
    read.pathway = engine::pathway_from_file(file, shipped, read.texts, read.diagnostics);
    return read;
}

}  // namespace csapath
