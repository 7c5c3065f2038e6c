// SPDX-License-Identifier: MIT
/// In which ways questions are supposed to be answered: all that could make a difference to the clauses that ask them.
#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>

#include "rules/language/supposed.hpp"

namespace csapath::rules {

namespace {

constexpr std::size_t most_ways = 400'000;
constexpr std::size_t most_listed = 8;    ///< values of one list that a condition may tell apart
constexpr std::size_t most_happened = 6;  ///< forms of `happened` about one step
constexpr std::string_view other_text = "something else";

void sort_once(std::vector<std::int64_t>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Each bound, and what lies next to it on either side.
std::vector<std::int64_t> around(const std::vector<std::int64_t>& bounds, std::int64_t reach) {
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> numbers;
    for (const std::int64_t bound : bounds)
        for (std::int64_t off = -reach; off <= reach; ++off)
            if (off <= 0 || bound <= last - off) numbers.push_back(bound + off);
    sort_once(numbers);
    return numbers;
}

bool is_list(Type::Kind kind) {
    return kind == Type::Kind::many_of || kind == Type::Kind::agencies;
}

}  // namespace

void Supposed::find_values(Attribute& asked) const {
    const Type& type = words_.facts()[asked.path.fact].type;
    std::vector<std::int64_t> bounds;
    switch (type.kind) {
        case Type::Kind::text:
            for (const typed::Constant& each : asked.constants) asked.values.push_back(Value::of_text(each.text));
            asked.values.push_back(Value::of_text(other_text));
            break;
        case Type::Kind::number:
            for (const typed::Constant& each : asked.constants) bounds.push_back(each.number);
            if (bounds.empty()) bounds.push_back(0);
            for (const std::int64_t number : around(bounds, 1)) asked.values.push_back(Value::of_number(number));
            break;
        case Type::Kind::yes_no:
            asked.values = {Value::of_yes_no(true), Value::of_yes_no(false)};
            break;
        case Type::Kind::date:
        case Type::Kind::instant:
            find_moments(asked);
            break;
        default:
            find_options(asked);
            break;
    }
    Value spoiled;
    spoiled.spoiled = true;
    asked.values.push_back({});
    asked.values.push_back(spoiled);
}

/// Of the things that the conditions cannot tell apart one stands for all; of a list, with and without each.
void Supposed::find_options(Attribute& asked) const {
    const Type& type = words_.facts()[asked.path.fact].type;
    const bool enumerated = type.kind == Type::Kind::one_of || type.kind == Type::Kind::many_of;
    const std::size_t all = enumerated                      ? type.values.size()
                            : type.kind == Type::Kind::step ? words_.steps().size()
                                                            : words_.agencies().size();
    std::map<std::vector<bool>, std::uint32_t> told_apart;
    for (std::uint32_t option = 0; option < std::min(all, Options::most); ++option) {
        std::vector<bool> satisfies;
        for (const Options& each : asked.satisfied_by) satisfies.push_back(each.has(option));
        if (is_list(type.kind) && std::ranges::find(satisfies, true) == satisfies.end()) continue;
        told_apart.emplace(std::move(satisfies), option);
    }
    std::vector<std::uint32_t> options;
    options.reserve(told_apart.size());
    for (const auto& [satisfies, option] : told_apart) options.push_back(option);
    std::ranges::sort(options);
    if (!is_list(type.kind)) {
        for (const std::uint32_t option : options) asked.values.push_back(Value::of_option(option));
        return;
    }
    // A list of more is left without values here, and begin() gives up.
    const std::size_t sets = options.size() > most_listed ? 0 : std::size_t{1} << options.size();
    for (const bool partial : {false, true}) {
        for (std::size_t set = 0; set < sets; ++set) {
            Options members;
            for (std::size_t at = 0; at < options.size(); ++at)
                if (((set >> at) & 1) != 0) members.add(options[at]);
            asked.values.push_back(Value::of_options(members));
            asked.values.back().partial = partial;
        }
    }
}

/// Days around every day that any of the conditions names, enough of them for all the dates that are held against each
/// other to come in any order; and times of day likewise.
void Supposed::find_moments(Attribute& asked) const {
    const auto linked = std::ranges::count_if(attributes_, [](const Attribute& each) { return each.ordered; });
    std::vector<std::int64_t> bounds;
    for (const Attribute& each : attributes_)
        for (const typed::Constant& constant : each.constants)
            if (constant.kind == typed::Constant::Kind::date) bounds.push_back(constant.date.days);
    sort_once(bounds);
    if (bounds.empty()) bounds.push_back(0);
    const bool timed = asked.ordered && words_.facts()[asked.path.fact].type.kind == Type::Kind::instant;
    for (const std::int64_t day : around(bounds, std::max<std::int64_t>(1, linked))) {
        Moment moment{Date{static_cast<std::int32_t>(day)}};
        asked.values.push_back(Value::of_moment(moment));
        for (std::int64_t hours = 1; timed && hours <= linked; ++hours) {
            moment.time = hours * hour;
            asked.values.push_back(Value::of_moment(moment));
        }
    }
}

namespace {

/// How often something may have been counted: any number near a bound, or not known between two of them. What cannot
/// be counted at all is anything.
std::vector<Questions::Count> counts(const std::vector<std::int64_t>& bounds) {
    std::vector<std::int64_t> numbers = around(bounds, 1);
    std::erase_if(numbers, [](std::int64_t number) { return number < 0; });
    numbers.push_back(std::numeric_limits<std::int64_t>::max());
    std::vector<Questions::Count> answers;
    for (std::size_t least = 0; least < numbers.size(); ++least)
        for (std::size_t most = least; most < numbers.size(); ++most)
            answers.push_back({numbers[least], numbers[most]});
    answers.push_back({std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()});
    return answers;
}

/// Whether a happened within one time has happened within another.
bool within(const std::optional<Period>& shorter, const std::optional<Period>& longer) {
    if (!longer) return true;
    return shorter && length_of(*shorter).family == length_of(*longer).family &&
           length_of(*shorter).size <= length_of(*longer).size;
}

/// All the answers to forms of `happened` that do not deny each other.
template <class Asked>
std::vector<std::vector<Truth>> happenings(const std::vector<Asked>& asked) {
    std::vector<std::vector<Truth>> answers{{}};
    for (std::size_t at = 0; at < asked.size(); ++at) {
        std::vector<std::vector<Truth>> longer;
        for (const auto& answer : answers) {
            for (const Truth truth : {Truth::yes, Truth::no, Truth::unknown}) {
                bool fits = true;
                for (std::size_t other = 0; other < at; ++other) {
                    const auto follows = [&](const Asked& narrow, const Asked& wide) {
                        return within(narrow.within, wide.within) && (wide.ever || !narrow.ever);
                    };
                    if (follows(asked[at], asked[other]) && truth > answer[other]) fits = false;
                    if (follows(asked[other], asked[at]) && answer[other] > truth) fits = false;
                }
                if (!fits) continue;
                longer.push_back(answer);
                longer.back().push_back(truth);
            }
        }
        answers = std::move(longer);
    }
    return answers;
}

}  // namespace

bool Supposed::find_combinations() {
    for (Attribute& each : attributes_) {
        find_values(each);
        if (each.values.size() == 2 && !each.satisfied_by.empty()) return false;
        wheels_.push_back({&each.now, each.values.size()});
    }
    for (Counted& each : counted_) {
        each.answers = counts(each.bounds);
        wheels_.push_back({&each.now, each.answers.size()});
    }
    for (Occurred& each : occurred_) {
        if (each.asked.size() > most_happened) return false;
        each.answers = happenings(each.asked);
        wheels_.push_back({&each.now, each.answers.size()});
    }
    for (Spell& each : spells_) wheels_.push_back({&each.now, 3});
    for (Lasting& each : lengths_) {
        sort_once(each.bounds);
        wheels_.push_back({&each.now, 2 * each.bounds.size() + 2});
    }
    std::size_t ways = 1;
    for (const Wheel& wheel : wheels_) {
        if (wheel.answers > most_ways / ways) return false;
        ways *= wheel.answers;
    }
    return true;
}

bool Supposed::independent() const {
    std::set<StepId> steps;
    bool twice = false;
    const auto once = [&](StepId step) { twice = !steps.insert(step).second || twice; };
    for (const Occurred& each : occurred_) once(each.step);
    for (const Counted& each : counted_) once(each.step);
    for (const Lasting& each : lengths_)
        if (each.step) once(*each.step);
    for (const Spell& each : spells_) {
        once(each.from);
        once(each.to);
    }
    std::set<FactId> facts;
    std::set<StepId> owners;
    const auto fact_once = [&](FactId fact) { twice = !facts.insert(fact).second || twice; };
    for (const Attribute& each : attributes_) {
        fact_once(each.path.fact);
        if (each.path.from == typed::Path::From::step) owners.insert(each.path.step);
    }
    for (const StandIn& each : stand_ins_) fact_once(each.list.fact);
    for (const Lasting& each : lengths_)
        if (each.date) fact_once(each.date->fact);
    const auto ages = std::ranges::count_if(lengths_, [](const Lasting& each) { return !each.step && !each.date; });
    return !twice && ages < 2 && std::ranges::none_of(owners, [&](StepId owner) { return steps.contains(owner); });
}

}  // namespace csapath::rules
