// SPDX-License-Identifier: MIT
#include "engine/pathway/strictness.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/pathway/sections.hpp"
#include "engine/pathway/weaker_rule.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// Whether a sentence is one of those in a part of a document.
bool holds(const Node& node, const rules::Span& sentence) {
    if (node.is_scalar()) return node.where == sentence;
    return std::ranges::any_of(node.items, [&](const Node& item) { return holds(item, sentence); }) ||
           std::ranges::any_of(node.entries, [&](const Node::Entry& entry) { return holds(entry.value, sentence); });
}

/// Where the layer says what changes a rule: of the rule, or of its step, else anywhere.
rules::Span place(const Rule& rule, const Overlaid& layers) {
    if (rule.where.source == &layers.layer) return rule.where;
    const Node* const steps = layers.upper.document->find("steps");
    const Node* const step = steps ? steps->find(layers.upper.steps[rule.step].id) : nullptr;
    for (const Node* node : {step, steps, layers.upper.document.get()}) {
        if (!node || node->where.source != &layers.layer) continue;
        return node->where;
    }
    return {&layers.layer, 0, 0};
}

rules::Diagnostic idle(const Departure& departure, std::string_view rule) {
    return {.code = Code::departure_idle,
            .where = departure.where,
            .message = fmt::format("'{}' departs from nothing: it asks for all that a statutory rule under it does, or "
                                   "there is none",
                                   rule),
            .help = "take `departs` out"};
}

}  // namespace

std::vector<GoneRule> rules_gone(const Overlaid& layers, rules::Diagnostics& diagnostics) {
    std::vector<GoneRule> gone;
    for (const Removed& removed : layers.removed) {
        Fields fields{removed.by, "a removal", diagnostics};
        const Node* const remove = fields.map(remove_key);
        const auto departs = read_departure(fields, diagnostics);
        fields.done();
        std::string reason;
        if (remove) {
            Fields removal{*remove, "a removal", diagnostics};
            removal.require("reason");
            reason = removal.text("reason").value_or(std::string{});
            removal.done();
        }
        for (const Rule& rule : layers.lower.rules)
            if (holds(removed.lower.value, rule.text.where))
                gone.push_back({.rule = &rule, .gone = {rule.id, reason, removed.by.where}, .departs = departs});
    }
    return gone;
}

std::vector<Pathway::Departed> hold_to_statute(const Overlaid& layers, const std::vector<GoneRule>& gone,
                                               const std::set<std::string>& statutory,
                                               rules::Diagnostics& diagnostics) {
    std::vector<Pathway::Departed> departed;
    const auto hold = [&](const Rule& rule, const rules::Span& where, const std::optional<Departure>& departs) {
        const bool is_protected = statutory.contains(rule.id);
        const auto ways = is_protected ? weakened(rule, layers.lower, layers.upper) : std::vector<std::string>{};
        if (ways.empty()) {
            if (departs) diagnostics.add(idle(*departs, rule.id));
        } else if (departs) {
            departed.push_back({.rule = rule.id,
                                .departure = *departs,
                                .statutory = rule.text.where,
                                .how = fmt::format("{}", fmt::join(ways, "; "))});
        } else {
            diagnostics.add(
                {.code = Code::layer_weakens,
                 .where = where,
                 .message = fmt::format("this weakens the statutory rule '{}': {}", rule.id, fmt::join(ways, "; ")),
                 .help = "let it stand, or give the rule `departs: {reason: …, until: YYYY-MM-DD}`",
                 .also = {{rule.text.where, "this is the statutory rule"}}});
        }
    };
    for (const Rule& rule : layers.lower.rules) {
        const auto taken = std::ranges::find(gone, &rule, &GoneRule::rule);
        if (taken != gone.end()) {
            hold(rule, taken->gone.where, taken->departs);
            continue;
        }
        const auto now = std::ranges::find(layers.upper.rules, rule.id, &Rule::id);
        if (now == layers.upper.rules.end()) continue;
        const bool departs_here = now->departs && now->departs->where.source == &layers.layer;
        hold(rule, place(*now, layers), departs_here ? now->departs : std::nullopt);
    }
    for (const Rule& rule : layers.upper.rules) {
        const bool is_new = std::ranges::find(layers.lower.rules, rule.id, &Rule::id) == layers.lower.rules.end();
        if (is_new && rule.departs) diagnostics.add(idle(*rule.departs, rule.id));
    }
    if (!statutory.empty() && !covers(layers.upper.in_force, layers.lower.in_force))
        diagnostics.add({.code = Code::layer_weakens,
                         .where = layers.upper.document->find("in-force")->where,
                         .message = "this layer is in force for less time than the statutory rules that it lies over",
                         .help = "give `in-force` to the rules that are new, not to the definition"});
    return departed;
}

void warn_of_idle_departures(const Pathway& pathway, rules::Diagnostics& diagnostics) {
    for (const Rule& rule : pathway.rules)
        if (rule.departs) diagnostics.add(idle(*rule.departs, rule.id));
}

void note_departures(const Pathway& pathway, rules::Diagnostics& diagnostics) {
    for (const auto& [rule, departure, statutory, how] : pathway.departed)
        diagnostics.add({.code = Code::departure_noted,
                         .where = departure.where,
                         .message = fmt::format("'{}' departs from a statutory rule until {}: {}", rule,
                                                rules::iso(departure.until), how),
                         .also = {{statutory, "this is the statutory rule"}}});
}

void refuse_ended_departures(const Pathway& pathway, rules::Date day, rules::Diagnostics& diagnostics) {
    for (const auto& [rule, departure, statutory, how] : pathway.departed) {
        if (day <= departure.until) continue;
        diagnostics.add({.code = Code::departure_ended,
                         .where = departure.where,
                         .message = fmt::format("the departure of '{}' ended on {}, and the data is judged as of {}",
                                                rule, rules::iso(departure.until), rules::iso(day)),
                         .help = "take it out, or agree on it anew and write the new `until`",
                         .also = {{statutory, "this is the statutory rule"}}});
    }
}

}  // namespace csapath::engine
