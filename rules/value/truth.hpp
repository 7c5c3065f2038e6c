// SPDX-License-Identifier: MIT
/// Yes, no, or nobody knows. Kleene's three values: what is unknown stays unknown unless the rest decides.
#pragma once

#include <algorithm>
#include <cstdint>

namespace csapath::rules {

enum class Truth : std::uint8_t { no, unknown, yes };  // in this order, so that `and` is the lesser

constexpr Truth truth(bool known) {
    return known ? Truth::yes : Truth::no;
}
constexpr Truth operator!(Truth of) {
    return of == Truth::unknown ? of : of == Truth::yes ? Truth::no : Truth::yes;
}
constexpr Truth operator&(Truth left, Truth right) {
    return std::min(left, right);
}
constexpr Truth operator|(Truth left, Truth right) {
    return std::max(left, right);
}

}  // namespace csapath::rules
