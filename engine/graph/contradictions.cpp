// SPDX-License-Identifier: MIT
/// Limits that cannot all be kept: a circle of bounds that asks for a step to come before itself.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/graph/bounds.hpp"
#include "engine/graph/faults.hpp"

namespace csapath::engine {

using rules::Code;
namespace typed = rules::typed;

namespace {

/// Bellman and Ford's way to a circle whose bounds add up to less than nothing: the bounds of one, in order; empty if
/// there is none.
std::vector<Bound> negative_circle(const std::vector<Bound>& bounds, std::size_t steps) {
    std::vector<std::int64_t> latest(steps, 0);
    std::vector<const Bound*> decided_by(steps, nullptr);
    const Bound* tightened = nullptr;
    for (std::size_t round = 0; round <= steps; ++round) {
        tightened = nullptr;
        for (const Bound& bound : bounds) {
            if (latest[bound.from] + bound.most >= latest[bound.to]) continue;
            latest[bound.to] = latest[bound.from] + bound.most;
            decided_by[bound.to] = &bound;
            tightened = &bound;
        }
        if (!tightened) return {};
    }
    // As many steps back as there are steps, and we stand on the circle.
    const Bound* on_circle = tightened;
    for (std::size_t back = 0; back < steps; ++back) on_circle = decided_by[on_circle->from];
    std::vector<Bound> circle;
    for (const Bound* bound = on_circle; circle.empty() || bound != on_circle; bound = decided_by[bound->from])
        circle.push_back(*bound);
    std::reverse(circle.begin(), circle.end());
    return circle;
}

std::string told(const Bound& bound, const Pathway& pathway) {
    const std::string& from = pathway.steps[bound.from].id;
    const std::string& to = pathway.steps[bound.to].id;
    const auto limited = [&](const typed::Limit& limit) {
        return limit.kind == typed::Limit::Kind::same_day
                   ? fmt::format("'{}' on the same day as '{}'", to, from)
                   : fmt::format("'{}' within {} of '{}'", to, rules::in_words(limit.within), from);
    };
    if (const Edge* edge = bound.rule->edge()) return limited(std::get<typed::Must>(edge->form).limit);
    const typed::Sentence& sentence = *bound.rule->sentence();
    if (const auto* lead = std::get_if<typed::Lead>(&sentence)) return limited(lead->limit);
    if (const auto* happen = std::get_if<typed::HappenWithin>(&sentence)) return limited(happen->limit);
    if (const auto* before = std::get_if<typed::HappenBefore>(&sentence))
        return fmt::format("'{}' at least {} before '{}'", to, rules::in_words(before->at_least), from);
    return fmt::format("'{}' not before '{}'", from, to);
}

/// The circle as it is told: it begins with the rule that stands first in the file.
void tell(std::vector<Bound> circle, const Pathway& pathway, rules::Diagnostics& diagnostics) {
    std::rotate(
        circle.begin(),
        std::min_element(circle.begin(), circle.end(), [](const Bound& a, const Bound& b) { return a.rule < b.rule; }),
        circle.end());
    std::string limits;
    std::vector<rules::Diagnostic::Related> also;
    for (std::size_t at = 0; at < circle.size(); ++at) {
        limits += fmt::format("{}{}",
                              at == 0                   ? ""
                              : at + 1 == circle.size() ? ", and "
                                                        : ", ",
                              told(circle[at], pathway));
        if (at > 0) also.push_back({circle[at].rule->text.where, fmt::format("'{}' is here", circle[at].rule->id)});
    }
    diagnostics.add({.code = Code::pathway_contradiction,
                     .where = circle.front().rule->text.where,
                     .message = circle.size() == 1 ? "a limit that cannot be kept: " + limits
                                                   : "limits that cannot all be kept: " + limits,
                     .also = std::move(also)});
}

}  // namespace

void find_contradictions(const Pathway& pathway, rules::Diagnostics& diagnostics) {
    std::set<std::set<const Rule*>> found;
    for (const rules::Date day : days_of_change(pathway)) {
        for (const Days measure : {Days::calendar, Days::working}) {
            std::vector<Bound> bounds = bounds_on(day, measure, pathway);
            for (auto circle = negative_circle(bounds, pathway.steps.size()); !circle.empty();
                 circle = negative_circle(bounds, pathway.steps.size())) {
                std::set<const Rule*> of;
                for (const Bound& bound : circle) of.insert(bound.rule);
                // One rule of it is set aside, so that the next circle shows; its tightest is what makes it one.
                const auto tightest =
                    std::min_element(circle.begin(), circle.end(), [](const Bound& a, const Bound& b) {
                        return a.most < b.most;
                    })->rule;
                std::erase_if(bounds, [&](const Bound& bound) { return bound.rule == tightest; });
                if (found.insert(of).second) tell(std::move(circle), pathway, diagnostics);
            }
        }
    }
}

}  // namespace csapath::engine
