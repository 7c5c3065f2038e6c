// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <compare>

#include "engine/mappings/plain_words.hpp"
#include "engine/profile/look.hpp"

namespace csapath::engine {

namespace {

/// Words in the name of a column that holds ids.
constexpr std::array<std::string_view, 16> words_of_ids = {
    "case",      "child", "person",     "client", "pupil", "id",      "ref",      "number",
    "reference", "no",    "identifier", "uid",    "young", "episode", "referral", "key"};

/// A colon parts the words of an event log's names, as in case:concept:name.
bool ends_words(char sign) {
    return sign == ' ' || sign == ':';
}

bool has_word_of_ids(const std::string& plain) {
    const auto is_word = [&plain](std::string_view word) {
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool begins = at == 0 || ends_words(plain[at - 1]);
            if (begins && (end == plain.size() || ends_words(plain[end]))) return true;
        }
        return false;
    };
    return std::ranges::any_of(words_of_ids, is_word);
}

/// Filled on nearly every row, with values that tell apart.
bool could_be_case(const ColumnProfile& column) {
    const bool tells_apart =
        column.holds == Holds::ids || column.holds == Holds::numbers ||
        (column.holds == Holds::codes &&
         std::ranges::none_of(column.codes, [](const CodedValue& code) { return code.meaning.has_value(); }));
    return tells_apart && 100 * column.values() >= 95 * (column.filled + column.blank) && column.other_numbers == 0;
}

/// In how many rows a column names events: in the words of the definition, and in those or words near to them.
struct EventsNamed {
    std::uint64_t exact = 0, any = 0;
    friend auto operator<=>(const EventsNamed&, const EventsNamed&) = default;
};

/// None where fewer than half of its values do.
EventsNamed events_named(const ColumnProfile& column) {
    EventsNamed named;
    for (const CodedValue& code : column.codes) {
        if (!code.meaning || code.meaning->of != Meaning::Of::event) continue;
        named.any += code.seen.count;
        if (code.meaning->exact) named.exact += code.seen.count;
    }
    return 2 * named.any >= column.values() ? named : EventsNamed{};
}

}  // namespace

Roles roles_of(const TableProfile& table) {
    Roles roles;
    EventsNamed most;
    std::vector<std::size_t> without_the_word;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const ColumnProfile& column = table.columns[at];
        if (column.holds == Holds::dates) roles.dates.push_back(at);
        if (const EventsNamed named = events_named(column); named > most) {
            most = named;
            roles.event = at;
        }
        if (!could_be_case(column)) continue;
        if (has_word_of_ids(plain_words(column.name)))
            roles.cases.push_back(at);
        else if (column.different > 1)
            without_the_word.push_back(at);
    }
    if (roles.cases.empty()) roles.cases = without_the_word;
    return roles;
}

}  // namespace csapath::engine
