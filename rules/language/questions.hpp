// SPDX-License-Identifier: MIT
/// What a condition may ask while it is evaluated. The engine answers from a case; tests answer from a table.
#pragma once

#include <compare>
#include <cstdint>

#include "rules/language/typed.hpp"
#include "rules/value/truth.hpp"
#include "rules/value/value.hpp"

namespace csapath::rules {

class Questions {
public:
    virtual ~Questions() = default;

    virtual Value value(const typed::Path& path) const = 0;

    /// How often a step has occurred up to and including the moment of judging; never unknown, but `least` and
    /// `most` differ where it is not known whether some event is an occurrence.
    struct Count {
        std::int64_t least = 0, most = 0;
    };
    virtual Count count(StepId step) const = 0;

    /// Whether the step occurred before the moment of judging (in the episode; in the case with `ever`), and not
    /// longer ago than `within`.
    virtual Truth happened(StepId step, bool ever, const Period* within) const = 0;
    /// `from` has happened and no `to` since.
    virtual Truth between(StepId from, StepId to) const = 0;

    /// How the age at the activation stands to a length of time: less, equivalent (to the day) or greater;
    /// unordered where it is not known.
    virtual std::partial_ordering age_against(Period period) const = 0;
    /// How the time since the step last happened (or since a date) stands to a length of time.
    virtual std::partial_ordering since_against(StepId step, Period period) const = 0;
    virtual std::partial_ordering since_against(const typed::Path& date, Period period) const = 0;
};

}  // namespace csapath::rules
