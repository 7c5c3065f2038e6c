// SPDX-License-Identifier: MIT
#include "rules/language/condition.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "rules/language/parse.hpp"

namespace csapath::rules {

namespace {

/// More than brackets and nots can nest: each bracket may hold an `or` of an `and`, and a `not` needs no stack.
constexpr std::size_t deepest_stack = 4 * static_cast<std::size_t>(deepest_nesting);

template <class Thing>
void once(std::vector<Thing>& all, const Thing& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

Program::Program(typed::Condition condition, const Vocabulary& words)
    : condition_(std::move(condition)), words_(&words) {
    compile(condition_, 0);
}

void Program::compile(const typed::Condition& condition, std::size_t depth) {
    if (depth >= deepest_stack) throw std::length_error("a condition nested deeper than the language allows");
    const auto several = [&](const std::vector<typed::Condition>& parts, Op::Do begin, Op::Do fold) {
        ops_.push_back({begin});
        std::vector<std::size_t> folds;
        for (const typed::Condition& part : parts) {
            compile(part, depth + 1);
            folds.push_back(ops_.size());
            ops_.push_back({fold});
        }
        for (const std::size_t each : folds) ops_[each].to = static_cast<std::uint32_t>(ops_.size());
        ops_.push_back({Op::Do::end});
    };
    std::visit(
        [&](const auto& test) {
            using Test = std::decay_t<decltype(test)>;
            if constexpr (std::is_same_v<Test, typed::All>) {
                several(test.parts, Op::Do::begin_all, Op::Do::fold_all);
            } else if constexpr (std::is_same_v<Test, typed::Any>) {
                several(test.parts, Op::Do::begin_any, Op::Do::fold_any);
            } else if constexpr (std::is_same_v<Test, typed::Not>) {
                compile(test.part.front(), depth + 1);
                ops_.push_back({Op::Do::negate});
            } else {
                ops_.push_back({Op::Do::clause, static_cast<std::uint32_t>(clauses_.size())});
                clauses_.push_back(clause_of(test, *words_));
                look_at(clauses_.back());
            }
        },
        condition.test);
}

void Program::look_at(const Clause& clause) {
    struct Look {
        Needs& needs;
        void operator()(const typed::Path& path) const { once(needs.attributes, path); }
        void operator()(const typed::Age&) const { needs.age = true; }
        void operator()(const typed::CountOfStep& count) const { once(needs.steps, count.step); }
        void operator()(const typed::CountOfList& count) const { (*this)(count.list); }
        void operator()(const typed::SinceStep& since) const { once(needs.steps, since.step); }
        void operator()(const typed::SinceDate& since) const { (*this)(since.date); }

        void operator()(const typed::Compare& compare) const { std::visit(*this, compare.left); }
        void operator()(const typed::Recorded& recorded) const { (*this)(recorded.path); }
        void operator()(const typed::In& in) const { (*this)(in.path); }
        void operator()(const typed::Includes& includes) const {
            (*this)(includes.path);
            if (includes.other) (*this)(*includes.other);
        }
        void operator()(const typed::Order& order) const {
            (*this)(order.left);
            (*this)(order.right);
        }
        void operator()(const typed::Happened& happened) const { once(needs.steps, happened.step); }
        void operator()(const typed::Between& between) const {
            once(needs.steps, between.from);
            once(needs.steps, between.to);
        }
    };
    std::visit(Look{needs_}, clause.what);
}

Truth Program::evaluate(const Questions& questions) const {
    if (clauses_.size() == ops_.size()) return rules::evaluate(clauses_.front(), questions);  // one test, as most are
    std::array<Truth, deepest_stack> stack{};
    std::size_t height = 0;
    Truth now = Truth::yes;
    for (std::size_t at = 0; at < ops_.size(); ++at) {
        const Op& op = ops_[at];
        switch (op.act) {
            case Op::Do::clause:
                now = rules::evaluate(clauses_[op.to], questions);
                break;
            case Op::Do::negate:
                now = !now;
                break;
            case Op::Do::begin_all:
                stack[height++] = Truth::yes;
                break;
            case Op::Do::begin_any:
                stack[height++] = Truth::no;
                break;
            case Op::Do::fold_all:
                stack[height - 1] = stack[height - 1] & now;
                if (stack[height - 1] == Truth::no) at = op.to - 1;
                break;
            case Op::Do::fold_any:
                stack[height - 1] = stack[height - 1] | now;
                if (stack[height - 1] == Truth::yes) at = op.to - 1;
                break;
            case Op::Do::end:
                now = stack[--height];
                break;
        }
    }
    return now;
}

}  // namespace csapath::rules
