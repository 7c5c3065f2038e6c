// SPDX-License-Identifier: MIT
/// A condition ready to run: a short flat program, three-valued, that allocates nothing.
#pragma once

#include <string>
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
    /// `words` must outlive the program (groups of agencies are taken from it at compile time; it is kept for telling).
    Program(typed::Condition condition, const Vocabulary& words);

    Truth evaluate(const Questions& questions) const;

    /// The same evaluation, told: which part decided, with the values used, in plain English and in the order of the
    /// condition: "risk was red (risk in (red, amber))", "age is not known". Parts that did not matter are left out.
    std::vector<std::string> why(const Questions& questions) const;

    const typed::Condition& condition() const { return condition_; }
    const Needs& needs() const { return needs_; }

private:
    struct Op;
    typed::Condition condition_;
    const Vocabulary* words_;
    Needs needs_;
    std::vector<Op> ops_;
};

}  // namespace csapath::rules
