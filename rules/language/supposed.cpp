// SPDX-License-Identifier: MIT
#include "rules/language/supposed.hpp"

#include <algorithm>
#include <compare>

namespace csapath::rules {

namespace {

constexpr StepId first_stand_in = 0xF000;

template <class Item, class Same>
Item* found(std::vector<Item>& items, Same same) {
    const auto at = std::ranges::find_if(items, same);
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

Length length_of(Period period) {
    switch (period.unit) {
        case Unit::hours:
            return {0, period.count};
        case Unit::days:
            return {1, period.count};
        case Unit::weeks:
            return {1, std::int64_t{7} * period.count};
        case Unit::months:
            return {2, period.count};
        case Unit::years:
            return {2, std::int64_t{12} * period.count};
        case Unit::working_days:
            break;
    }
    return {3, period.count};
}

Clause Supposed::ask(Clause clause) {
    if (const auto* compare = std::get_if<typed::Compare>(&clause.what)) {
        if (const auto* count = std::get_if<typed::CountOfList>(&compare->left)) {
            typed::Compare stood_in = *compare;
            stood_in.left = typed::CountOfStep{stand_in(count->list, nullptr)};
            return ask(clause_of(stood_in, words_));
        }
        ask_compare(*compare, clause);
    } else if (const auto* recorded = std::get_if<typed::Recorded>(&clause.what)) {
        attribute(recorded->path);
    } else if (const auto* in = std::get_if<typed::In>(&clause.what)) {
        Attribute& asked = attribute(in->path);
        asked.constants.insert(asked.constants.end(), in->values.begin(), in->values.end());
        asked.satisfied_by.insert(asked.satisfied_by.end(), clause.satisfied_by.begin(), clause.satisfied_by.end());
    } else if (const auto* includes = std::get_if<typed::Includes>(&clause.what)) {
        if (includes->other) {
            exact_ = false;
            return ask(clause_of(
                typed::Happened{.step = stand_in(includes->path, includes), .ever = false, .within = {}}, words_));
        }
        Attribute& asked = attribute(includes->path);
        asked.satisfied_by.insert(asked.satisfied_by.end(), clause.satisfied_by.begin(), clause.satisfied_by.end());
    } else if (const auto* order = std::get_if<typed::Order>(&clause.what)) {
        attribute(order->left).ordered = true;
        attribute(order->right).ordered = true;
    } else if (const auto* happened = std::get_if<typed::Happened>(&clause.what)) {
        ask_happened(*happened);
    } else if (const auto* between = std::get_if<typed::Between>(&clause.what)) {
        if (!found(spells_, [&](const Spell& spell) { return spell.from == between->from && spell.to == between->to; }))
            spells_.push_back({between->from, between->to});
    }
    return clause;
}

void Supposed::ask_compare(const typed::Compare& compare, const Clause& clause) {
    if (const auto* path = std::get_if<typed::Path>(&compare.left)) {
        Attribute& asked = attribute(*path);
        asked.constants.push_back(compare.right);
        if (compare.right.kind == typed::Constant::Kind::option)
            asked.satisfied_by.push_back(clause.satisfied_by.front());
    } else if (std::holds_alternative<typed::Age>(compare.left)) {
        ask_length({}, {}, compare.right.period);
    } else if (const auto* since = std::get_if<typed::SinceStep>(&compare.left)) {
        ask_length(since->step, {}, compare.right.period);
    } else if (const auto* since_date = std::get_if<typed::SinceDate>(&compare.left)) {
        ask_length({}, since_date->date, compare.right.period);
    } else if (const auto* count = std::get_if<typed::CountOfStep>(&compare.left)) {
        ask_count(count->step, compare.right.number);
    }
}

Supposed::Attribute& Supposed::attribute(const typed::Path& path) {
    if (Attribute* known = found(attributes_, [&](const Attribute& each) { return each.path == path; })) return *known;
    return attributes_.emplace_back(Attribute{.path = path});
}

void Supposed::ask_length(std::optional<StepId> step, const std::optional<typed::Path>& date, Period period) {
    const auto [family, size] = length_of(period);
    Lasting* known = found(lengths_, [&, family = family](const Lasting& each) {
        return each.step == step && each.date == date && each.family == family;
    });
    if (!known) known = &lengths_.emplace_back(Lasting{.step = step, .date = date, .family = family});
    known->bounds.push_back(size);
}

void Supposed::ask_count(StepId step, std::int64_t bound) {
    Counted* known = found(counted_, [&](const Counted& each) { return each.step == step; });
    if (!known) known = &counted_.emplace_back(Counted{.step = step});
    known->bounds.push_back(bound);
}

void Supposed::ask_happened(const typed::Happened& happened) {
    Occurred* known = found(occurred_, [&](const Occurred& each) { return each.step == happened.step; });
    if (!known) known = &occurred_.emplace_back(Occurred{.step = happened.step});
    const Occurred::Asked asked{happened.ever, happened.within};
    if (std::ranges::find(known->asked, asked) == known->asked.end()) known->asked.push_back(asked);
}

StepId Supposed::stand_in(const typed::Path& list, const typed::Includes* includes) {
    const auto same = [&](const StandIn& each) {
        if (each.list != list || each.includes.has_value() != (includes != nullptr)) return false;
        return !includes || (each.includes->other == includes->other && each.includes->any == includes->any);
    };
    if (const StandIn* known = found(stand_ins_, same)) return known->step;
    const auto step = static_cast<StepId>(first_stand_in + stand_ins_.size());
    stand_ins_.push_back({list, includes ? std::optional{*includes} : std::nullopt, step});
    return step;
}

bool Supposed::begin() {
    exact_ = exact_ && independent();
    return find_combinations();
}

bool Supposed::next() {
    for (const Wheel& wheel : wheels_) {
        if (++*wheel.now < wheel.answers) return true;
        *wheel.now = 0;
    }
    return false;
}

// ------------------------------------------------------------------------------------------------- the answers

Value Supposed::value(const typed::Path& path) const {
    const auto each = std::ranges::find_if(attributes_, [&](const Attribute& one) { return one.path == path; });
    return each == attributes_.end() ? Value{} : each->values[each->now];
}

Questions::Count Supposed::count(StepId step) const {
    const auto each = std::ranges::find(counted_, step, &Counted::step);
    return each == counted_.end() ? Count{} : each->answers[each->now];
}

Truth Supposed::happened(StepId step, bool ever, const Period* within) const {
    const auto each = std::ranges::find(occurred_, step, &Occurred::step);
    if (each == occurred_.end()) return Truth::unknown;
    const auto at = std::ranges::find_if(each->asked, [&](const Occurred::Asked& asked) {
        return asked.ever == ever && asked.within.has_value() == (within != nullptr) &&
               (!within || *asked.within == *within);
    });
    return at == each->asked.end() ? Truth::unknown
                                   : each->answers[each->now][static_cast<std::size_t>(at - each->asked.begin())];
}

Truth Supposed::between(StepId from, StepId to) const {
    const auto each = std::ranges::find_if(spells_, [&](const Spell& one) { return one.from == from && one.to == to; });
    if (each == spells_.end()) return Truth::unknown;
    return each->now == 0 ? Truth::yes : each->now == 1 ? Truth::no : Truth::unknown;
}

/// Below the first bound, at it, above it, and so on; the last answer is that nobody knows.
std::partial_ordering Supposed::standing(const std::optional<StepId>& step, const std::optional<typed::Path>& date,
                                         Period period) const {
    const auto [family, size] = length_of(period);
    const auto each = std::ranges::find_if(lengths_, [&, family = family](const Lasting& one) {
        return one.step == step && one.date == date && one.family == family;
    });
    if (each == lengths_.end() || each->now > 2 * each->bounds.size()) return std::partial_ordering::unordered;
    const auto bound = std::ranges::find(each->bounds, size) - each->bounds.begin();
    return each->now <=> static_cast<std::size_t>(2 * bound + 1);
}

std::partial_ordering Supposed::age_against(Period period) const {
    return standing({}, {}, period);
}
std::partial_ordering Supposed::since_against(StepId step, Period period) const {
    return standing(step, {}, period);
}
std::partial_ordering Supposed::since_against(const typed::Path& date, Period period) const {
    return standing({}, date, period);
}

}  // namespace csapath::rules
