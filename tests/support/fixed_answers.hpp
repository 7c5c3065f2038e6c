// SPDX-License-Identifier: MIT
/// Answers a condition's questions from a table that a test fills in. What is not in the table is not known.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "rules/language/questions.hpp"

namespace csapath::tests {

class FixedAnswers : public rules::Questions {
public:
    using From = rules::typed::Path::From;

    /// Ages and times passed are in days; a month is held to be 30 of them, a year 365.
    std::optional<int> age_in_days;
    std::map<rules::StepId, int> days_since_step;
    std::map<rules::FactId, int> days_since_date;
    std::map<rules::StepId, Count> counts;
    std::map<rules::StepId, rules::Truth> happenings, ever;
    std::map<std::pair<rules::StepId, rules::StepId>, rules::Truth> betweens;
    mutable int asked = 0;  ///< how many questions were put

    /// A bare attribute; `at` says otherwise.
    void set(rules::FactId fact, rules::Value value) { set({From::event, 0, fact, {}}, value); }
    void set(const rules::typed::Path& at, rules::Value value) { values_[key(at)] = value; }

    rules::Value value(const rules::typed::Path& path) const override {
        ++asked;
        const auto found = values_.find(key(path));
        return found == values_.end() ? rules::Value{} : found->second;
    }
    Count count(rules::StepId step) const override {
        ++asked;
        const auto found = counts.find(step);
        return found == counts.end() ? Count{} : found->second;
    }
    rules::Truth happened(rules::StepId step, bool ever_in_case, const rules::Period* within) const override {
        ++asked;
        const auto& table = ever_in_case ? ever : happenings;
        const auto found = table.find(step);
        if (found == table.end()) return rules::Truth::unknown;
        if (within == nullptr || found->second != rules::Truth::yes) return found->second;
        const auto days = days_since_step.find(step);
        return days == days_since_step.end() ? rules::Truth::unknown : rules::truth(days->second <= in_days(*within));
    }
    rules::Truth between(rules::StepId from, rules::StepId to) const override {
        ++asked;
        const auto found = betweens.find({from, to});
        return found == betweens.end() ? rules::Truth::unknown : found->second;
    }
    std::partial_ordering age_against(rules::Period period) const override {
        ++asked;
        return age_in_days ? *age_in_days <=> in_days(period) : std::partial_ordering::unordered;
    }
    std::partial_ordering since_against(rules::StepId step, rules::Period period) const override {
        ++asked;
        const auto found = days_since_step.find(step);
        return found == days_since_step.end() ? std::partial_ordering::unordered : found->second <=> in_days(period);
    }
    std::partial_ordering since_against(const rules::typed::Path& date, rules::Period period) const override {
        ++asked;
        const auto found = days_since_date.find(date.fact);
        return found == days_since_date.end() ? std::partial_ordering::unordered : found->second <=> in_days(period);
    }

private:
    using Key = std::tuple<From, rules::StepId, rules::FactId>;
    static Key key(const rules::typed::Path& path) {
        return {path.from, path.from == From::step ? path.step : rules::StepId{0}, path.fact};
    }
    static int in_days(rules::Period period) {
        switch (period.unit) {
            case rules::Unit::weeks:
                return 7 * period.count;
            case rules::Unit::months:
                return 30 * period.count;
            case rules::Unit::years:
                return 365 * period.count;
            default:
                return period.count;
        }
    }

    std::map<Key, rules::Value> values_;
};

}  // namespace csapath::tests
