// SPDX-License-Identifier: MIT
/// Whether one condition is at least as true as another, whatever is recorded.
///
/// Decided, not guessed: everything that the two conditions ask about is supposed in every way that could make a
/// difference to them (each value of an enumeration, a number or an age below, at and above each bound, a list with and
/// without each of its values, nothing recorded, something that cannot be read), and both are evaluated as they would
/// be on a case.
#pragma once

#include <string>
#include <vector>

#include "rules/language/typed.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/value/truth.hpp"

namespace csapath::rules {

struct Implication {
    /// Unknown where it cannot be decided: there are too many ways, or a way in which it would not hold may be none
    /// that can come about (what is asked of one step in two forms is supposed independently).
    Truth holds = Truth::yes;
    /// Where it does not hold, in plain words: "risk was amber". Empty where that cannot be told.
    std::vector<std::string> where_not = {};
};

/// Whether `left` is never truer than `right`, in the order no, unknown, yes: where left holds right holds, and where
/// right is false left is. Both were checked against `words`, for the same step and place.
Implication implies(const typed::Condition& left, const typed::Condition& right, const Vocabulary& words);

/// Conditions that hold, or fail, whatever is recorded.
inline typed::Condition always() {
    return {.test = typed::All{}, .where = {}};
}
inline typed::Condition never() {
    return {.test = typed::Any{}, .where = {}};
}

}  // namespace csapath::rules
