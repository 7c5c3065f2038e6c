// SPDX-License-Identifier: MIT
#include "engine/profile/known_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

namespace {

using Of = Meaning::Of;

constexpr std::array<std::string_view, 6> yes_spellings = {"yes", "y", "true", "a) yes", "1", "t"};
constexpr std::array<std::string_view, 6> no_spellings = {"no", "n", "false", "b) no", "0", "f"};

/// Every short code is an edit or two away from some other.
constexpr std::size_t least_for_near = 5;

/// As plain words; dashes and points alone are dealt with apart. "none" is no such word: it can mean that it is known
/// that there was nobody.
constexpr std::array<std::string_view, 13> missing_spellings = {
    "n/a",     "na",        "#n/a",           "null",  "(null)", "nil",         "not available",
    "unknown", "not known", "not applicable", "blank", "nan",    "not recorded"};

/// Words of a column's name that say no more than that it holds a date.
constexpr std::array<std::string_view, 10> words_of_dates = {"date", "of",   "the",   "time", "at",
                                                             "on",   "when", "dated", "dt",   "datetime"};

std::string without_words_of_dates(std::string_view name) {
    std::string left;
    for (std::string_view rest = name; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        if (std::ranges::find(words_of_dates, word) == words_of_dates.end()) {
            if (!left.empty()) left += ' ';
            left += word;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return left;
}

}  // namespace

bool says_missing(std::string_view text) {
    const std::string_view inner = without_outer_spaces(text);
    if (inner.empty()) return false;
    if (inner.find_first_not_of("-.?_") == std::string_view::npos) return true;
    return std::ranges::find(missing_spellings, plain_words(inner)) != missing_spellings.end();
}

KnownNames::KnownNames(const Pathway& pathway) {
    event_names_ = pathway.event_types;
    for (const std::string& event : pathway.event_types) events_.emplace(plain_words(event), event);
    for (const Step& step : pathway.steps)
        if (!step.events.empty()) titles_.emplace(plain_words(step.title), pathway.event_types[step.events.front()]);
    agency_names_ = pathway.words.agency_names();
    for (const rules::AgencyName& agency : pathway.words.agencies()) {
        agencies_.emplace(plain_words(agency.id), agency.id);
        agencies_.emplace(plain_words(agency.title), agency.id);
        for (const std::string& alias : agency.aliases) agencies_.emplace(plain_words(alias), agency.id);
    }
    for (const rules::Fact& fact : pathway.words.facts()) {
        if (fact.name == "at") continue;  // the date of an event, which has a key of its own
        const Attribute attribute{fact.name, fact.of_case, true, fact.type};
        if (attributes_.try_emplace(plain_words(fact.name), attribute).second) attribute_names_.push_back(fact.name);
        if (fact.of_case) attributes_.try_emplace(plain_words("case." + fact.name), attribute);
        if (fact.type.values.empty()) continue;
        const auto [known, is_new] = values_.try_emplace(fact.name);
        if (is_new) facts_with_values_.push_back(fact.name);
        for (const std::string& value : fact.type.values) known->second.emplace(plain_words(value), value);
    }
}

std::optional<Meaning> KnownNames::event(std::string_view text) const {
    const std::string plain = plain_words(text);
    if (const auto at = events_.find(plain); at != events_.end()) return Meaning{Of::event, at->second, {}, true};
    if (const auto at = titles_.find(plain); at != titles_.end()) return Meaning{Of::event, at->second, {}, false};
    if (const auto near = rules::near_name(plain, event_names_)) return Meaning{Of::event, *near, {}, false};
    return std::nullopt;
}

std::optional<Meaning> KnownNames::agency(std::string_view text) const {
    const std::string plain = plain_words(text);
    if (const auto at = agencies_.find(plain); at != agencies_.end()) return Meaning{Of::agency, at->second, {}, true};
    const auto near = plain.size() < least_for_near ? std::nullopt : rules::near_name(plain, agency_names_);
    if (!near) return std::nullopt;
    const auto meant = agencies_.find(plain_words(*near));
    return Meaning{Of::agency, meant == agencies_.end() ? *near : meant->second, {}, false};
}

std::optional<Meaning> KnownNames::value(std::string_view text, const std::string& fact) const {
    const auto names = values_.find(fact);
    if (names == values_.end()) return std::nullopt;
    const std::string plain = plain_words(text);
    if (const auto at = names->second.find(plain); at != names->second.end())
        return Meaning{Of::value, at->second, fact, true};
    if (plain.size() < least_for_near) return std::nullopt;
    std::vector<std::string> written;
    written.reserve(names->second.size());
    for (const auto& [words, name] : names->second) written.push_back(name);
    std::ranges::sort(written);
    if (const auto near = rules::near_name(plain, written)) return Meaning{Of::value, *near, fact, false};
    return std::nullopt;
}

std::optional<Meaning> KnownNames::yes_no(std::string_view text) {
    const std::string plain = plain_words(text);
    if (std::ranges::find(yes_spellings, plain) != yes_spellings.end()) return Meaning{Of::yes_no, "yes", {}, true};
    if (std::ranges::find(no_spellings, plain) != no_spellings.end()) return Meaning{Of::yes_no, "no", {}, true};
    return std::nullopt;
}

std::optional<KnownNames::Attribute> KnownNames::attribute(std::string_view column) const {
    const std::string plain = plain_words(column);
    if (const auto at = attributes_.find(plain); at != attributes_.end()) return at->second;
    const auto near = rules::near_name(plain, attribute_names_);
    if (!near) return std::nullopt;
    Attribute found = attributes_.at(plain_words(*near));
    found.exact = false;
    return found;
}

std::optional<Meaning> KnownNames::event_of_column(std::string_view column) const {
    const std::string plain = plain_words(column);
    if (const auto at = events_.find(plain); at != events_.end()) return Meaning{Of::event, at->second, {}, true};
    auto found = event(without_words_of_dates(plain));
    if (found) found->exact = false;
    return found;
}

}  // namespace csapath::engine
