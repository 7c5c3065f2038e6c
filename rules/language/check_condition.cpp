// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "rules/language/checker.hpp"
#include "rules/language/expected_words.hpp"

namespace csapath::rules {

namespace {

using Kind = Type::Kind;
using typed::Relation;

bool list(const Type& type) {
    return type.kind == Kind::many_of || type.kind == Kind::agencies;
}
bool ordered(const Type& type) {
    return type.kind == Kind::number || type.kind == Kind::date || type.kind == Kind::instant;
}

Relation relation(ast::Comparison how) {
    constexpr std::array relations{Relation::less, Relation::less_or_equal, Relation::greater,
                                   Relation::greater_or_equal};
    return relations[static_cast<std::size_t>(how)];
}

/// A list may be held against another of its kind, or against one thing of the kind that it lists.
bool comparable(const Type& list, const Type& other) {
    if (list.kind == Kind::agencies) return other.kind == Kind::agencies || other.kind == Kind::agency;
    return (other.kind == Kind::many_of || other.kind == Kind::one_of) && list.values == other.values;
}

}  // namespace

/// One test. Each of its functions answers empty once it has said what is wrong.
struct TestChecker {
    using Made = std::optional<decltype(typed::Condition::test)>;
    Checker& checker;

    template <class Several, class Parts>
    Made several(const Parts& parts) {
        Several made;
        bool right = true;
        for (const ast::Condition& part : parts) {
            auto one = checker.condition(part);
            right = right && one;
            if (one) made.parts.push_back(*std::move(one));
        }
        return right ? Made{std::move(made)} : std::nullopt;
    }
    Made operator()(const ast::All& all) { return several<typed::All>(all.parts); }
    Made operator()(const ast::Any& any) { return several<typed::Any>(any.parts); }
    Made operator()(const ast::Not& negated) {
        auto part = checker.condition(negated.part.front());
        return part ? Made{opposite(*std::move(part))} : std::nullopt;
    }
    static typed::Not opposite(typed::Condition part) {
        typed::Not made;
        made.part.push_back(std::move(part));
        return made;
    }

    Made operator()(const ast::Is& is) {
        if (const auto* path = std::get_if<ast::Path>(&is.left.what)) {
            const auto left = checker.path(*path);
            if (!left) return std::nullopt;
            if (list(checker.type(*left))) {
                checker.error(Code::rule_type, is.right.where,
                              quoted(path->where.text()) + " is " + described(checker.type(*left)) +
                                  ", which is compared with 'includes'",
                              "write: " + std::string{path->where.text()} + " includes (…), or count of " +
                                  std::string{path->where.text()} + " is 0");
                return std::nullopt;
            }
            const auto right = checker.constant(is.right, *left);
            if (!right) return std::nullopt;
            return typed::Compare{*left, is.negated ? Relation::is_not : Relation::is, *right};
        }
        return compared(is.left, is.negated ? Relation::is_not : Relation::is, is.right);
    }

    Made operator()(const ast::Compare& compare) {
        if (const auto* path = std::get_if<ast::Path>(&compare.left.what)) {
            const auto left = checker.path(*path);
            if (!left) return std::nullopt;
            if (!ordered(checker.type(*left))) {
                checker.error(Code::rule_type, compare.left.where,
                              quoted(path->where.text()) + " is " + described(checker.type(*left)) +
                                  ", which has no more and no less",
                              list(checker.type(*left)) ? "write: count of " + std::string{path->where.text()} : "");
                return std::nullopt;
            }
            const auto right = checker.constant(compare.right, *left);
            if (!right) return std::nullopt;
            return typed::Compare{*left, relation(compare.how), *right};
        }
        return compared(compare.left, relation(compare.how), compare.right);
    }

    /// age, count of, time since
    Made compared(const ast::Quantity& left, Relation relation, const ast::Literal& right) {
        const auto quantity = std::visit([this](const auto& what) { return this->quantity(what); }, left.what);
        const bool counts = std::holds_alternative<ast::CountOf>(left.what);
        const bool age = std::holds_alternative<ast::Age>(left.what);
        const auto constant =
            counts ? checker.number(right, "a count") : checker.period(right, age ? "an age" : "a time since");
        if (!quantity || !constant) return std::nullopt;
        if (age && (constant->period.unit == Unit::hours || constant->period.unit == Unit::working_days)) {
            checker.error(Code::rule_type, right.where, "an age is counted in days, weeks, months or years");
            return std::nullopt;
        }
        const bool nothing = counts ? constant->number == 0 : !age && constant->period.count == 0;
        if (nothing && (relation == Relation::less || relation == Relation::greater_or_equal))
            checker.warning(Code::rule_always, joined(left.where, right.where),
                            relation == Relation::less ? "this is never so: nothing here is below 0"
                                                       : "this is always so: nothing here is below 0");
        return typed::Compare{*quantity, relation, *constant};
    }
    std::optional<typed::Quantity> quantity(const ast::Path& path) {
        const auto found = checker.path(path);
        return found ? std::optional<typed::Quantity>{*found} : std::nullopt;
    }
    std::optional<typed::Quantity> quantity(const ast::Age&) { return typed::Age{}; }
    std::optional<typed::Quantity> quantity(const ast::CountOf& count) {
        if (names_step(count.of)) {
            const auto step = checker.step(count.of.attribute);
            return step ? std::optional<typed::Quantity>{typed::CountOfStep{*step}} : std::nullopt;
        }
        const auto path = checker.path(count.of);
        if (!path) return std::nullopt;
        if (!list(checker.type(*path))) {
            checker.error(Code::rule_type, count.of.where,
                          "steps and lists are counted, and " + quoted(count.of.where.text()) + " is " +
                              described(checker.type(*path)));
            return std::nullopt;
        }
        return typed::CountOfList{*path};
    }
    std::optional<typed::Quantity> quantity(const ast::TimeSince& since) {
        if (names_step(since.of)) {
            const auto step = checker.step(since.of.attribute);
            return step ? std::optional<typed::Quantity>{typed::SinceStep{*step}} : std::nullopt;
        }
        const auto date = checker.date(since.of);
        return date ? std::optional<typed::Quantity>{typed::SinceDate{*date}} : std::nullopt;
    }
    /// A word that is both a step and a fact is the step.
    bool names_step(const ast::Path& path) const {
        return !path.owner && checker.words().step(path.attribute.text).has_value();
    }

