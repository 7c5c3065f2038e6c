// SPDX-License-Identifier: MIT
/// The dates between which something holds.
#pragma once

#include <optional>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// Both ends are inclusive; an end that is missing is open.
struct InForce {
    std::optional<rules::Date> from, until;

    bool on(rules::Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
    bool always() const { return !from && !until; }
    friend bool operator==(const InForce&, const InForce&) = default;
};

}  // namespace csapath::engine
