// SPDX-License-Identifier: MIT
/// Reads the keys of a map, and says what is missing, misspelled or of the wrong kind.
///
///     Fields step{node, "a step", diagnostics};
///     auto title = step.text("title");
///     bool starts = step.yes_no("starts").value_or(false);
///     step.done();                       // anything not asked for by now is an unknown key
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

class Fields {
public:
    /// `what` names the map in messages ("a step", "the definition"). A node that is no map is reported at once, and
    /// then every read answers nothing.
    Fields(const Node& node, std::string what, rules::Diagnostics& diagnostics);

    /// Presence and kind are separate questions: nothing is ever read as a default. Each of these answers empty where
    /// the key is absent, and also, after reporting it, where the value is of the wrong kind.
    const Node* any(std::string_view key);
    const Node* map(std::string_view key);
    const Node* list(std::string_view key);
    const Node* scalar(std::string_view key);
    std::optional<std::string> text(std::string_view key);
    std::optional<bool> yes_no(std::string_view key);  ///< true or false alone
    std::optional<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<rules::Date> date(std::string_view key);  ///< YYYY-MM-DD
    /// The index of the value in `allowed`.
    std::optional<std::size_t> one_of(std::string_view key, std::span<const std::string> allowed);
    /// A list of scalars, or one scalar standing for a list of one.
    std::vector<const Node*> scalars(std::string_view key);

    /// Reports that a required key is missing; called by the reader of the map.
    void require(std::string_view key);
    /// Reports every key that was not asked for, with the nearest of those that were.
    void done();

    bool is_map() const { return node_.is_map(); }
    const Node& node() const { return node_; }

private:
    const Node* of_kind(std::string_view key, Node::Kind wanted);

    const Node& node_;
    std::string what_;
    rules::Diagnostics& diagnostics_;
    std::vector<std::string> asked_;
};

}  // namespace csapath::engine
