// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "rules/language/parse.hpp"

namespace csapath::rules {

namespace {
using namespace std::string_view_literals;

/// Every word of the grammar, in byte order.
constexpr std::array keywords{
    "absent"sv,    "after"sv,    "age"sv,      "agencies"sv, "all"sv,     "and"sv,      "any"sv,     "as"sv,
    "at"sv,        "be"sv,       "before"sv,   "between"sv,  "by"sv,      "case"sv,     "count"sv,   "day"sv,
    "days"sv,      "each"sv,     "ensure"sv,   "ever"sv,     "every"sv,   "everyone"sv, "exactly"sv, "first"sv,
    "follow"sv,    "from"sv,     "happen"sv,   "happened"sv, "hear"sv,    "hour"sv,     "hours"sv,   "in"sv,
    "include"sv,   "includes"sv, "inform"sv,   "invite"sv,   "invited"sv, "involved"sv, "is"sv,      "latest"sv,
    "lead"sv,      "least"sv,    "matching"sv, "may"sv,      "missing"sv, "month"sv,    "months"sv,  "most"sv,
    "must"sv,      "never"sv,    "none"sv,     "not"sv,      "of"sv,      "on"sv,       "once"sv,    "or"sv,
    "otherwise"sv, "pausing"sv,  "record"sv,   "recorded"sv, "repeat"sv,  "same"sv,     "shared"sv,  "since"sv,
    "the"sv,       "time"sv,     "times"sv,    "to"sv,       "unless"sv,  "until"sv,    "week"sv,    "weeks"sv,
    "when"sv,      "where"sv,    "with"sv,     "within"sv,   "working"sv, "year"sv,     "years"sv,
};
static_assert(std::is_sorted(keywords.begin(), keywords.end()));

constexpr std::array no_attributes{"age"sv, "and"sv, "between"sv, "case"sv, "count"sv, "not"sv, "or"sv, "time"sv};
}  // namespace

bool reserved(std::string_view word) {
    return std::binary_search(keywords.begin(), keywords.end(), word);
}

bool reserved_attribute(std::string_view word) {
    return std::find(no_attributes.begin(), no_attributes.end(), word) != no_attributes.end();
}

bool reserved_value(std::string_view word) {
    return reserved_attribute(word) || word == "when" || word == "unless" || word == "recorded" || word == "missing";
}

}  // namespace csapath::rules
