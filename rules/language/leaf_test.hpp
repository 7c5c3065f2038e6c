// SPDX-License-Identifier: MIT
/// The single tests of a condition: how each is answered, and how its answer is told.
#pragma once

#include <string>

#include "rules/language/condition.hpp"

namespace csapath::rules {

class LeafTest {
public:
    static Truth answer(const Program::Leaf& leaf, const Questions& questions);
    /// One line: what was found, whichever way it decided.
    static std::string told(const Program::Leaf& leaf, const Questions& questions, const Vocabulary& words);
};

}  // namespace csapath::rules
