// SPDX-License-Identifier: MIT
#include "engine/profile/date_keys.hpp"

#include <algorithm>
#include <map>

namespace csapath::engine {

DatesDecided dates_decided(const ColumnProfile& column) {
    DatesDecided made;
    for (const DateForm& form : column.dates.forms) {
        if (form.readings.empty()) continue;  // no pattern reads it, whatever is said
        if (const DateReading* const decided = form.decided())
            made.patterns.push_back(decided->pattern);
        else
            made.open = made.open || form.impossible.count < form.seen.count;
    }
    return made;
}

DateKeys date_keys(const Look& look) {
    DateKeys keys;
    std::map<DateLayout, std::size_t> reading_of;  // 0: the day first
    for (const TableLook& table : look.tables) {
        for (const std::size_t at : table.roles.dates) {
            const ColumnProfile& column = table.profile.columns[at];
            const DatesDecided decided = dates_decided(column);
            keys.by_column = keys.by_column || decided.open;
            for (const std::string& pattern : decided.patterns)
                if (std::ranges::find(keys.for_all, pattern) == keys.for_all.end()) keys.for_all.push_back(pattern);
            for (const DateForm& form : column.dates.forms) {
                const DateReading* const reading = form.decided();
                if (reading == nullptr) continue;
                const auto which = static_cast<std::size_t>(reading - form.readings.data());
                const auto [known, is_new] = reading_of.emplace(form.layout, which);
                keys.by_column = keys.by_column || (!is_new && known->second != which);
            }
        }
    }
    const bool iso_alone = keys.for_all.size() == 1 && keys.for_all.front() == "iso";
    if (keys.by_column || iso_alone) keys.for_all.clear();
    return keys;
}

}  // namespace csapath::engine
