// SPDX-License-Identifier: MIT
/// What was looked into, for people to read.
#pragma once

#include <string>

#include "engine/profile/look.hpp"

namespace csapath::engine {

/// A page of text, at most as wide as other text is. What needs an answer stands behind a question mark.
std::string look_in_text(const Look& look);

/// What a column holds, in a few words: "ids: 200 different values, each 4 times on average".
std::string held_in_words(const ColumnProfile& column);

/// "nearest: referral", "agency police", "yes"; empty if nothing is known.
std::string meaning_in_words(const CodedValue& code);

}  // namespace csapath::engine
