// SPDX-License-Identifier: MIT
#include "engine/document/node.hpp"

#include <algorithm>

namespace csapath::engine {

const Node* Node::find(std::string_view key) const {
    const auto entry =
        std::ranges::find(entries, key, [](const Entry& each) -> std::string_view { return each.key.text; });
    return entry == entries.end() ? nullptr : &entry->value;
}

}  // namespace csapath::engine
