// SPDX-License-Identifier: MIT
#include "rules/language/leaf_test.hpp"

#include <algorithm>

#include "rules/text/snippet.hpp"

namespace csapath::rules {

using typed::Constant;
using typed::Relation;

namespace {

Truth holds(std::partial_ordering order, Relation relation) {
    if (order == std::partial_ordering::unordered) return Truth::unknown;
    switch (relation) {
        case Relation::is:
            return truth(order == 0);
        case Relation::is_not:
            return truth(order != 0);
        case Relation::less:
            return truth(order < 0);
        case Relation::less_or_equal:
            return truth(order <= 0);
        case Relation::greater:
            return truth(order > 0);
        case Relation::greater_or_equal:
            return truth(order >= 0);
    }
    return Truth::unknown;
}

/// How a value stands to a constant; unequal things without an order of their own count as greater.
std::partial_ordering against(const Value& value, const Constant& constant) {
    const auto equal = [](bool same) {
        return same ? std::partial_ordering::equivalent : std::partial_ordering::greater;
    };
    switch (value.kind) {
        case Value::Kind::missing:
            return std::partial_ordering::unordered;
        case Value::Kind::number:
            return value.number <=> constant.number;
        case Value::Kind::yes_no:
            return equal(value.yes == constant.yes);
        case Value::Kind::moment:
            return value.moment.day <=> constant.date;
        case Value::Kind::option:
            return equal(value.option == constant.option);
        case Value::Kind::text:
            return equal(value.text == constant.text);
        case Value::Kind::options:
            return std::partial_ordering::unordered;
    }
    return std::partial_ordering::unordered;
}

/// A number known only to lie between two others.
Truth holds_between(std::int64_t least, std::int64_t most, std::int64_t number, Relation relation) {
    if (least == most) return holds(least <=> number, relation);
    if (number < least) return holds(std::partial_ordering::greater, relation);
    if (number > most) return holds(std::partial_ordering::less, relation);
    const Truth low = holds(least <=> number, relation), high = holds(most <=> number, relation);
    if (relation == Relation::is || relation == Relation::is_not) return Truth::unknown;
    return low == high ? low : Truth::unknown;
}

struct Answer {
    const Questions& questions;
    const std::vector<Options>& wanted;

    Truth operator()(const typed::Compare& test) const {
        const Relation relation = test.relation;
        if (const auto* path = std::get_if<typed::Path>(&test.left))
            return holds(against(questions.value(*path), test.right), relation);
        if (std::holds_alternative<typed::Age>(test.left))
            return holds(questions.age_against(test.right.period), relation);
        if (const auto* count = std::get_if<typed::CountOfStep>(&test.left)) {
            const Questions::Count range = questions.count(count->step);
            return holds_between(range.least, range.most, test.right.number, relation);
        }
        if (const auto* count = std::get_if<typed::CountOfList>(&test.left)) {
            const Value list = questions.value(count->list);
            if (list.kind != Value::Kind::options) return Truth::unknown;
            const std::int64_t known = list.options.count();
            return holds_between(known, list.partial ? std::int64_t{Options::most} : known, test.right.number,
                                 relation);
        }
        if (const auto* since = std::get_if<typed::SinceStep>(&test.left))
            return holds(questions.since_against(since->step, test.right.period), relation);
        return holds(questions.since_against(std::get<typed::SinceDate>(test.left).date, test.right.period), relation);
    }

    Truth operator()(const typed::Recorded& test) const {
        const Value value = questions.value(test.path);
        return value.known() ? Truth::yes : value.spoiled ? Truth::unknown : Truth::no;
    }

    Truth operator()(const typed::In& test) const {
        const Value value = questions.value(test.path);
        Truth result = Truth::no;
        for (const Constant& constant : test.values) result = result | holds(against(value, constant), Relation::is);
        return result;
    }

    Truth operator()(const typed::Includes& test) const {
        const Value list = questions.value(test.path);
        if (list.kind != Value::Kind::options) return Truth::unknown;
        bool included = false;
        bool doubtful = list.partial;
        if (test.other) {
            const Value other = questions.value(*test.other);
            if (other.kind != Value::Kind::options) return Truth::unknown;
            if (test.any) {
                included = !(list.options & other.options).none();
            } else {
                included = (other.options - list.options).none();
                if (included && other.partial) return Truth::unknown;
            }
            doubtful = doubtful || (test.any && other.partial);
        } else {
            const auto has = [&](Options one) { return !(list.options & one).none(); };
            included = test.any ? std::any_of(wanted.begin(), wanted.end(), has)
                                : std::all_of(wanted.begin(), wanted.end(), has);
        }
        return included ? Truth::yes : doubtful ? Truth::unknown : Truth::no;
    }

    Truth operator()(const typed::Order& test) const {
        const Value left = questions.value(test.left), right = questions.value(test.right);
        if (left.kind != Value::Kind::moment || right.kind != Value::Kind::moment) return Truth::unknown;
        const auto order = rules::order(left.moment, right.moment);
        // Two dates without times on one day are the same date, so neither is before the other.
        if (order == std::partial_ordering::unordered)
            return left.moment.timed() || right.moment.timed() ? Truth::unknown : Truth::no;
        return truth(test.before ? order < 0 : order > 0);
    }

