// SPDX-License-Identifier: MIT
/// `next` and `must`: what the steps demand, as rules with typed sentences.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/pathway/edge_key.hpp"
#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/language/check.hpp"
#include "rules/language/parse.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;
namespace typed = rules::typed;

namespace {

std::vector<std::string> ids_of(const std::vector<Citation>& citations) {
    std::vector<std::string> ids;
    ids.reserve(citations.size());
    for (const Citation& citation : citations) ids.push_back(citation.id);
    return ids;
}

std::vector<std::uint16_t> read_rule_sources(Fields& fields, Draft& draft) {
    const auto& citations = draft.pathway.citations;
    std::vector<std::uint16_t> sources;
    for (const Node* name : fields.scalars("sources")) {
        const auto cited = std::find_if(citations.begin(), citations.end(),
                                        [&](const Citation& citation) { return citation.id == name->text(); });
        if (cited == citations.end()) {
            const std::vector<std::string> known = ids_of(citations);
            draft.diagnostics.add({.code = Code::pathway_source_unknown,
                                   .where = name->where,
                                   .message = fmt::format("there is no source '{}'{}", name->text(),
                                                          rules::did_you_mean(name->text(), known)),
                                   .help = "sources are listed at the head of the definition, under `sources`"});
            continue;
        }
        const auto number = static_cast<std::uint16_t>(cited - citations.begin());
        if (std::find(sources.begin(), sources.end(), number) != sources.end()) {
            draft.diagnostics.add({.code = Code::rule_repeated_name,
                                   .where = name->where,
                                   .message = fmt::format("the source '{}' stands twice", name->text())});
            continue;
        }
        sources.push_back(number);
    }
    return sources;
}

/// A rule is a bare sentence, or a map that holds the sentence under `rule` with what else there is to say. False if
/// it has no sentence.
bool read_rule(const Node& value, Rule& rule, Draft& draft) {
    if (value.is_scalar()) {
        rule.text = value.scalar;
        return true;
    }
    if (value.is_list()) {
        draft.diagnostics.add({.code = Code::field_type,
                               .where = value.where,
                               .message = "a rule is a sentence, or a map with the sentence under `rule`"});
        return false;
    }
    Fields fields{value, fmt::format("the rule '{}'", rule.id), draft.diagnostics};
    fields.require("rule");
    const Node* sentence = fields.scalar("rule");
    if (sentence) rule.text = sentence->scalar;
    rule.why = fields.text("why").value_or(std::string{});
    static const std::array<std::string, 3> severities{"low", "medium", "high"};
    if (const auto severity = fields.one_of("severity", severities)) rule.severity = static_cast<Severity>(*severity);
    rule.sources = read_rule_sources(fields, draft);
    const auto basis = read_basis(fields);
    for (const std::uint16_t source : rule.sources)
        rule.basis = std::max(rule.basis, draft.pathway.citations[source].basis);
    if (basis) rule.basis = *basis;
    if (basis == Basis::statutory && !fields.any("sources")) {
        draft.diagnostics.add({.code = Code::pathway_basis,
                               .where = fields.any("basis")->where,
                               .message = fmt::format("the rule '{}' is statutory and names no source", rule.id)});
    }
    rule.in_force = read_in_force(fields, draft.diagnostics);
    rule.departs = read_departure(fields, draft.diagnostics);
    rule.unverified = fields.yes_no("unverified").value_or(false);
    fields.done();
    return sentence != nullptr;
}

/// The rules of one step, in the order of its keys.
class StepRules {
public:
    StepRules(rules::StepId step, Draft& draft) : step_{step}, draft_{draft} {}

    void read(const Node& step) {
        for (const auto& [key, value] : step.entries) {
            if (key.text != next_key && key.text != must_key) continue;
            if (!value.is_map()) {
                draft_.diagnostics.add({.code = Code::field_type,
                                        .where = value.where,
                                        .message = key.text == next_key
                                                       ? "next is a map of steps with a sentence each"
                                                       : "must is a map of rule ids with a sentence each"});
                continue;
            }
            for (const Node::Entry& entry : value.entries) {
                if (key.text == next_key)
                    read_edge(entry);
                else
                    read_demand(entry);
            }
        }
        check_otherwise();
    }

private:
    const std::string& step_id() const { return draft_.pathway.words.steps()[step_]; }

