// SPDX-License-Identifier: MIT
/// Files that the program wrote itself, read again: what every one of them begins with, and how to say what is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/document/json_tree.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// The object of a text whose `format` is `format` ("csapath-baseline") and a version of the major number 1. Minor
/// versions only add, so later ones are read. Empty, and reported, for anything else.
std::optional<JsonNode> saved_object(const std::string& name, std::string_view text, std::string_view format,
                                     rules::Diagnostics& diagnostics);

/// Reads the members of an object; what is missing or of another type is reported once, and stands for nothing.
class SavedMembers {
public:
    /// All must outlive it. `where` says in messages which part it is: "findings[3]", or nothing for the whole.
    SavedMembers(const JsonNode& object, const std::string& name, std::string where, rules::Diagnostics& diagnostics);

    std::string text(std::string_view key);
    std::string text_or_null(std::string_view key);  ///< null is an empty text
    std::uint64_t count(std::string_view key);       ///< 0 or more
    bool yes_no_or_absent(std::string_view key);     ///< no where there is no such key
    /// A list or an object; nullptr, and reported, if it is not there.
    const JsonNode* list(std::string_view key);
    const JsonNode* object(std::string_view key);
    /// The same, where null may stand for it, or nothing at all.
    const JsonNode* list_or_absent(std::string_view key);
    const JsonNode* object_or_null(std::string_view key);
    const JsonNode* object_or_absent(std::string_view key);
    /// The members of an object within this one.
    SavedMembers part(const JsonNode& object, std::string_view key) const;
    void report(std::string_view key, std::string_view expected);

private:
    const JsonNode* wanted(std::string_view key, JsonNode::Kind kind, std::string_view expected);

    const JsonNode& object_;
    const std::string& name_;
    std::string where_;
    rules::Diagnostics& diagnostics_;
};

}  // namespace csapath::engine
