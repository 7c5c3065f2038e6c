// SPDX-License-Identifier: MIT
/// Conditions made ready to run, as a rule under the strategy discussion of the small pathway asks them.
#pragma once

#include <string>

#include "rules/language/check.hpp"
#include "rules/language/condition.hpp"
#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixed_answers.hpp"
#include "tests/support/read.hpp"
#include "tests/support/vocabulary.hpp"

namespace csapath::tests {

inline const SmallPathway& small_pathway() {
    static const SmallPathway pathway;
    return pathway;
}

inline rules::Program program(const std::string& text) {
    INFO(text);
    const SmallPathway& pathway = small_pathway();
    rules::Diagnostics diagnostics;
    const rules::ast::Sentence ensure{rules::ast::Ensure{read(rules::parse_condition, text), {}}, {}};
    const auto checked = rules::check(ensure, pathway.strategy_discussion, pathway.words, diagnostics);
    INFO((diagnostics.empty() ? "" : diagnostics.found().front().message));
    REQUIRE(checked);
    return {std::get<rules::typed::Ensure>(*checked).condition, pathway.words};
}

inline rules::Truth answer(const std::string& text, const FixedAnswers& answers) {
    return program(text).evaluate(answers);
}

}  // namespace csapath::tests