    void read_edge(const Node::Entry& entry) {
        EdgeKey key = read_edge_key(entry.key, step_id(), draft_);
        refuse_id_twice(key, entry.key.where);
        Rule rule{.id = key.id, .step = step_, .where = entry.value.where};
        if (!read_rule(entry.value, rule, draft_)) return;
        const auto parsed = rules::parse_edge(rule.text, draft_.diagnostics);
        auto form = parsed ? rules::check(*parsed, step_, draft_.pathway.words, draft_.diagnostics) : std::nullopt;
        if (!form) {
            unread_edge_ = true;
            return;
        }
        rule.demand = Edge{.from = step_, .to = std::move(key.targets), .form = std::move(*form)};
        keep(std::move(rule));
    }

    void read_demand(const Node::Entry& entry) {
        const std::string& id = entry.key.text;
        if (id == next_key || id == "way") {
            draft_.diagnostics.add({.code = Code::pathway_id,
                                    .where = entry.key.where,
                                    .message = fmt::format("'{}' cannot be the id of a rule", id),
                                    .help = "next stands in the ids of edges, and way in those of steps that must be "
                                            "passed"});
        } else {
            usable_id(id, entry.key.where, "a rule", Keywords::free, draft_.diagnostics);
        }
        Rule rule{.id = fmt::format("{}.{}", step_id(), id), .step = step_, .where = entry.value.where};
        if (!read_rule(entry.value, rule, draft_)) return;
        const auto parsed = rules::parse_sentence(rule.text, draft_.diagnostics);
        auto sentence = parsed ? rules::check(*parsed, step_, draft_.pathway.words, draft_.diagnostics) : std::nullopt;
        if (!sentence) return;
        rule.demand = std::move(*sentence);
        keep(std::move(rule));
    }

    void keep(Rule rule) { draft_.pathway.rules.push_back(std::move(rule)); }

    /// `a or b` and `b or a`, `x as a-or-b` and the step a-or-b: different keys can make the same id.
    void refuse_id_twice(const EdgeKey& key, const rules::Span& where) {
        if (key.targets.empty()) return;
        const auto [first, is_new] = edge_ids_.emplace(key.id, where);
        if (is_new) return;
        draft_.diagnostics.add({.code = Code::pathway_id_twice,
                                .where = where,
                                .message = fmt::format("two edges have the id '{}'", key.id),
                                .help = "tell them apart by ` as word` after the step",
                                .also = {{first->second, "the first is here"}}});
    }

    /// `otherwise` is for when no other edge of the step applies: there is one, and another that has a condition.
    void check_otherwise() {
        const Rule* otherwise = nullptr;
        bool another_has_when = unread_edge_;
        for (const Rule& rule : draft_.pathway.rules) {
            if (rule.step != step_ || !rule.edge()) continue;
            const typed::Edge& form = rule.edge()->form;
            if (const auto* must = std::get_if<typed::Must>(&form)) {
                another_has_when = another_has_when || must->provisos.when;
            } else if (const auto* may = std::get_if<typed::May>(&form)) {
                another_has_when = another_has_when || may->when;
            } else if (!otherwise) {
                otherwise = &rule;
            } else {
                draft_.diagnostics.add(
                    {.code = Code::pathway_otherwise,
                     .where = rule.text.where,
                     .message = fmt::format("the step '{}' has two edges that say otherwise", step_id()),
                     .also = {{otherwise->text.where, "the first is here"}}});
            }
        }
        if (!otherwise || another_has_when) return;
        draft_.diagnostics.add(
            {.code = Code::pathway_otherwise,
             .where = otherwise->text.where,
             .message = fmt::format("otherwise than what? no other edge of the step '{}' has a when", step_id()),
             .help = "write `must`, or give another edge its condition"});
    }

    rules::StepId step_;
    Draft& draft_;
    std::map<std::string, rules::Span> edge_ids_;
    bool unread_edge_ = false;  ///< an edge whose sentence could not be read may have had a when
};

}  // namespace

void read_rules(const Node& steps, Draft& draft) {
    rules::StepId number = 0;
    for (const Node::Entry& entry : steps.entries) StepRules{number++, draft}.read(entry.value);
}

}  // namespace csapath::engine
