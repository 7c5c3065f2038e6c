// SPDX-License-Identifier: MIT
/// A JSON text as a tree: for files that the program wrote itself and reads again. (Data files are read by
/// engine/readers/json.hpp, which keeps less and is quicker.)
///
/// Numbers are whole; any other number, and any that a 64-bit number cannot hold, is told as `other`, so that nobody
/// takes it for something it is not. json_tree.cpp is a door to the JSON package; no message of the package gets out,
/// since they quote the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace csapath::engine {

struct JsonNode {
    enum class Kind : std::uint8_t { null, yes_no, whole, other, text, list, object };

    Kind kind = Kind::null;
    bool yes = false;
    std::int64_t whole = 0;
    std::string text = {};
    std::vector<std::string> keys = {};  ///< of an object: of each of `items`
    std::vector<JsonNode> items = {};

    /// The member of this name; nullptr if there is none, or if this is no object.
    const JsonNode* member(std::string_view name) const;
};

/// Why a text is no JSON: where, as a byte of the text.
struct JsonProblem {
    std::size_t at = 0;
    bool too_deep = false;
    bool key_twice = false;  ///< a key stands twice in one object
};

inline constexpr std::size_t deepest_json = 64;

/// Empty, and `problem` says why, if the text is anything but one JSON value.
std::optional<JsonNode> json_tree(std::string_view text, JsonProblem& problem);

}  // namespace csapath::engine
