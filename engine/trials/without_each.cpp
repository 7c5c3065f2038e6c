// SPDX-License-Identifier: MIT
#include "engine/trials/without_each.hpp"

#include <algorithm>

#include "engine/graph/graph.hpp"
#include "engine/plan/from_pathway.hpp"
#include "engine/trials/try.hpp"

namespace csapath::engine {

namespace {

bool names(const Trial& trial, const std::string& rule) {
    const auto expects = [&](const Expectation& one) { return one.rule == rule; };
    return std::ranges::any_of(trial.expectations, expects) ||
           (trial.findings && std::ranges::find(*trial.findings, rule) != trial.findings->end());
}

/// The cases that pass, those that name the rule first: most often the first of them decides.
class Watch {
public:
    Watch(const Trials& trials, const Plan& plan) {
        for (const Trial& trial : trials)
            if (complaints(trial, plan).empty()) passing_.push_back(&trial);
    }

    bool notices(const std::string& rule, const Plan& plan, const std::vector<bool>& left_out = {}) const {
        std::vector<const Trial*> order = passing_;
        std::stable_partition(order.begin(), order.end(), [&](const Trial* trial) { return names(*trial, rule); });
        return std::ranges::any_of(order,
                                   [&](const Trial* trial) { return !complaints(*trial, plan, left_out).empty(); });
    }

private:
    std::vector<const Trial*> passing_;
};

bool noticed_without_rule(const Watch& watch, const Pathway& pathway, std::size_t number) {
    Pathway without = pathway;
    without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(number));
    const Plan plan = plan_from_pathway(without, must_be_passed(graph_from_pathway(without), without));
    return watch.notices(pathway.rules[number].id, plan);
}

}  // namespace

Unnoticed unnoticed(const Trials& trials, const Pathway& pathway, const Plan& plan) {
    const Watch watch(trials, plan);
    Unnoticed found;
    for (std::size_t number = 0; number < pathway.rules.size(); ++number) {
        const Rule& rule = pathway.rules[number];
        if (!pathway.is_own(rule.text.where)) continue;
        const bool allows = rule.edge() && !rule.edge()->demands();
        if (!noticed_without_rule(watch, pathway, number)) (allows ? found.allowances : found.rules).push_back(rule.id);
    }
    for (std::size_t number = 0; number < plan.rules.size(); ++number) {
        const std::string& id = plan.rules[number].id;
        if (std::ranges::find(pathway.rules, id, &Rule::id) != pathway.rules.end()) continue;
        if (!pathway.is_own(pathway.steps[plan.rules[number].step].span)) continue;
        std::vector<bool> left_out(plan.rules.size());
        left_out[number] = true;
        if (!watch.notices(id, plan, left_out)) found.rules.push_back(id);
    }
    return found;
}

}  // namespace csapath::engine
