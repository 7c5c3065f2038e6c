// SPDX-License-Identifier: MIT
/// What a fact can hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::rules {

struct Type {
    enum class Kind : std::uint8_t { text, number, yes_no, date, instant, one_of, many_of, agency, agencies, step };

    Kind kind = Kind::text;
    std::vector<std::string> values = {};  ///< of one-of and many-of, in the order of the definition; at most 128

    friend bool operator==(const Type&, const Type&) = default;
};

/// "text", "number", "yes-no", "date", "instant", "one-of", "many-of", "agency", "agencies". (`step` is the type of
/// the built-in attribute `about`; no definition can write it.)
std::string_view name(Type::Kind kind);
std::optional<Type::Kind> type_kind(std::string_view name);

}  // namespace csapath::rules
