// SPDX-License-Identifier: MIT
#include "rules/language/clause.hpp"

#include <algorithm>
#include <compare>
#include <limits>

namespace csapath::rules {

namespace {

using typed::Constant;
using typed::Relation;

/// How a relation comes out for every value from `least` to `most`.
Truth within(Relation relation, std::int64_t least, std::int64_t most, std::int64_t bound) {
    const auto all_or_none = [](bool all, bool none) { return all ? Truth::yes : none ? Truth::no : Truth::unknown; };
    switch (relation) {
        case Relation::is:
            return all_or_none(least == bound && most == bound, bound < least || bound > most);
        case Relation::is_not:
            return !within(Relation::is, least, most, bound);
        case Relation::less:
            return all_or_none(most < bound, least >= bound);
        case Relation::less_or_equal:
            return all_or_none(most <= bound, least > bound);
        case Relation::greater:
            return !within(Relation::less_or_equal, least, most, bound);
        case Relation::greater_or_equal:
            return !within(Relation::less, least, most, bound);
    }
    return Truth::unknown;
}

Truth holds(Relation relation, std::int64_t value, std::int64_t bound) {
    switch (relation) {
        case Relation::is:
            return truth(value == bound);
        case Relation::is_not:
            return truth(value != bound);
        case Relation::less:
            return truth(value < bound);
        case Relation::less_or_equal:
            return truth(value <= bound);
        case Relation::greater:
            return truth(value > bound);
        case Relation::greater_or_equal:
            return truth(value >= bound);
    }
    return Truth::unknown;
}

Truth holds(Relation relation, std::partial_ordering standing) {
    if (standing == std::partial_ordering::unordered) return Truth::unknown;
    return holds(relation, standing < 0 ? -1 : standing > 0 ? 1 : 0, 0);
}

struct CompareWith {
    const Clause& clause;
    const Questions& questions;
    Relation relation;
    const Constant& right;

    Truth operator()(const typed::Path& path) const { return clause.question->answer(questions.value(path)); }
    Truth operator()(const typed::Age&) const { return holds(relation, questions.age_against(right.period)); }
    Truth operator()(const typed::CountOfStep& count) const {
        const Questions::Count found = questions.count(count.step);
        return within(relation, found.least, found.most, right.number);
    }
    Truth operator()(const typed::CountOfList& count) const {
        const Value list = questions.value(count.list);
        if (!list.known()) return Truth::unknown;
        // A name that nobody knows may be one more, or another name of one that is there.
        const std::int64_t least = listed(list, clause);
        const std::int64_t most = list.partial ? std::numeric_limits<std::int64_t>::max() : least;
        return within(relation, least, most, right.number);
    }
    Truth operator()(const typed::SinceStep& since) const {
        return holds(relation, questions.since_against(since.step, right.period));
    }
    Truth operator()(const typed::SinceDate& since) const {
        return holds(relation, questions.since_against(since.date, right.period));
    }
};

struct Evaluation {
    const Clause& clause;
    const Questions& questions;

