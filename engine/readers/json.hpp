// SPDX-License-Identifier: MIT
/// One JSON object, read strictly: a key may stand only once, nothing may follow, and a number that cannot be kept
/// exactly says so. json.cpp is the only door to the JSON package; no message of the package reaches a person, since
/// they quote the data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text/codes.hpp"

namespace csapath::engine {

/// Members and items are kept in one list, each before what it holds; what lies deeper than the levels that are wanted
/// is checked and left out.
class JsonObject {
public:
    static constexpr std::size_t deepest = 64, most_values = 65536;
    static constexpr std::size_t usual_levels = 3;  ///< of lists among the facts of the case, the items too

    explicit JsonObject(std::size_t levels = usual_levels) : levels_(levels) {}

    struct Value {
        enum class Kind : std::uint8_t {
            null,
            text,
            whole,
            other_number,  ///< not a whole number, or too large to be kept exactly
            yes_no,
            list,
            object
        };
        Kind kind = Kind::null;
        bool yes = false;
        std::int64_t whole = 0;
        std::uint32_t key_at = 0, key_size = 0;    ///< of a member: in the texts
        std::uint32_t text_at = 0, text_size = 0;  ///< of a text, and of another number as written; in the texts
        std::uint32_t next = 0;                    ///< the place behind it and all it holds
    };
    struct Problem {
        rules::Code code = rules::Code::json_syntax;
        std::string message;  ///< quotes nothing
        std::size_t at = 0;   ///< byte of the text
        bool at_end = false;  ///< the text ended too soon
    };

    /// Reads `text` from the first byte to the last. A problem: nothing else holds.
    std::optional<Problem> parse(std::string_view text);

    /// The object itself stands at 0, its first member, if it has one, at 1.
    const Value& operator[](std::size_t place) const { return values_[place]; }
    std::string_view key(const Value& member) const { return slice(member.key_at, member.key_size); }
    std::string_view text(const Value& value) const { return slice(value.text_at, value.text_size); }
    /// Calls for each member or item directly in the value at `place`.
    template <class Take>
    void each_in(std::size_t place, Take take) const {
        for (std::size_t at = place + 1; at < values_[place].next; at = values_[at].next) take(values_[at], at);
    }

private:
    class Builder;
    std::string_view slice(std::uint32_t at, std::uint32_t size) const {
        return std::string_view{texts_}.substr(at, size);
    }

    std::size_t levels_;
    std::vector<Value> values_;
    std::string texts_;
};

}  // namespace csapath::engine
