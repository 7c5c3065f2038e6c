// SPDX-License-Identifier: MIT
/// What was looked into, as a mapping to finish by hand.
#pragma once

#include <string>

#include "engine/profile/known_names.hpp"
#include "engine/profile/look.hpp"

namespace csapath::engine {

struct DraftMapping {
    std::string text;        ///< YAML; ends with a line feed
    unsigned questions = 0;  ///< that stand in it
};

/// What the rows and the names decide is written; whatever they leave open is a numbered question in a comment, with
/// the key left out or behind a #. A required key that is left out keeps the mapping from loading, so that nobody runs
/// with a question unanswered. `name` is what the mapping is to be called: any text; a word is made of it.
DraftMapping draft_mapping(const Look& look, const KnownNames& known, const std::string& name);

}  // namespace csapath::engine
