// SPDX-License-Identifier: MIT
/// A condition ready to run: a short flat program, three-valued, that allocates nothing while it is evaluated.
///
/// What a test answers:
///   - a missing value makes it unknown, never false; only `is recorded` is then no (and unknown where something was
///     written that cannot be read, or that two sources disagree about);
///   - a group of agencies is satisfied by any of its members, in `is`, `in` and `includes`;
///   - a list that also names something unknown (`partial`) leaves open what it does not include, and counts at least
///     what is known in it; in `count of` a list of agencies, a group beside one of its own members adds nothing;
///   - a moment against a written date is compared by days. Two facts on one day are the same day if both are dates;
///     else their times decide, and without both times nobody knows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/language/clause.hpp"
#include "rules/language/questions.hpp"
#include "rules/language/typed.hpp"

namespace csapath::rules {

/// What a condition looks at, so that the plan knows what a source must carry for it to be answered.
struct Needs {
    std::vector<typed::Path> attributes;  ///< none twice, in the order of the condition
    std::vector<StepId> steps;            ///< happened, between, count of, time since; likewise
    bool age = false;
};

class Program {
public:
    /// `words` must outlive the program (it is kept for telling). A condition nested deeper than the language allows
    /// is our own mistake, and thrown.
    Program(typed::Condition condition, const Vocabulary& words);

    /// Asks no more than is needed to decide.
    Truth evaluate(const Questions& questions) const;

    /// The question that alone decides it, where it is one test of one attribute; else nullptr. Whoever has the value
    /// at hand need not be asked for it.
    const AttributeQuestion* only_question() const {
        const bool one = ops_.size() == 1 && clauses_.front().question;
        return one ? &*clauses_.front().question : nullptr;
    }

    /// The same evaluation, told: which part decided, with the values used, in plain English and in the order of the
    /// condition: "risk was red", "the age was under 5 years", "outcome is not recorded". Parts that did not matter are
    /// left out. These lines hold data of the case: they belong in results, never in a log.
    std::vector<std::string> why(const Questions& questions) const;

    const typed::Condition& condition() const { return condition_; }
    const Needs& needs() const { return needs_; }

private:
    /// `now` is the truth of what was just evaluated. `begin` opens an `and` or `or` on a small stack, `fold` adds
    /// `now` to it and, where that decides, goes on at `to` (its `end`, which makes it `now` again).
    struct Op {
        enum class Do : std::uint8_t { clause, negate, begin_all, begin_any, fold_all, fold_any, end };
        Do act{};
        std::uint32_t to = 0;  ///< of a clause: its number; of a fold: its end
    };

    void compile(const typed::Condition& condition, std::size_t depth);
    void look_at(const Clause& clause);

    typed::Condition condition_;
    const Vocabulary* words_;
    Needs needs_;
    std::vector<Op> ops_;
    std::vector<Clause> clauses_;  ///< in the order in which they stand in the condition
};

}  // namespace csapath::rules