    Truth operator()(const typed::Happened& test) const {
        return questions.happened(test.step, test.ever, test.within ? &*test.within : nullptr);
    }
    Truth operator()(const typed::Between& test) const { return questions.between(test.from, test.to); }
};

std::string path_words(const typed::Path& path, const Vocabulary& words) {
    const std::string& name = words.facts()[path.fact].name;
    if (path.from == typed::Path::From::step) return words.steps()[path.step] + "." + name;
    return path.from == typed::Path::From::the_case ? "case." + name : name;
}

std::string value_words(const Value& value, FactId fact, const Vocabulary& words) {
    const Type& type = words.facts()[fact].type;
    const auto option = [&](std::size_t number) -> std::string {
        if (type.kind == Type::Kind::agency || type.kind == Type::Kind::agencies) return words.agencies()[number].id;
        return type.kind == Type::Kind::step ? words.steps()[number] : type.values[number];
    };
    switch (value.kind) {
        case Value::Kind::missing:
            return {};
        case Value::Kind::text:
            return printable(value.text);
        case Value::Kind::number:
            return std::to_string(value.number);
        case Value::Kind::yes_no:
            return value.yes ? "yes" : "no";
        case Value::Kind::moment:
            return spelled(value.moment);
        case Value::Kind::option:
            return option(value.option);
        case Value::Kind::options:
            break;
    }
    std::string list;
    for (std::size_t number = 0; number < Options::most; ++number)
        if (value.options.has(number)) list += (list.empty() ? "" : ", ") + option(number);
    if (value.partial) list += list.empty() ? "a name not known" : ", a name not known";
    return list.empty() ? "nobody" : list;
}

struct Telling {
    const Questions& questions;
    const Vocabulary& words;

    std::string value_of(const typed::Path& path) const {
        const Value value = questions.value(path);
        const std::string name = path_words(path, words);
        if (!value.known()) return name + (value.spoiled ? " cannot be read" : " is not recorded");
        return name + " was " + value_words(value, path.fact, words);
    }

    std::string against_period(const std::string& what, std::partial_ordering order, Period period) const {
        if (order == std::partial_ordering::unordered) return what + " is not known";
        return what + (order < 0 ? " was under " : order > 0 ? " was over " : " was exactly ") + in_words(period);
    }

    std::string operator()(const typed::Compare& test) const {
        if (const auto* path = std::get_if<typed::Path>(&test.left)) return value_of(*path);
        if (std::holds_alternative<typed::Age>(test.left))
            return against_period("the age", questions.age_against(test.right.period), test.right.period);
        if (const auto* count = std::get_if<typed::CountOfStep>(&test.left)) {
            const Questions::Count range = questions.count(count->step);
            std::string text = words.steps()[count->step] + " had happened " + std::to_string(range.least);
            if (range.most != range.least) text += " to " + std::to_string(range.most);
            return text + (range.most == 1 && range.least == 1 ? " time" : " times");
        }
        if (const auto* count = std::get_if<typed::CountOfList>(&test.left)) return value_of(count->list);
        if (const auto* since = std::get_if<typed::SinceStep>(&test.left))
            return against_period("the time since " + words.steps()[since->step],
                                  questions.since_against(since->step, test.right.period), test.right.period);
        const typed::Path& date = std::get<typed::SinceDate>(test.left).date;
        return against_period("the time since " + path_words(date, words),
                              questions.since_against(date, test.right.period), test.right.period);
    }
    std::string operator()(const typed::Recorded& test) const { return value_of(test.path); }
    std::string operator()(const typed::In& test) const { return value_of(test.path); }
    std::string operator()(const typed::Includes& test) const {
        return value_of(test.path) + (test.other ? " and " + value_of(*test.other) : "");
    }
    std::string operator()(const typed::Order& test) const {
        return value_of(test.left) + " and " + value_of(test.right);
    }
    std::string operator()(const typed::Happened& test) const {
        const std::string& step = words.steps()[test.step];
        const std::string within = test.within ? " within " + in_words(*test.within) : std::string();
        switch (questions.happened(test.step, test.ever, test.within ? &*test.within : nullptr)) {
            case Truth::yes:
                return step + " had happened" + within;
            case Truth::no:
                return step + " had not happened" + within;
            case Truth::unknown:
                break;
        }
        return "whether " + step + " had happened" + within + " is not known";
    }
    std::string operator()(const typed::Between& test) const {
        const std::string between = "between " + words.steps()[test.from] + " and " + words.steps()[test.to];
        switch (questions.between(test.from, test.to)) {
            case Truth::yes:
                return "it was " + between;
            case Truth::no:
                return "it was not " + between;
            case Truth::unknown:
                break;
        }
        return "whether it was " + between + " is not known";
    }
};

}  // namespace

Truth LeafTest::answer(const Program::Leaf& leaf, const Questions& questions) {
    return std::visit(Answer{questions, leaf.wanted}, leaf.test);
}

std::string LeafTest::told(const Program::Leaf& leaf, const Questions& questions, const Vocabulary& words) {
    return std::visit(Telling{questions, words}, leaf.test);
}

}  // namespace csapath::rules
