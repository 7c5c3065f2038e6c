// SPDX-License-Identifier: MIT
#include "engine/pathway/from_file.hpp"

#include <system_error>
#include <utility>

#include "engine/document/digest.hpp"
#include "engine/document/file.hpp"
#include "engine/document/yaml.hpp"
#include "engine/pathway/calendar_shelf.hpp"
#include "engine/pathway/from_document.hpp"

namespace csapath::engine {

namespace fs = std::filesystem;

fs::path definitions_root(const fs::path& file, const fs::path& shipped_root) {
    std::error_code trouble;
    fs::path folder = fs::absolute(file, trouble).lexically_normal().parent_path();
    while (!trouble && !folder.empty()) {
        if (fs::is_directory(folder / "calendars", trouble) || fs::is_directory(folder / "mappings", trouble))
            return folder;
        trouble.clear();  // a folder that is not there is no trouble
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    return shipped_root;
}

std::shared_ptr<const Pathway> pathway_from_file(const fs::path& file, const fs::path& shipped_root,
                                                 const std::shared_ptr<rules::Sources>& texts,
                                                 rules::Diagnostics& diagnostics) {
    auto text = text_of_file(file, diagnostics);
    if (!text) return nullptr;
    const rules::Source& source = texts->add(file.string(), std::move(*text));
    const auto document = node_from_yaml(source, diagnostics);
    if (!document) return nullptr;

    const CalendarShelf shelf{{definitions_root(file, shipped_root), shipped_root}, texts};
    const auto find_calendar = [&shelf](const std::string& name, const rules::Span& where, rules::Diagnostics& found) {
        return shelf.find(name, where, found);
    };
    auto pathway = pathway_from_document(*document, find_calendar, diagnostics);
    if (!pathway) return nullptr;
    pathway->texts = texts;
    pathway->layers.push_back({.path = file.string(), .sha256 = sha256(source.text())});
    return pathway;
}

}  // namespace csapath::engine
