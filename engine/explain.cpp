// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/evaluation/evaluate.hpp"
#include "engine/intake.hpp"
#include "engine/reporters/explanation.hpp"
#include "engine/run_totals.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

namespace {

/// The one case, told episode by episode and rule by rule; every verdict, met and not applicable too.
Explained explained(const Case& of, const Judged& judged, Evaluation& evaluation, const Run& run) {
    const Pathway& pathway = run.definition.pathway();
    Explained told;
    told.pathway = &pathway;
    told.rules = &run.definition.rules();
    told.as_of = run.as_of;
    told.case_id = of.timeline.case_id();
    for (const InputFile& input : run.inputs) told.inputs.push_back(input.name);
    for (const Cell& cell : of.timeline.case_cells()) told.facts.push_back({cell.fact, cell.value});
    for (std::uint32_t event = 0; event < of.timeline.size(); ++event) {
        const Timeline::Entry& entry = of.timeline[event];
        Explained::Happening happening{
            pathway.event_types[entry.type], entry.at, entry.origin.source, entry.origin.row, {}, {}};
        for (const Origin& also : of.timeline.also(event)) happening.also.emplace_back(also.source, also.row);
        for (rules::StepId step = 0; step < pathway.steps.size(); ++step)
            for (const Occurrence& occurrence : of.occurrences.of(step))
                if (occurrence.event == event && occurrence.sure) happening.steps.push_back(step);
        for (const Cell& cell : of.timeline.cells(event)) happening.attributes.push_back({cell.fact, cell.value});
        told.timeline.push_back(std::move(happening));
    }
    for (const Judged::OfEpisode& part : judged.episodes) {
        const Episode& episode = of.episodes[part.episode];
        Explained::Part& into = told.episodes.emplace_back();
        into.number = episode.number;
        into.from = of.timeline[episode.begin].at;
        if (episode.closed) into.closed = of.timeline[episode.end - 1].at;
        into.began_unseen = episode.began_unseen;
        into.tail = episode.tail_end - episode.end;
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            Told one;
            one.episode = part.episode;
            one.judgement = judged.all[i];
            one.severity = run.definition.rules()[one.judgement.rule].severity;
            into.findings.push_back(evaluation.tell(of, one));
        }
    }
    return told;
}

}  // namespace

Explanation explain(const Run& run, const std::string& named) {
    const std::string case_id = run.pseudonyms == nullptr ? named : run.pseudonyms->of_named_case(named);
    const Plan& plan = run.definition.parts().plan;
    Intake intake(run, plan, false);
    RunTotals totals(plan, nullptr);
    Case of;
    Timeline others;
    std::vector<std::string> ids;
    Explanation explanation;
    bool found = false;
    // All inputs are grouped: the case may stand anywhere in them, and its events apart.
    intake.read(CaseBook::Order::any, others, [&]() -> Timeline& {
        if (others.case_id() == case_id) {
            std::swap(of.timeline, others);
            found = true;
        } else {
            ids.push_back(others.case_id());
        }
        return others;
    });
    if (found) {
        Question asked = question(run);
        asked.coverages = intake.coverages();
        asked.names = intake.names();
        Evaluation evaluation(asked);
        Judged judged;
        evaluation.judge(of, judged);
        totals.add(of, judged);
        for (const Told& told : judged.told)
            if (is_finding(told.judgement.verdict)) totals.add_finding(told.severity);
        explanation.text = written(explained(of, judged, evaluation, run));
    } else if (const auto near = run.pseudonyms == nullptr ? rules::near_name(case_id, ids) : std::nullopt) {
        explanation.near.push_back(*near);
    }
    explanation.outcome = totals.finish(run, intake);
    return explanation;
}

}  // namespace csapath::engine
