// SPDX-License-Identifier: MIT
// Program::why: what decided a condition, in plain English.
#include <fmt/format.h>

#include <string>
#include <utility>

#include "rules/language/condition.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::rules {

namespace {

using typed::Constant;
using typed::Relation;

std::string joined_with(const std::vector<std::string>& all, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) text.append(i + 1 == all.size() ? last : ", ");
        text += all[i];
    }
    return text;
}

/// "less than", "more than": how a value stands to what it was compared with.
std::string_view standing(std::partial_ordering to) {
    return to < 0 ? "under " : to > 0 ? "over " : "exactly ";
}

std::string in_quotes(std::string_view text) {
    return fmt::format("\"{}\"", printable(text));
}

std::string often(std::int64_t times) {
    return times == 1 ? "once" : std::to_string(times) + " times";
}

/// Tells one clause that came out as `truth`.
class ClauseTeller {
public:
    ClauseTeller(const Clause& clause, const Questions& questions, const Vocabulary& words, Truth truth)
        : clause_(clause), questions_(questions), words_(words), truth_(truth) {}

    std::string operator()(const typed::Compare& compare) const {
        return std::visit([&](const auto& left) { return compared(left, compare); }, compare.left);
    }

    std::string operator()(const typed::Recorded& recorded) const {
        return truth_ == Truth::yes ? name(recorded.path) + " is recorded" : missing(recorded.path);
    }

    std::string operator()(const typed::In& in) const {
        const Value value = questions_.value(in.path);
        if (!value.known()) return missing(in.path);
        const std::string was = name(in.path) + " was " + shown(value, in.path);
        return truth_ == Truth::yes ? was : was + ", not " + joined_with(constants(in.values, in.path), " or ");
    }

    std::string operator()(const typed::Includes& includes) const {
        const Value list = questions_.value(includes.path);
        if (!list.known()) return missing(includes.path);
        std::vector<std::string> there, lacking;
        const auto sort = [&](std::string wanted, const Options& satisfied_by) {
            ((list.options & satisfied_by).none() ? lacking : there).push_back(std::move(wanted));
        };
        if (includes.other) {
            const Value other = questions_.value(*includes.other);
            if (!other.known()) return missing(*includes.other);
            const Options options = as_options(other);
            for (std::size_t each = 0; each < Options::most; ++each) {
                if (options.has(each))
                    sort(option(static_cast<std::uint32_t>(each), includes.path), satisfying(clause_, each));
            }
            if (truth_ == Truth::unknown && !list.partial)
                return name(*includes.other) + " holds a name that is not known";
        } else {
            const auto names = constants(includes.values, includes.path);
            for (std::size_t i = 0; i < names.size(); ++i) sort(names[i], clause_.satisfied_by[i]);
        }
        const std::string what = name(includes.path);
        if (truth_ == Truth::unknown)
            return what + " holds a name that is not known, and so may include " + joined_with(lacking, " or ");
        if (truth_ == Truth::yes)
            return there.empty() ? what + " had nothing to include" : what + " included " + joined_with(there, " and ");
        return lacking.empty() ? what + " had nothing to include"
                               : what + " did not include " + joined_with(lacking, " or ");
    }

    std::string operator()(const typed::Order& order) const {
        const Value left = questions_.value(order.left), right = questions_.value(order.right);
        if (!left.known()) return missing(order.left);
        if (!right.known()) return missing(order.right);
        if (truth_ == Truth::unknown)
            return name(order.left) + " and " + name(order.right) + " were both on " + spelled(left.moment.day) +
                   ", and their order is not known";
        return name(order.left) + " was " + spelled(left.moment) + " and " + name(order.right) + " was " +
               spelled(right.moment);
    }

    std::string operator()(const typed::Happened& happened) const {
        std::string text = step(happened.step);
        text += truth_ == Truth::no ? " had not happened" : " had happened";
        if (happened.within) text += " within " + in_words(*happened.within);
        return truth_ == Truth::unknown ? uncertain(text) : text;
    }

