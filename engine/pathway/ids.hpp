// SPDX-License-Identifier: MIT
/// The names that a definition gives to things: which can be used, and which look too much alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// A letter of a-z or A-Z, then such letters, digits, - or _. Letters of other alphabets are none: some look the same.
bool is_id(std::string_view text);

/// Which words of the sentence language an id must keep clear of.
enum class Keywords : std::uint8_t {
    free,       ///< none: rules, sources, events
    attribute,  ///< the few that cannot name an attribute
    sentence,   ///< all
};

/// Reports an id that cannot be used; `what` it is the id of: "a step".
bool usable_id(std::string_view id, const rules::Span& where, std::string_view what, Keywords keywords,
               rules::Diagnostics& diagnostics);

struct Named {
    std::string name;
    rules::Span where;
};

/// Warns of every two names that differ only in letter case, or in - and _ and space.
void warn_of_near_names(const std::vector<Named>& names, std::string_view what, rules::Diagnostics& diagnostics);

/// "must-be-seen" as words: what a thing without a title is called.
std::string spelled_out(std::string_view id);

}  // namespace csapath::engine
