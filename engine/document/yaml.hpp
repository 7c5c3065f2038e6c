// SPDX-License-Identifier: MIT
/// Text -> tree, strictly. yaml.cpp is the only door to yaml-cpp.
///
/// YAML has forms that lose or change text without a word (an unclosed quote, a second document, `!done`, `a #b`, a
/// repeated key, an alias). Definitions do without all of them: each is refused with its place and with what to write
/// instead. What is accepted is read the same way by every YAML library.
#pragma once

#include <optional>

#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

struct YamlLimits {
    std::size_t bytes = 1 << 20;
    int depth = 32;
    std::size_t nodes = 50'000;
    std::size_t scalar = 64 << 10;
};

/// The tree of a whole file; empty if anything was refused, and then `diagnostics` says what. Keys are words (a letter,
/// then letters, digits, - or _); directly under a key `next` also words joined by ` or ` with an ` as word`, and under
/// `facts` and `expect` words joined by dots.
std::optional<Node> node_from_yaml(const rules::Source& source, rules::Diagnostics& diagnostics,
                                   const YamlLimits& limits = {});

}  // namespace csapath::engine
