// SPDX-License-Identifier: MIT
#include "rules/language/implication.hpp"

#include <variant>

#include "rules/language/condition.hpp"
#include "rules/language/supposed.hpp"

namespace csapath::rules {

namespace {

/// A condition as a tree of clauses whose answers are supposed.
struct Formula {
    enum class Joint : std::uint8_t { clause, all, any, negated };
    Joint joint = Joint::clause;
    Clause clause = {};
    std::vector<Formula> parts = {};

    Truth evaluate(const Questions& questions) const {
        switch (joint) {
            case Joint::clause:
                return rules::evaluate(clause, questions);
            case Joint::negated:
                return !parts.front().evaluate(questions);
            case Joint::all:
            case Joint::any:
                break;
        }
        Truth now = truth(joint == Joint::all);
        for (const Formula& part : parts)
            now = joint == Joint::all ? now & part.evaluate(questions) : now | part.evaluate(questions);
        return now;
    }
};

struct Compile {
    Supposed& supposed;
    const Vocabulary& words;

    Formula several(Formula::Joint joint, const std::vector<typed::Condition>& conditions) const {
        Formula formula{.joint = joint};
        for (const typed::Condition& each : conditions) formula.parts.push_back(std::visit(*this, each.test));
        return formula;
    }
    Formula operator()(const typed::All& all) const { return several(Formula::Joint::all, all.parts); }
    Formula operator()(const typed::Any& any) const { return several(Formula::Joint::any, any.parts); }
    Formula operator()(const typed::Not& negated) const { return several(Formula::Joint::negated, negated.part); }
    template <class Test>
    Formula operator()(const Test& test) const {
        return {.clause = supposed.ask(clause_of(test, words))};
    }
};

/// What was supposed, as the one that asks about it tells it.
std::vector<std::string> told(const typed::Condition& left, const typed::Condition& right, const Supposed& supposed,
                              const Vocabulary& words) {
    if (!supposed.tellable()) return {};
    auto lines = Program{left, words}.why(supposed);
    return lines.empty() ? Program{right, words}.why(supposed) : lines;
}

}  // namespace

Implication implies(const typed::Condition& left, const typed::Condition& right, const Vocabulary& words) {
    if (!left.where.empty() && left.where.text() == right.where.text()) return {};
    Supposed supposed{words};
    const Compile compile{supposed, words};
    const Formula from = std::visit(compile, left.test), to = std::visit(compile, right.test);
    if (!supposed.begin()) return {.holds = Truth::unknown};
    do {
        if (from.evaluate(supposed) <= to.evaluate(supposed)) continue;
        if (!supposed.exact()) return {.holds = Truth::unknown};
        return {.holds = Truth::no, .where_not = told(left, right, supposed, words)};
    } while (supposed.next());
    return {};
}

}  // namespace csapath::rules
