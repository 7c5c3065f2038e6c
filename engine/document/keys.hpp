// SPDX-License-Identifier: MIT
/// What may stand before a colon.
#pragma once

#include <optional>
#include <string_view>

#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// What is wrong with a key of the map that is the value of the key `under`; empty if nothing is. A key in quotes may
/// be any printable text of one line; any other is a word (a letter, then letters, digits, - or _), directly under
/// `next` words joined by ` or ` with an optional ` as word`, under `facts` and `expect` words joined by dots.
std::optional<rules::Diagnostic> wrong_key(const Node& key, std::string_view under);

/// The same for a key that has no value, most likely because its colon is missing.
std::optional<rules::Diagnostic> wrong_key_alone(const Node& key, std::string_view under);

}  // namespace csapath::engine
