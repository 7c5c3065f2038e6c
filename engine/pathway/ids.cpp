// SPDX-License-Identifier: MIT
#include "engine/pathway/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/language/parse.hpp"
#include "rules/language/vocabulary.hpp"

namespace csapath::engine {

namespace {
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool may_follow(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}
}  // namespace

bool is_id(std::string_view text) {
    return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), may_follow);
}

bool usable_id(std::string_view id, const rules::Span& where, std::string_view what, Keywords keywords,
               rules::Diagnostics& diagnostics) {
    if (!is_id(id)) {
        diagnostics.add({.code = rules::Code::pathway_id,
                         .where = where,
                         .message = fmt::format("'{}' cannot be the id of {}", id, what),
                         .help = "an id is a letter of a-z, then letters, digits, - or _"});
        return false;
    }
    const bool taken = (keywords == Keywords::sentence && rules::reserved(id)) ||
                       (keywords != Keywords::free && rules::reserved_attribute(id));
    if (taken) {
        diagnostics.add(
            {.code = rules::Code::pathway_id,
             .where = where,
             .message = fmt::format("'{}' is a word of the sentence language and cannot be the id of {}", id, what),
             .help = "choose another id; the title can say the same"});
    }
    return !taken;
}

void warn_of_near_names(const std::vector<Named>& names, std::string_view what, rules::Diagnostics& diagnostics) {
    std::map<std::string, const Named*> seen;
    for (const Named& named : names) {
        const auto [first, is_new] = seen.emplace(rules::folded_agency(named.name), &named);
        if (is_new || first->second->name == named.name) continue;
        diagnostics.add({.code = rules::Code::pathway_near_ids,
                         .where = named.where,
                         .message = fmt::format("{} '{}' and {} '{}' are two different names that look alike", what,
                                                first->second->name, what, named.name),
                         .also = {{first->second->where, "the other is here"}}});
    }
}

std::string spelled_out(std::string_view id) {
    std::string words{id};
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return words;
}

}  // namespace csapath::engine
