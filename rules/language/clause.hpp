// SPDX-License-Identifier: MIT
/// One clause of a condition, a single test, made ready to be asked often. The inside of condition.cpp and why.cpp.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "rules/language/attribute_question.hpp"
#include "rules/language/questions.hpp"
#include "rules/language/typed.hpp"

namespace csapath::rules {

struct Clause {
    using What = std::variant<typed::Compare, typed::Recorded, typed::In, typed::Includes, typed::Order,
                              typed::Happened, typed::Between>;

    What what;
    /// For each constant that stands for a numbered thing, what satisfies it: itself, and for a group of agencies all
    /// its members. In `includes` another list: for each agency there is (of a many-of fact: nothing, a value is
    /// itself).
    std::vector<Options> satisfied_by;
    /// In `count of` a list of agencies: each group, which adds nothing beside one of its members.
    struct Group {
        AgencyId group{};
        Options members;
    };
    std::vector<Group> groups;
    /// In `before` and `after`: neither side can have a time, so that one day is simply the same.
    bool pure_dates = false;
    /// Of a test that looks at the value of one attribute and at nothing else.
    std::optional<AttributeQuestion> question = {};
};

Clause clause_of(Clause::What what, const Vocabulary& words);

/// Allocates nothing.
Truth evaluate(const Clause& clause, const Questions& questions);

/// How many things a list of agencies or values names; `partial` lists may name more. Of a list that is not missing.
int listed(const Value& list, const Clause& clause);

/// What satisfies a numbered thing of `includes` another list.
Options satisfying(const Clause& clause, std::size_t option);
/// A value as a set: a list, or the one thing that it is.
Options as_options(const Value& value);

}  // namespace csapath::rules
