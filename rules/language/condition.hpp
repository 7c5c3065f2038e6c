// SPDX-License-Identifier: MIT
/// A condition ready to run: a short flat program, three-valued, that allocates nothing.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "rules/language/questions.hpp"
#include "rules/language/typed.hpp"

namespace csapath::rules {

/// What a condition looks at, so that the plan knows what a source must carry for it to be answered.
struct Needs {
    std::vector<typed::Path> attributes;
    std::vector<StepId> steps;  ///< happened, between, count of, time since
    bool age = false;
};

class Program {
public:
    /// `words` must outlive the program.
    Program(typed::Condition condition, const Vocabulary& words);

    Truth evaluate(const Questions& questions) const;

    /// The same evaluation, told: the parts that decided, with the values used, in plain English and in the order of
    /// the condition: "risk was red", "the age is not known". Parts that did not matter are left out.
    std::vector<std::string> why(const Questions& questions) const;

    const typed::Condition& condition() const { return condition_; }
    const Needs& needs() const { return needs_; }

private:
    /// A test and, for lists, the sets it asks for: of each thing named, everything that satisfies it.
    struct Leaf {
        std::variant<typed::Compare, typed::Recorded, typed::In, typed::Includes, typed::Order, typed::Happened,
                     typed::Between>
            test;
        std::vector<Options> wanted = {};
    };
    /// Operations on a small stack of truths. A jump leaves the stack as it is: what is on top is the answer.
    struct Op {
        enum class Kind : std::uint8_t { test, jump_if_no, jump_if_yes, both, either, negate };
        Kind kind = Kind::test;
        std::uint16_t operand = 0;  ///< of test: the leaf; of a jump: where to
    };

    void compile(const typed::Condition& condition);
    void compile_parts(const std::vector<typed::Condition>& parts, Op::Kind jump, Op::Kind join);
    void compile_leaf(Leaf leaf);
    Leaf leaf_of(const typed::Condition& condition) const;
    Truth tell(const typed::Condition& condition, const Questions& questions, std::vector<std::string>& lines) const;

    friend class LeafTest;

    typed::Condition condition_;
    const Vocabulary* words_;
    Needs needs_;
    std::vector<Leaf> leaves_;
    std::vector<Op> ops_;
};

}  // namespace csapath::rules
