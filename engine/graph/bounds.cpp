// SPDX-License-Identifier: MIT
#include "engine/graph/bounds.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::Period;
using rules::StepId;
using rules::Unit;
namespace typed = rules::typed;

namespace {

/// The most calendar days that may lie between two dates which a limit still allows; empty where holidays decide.
/// Hours compare instants, and a day of changing clocks has 25 of them: two dates more than the hours fill will do.
std::optional<std::int64_t> most_calendar_days(Period period) {
    const std::int64_t count = period.count;
    switch (period.unit) {
        case Unit::hours:
            return count / 24 + 2;
        case Unit::days:
            return count;
        case Unit::weeks:
            return 7 * count;
        case Unit::months:
            return 31 * count;
        case Unit::years:
            return 366 * count;
        case Unit::working_days:
            break;
    }
    return std::nullopt;
}

/// The least calendar days that a length of time takes. Holidays make working days longer, never shorter.
std::int64_t least_calendar_days(Period period) {
    const std::int64_t count = period.count;
    switch (period.unit) {
        case Unit::hours:
            return std::max<std::int64_t>(0, count / 24 - 1);
        case Unit::days:
            return count;
        case Unit::weeks:
            return 7 * count;
        case Unit::months:
            return 28 * count;
        case Unit::years:
            return 365 * count;
        case Unit::working_days:
            break;
    }
    return count / 5 * 7 + count % 5;
}

/// The bounds in one measure. Counting the first day, and moving a late start to the next working day, change the count
/// by one: a bound gives way by that one.
class Measure {
public:
    Measure(Days days, const Calendar& calendar)
        : days_{days},
          starts_later_{calendar.cut_off().has_value()},
          starts_sooner_{calendar.first_day() == FirstDay::included} {}

    std::optional<std::int64_t> at_most(Period period) const {
        if (days_ == Days::working && period.unit == Unit::working_days) return period.count + (starts_later_ ? 1 : 0);
        const auto calendar_days = most_calendar_days(period);
        if (days_ == Days::calendar || !calendar_days) return calendar_days;
        return *calendar_days / 7 * 5 + std::min<std::int64_t>(5, *calendar_days % 7);
    }

    std::int64_t at_least(Period period) const {
        if (period.unit == Unit::working_days) period.count -= starts_sooner_ ? 1 : 0;
        if (days_ == Days::calendar) return least_calendar_days(period);
        return period.unit == Unit::working_days ? period.count : 0;
    }

private:
    Days days_;
    bool starts_later_, starts_sooner_;
};

bool unconditional(const typed::Provisos& provisos) {
    return !provisos.when && !provisos.unless;
}

class Bounds {
public:
    explicit Bounds(Measure measure) : measure_{measure} {}

    void add(const Rule& rule) {
        if (const Edge* edge = rule.edge()) {
            const auto* must = std::get_if<typed::Must>(&edge->form);
            if (must && unconditional(must->provisos) && !must->matching)
                add_limit(rule, {edge->from}, edge->to, must->limit);
            return;
        }
        const typed::Sentence& sentence = *rule.sentence();
        if (const auto* lead = std::get_if<typed::Lead>(&sentence)) {
            if (unconditional(lead->provisos) && !lead->matching)
                add_limit(rule, {rule.step}, lead->steps, lead->limit);
        } else if (const auto* happen = std::get_if<typed::HappenWithin>(&sentence)) {
            const bool of_the_first_at_least =
                happen->which == typed::HappenWithin::Which::each ||
                (happen->which == typed::HappenWithin::Which::first && happen->anchor.steps.size() == 1);
            if (unconditional(happen->provisos) && !happen->matching && of_the_first_at_least)
                add_limit(rule, happen->anchor.steps, {rule.step}, happen->limit);
        } else if (const auto* before = std::get_if<typed::HappenBefore>(&sentence)) {
            if (!unconditional(before->provisos)) return;
            for (const StepId anchor : before->anchor.steps)
                found.push_back({anchor, rule.step, -measure_.at_least(before->at_least), &rule});
        } else if (const auto* follow = std::get_if<typed::Follow>(&sentence)) {
            if (unconditional(follow->provisos) && follow->steps.size() == 1)
                found.push_back({rule.step, follow->steps.front(), 0, &rule});
        }
    }

    std::vector<Bound> found;

private:
    /// Each of the activating steps is followed by the one that fulfils.
    void add_limit(const Rule& rule, const typed::Steps& activating, const typed::Steps& fulfilling,
                   const typed::Limit& limit) {
        if (fulfilling.size() != 1 || limit.pausing) return;
        std::optional<std::int64_t> most;
        if (limit.kind == typed::Limit::Kind::same_day) most = 0;
        if (limit.kind == typed::Limit::Kind::within) most = measure_.at_most(limit.within);
        if (!most) return;
        for (const StepId from : activating) found.push_back({from, fulfilling.front(), *most, &rule});
    }

    Measure measure_;
};

}  // namespace

std::vector<Bound> bounds_on(rules::Date day, Days measure, const Pathway& pathway) {
    Bounds bounds{Measure{measure, *pathway.calendar}};
    for (const Rule& rule : pathway.rules) {
        if (rule.in_force.on(day)) bounds.add(rule);
    }
    return std::move(bounds.found);
}

}  // namespace csapath::engine
