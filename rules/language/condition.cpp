// SPDX-License-Identifier: MIT
#include "rules/language/condition.hpp"

#include <algorithm>
#include <array>

#include "rules/language/leaf_test.hpp"
#include "rules/language/parse.hpp"

namespace csapath::rules {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

template <typename Of>
void add_once(const Of& one, std::vector<Of>& all) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

void needs_of(const typed::Quantity& quantity, Needs& needs) {
    std::visit(Overloaded{[&](const typed::Path& path) { add_once(path, needs.attributes); },
                          [&](const typed::Age&) { needs.age = true; },
                          [&](const typed::CountOfStep& count) { add_once(count.step, needs.steps); },
                          [&](const typed::CountOfList& count) { add_once(count.list, needs.attributes); },
                          [&](const typed::SinceStep& since) { add_once(since.step, needs.steps); },
                          [&](const typed::SinceDate& since) { add_once(since.date, needs.attributes); }},
               quantity);
}

void needs_of(const typed::Condition& condition, Needs& needs) {
    const auto parts = [&](const std::vector<typed::Condition>& all) {
        for (const typed::Condition& part : all) needs_of(part, needs);
    };
    std::visit(
        Overloaded{[&](const typed::All& all) { parts(all.parts); }, [&](const typed::Any& any) { parts(any.parts); },
                   [&](const typed::Not& one) { parts(one.part); },
                   [&](const typed::Compare& test) { needs_of(test.left, needs); },
                   [&](const typed::Recorded& test) { add_once(test.path, needs.attributes); },
                   [&](const typed::In& test) { add_once(test.path, needs.attributes); },
                   [&](const typed::Includes& test) {
                       add_once(test.path, needs.attributes);
                       if (test.other) add_once(*test.other, needs.attributes);
                   },
                   [&](const typed::Order& test) {
                       add_once(test.left, needs.attributes);
                       add_once(test.right, needs.attributes);
                   },
                   [&](const typed::Happened& test) { add_once(test.step, needs.steps); },
                   [&](const typed::Between& test) {
                       add_once(test.from, needs.steps);
                       add_once(test.to, needs.steps);
                   }},
        condition.test);
}

}  // namespace

Program::Program(typed::Condition condition, const Vocabulary& words)
    : condition_(std::move(condition)), words_(&words) {
    needs_of(condition_, needs_);
    compile(condition_);
}

Program::Leaf Program::leaf_of(const typed::Condition& condition) const {
    Leaf leaf;
    std::visit(Overloaded{[](const typed::All&) {}, [](const typed::Any&) {}, [](const typed::Not&) {},
                          [&](const auto& test) { leaf.test = test; }},
               condition.test);
    const auto* includes = std::get_if<typed::Includes>(&leaf.test);
    if (!includes) return leaf;
    const Type::Kind kind = words_->facts()[includes->path.fact].type.kind;
    for (const typed::Constant& value : includes->values) {
        Options wanted;
        if (kind == Type::Kind::agencies)
            wanted = words_->members(static_cast<AgencyId>(value.option));
        else
            wanted.add(value.option);
        leaf.wanted.push_back(wanted);
    }
    return leaf;
}

void Program::compile_leaf(Leaf leaf) {
    ops_.push_back({Op::Kind::test, static_cast<std::uint16_t>(leaves_.size())});
    leaves_.push_back(std::move(leaf));
}

void Program::compile_parts(const std::vector<typed::Condition>& parts, Op::Kind jump, Op::Kind join) {
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            jumps.push_back(ops_.size());
            ops_.push_back({jump, 0});
        }
        compile(parts[i]);
        if (i > 0) ops_.push_back({join, 0});
    }
    for (const std::size_t at : jumps) ops_[at].operand = static_cast<std::uint16_t>(ops_.size());
}

void Program::compile(const typed::Condition& condition) {
    std::visit(
        Overloaded{[&](const typed::All& all) { compile_parts(all.parts, Op::Kind::jump_if_no, Op::Kind::both); },
                   [&](const typed::Any& any) { compile_parts(any.parts, Op::Kind::jump_if_yes, Op::Kind::either); },
                   [&](const typed::Not& one) {
                       compile(one.part.front());
                       ops_.push_back({Op::Kind::negate, 0});
                   },
                   [&](const auto&) { compile_leaf(leaf_of(condition)); }},
        condition.test);
}

Truth Program::evaluate(const Questions& questions) const {
    // Each level of nesting leaves at most one truth waiting, and the parser allows no more levels than this.
    std::array<Truth, deepest_nesting * 2 + 4> stack;
    std::size_t top = 0;
    for (std::size_t at = 0; at < ops_.size();) {
        const Op op = ops_[at++];
        switch (op.kind) {
            case Op::Kind::test:
                stack[top++] = LeafTest::answer(leaves_[op.operand], questions);
                break;
            case Op::Kind::jump_if_no:
                if (stack[top - 1] == Truth::no) at = op.operand;
                break;
            case Op::Kind::jump_if_yes:
                if (stack[top - 1] == Truth::yes) at = op.operand;
                break;
            case Op::Kind::both:
                --top;
                stack[top - 1] = stack[top - 1] & stack[top];
                break;
            case Op::Kind::either:
                --top;
                stack[top - 1] = stack[top - 1] | stack[top];
                break;
            case Op::Kind::negate:
                stack[top - 1] = !stack[top - 1];
                break;
        }
    }
    return stack[0];
}

/// Of parts joined by `and`, a no is decided by the first no, a yes by all; of parts joined by `or` the other way
/// round. What is unknown is so because of the unknown parts.
Truth Program::tell(const typed::Condition& condition, const Questions& questions,
                    std::vector<std::string>& lines) const {
    const auto joined = [&](const std::vector<typed::Condition>& parts, Truth decides) {
        std::vector<std::vector<std::string>> told(parts.size());
        std::vector<Truth> truths;
        Truth result = !decides;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            truths.push_back(tell(parts[i], questions, told[i]));
            result = decides == Truth::no ? result & truths.back() : result | truths.back();
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (truths[i] != result) continue;
            lines.insert(lines.end(), told[i].begin(), told[i].end());
            if (result == decides) break;
        }
        return result;
    };
    return std::visit(Overloaded{[&](const typed::All& all) { return joined(all.parts, Truth::no); },
                                 [&](const typed::Any& any) { return joined(any.parts, Truth::yes); },
                                 [&](const typed::Not& one) { return !tell(one.part.front(), questions, lines); },
                                 [&](const auto&) {
                                     const Leaf leaf = leaf_of(condition);
                                     lines.push_back(LeafTest::told(leaf, questions, *words_));
                                     return LeafTest::answer(leaf, questions);
                                 }},
                      condition.test);
}

std::vector<std::string> Program::why(const Questions& questions) const {
    std::vector<std::string> lines;
    tell(condition_, questions, lines);
    return lines;
}

}  // namespace csapath::rules