    std::string operator()(const typed::Between& between) const {
        const std::string text = "between " + step(between.from) + " and " + step(between.to);
        if (truth_ == Truth::unknown) return uncertain("it was " + text);
        return (truth_ == Truth::yes ? "it was " : "it was not ") + text;
    }

private:
    std::string compared(const typed::Path& path, const typed::Compare& compare) const {
        const Value value = questions_.value(path);
        if (!value.known()) return missing(path);
        std::string told = name(path) + " was " + shown(value, path);
        const bool date = compare.right.kind == Constant::Kind::date, holds = truth_ == Truth::yes;
        const std::string_view low = date ? "before " : "under ", high = date ? "after " : "over ";
        const std::string right = constant(compare.right, path);
        const auto beside = [&](bool so, std::string_view how) {
            told.append(so ? ", " : ", not ").append(how).append(right);
        };
        switch (compare.relation) {
            case Relation::is:
                if (!holds) beside(false, "");
                break;
            case Relation::is_not:
                if (holds) beside(false, "");
                break;
            case Relation::less:
                beside(holds, low);
                break;
            case Relation::less_or_equal:
                beside(!holds, high);
                break;
            case Relation::greater:
                beside(holds, high);
                break;
            case Relation::greater_or_equal:
                beside(!holds, low);
                break;
        }
        return told;
    }
    std::string compared(const typed::Age&, const typed::Compare& compare) const {
        const std::partial_ordering age = questions_.age_against(compare.right.period);
        if (age == std::partial_ordering::unordered) return "the age is not known";
        return std::string{"the age was "}.append(standing(age)) + in_words(compare.right.period);
    }
    std::string compared(const typed::CountOfStep& count, const typed::Compare&) const {
        const Questions::Count found = questions_.count(count.step);
        const std::string what = step(count.step) + " had happened ";
        if (found.most == 0) return step(count.step) + " had not happened";
        if (found.least == found.most) return what + often(found.least);
        return uncertain(found.least == 0 ? step(count.step) + " had happened"
                                          : what + "more than " + often(found.least));
    }
    std::string compared(const typed::CountOfList& count, const typed::Compare&) const {
        const Value list = questions_.value(count.list);
        if (!list.known()) return missing(count.list);
        const std::string what = name(count.list) + " named " + std::to_string(listed(list, clause_));
        return list.partial ? what + " and something that is not known" : what;
    }
    std::string compared(const typed::SinceStep& since, const typed::Compare& compare) const {
        return passed(questions_.since_against(since.step, compare.right.period), compare.right.period,
                      step(since.step));
    }
    std::string compared(const typed::SinceDate& since, const typed::Compare& compare) const {
        if (!questions_.value(since.date).known()) return missing(since.date);
        return passed(questions_.since_against(since.date, compare.right.period), compare.right.period,
                      name(since.date));
    }
    std::string passed(std::partial_ordering time, Period period, const std::string& since) const {
        if (time == std::partial_ordering::unordered) return fmt::format("the time since {} is not known", since);
        return fmt::format("the time since {} was {}{}", since, standing(time), in_words(period));
    }

    static std::string uncertain(const std::string& what) { return fmt::format("whether {} is not known", what); }

    const std::string& step(StepId id) const { return words_.steps()[id]; }
    std::string name(const typed::Path& path) const {
        const std::string& fact = words_.facts()[path.fact].name;
        return path.from == typed::Path::From::step ? step(path.step) + "." + fact : fact;
    }
    /// Not recorded is never worded as not done.
    std::string missing(const typed::Path& path) const {
        return name(path) +
               (questions_.value(path).spoiled ? " is recorded in a way that cannot be used" : " is not recorded");
    }

