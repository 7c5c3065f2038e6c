// SPDX-License-Identifier: MIT
#include "engine/pathway/from_file.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/document/layer.hpp"
#include "engine/pathway/calendar_shelf.hpp"
#include "engine/pathway/from_document.hpp"
#include "engine/pathway/layer_files.hpp"
#include "engine/pathway/strictness.hpp"
#include "engine/pathway/weaker_rule.hpp"

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

namespace {

class LayeredDefinition {
public:
    LayeredDefinition(std::vector<LayerFile> files, FindCalendar find_calendar, rules::Diagnostics& diagnostics)
        : files_{std::move(files)}, find_calendar_{std::move(find_calendar)}, diagnostics_{diagnostics} {}

    std::shared_ptr<Pathway> read() {
        for (std::size_t number = 0; number < files_.size(); ++number)
            if (!lay(number)) return nullptr;
        const std::shared_ptr<Pathway>& whole = prefixes_.back();
        for (const Use& use : uses_)
            if (still_less(use, *whole)) whole->departed.push_back(use.departed);
        note_departures(*whole, diagnostics_);
        return whole;
    }

private:
    /// A departure that a layer makes use of, and the number of the definition under that layer.
    struct Use {
        std::size_t lower;
        Pathway::Departed departed;
    };

    bool lay(std::size_t number) {
        // What is wrong with a layer that others lie over is told; what it is merely warned of is for its own authors.
        rules::Diagnostics told;
        const std::size_t errors_before = diagnostics_.errors();
        Laid laid = number == 0 ? Laid{.document = files_.front().document, .removed = {}}
                                : laid_over(*prefixes_.back()->document, files_[number].document, told);
        auto pathway = told.any_error() ? nullptr : pathway_from_document(laid.document, find_calendar_, told);
        if (pathway) {
            pathway->document = std::make_shared<const Node>(std::move(laid.document));
            for (std::size_t layer = 0; layer <= number; ++layer)
                pathway->layers.push_back({.path = files_[layer].path.string(), .sha256 = files_[layer].sha256});
            if (number == 0)
                warn_of_idle_departures(*pathway, told);
            else
                hold(*pathway, laid.removed, told);
            for (const Rule& rule : pathway->rules)
                if (rule.basis == Basis::statutory) statutory_.insert(rule.id);
            prefixes_.push_back(std::move(pathway));
        }
        if (number + 1 == files_.size() || told.any_error()) diagnostics_.add(std::move(told));
        return diagnostics_.errors() == errors_before;
    }

    void hold(Pathway& upper, const std::vector<Removed>& removed, rules::Diagnostics& told) {
        const Pathway& lower = *prefixes_.back();
        const Overlaid layers{lower, upper, *files_[prefixes_.size()].document.where.source, removed};
        const auto gone = rules_gone(layers, told);
        upper.gone = lower.gone;
        for (const GoneRule& rule : gone) upper.gone.push_back(rule.gone);
        for (Pathway::Departed& departed : hold_to_statute(layers, gone, statutory_, told))
            uses_.push_back({prefixes_.size() - 1, std::move(departed)});
    }

    /// A layer above may have asked for all of it again.
    bool still_less(const Use& use, const Pathway& whole) const {
        const Pathway& lower = *prefixes_[use.lower];
        const auto rule = std::ranges::find(lower.rules, use.departed.rule, &Rule::id);
        return rule != lower.rules.end() && !weakened(*rule, lower, whole).empty();
    }

    std::vector<LayerFile> files_;  ///< the innermost first
    FindCalendar find_calendar_;
    rules::Diagnostics& diagnostics_;
    std::vector<std::shared_ptr<Pathway>> prefixes_;  ///< of the first file, of the first two, and so on
    std::set<std::string> statutory_;                 ///< rules that are, or were in some layer
    std::vector<Use> uses_;
};

}  // namespace

std::shared_ptr<const Pathway> pathway_from_file(const fs::path& file, const fs::path& shipped_root,
                                                 const std::shared_ptr<rules::Sources>& texts,
                                                 rules::Diagnostics& diagnostics) {
    const fs::path root = definitions_root(file, shipped_root);
    auto files = layer_files(file, root, shipped_root, *texts, diagnostics);
    if (!files) return nullptr;
    const CalendarShelf shelf{{root, shipped_root}, texts};
    const auto find_calendar = [&shelf](const std::string& name, const rules::Span& where, rules::Diagnostics& found) {
        return shelf.find(name, where, found);
    };
    auto pathway = LayeredDefinition{std::move(*files), find_calendar, diagnostics}.read();
    if (pathway) pathway->texts = texts;
    return pathway;
}

}  // namespace csapath::engine
