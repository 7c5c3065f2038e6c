// SPDX-License-Identifier: MIT
#include "rules/value/type.hpp"

#include <algorithm>
#include <array>

namespace csapath::rules {

namespace {
// In the order of the kinds.
constexpr std::array<std::string_view, 10> names = {"text",   "number",  "yes-no", "date",     "instant",
                                                    "one-of", "many-of", "agency", "agencies", "step"};
}  // namespace

std::string_view name(Type::Kind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<Type::Kind> type_kind(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end() || name == "step") return std::nullopt;
    return static_cast<Type::Kind>(found - names.begin());
}

}  // namespace csapath::rules
