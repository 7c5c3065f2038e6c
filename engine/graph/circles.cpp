// SPDX-License-Identifier: MIT
/// `follow` sentences that go round: no step of the circle can be the first. Edges that go round are lawful loops.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/graph/faults.hpp"

namespace csapath::engine {

using rules::Code;
using rules::StepId;
namespace typed = rules::typed;

namespace {

/// A rule that a step follows one of some others, with no condition and no excuse.
struct Follows {
    StepId step;
    const typed::Steps* others;
    const Rule* rule;
};

std::vector<Follows> follows_on(rules::Date day, const Pathway& pathway) {
    std::vector<Follows> found;
    for (const Rule& rule : pathway.rules) {
        const typed::Sentence* sentence = rule.sentence();
        const auto* follow = sentence ? std::get_if<typed::Follow>(sentence) : nullptr;
        if (!follow || follow->provisos.when || follow->provisos.unless || !rule.in_force.on(day)) continue;
        found.push_back({rule.step, &follow->steps, &rule});
    }
    return found;
}

/// Which steps can come about in an order that keeps every rule: each as soon as one that it may follow can.
std::vector<bool> possible_steps(const std::vector<Follows>& follows, std::size_t steps) {
    std::vector<bool> possible(steps, false);
    for (bool changed = true; changed;) {
        std::vector<bool> next(steps, true);
        for (const Follows& rule : follows) {
            const bool kept =
                std::any_of(rule.others->begin(), rule.others->end(), [&](StepId other) { return possible[other]; });
            if (!kept) next[rule.step] = false;
        }
        changed = next != possible;
        possible = std::move(next);
    }
    return possible;
}

/// The rule that keeps a step from ever coming about. Each of the steps it may follow is impossible as well.
const Follows& obstacle(StepId step, const std::vector<Follows>& follows, const std::vector<bool>& possible) {
    return *std::find_if(follows.begin(), follows.end(), [&](const Follows& rule) {
        return rule.step == step &&
               std::none_of(rule.others->begin(), rule.others->end(), [&](StepId other) { return possible[other]; });
    });
}

void tell(const std::vector<const Rule*>& circle, const std::vector<StepId>& order, const Pathway& pathway,
          rules::Diagnostics& diagnostics) {
    std::string told;
    std::vector<rules::Diagnostic::Related> also;
    for (std::size_t at = 0; at < circle.size(); ++at) {
        const std::string& followed = pathway.steps[order[(at + 1) % order.size()]].id;
        told += fmt::format("{}'{}' must follow '{}'",
                            at == 0                   ? ""
                            : at + 1 == circle.size() ? " and "
                                                      : ", ",
                            pathway.steps[order[at]].id, followed);
        if (at > 0) also.push_back({circle[at]->text.where, fmt::format("'{}' is here", circle[at]->id)});
    }
    diagnostics.add({.code = Code::pathway_cycle,
                     .where = circle.front()->text.where,
                     .message = circle.size() == 1 ? told + ", that is itself"
                                                   : "steps that must each come before the other: " + told,
                     .help = "take one of these sentences away, or give it a condition",
                     .also = std::move(also)});
}

}  // namespace

void find_circles(const Pathway& pathway, rules::Diagnostics& diagnostics) {
    std::set<std::set<const Rule*>> told;
    for (const rules::Date day : days_of_change(pathway)) {
        const std::vector<Follows> follows = follows_on(day, pathway);
        const std::vector<bool> possible = possible_steps(follows, pathway.steps.size());
        std::vector<bool> visited = possible;
        for (std::size_t first = 0; first < visited.size(); ++first) {
            // From an impossible step one always comes to another, and so in the end to one that was passed already.
            std::vector<StepId> walk;
            std::vector<const Rule*> walked;
            auto step = static_cast<StepId>(first);
            while (!visited[step]) {
                visited[step] = true;
                const Follows& rule = obstacle(step, follows, possible);
                walk.push_back(step);
                walked.push_back(rule.rule);
                step = rule.others->front();
            }
            const auto closed = std::find(walk.begin(), walk.end(), step);
            if (closed == walk.end()) continue;  // it leads into a circle that is told already
            const auto skipped = closed - walk.begin();
            walk.erase(walk.begin(), walk.begin() + skipped);
            walked.erase(walked.begin(), walked.begin() + skipped);
            if (told.insert({walked.begin(), walked.end()}).second) tell(walked, walk, pathway, diagnostics);
        }
    }
}

}  // namespace csapath::engine
