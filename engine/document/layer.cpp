// SPDX-License-Identifier: MIT
#include "engine/document/layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "engine/document/characters.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {
namespace {

using rules::Code;

constexpr std::string_view rule_key = "rule";

/// What the value of a key is: only steps and rules are more than maps and values.
enum class Place : std::uint8_t { document, steps, step, edges, demands, rule, whole, other };

Place place_of(Place owner, std::string_view key) {
    switch (owner) {
        case Place::document:
            return key == "steps" ? Place::steps : Place::other;
        case Place::steps:
            return Place::step;
        case Place::step:
            return key == "next" ? Place::edges : key == "must" ? Place::demands : Place::other;
        case Place::edges:
        case Place::demands:
            return Place::rule;
        case Place::rule:
            return key == departs_key ? Place::whole : Place::other;
        case Place::whole:
        case Place::other:
            break;
    }
    return Place::other;
}

/// The key of an edge with its targets in one order: `b or a as x` is `a or b as x`.
std::string edge_name(std::string_view key) {
    std::set<std::string> targets;
    std::string rest;
    for (std::size_t at = key.find_first_not_of(' '); at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        const std::string word{key.substr(at, end - at)};
        if (word == "as" || !rest.empty())
            rest += ' ' + word;
        else if (word != "or")
            targets.insert(word);
        at = std::min(key.find_first_not_of(' ', end), key.size());
    }
    std::string name;
    for (const std::string& target : targets) name += (name.empty() ? "" : " or ") + target;
    return name + rest;
}

Node::Entry* same_entry(Node& map, const std::string& key, Place place) {
    const auto same = [&](const Node::Entry& entry) {
        return entry.key.text == key || (place == Place::edges && edge_name(entry.key.text) == edge_name(key));
    };
    const auto found = std::ranges::find_if(map.entries, same);
    return found == map.entries.end() ? nullptr : &*found;
}

/// A rule as a map, with the bare sentence under `rule`.
Node as_map(Node rule) {
    if (!rule.is_scalar()) return rule;
    Node map;
    map.kind = Node::Kind::map;
    map.where = rule.where;
    rules::Passage key{.text = std::string{rule_key}, .where = rule.where, .pieces = {}};
    map.entries.push_back({std::move(key), std::move(rule)});
    return map;
}

class Layering {
public:
    explicit Layering(rules::Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

    void lay(Node& lower, const Node& upper, Place place) {
        if (place == Place::rule && lower.is_map() != upper.is_map() && !lower.is_list() && !upper.is_list()) {
            lower = as_map(std::move(lower));
            return merge(lower, as_map(upper), place);
        }
        if (lower.is_map() != upper.is_map()) {
            diagnostics_.add({.code = Code::layer_kind,
                              .where = upper.where,
                              .message = upper.is_map() ? "a map of keys and values over what is none"
                                                        : "this would replace a map of keys and values",
                              .also = {{lower.where, "this is what it would lie over"}}});
            return;
        }
        if (!lower.is_map() || place == Place::whole)
            lower = upper;
        else
            merge(lower, upper, place);
    }

    std::vector<Removed> removed;

private:
    void merge(Node& lower, const Node& upper, Place place) {
        lower.where = upper.where;
        for (const Node::Entry& entry : upper.entries) {
            if (place == Place::document && entry.key.text == extends_key) continue;
            const Place inner = place_of(place, entry.key.text);
            Node::Entry* const found = same_entry(lower, entry.key.text, place);
            if ((inner == Place::step || inner == Place::rule) && entry.value.find(remove_key)) {
                remove(lower, found, entry, inner);
            } else if (found) {
                if (!found->value.is_map()) found->key = entry.key;
                lay(found->value, entry.value, inner);
            } else {
                lower.entries.push_back({entry.key, alone(entry.value, inner)});
            }
        }
    }

    /// What lies over nothing, as if over an empty map: a removal in it removes nothing, which is told.
    Node alone(const Node& upper, Place place) {
        if (!upper.is_map() ||
            (place != Place::steps && place != Place::step && place != Place::edges && place != Place::demands))
            return upper;
        Node nothing;
        nothing.kind = Node::Kind::map;
        merge(nothing, upper, place);
        return nothing;
    }

    void remove(Node& lower, const Node::Entry* found, const Node::Entry& entry, Place place) {
        if (!found) {
            std::vector<std::string> known;
            for (const Node::Entry& other : lower.entries) known.push_back(other.key.text);
            diagnostics_.add(
                {.code = Code::layer_removal,
                 .where = entry.key.where,
                 .message = fmt::format("there is no {} '{}' to remove{}", place == Place::step ? "step" : "rule",
                                        shown(entry.key.text), rules::did_you_mean(entry.key.text, known))});
            return;
        }
        removed.push_back({*found, entry.value});
        lower.entries.erase(lower.entries.begin() + (found - lower.entries.data()));
    }

    rules::Diagnostics& diagnostics_;
};

}  // namespace

Laid laid_over(const Node& lower, const Node& upper, rules::Diagnostics& diagnostics) {
    Laid laid{.document = lower, .removed = {}};
    std::erase_if(laid.document.entries, [](const Node::Entry& entry) { return entry.key.text == extends_key; });
    Layering layering{diagnostics};
    layering.lay(laid.document, upper, Place::document);
    laid.removed = std::move(layering.removed);
    return laid;
}

}  // namespace csapath::engine
