// SPDX-License-Identifier: MIT
#include "engine/saved/saved_quality.hpp"

namespace csapath::engine {

namespace {

std::vector<DataQuality::Reason> saved_reasons(SavedMembers& of, std::string_view key, const SavedNames& names) {
    std::vector<DataQuality::Reason> reasons;
    const JsonNode* const list = of.list(key);
    if (list == nullptr) return reasons;
    reasons.reserve(list->items.size());
    for (const JsonNode& item : list->items) {
        SavedMembers of_item = of.part(item, key);
        DataQuality::Reason reason;
        reason.code = of_item.text_or_null("code");
        reason.message = of_item.text("message");
        reason.count = of_item.count("count");
        if (const JsonNode* const rows = of_item.list_or_absent("rows")) {
            reason.rows.reserve(rows->items.size());
            for (const JsonNode& row : rows->items) {
                SavedMembers of_row = of_item.part(row, "rows");
                reason.rows.push_back(names.place(of_row));
            }
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

}  // namespace

void read_quality(SavedMembers& whole, const SavedNames& names, Results& results) {
    if (const JsonNode* const map = whole.object_or_null("identities")) {
        SavedMembers of = whole.part(*map, "identities");
        IdentitiesResult& identities = results.identities.emplace();
        identities.path = of.text("path");
        identities.sha256 = of.text("sha256");
        identities.rows = of.count("rows");
        identities.unused = of.count("unused");
    }
    const JsonNode* const written = whole.object("data_quality");
    if (written == nullptr) return;
    SavedMembers of = whole.part(*written, "data_quality");
    DataQuality& quality = results.quality;
    quality.rows = of.count("rows");
    quality.used = of.count("used");
    quality.filtered = of.count("filtered");
    quality.refused = of.count("refused");
    quality.cases_not_judged = of.count("cases_not_judged");
    quality.conflicts = of.count("conflicts");
    quality.refused_for = saved_reasons(of, "refused_for", names);
    quality.filtered_for = saved_reasons(of, "filtered_for", names);
    quality.unknown = saved_reasons(of, "unknown", names);
    quality.doubtful = saved_reasons(of, "doubtful", names);
}

}  // namespace csapath::engine
