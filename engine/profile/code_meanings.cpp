// SPDX-License-Identifier: MIT
#include "engine/profile/code_meanings.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace csapath::engine {

namespace {

using Meant = std::function<std::optional<Meaning>(const std::string&)>;

/// How many rows hold a word that is known so: exactly first, then nearly.
std::pair<std::uint64_t, std::uint64_t> rows_known(const ColumnProfile& column, const Meant& meant) {
    std::uint64_t exactly = 0, nearly = 0;
    for (const CodedValue& code : column.codes) {
        const auto meaning = meant(code.text);
        if (meaning) (meaning->exact ? exactly : nearly) += code.seen.count;
    }
    return {exactly, nearly};
}

/// A few capitals and figures, both of them, that stand there again and again: a code such as RC7, and nobody's name.
bool short_code(const CodedValue& code) {
    constexpr std::size_t longest = 4;
    constexpr std::uint64_t often = 5;
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto figure = [](char c) { return c >= '0' && c <= '9'; };
    return code.text.size() <= longest && code.seen.count >= often && std::ranges::any_of(code.text, capital) &&
           std::ranges::any_of(code.text, figure) &&
           std::ranges::all_of(code.text, [&](char c) { return capital(c) || figure(c); });
}

/// Known as it is written; or the name of an event in nearly the known words, where it stands again and again.
bool known_word(const CodedValue& code) {
    constexpr std::uint64_t often = 5;
    if (!code.meaning) return false;
    return code.meaning->exact || (code.meaning->of == Meaning::Of::event && code.seen.count >= often);
}

}  // namespace

void give_meanings(ColumnProfile& column, const KnownNames& known) {
    std::vector<Meant> sorts;
    sorts.reserve(known.facts_with_values().size() + 3);
    sorts.emplace_back([](const std::string& text) { return KnownNames::yes_no(text); });
    sorts.emplace_back([&known](const std::string& text) { return known.event(text); });
    // Lists of short codes collide: 5A is one thing here and another there. The name of the column has to say which.
    const auto called = known.attribute(column.name);
    for (const std::string& fact : known.facts_with_values()) {
        const bool named = called && called->name == fact;
        sorts.emplace_back([&known, &fact, named](const std::string& text) {
            constexpr std::size_t longest_of_codes = 3;
            return named || text.size() > longest_of_codes ? known.value(text, fact) : std::nullopt;
        });
    }
    sorts.emplace_back([&known](const std::string& text) { return known.agency(text); });

    const bool counted = column.holds == Holds::numbers || column.holds == Holds::ids || column.holds == Holds::dates;
    const Meant* best = nullptr;
    std::pair<std::uint64_t, std::uint64_t> most{0, 0};
    for (const Meant& sort : sorts) {
        if (counted || (column.holds == Holds::yes_no && best != nullptr)) break;
        const auto rows = rows_known(column, sort);
        const std::uint64_t sum = rows.first + rows.second, most_sum = most.first + most.second;
        if (sum > most_sum || (sum == most_sum && rows.first > most.first)) best = &sort, most = rows;
    }
    // A word or two that happen to be known do not make a list of codes.
    const bool fits = best != nullptr && 4 * (most.first + most.second) >= column.values();
    if (fits)
        for (CodedValue& code : column.codes) code.meaning = (*best)(code.text);
    if (fits && column.holds == Holds::texts && 2 * (most.first + most.second) >= column.values())
        column.holds = Holds::codes;
    if (column.holds != Holds::codes && column.holds != Holds::yes_no) column.codes.clear();
    for (CodedValue& code : column.codes) code.harmless = known_word(code) || short_code(code);
    std::ranges::stable_sort(column.codes, std::greater{}, [](const CodedValue& code) { return code.seen.count; });
}

}  // namespace csapath::engine
