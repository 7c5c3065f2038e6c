// SPDX-License-Identifier: MIT
/// A YAML file as a tree of values, each of which knows where it was written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/text/passage.hpp"

namespace csapath::engine {

struct Node {
    enum class Kind : std::uint8_t { scalar, list, map };
    enum class Style : std::uint8_t { plain, quoted, block };
    struct Entry;

    Kind kind = Kind::scalar;
    Style style = Style::plain;  ///< of a scalar
    rules::Passage scalar;       ///< its text
    std::vector<Node> items;     ///< of a list
    std::vector<Entry> entries;  ///< of a map, in the order of the file; no key stands twice
    rules::Span where;           ///< all of it

    const std::string& text() const { return scalar.text; }
    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_list() const { return kind == Kind::list; }
    bool is_map() const { return kind == Kind::map; }
    /// The value of a key of this map; nullptr if there is none, or this is no map.
    const Node* find(std::string_view key) const;
};

struct Node::Entry {
    rules::Passage key;
    Node value;
};

}  // namespace csapath::engine