    Truth operator()(const typed::Compare& compare) const {
        return std::visit(CompareWith{clause, questions, compare.relation, compare.right}, compare.left);
    }
    Truth operator()(const typed::Recorded& recorded) const {
        return clause.question->answer(questions.value(recorded.path));
    }
    Truth operator()(const typed::In& in) const { return clause.question->answer(questions.value(in.path)); }
    Truth operator()(const typed::Includes& includes) const {
        if (!includes.other) return clause.question->answer(questions.value(includes.path));
        const Value list = questions.value(includes.path);
        if (!list.known()) return Truth::unknown;
        const Value other = questions.value(*includes.other);
        if (!other.known()) return Truth::unknown;
        Truth all = Truth::yes, any = Truth::no;
        const Options options = as_options(other);
        for (std::size_t each = 0; each < Options::most; ++each) {
            if (!options.has(each)) continue;
            const bool there = !(list.options & satisfying(clause, each)).none();
            const Truth found = there ? Truth::yes : list.partial ? Truth::unknown : Truth::no;
            all = all & found;
            any = any | found;
        }
        if (other.partial) {
            all = all & Truth::unknown;
            any = any | Truth::unknown;
        }
        return includes.any ? any : all;
    }
    Truth operator()(const typed::Order& order) const {
        const Value left = questions.value(order.left), right = questions.value(order.right);
        if (!left.known() || !right.known()) return Truth::unknown;
        std::partial_ordering standing = left.moment.day <=> right.moment.day;
        if (standing == 0 && !clause.pure_dates) standing = rules::order(left.moment, right.moment);
        return holds(order.before ? Relation::less : Relation::greater, standing);
    }
    Truth operator()(const typed::Happened& happened) const {
        return questions.happened(happened.step, happened.ever, happened.within ? &*happened.within : nullptr);
    }
    Truth operator()(const typed::Between& between) const { return questions.between(between.from, between.to); }
};

Options satisfied_by(const Constant& constant, Type::Kind kind, const Vocabulary& words) {
    if (constant.kind != Constant::Kind::option) return {};
    if (kind == Type::Kind::agency || kind == Type::Kind::agencies)
        return words.members(static_cast<AgencyId>(constant.option));
    Options only;
    only.add(constant.option);
    return only;
}

std::optional<AttributeQuestion> question_of(const Clause& clause) {
    if (const auto* compare = std::get_if<typed::Compare>(&clause.what)) {
        const auto* path = std::get_if<typed::Path>(&compare->left);
        if (path) return AttributeQuestion(*path, compare->relation, compare->right, clause.satisfied_by.front());
    }
    if (const auto* recorded = std::get_if<typed::Recorded>(&clause.what)) return AttributeQuestion(*recorded);
    if (const auto* in = std::get_if<typed::In>(&clause.what)) return AttributeQuestion(*in, clause.satisfied_by);
    const auto* includes = std::get_if<typed::Includes>(&clause.what);
    if (includes && !includes->other) return AttributeQuestion(*includes, clause.satisfied_by);
    return std::nullopt;
}

}  // namespace

Clause clause_of(Clause::What what, const Vocabulary& words) {
    const auto kind = [&words](const typed::Path& path) { return words.facts()[path.fact].type.kind; };
    Clause made;
    if (const auto* compare = std::get_if<typed::Compare>(&what)) {
        if (const auto* path = std::get_if<typed::Path>(&compare->left))
            made.satisfied_by.push_back(satisfied_by(compare->right, kind(*path), words));
        const auto* count = std::get_if<typed::CountOfList>(&compare->left);
        if (count && kind(count->list) == Type::Kind::agencies) {
            for (std::size_t each = 0; each < words.agencies().size(); ++each) {
                const auto group = static_cast<AgencyId>(each);
                Options itself;
                itself.add(group);
                const Options members = words.members(group) - itself;
                if (!members.none()) made.groups.push_back({group, members});
            }
        }
    } else if (const auto* in = std::get_if<typed::In>(&what)) {
        for (const Constant& each : in->values) made.satisfied_by.push_back(satisfied_by(each, kind(in->path), words));
    } else if (const auto* includes = std::get_if<typed::Includes>(&what)) {
        for (const Constant& each : includes->values)
            made.satisfied_by.push_back(satisfied_by(each, kind(includes->path), words));
        if (includes->other && kind(includes->path) == Type::Kind::agencies) {
            for (std::size_t each = 0; each < words.agencies().size(); ++each)
                made.satisfied_by.push_back(words.members(static_cast<AgencyId>(each)));
        }
    } else if (const auto* order = std::get_if<typed::Order>(&what)) {
        made.pure_dates = kind(order->left) == Type::Kind::date && kind(order->right) == Type::Kind::date;
    }
    made.what = std::move(what);
    made.question = question_of(made);
    return made;
}

Truth evaluate(const Clause& clause, const Questions& questions) {
    if (clause.question) return clause.question->answer(questions.value(clause.question->path()));  // as most are
    return std::visit(Evaluation{clause, questions}, clause.what);
}

int listed(const Value& list, const Clause& clause) {
    int count = list.options.count();
    for (const Clause::Group& each : clause.groups) {
        if (list.options.has(each.group) && !(list.options & each.members).none()) --count;
    }
    return count;
}

Options satisfying(const Clause& clause, std::size_t option) {
    if (option < clause.satisfied_by.size()) return clause.satisfied_by[option];
    Options only;
    only.add(option);
    return only;
}

Options as_options(const Value& value) {
    if (value.kind == Value::Kind::options) return value.options;
    Options only;
    only.add(value.option);
    return only;
}

}  // namespace csapath::rules
