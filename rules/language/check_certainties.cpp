// SPDX-License-Identifier: MIT
// Conditions that are true always or never, where two parts of an `and` or `or` show it.
#include <utility>

#include "rules/language/checker.hpp"

namespace csapath::rules {

namespace {

/// A condition without its negations, and whether there was an odd number of them.
struct Stripped {
    ast::Condition condition;
    bool negated = false;
};

Stripped stripped(ast::Condition condition) {
    if (auto* inner = std::get_if<ast::Not>(&condition.test)) {
        Stripped made = stripped(std::move(inner->part.front()));
        made.negated = !made.negated;
        return made;
    }
    if (auto* is = std::get_if<ast::Is>(&condition.test)) {
        const bool negated = std::exchange(is->negated, false);
        return {std::move(condition), negated};
    }
    if (auto* recorded = std::get_if<ast::Recorded>(&condition.test)) {
        const bool negated = recorded->negated != recorded->says_missing;
        recorded->negated = recorded->says_missing = false;
        return {std::move(condition), negated};
    }
    if (auto* compare = std::get_if<ast::Compare>(&condition.test)) {
        using Comparison = ast::Comparison;
        const bool negated = compare->how == Comparison::greater_or_equal || compare->how == Comparison::greater;
        if (negated)
            compare->how = compare->how == Comparison::greater_or_equal ? Comparison::less : Comparison::less_or_equal;
        return {std::move(condition), negated};
    }
    return {std::move(condition), false};
}

bool opposites(const ast::Condition& one, const ast::Condition& other) {
    const Stripped left = stripped(one), right = stripped(other);
    return left.negated != right.negated && left.condition == right.condition;
}

/// red and amber: one thing cannot be both.
bool two_values(const ast::Condition& one, const ast::Condition& other) {
    const auto *left = std::get_if<ast::Is>(&one.test), *right = std::get_if<ast::Is>(&other.test);
    if (!left || !right || left->negated || right->negated || !(left->left == right->left)) return false;
    const auto *first = std::get_if<ast::Literal::Word>(&left->right.value),
               *second = std::get_if<ast::Literal::Word>(&right->right.value);
    if (first && second) return first->text != second->text;
    return !(left->right == right->right) && left->right.value.index() == right->right.value.index();
}

/// The number of a bound, where two of them are in one unit.
std::optional<std::pair<std::int64_t, std::int64_t>> bounds(const ast::Literal& one, const ast::Literal& other) {
    if (const auto* left = std::get_if<std::int64_t>(&one.value), *right = std::get_if<std::int64_t>(&other.value);
        left && right)
        return std::pair{*left, *right};
    if (const auto* left = std::get_if<Period>(&one.value), *right = std::get_if<Period>(&other.value);
        left && right && left->unit == right->unit)
        return std::pair<std::int64_t, std::int64_t>{left->count, right->count};
    if (const auto* left = std::get_if<Date>(&one.value), *right = std::get_if<Date>(&other.value); left && right)
        return std::pair<std::int64_t, std::int64_t>{left->days, right->days};
    return std::nullopt;
}

/// Over 10 and under 5.
bool empty_range(const ast::Condition& one, const ast::Condition& other) {
    const auto *low = std::get_if<ast::Compare>(&one.test), *high = std::get_if<ast::Compare>(&other.test);
    if (!low || !high || !(low->left == high->left)) return false;
    const auto upward = [](ast::Comparison how) {
        return how == ast::Comparison::greater || how == ast::Comparison::greater_or_equal;
    };
    if (!upward(low->how)) std::swap(low, high);
    if (!upward(low->how) || upward(high->how)) return false;
    const auto range = bounds(low->right, high->right);
    const bool both_included =
        low->how == ast::Comparison::greater_or_equal && high->how == ast::Comparison::less_or_equal;
    return range && (both_included ? range->first > range->second : range->first >= range->second);
}

template <class Meets>
void each_pair(const ast::Conditions& parts, Meets meets) {
    for (auto one = parts.begin(); one != parts.end(); ++one) {
        for (auto other = one + 1; other != parts.end(); ++other) meets(*one, *other);
    }
}

}  // namespace

void warn_of_certainties(const ast::Condition& condition, Checker& checker) {
    if (const auto* all = std::get_if<ast::All>(&condition.test)) {
        each_pair(all->parts, [&](const ast::Condition& one, const ast::Condition& other) {
            if (opposites(one, other) || two_values(one, other) || empty_range(one, other))
                checker.warning(Code::rule_always, joined(one.where, other.where),
                                "this is never so: the one leaves nothing for the other");
        });
    }
    if (const auto* any = std::get_if<ast::Any>(&condition.test)) {
        each_pair(any->parts, [&](const ast::Condition& one, const ast::Condition& other) {
            if (opposites(one, other))
                checker.warning(Code::rule_always, joined(one.where, other.where),
                                "this is always so: it is the one or the other");
        });
    }
}

}  // namespace csapath::rules
