// SPDX-License-Identifier: MIT
#include "engine/plan/from_pathway.hpp"

#include <algorithm>

#include "engine/obligations/all_forms.hpp"
#include "engine/obligations/way.hpp"

namespace csapath::engine {

using rules::StepId;

namespace {

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

class Planner {
public:
    Planner(const Pathway& pathway, const std::vector<MustPass>& ways) : pathway_(pathway), ways_(ways) {}

    Plan run() {
        plan_.pathway = &pathway_;
        make_roles();
        make_schema();
        for (std::size_t i = 0; i < pathway_.rules.size(); ++i) {
            const StepId step = pathway_.rules[i].step;
            add_rule(pathway_.rules[i]);
            const bool last_of_step = i + 1 == pathway_.rules.size() || pathway_.rules[i + 1].step != step;
            if (last_of_step) add_way(step);
        }
        for (StepId step = 0; step < pathway_.steps.size(); ++step) add_way(step);
        return std::move(plan_);
    }

private:
    void make_roles() {
        StepRoles& roles = plan_.roles;
        roles.of_type.resize(pathway_.event_types.size());
        roles.bounds.resize(pathway_.event_types.size());
        for (StepId step = 0; step < pathway_.steps.size(); ++step) {
            const Step& from = pathway_.steps[step];
            StepRoles::Role& role = roles.steps.emplace_back();
            role.starts = from.starts;
            role.ends = from.ends;
            if (from.where) role.where = std::make_shared<const rules::Program>(*from.where, pathway_.words);
            roles.any_starts = roles.any_starts || from.starts;
            for (const EventTypeId type : from.events) {
                roles.of_type[type].push_back(step);
                if (from.starts || from.ends) roles.bounds[type] = true;
            }
        }
        roles.finish();
    }

    void make_schema() {
        Schema& schema = plan_.schema;
        schema.words = &pathway_.words;
        schema.zone = pathway_.zone;
        schema.event_types = pathway_.event_types;
        schema.used.assign(pathway_.event_types.size(), false);
        schema.facts_of_type.resize(pathway_.event_types.size());
        for (EventTypeId type = 0; type < pathway_.event_types.size(); ++type)
            schema.used[type] = !plan_.roles.of_type[type].empty();
        for (const EventTypeId type : pathway_.sharing_events) schema.used[type] = true;
        const auto& facts = pathway_.words.facts();
        for (rules::FactId fact = 0; fact < facts.size(); ++fact) {
            if (facts[fact].of_case) continue;
            for (EventTypeId type = 0; type < pathway_.event_types.size(); ++type) {
                const auto& steps = plan_.roles.of_type[type];
                if (facts[fact].step && std::find(steps.begin(), steps.end(), *facts[fact].step) == steps.end())
                    continue;
                schema.facts_of_type[type][facts[fact].name].push_back(fact);
            }
        }
    }

    void add(std::unique_ptr<Obligation> obligation, ReportedRule reported) {
        reported.id = obligation->terms().id;
        reported.step = obligation->terms().step;
        reported.kind = obligation->kind();
        reported.severity = obligation->terms().severity;
        reported.basis = obligation->terms().basis;
        plan_.obligations.push_back(std::move(obligation));
        plan_.rules.push_back(std::move(reported));
    }

    Terms terms(std::string id, StepId step, Severity severity, Basis basis) const {
        Terms terms;
        terms.pathway = &pathway_;
        terms.number = static_cast<std::uint16_t>(plan_.obligations.size());
        terms.id = std::move(id);
        terms.step = step;
        terms.severity = severity;
        terms.basis = basis;
        return terms;
    }

    void add_rule(const Rule& rule) {
        Terms of = terms(rule.id, rule.step, rule.severity, rule.basis);
        of.in_force = rule.in_force;
        rules::typed::Provisos provisos = engine::provisos(rule);
        if (provisos.when) of.when.emplace(std::move(*provisos.when), pathway_.words);
        if (provisos.unless) of.unless.emplace(std::move(*provisos.unless), pathway_.words);
        std::vector<const Edge*> siblings;
        for (const Rule& other : pathway_.rules)
            if (&other != &rule && other.step == rule.step && other.edge()) siblings.push_back(other.edge());
        auto obligation = engine::bind(rule, std::move(of), siblings, targets_);
        if (!obligation) return;
        ReportedRule reported;
        reported.text = on_one_line(rule.text.text);
        reported.at = rules::address(rule.text.where);
        reported.why = rule.why;
        reported.sources = rule.sources;
        reported.unverified = rule.unverified;
        add(std::move(obligation), std::move(reported));
    }

    /// The step that must be passed, once: severity and basis are those of the strongest edge that leads to it.
    void add_way(StepId step) {
        std::vector<MustPass> ways;
        for (const MustPass& way : ways_)
            if (way.passed == step) ways.push_back(way);
        if (ways.empty() || std::find(ways_added_.begin(), ways_added_.end(), step) != ways_added_.end()) return;
        ways_added_.push_back(step);

        const Rule* strongest = nullptr;
        std::vector<InForce> in_force;
        for (const Rule& rule : pathway_.rules) {
            const Edge* edge = rule.edge();
            if (!edge || std::find(edge->to.begin(), edge->to.end(), step) == edge->to.end()) continue;
            in_force.push_back(rule.in_force);
            if (!strongest || std::pair(rule.basis, rule.severity) > std::pair(strongest->basis, strongest->severity))
                strongest = &rule;
        }
        Terms of = terms(pathway_.steps[step].id + ".way", step, strongest->severity, strongest->basis);
        ReportedRule reported;
        std::string& text = reported.text;
        text = "every way to ";
        std::vector<StepId> before;
        for (const MustPass& way : ways)
            if (std::find(before.begin(), before.end(), way.before) == before.end()) before.push_back(way.before);
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (i > 0) text += i + 1 == before.size() ? " and " : ", ";
            text += pathway_.steps[before[i]].id;
        }
        text += " goes through " + pathway_.steps[step].id;
        reported.at = rules::address(pathway_.steps[step].span);
        reported.sources = strongest->sources;
        add(std::make_unique<Way>(std::move(of), std::move(ways), std::move(in_force), targets_), std::move(reported));
    }

    const Pathway& pathway_;
    const std::vector<MustPass>& ways_;
    Plan plan_;
    Targets targets_;
    std::vector<StepId> ways_added_;
};

}  // namespace

Plan plan_from_pathway(const Pathway& pathway, const std::vector<MustPass>& ways) {
    return Planner(pathway, ways).run();
}

}  // namespace csapath::engine