    std::string option(std::uint32_t number, const typed::Path& path) const {
        const Type& type = words_.facts()[path.fact].type;
        switch (type.kind) {
            case Type::Kind::agency:
            case Type::Kind::agencies:
                return words_.agencies()[number].id;
            case Type::Kind::step:
                return words_.steps()[number];
            default:
                return type.values[number];
        }
    }
    std::string shown(const Value& value, const typed::Path& path) const {
        switch (value.kind) {
            case Value::Kind::text:
                return in_quotes(value.text);
            case Value::Kind::number:
                return std::to_string(value.number);
            case Value::Kind::yes_no:
                return value.yes ? "yes" : "no";
            case Value::Kind::moment:
                return spelled(value.moment);
            case Value::Kind::option:
                return option(value.option, path);
            case Value::Kind::options:
            case Value::Kind::missing:
                break;
        }
        return {};
    }
    std::string constant(const Constant& constant, const typed::Path& path) const {
        switch (constant.kind) {
            case Constant::Kind::number:
                return std::to_string(constant.number);
            case Constant::Kind::yes_no:
                return constant.yes ? "yes" : "no";
            case Constant::Kind::date:
                return spelled(constant.date);
            case Constant::Kind::option:
                return option(constant.option, path);
            case Constant::Kind::text:
                return in_quotes(constant.text);
            case Constant::Kind::period:
                return in_words(constant.period);
        }
        return {};
    }
    std::vector<std::string> constants(const std::vector<Constant>& all, const typed::Path& path) const {
        std::vector<std::string> texts;
        texts.reserve(all.size());
        for (const Constant& each : all) texts.push_back(constant(each, path));
        return texts;
    }

    const Clause& clause_;
    const Questions& questions_;
    const Vocabulary& words_;
    Truth truth_;
};

struct TruthTold {
    Truth truth = Truth::yes;
    std::vector<std::string> lines;
};

/// Walks the condition and its clauses side by side: the clauses stand in its order.
class ConditionTeller {
public:
    ConditionTeller(const std::vector<Clause>& clauses, const Questions& questions, const Vocabulary& words)
        : next_(clauses.data()), questions_(questions), words_(words) {}

    TruthTold tell(const typed::Condition& condition) {
        return std::visit([this](const auto& test) { return tell(test); }, condition.test);
    }

private:
    TruthTold tell(const typed::All& all) { return several(all.parts, Truth::no); }
    TruthTold tell(const typed::Any& any) { return several(any.parts, Truth::yes); }
    TruthTold tell(const typed::Not& negated) {
        TruthTold told = tell(negated.part.front());
        told.truth = !told.truth;
        return told;
    }
    template <class Single>
    TruthTold tell(const Single&) {
        const Clause& clause = *next_++;
        const Truth truth = evaluate(clause, questions_);
        return {truth, {std::visit(ClauseTeller{clause, questions_, words_, truth}, clause.what)}};
    }

    /// One part that is `deciding` decides, and it is the first of them that is told. Else those that are unknown leave
    /// it open, and else all parts together make it so.
    TruthTold several(const std::vector<typed::Condition>& parts, Truth deciding) {
        std::vector<TruthTold> all;
        TruthTold made{!deciding, {}};
        for (const typed::Condition& part : parts) {
            all.push_back(tell(part));
            const Truth truth = all.back().truth;
            made.truth = deciding == Truth::no ? made.truth & truth : made.truth | truth;
        }
        for (TruthTold& part : all) {
            if (part.truth != made.truth) continue;
            for (std::string& line : part.lines) made.lines.push_back(std::move(line));
            if (made.truth == deciding) break;
        }
        return made;
    }

    const Clause* next_;
    const Questions& questions_;
    const Vocabulary& words_;
};

}  // namespace

std::vector<std::string> Program::why(const Questions& questions) const {
    return ConditionTeller{clauses_, questions, *words_}.tell(condition_).lines;
}

}  // namespace csapath::rules