    Made operator()(const ast::Recorded& recorded) {
        const auto path = checker.path(recorded.path);
        if (!path) return std::nullopt;
        typed::Recorded made{*path};
        if (recorded.negated == recorded.says_missing) return made;
        return opposite({made, recorded.path.where});
    }

    Made operator()(const ast::In& in) {
        const auto path = checker.path(in.path);
        if (!path) return std::nullopt;
        const Type& type = checker.type(*path);
        if (type.kind == Kind::yes_no || list(type)) {
            checker.error(
                Code::rule_type, in.path.where,
                quoted(in.path.where.text()) + " is " + described(type) + ", and 'in' asks for one of several",
                "write: " + std::string{in.path.where.text()} + (list(type) ? " includes any of (…)" : " is yes"));
            return std::nullopt;
        }
        auto values = checker.constants(in.values, *path);
        if (!values) return std::nullopt;
        if (type.kind == Kind::one_of && values->size() == type.values.size())
            checker.warning(Code::rule_always, joined(in.path.where, in.values.back().where),
                            "these are all the values there are; 'is recorded' asks whether there is one");
        return typed::In{*path, *std::move(values)};
    }

    Made operator()(const ast::Includes& includes) {
        const auto path = checker.path(includes.path);
        if (!path) return std::nullopt;
        if (!list(checker.type(*path))) {
            checker.error(Code::rule_type, includes.path.where,
                          "only a list includes something, and " + quoted(includes.path.where.text()) + " is " +
                              described(checker.type(*path)),
                          "write: " + std::string{includes.path.where.text()} + " is …");
            return std::nullopt;
        }
        typed::Includes made{*path, includes.how == ast::Includes::How::any, {}, {}};
        if (const auto* literals = std::get_if<std::vector<ast::Literal>>(&includes.values))
            return with_values(std::move(made), *literals);
        return with_path(std::move(made), std::get<ast::Path>(includes.values));
    }
    Made with_values(typed::Includes made, const std::vector<ast::Literal>& literals) {
        auto values = checker.constants(literals, made.path);
        if (!values) return std::nullopt;
        made.values = *std::move(values);
        return made;
    }
    Made with_path(typed::Includes made, const ast::Path& written) {
        // `attended includes police` without brackets: a word that is a value and no attribute can mean only that.
        const bool attribute = written.owner || checker.words().attribute(written.attribute.text);
        if (!attribute && is_value(made.path, written.attribute.text))
            return with_values(std::move(made), {{ast::Literal::Word{written.attribute.text, false}, written.where}});
        const auto other = checker.path(written);
        if (!other) return std::nullopt;
        if (!comparable(checker.type(made.path), checker.type(*other))) {
            checker.error(Code::rule_type, written.where,
                          quoted(written.where.text()) + " is " + described(checker.type(*other)) +
                              ", and cannot be included in " + described(checker.type(made.path)));
            return std::nullopt;
        }
        made.other = other;
        return made;
    }
    bool is_value(const typed::Path& list, const std::string& word) const {
        const Type& type = checker.type(list);
        if (type.kind == Kind::agencies) return checker.words().agency(word).has_value();
        return std::find(type.values.begin(), type.values.end(), word) != type.values.end();
    }

    Made operator()(const ast::Order& order) {
        const auto left = checker.date(order.left), right = checker.date(order.right);
        if (!left || !right) return std::nullopt;
        if (*left == *right)
            checker.warning(Code::rule_always, joined(order.left.where, order.right.where),
                            "this is never so: both are the same date");
        return typed::Order{*left, order.before, *right};
    }
    Made operator()(const ast::Happened& happened) {
        const auto step = checker.step(happened.step);
        if (!step) return std::nullopt;
        return typed::Happened{*step, happened.ever, happened.within};
    }
    Made operator()(const ast::Between& between) {
        const auto steps = checker.two_steps(between.from, between.to);
        if (!steps) return std::nullopt;
        return typed::Between{steps->first, steps->second};
    }
};

std::optional<typed::Condition> Checker::condition(const ast::Condition& written) {
    auto test = std::visit(TestChecker{*this}, written.test);
    if (!test) return std::nullopt;
    warn_of_certainties(written, *this);
    return typed::Condition{*std::move(test), written.where};
}

bool Checker::condition(const std::optional<ast::Condition>& written, std::optional<typed::Condition>& into) {
    if (!written) return true;
    into = condition(*written);
    return into.has_value();
}

bool Checker::provisos(const ast::Provisos& written, typed::Provisos& into) {
    const bool when = condition(written.when, into.when);
    const bool unless = condition(written.unless, into.unless);
    return when && unless;
}

}  // namespace csapath::rules
