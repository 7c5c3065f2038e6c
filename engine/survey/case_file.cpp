// SPDX-License-Identifier: MIT
#include "engine/survey/case_file.hpp"

#include <algorithm>

#include "engine/findings/value_words.hpp"

namespace csapath::engine {

using rules::Value;

namespace {

std::string title_of(const rules::Fact& fact) {
    if (!fact.title.empty()) return fact.title;
    std::string words = fact.name;
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

/// As value_words() has it, but with agencies and steps by their titles, and days as people write them.
std::string value_for_readers(const Pathway& pathway, rules::FactId fact, const Value& value) {
    using Kind = rules::Type::Kind;
    const Kind kind = pathway.words.facts()[fact].type.kind;
    const bool of_agencies = kind == Kind::agency || kind == Kind::agencies;
    if (value.kind == Value::Kind::moment) return rules::spelled(value.moment);
    if (value.kind == Value::Kind::option && of_agencies) return pathway.words.agencies()[value.option].title;
    if (value.kind == Value::Kind::option && kind == Kind::step) return pathway.steps[value.option].title;
    if (value.kind != Value::Kind::options || !of_agencies || value.options.none())
        return value_words(pathway, fact, value);
    std::string list;
    for (std::size_t agency = 0; agency < pathway.words.agencies().size(); ++agency)
        if (value.options.has(agency)) list += (list.empty() ? "" : ", ") + pathway.words.agencies()[agency].title;
    return value.partial ? list + ", a name not known" : list;
}

std::pair<std::string, std::string> cell_in_words(const Pathway& pathway, const Cell& cell) {
    return {title_of(pathway.words.facts()[cell.fact]), value_for_readers(pathway, cell.fact, cell.value)};
}

CaseFile::Happening happening(const Case& of, std::uint32_t event, const std::optional<rules::StepId>& step,
                              const Pathway& pathway) {
    const Timeline::Entry& entry = of.timeline[event];
    CaseFile::Happening one;
    one.at = entry.at;
    one.source = entry.origin.source;
    one.row = entry.origin.row;
    one.is_step = step.has_value();
    if (step) {
        one.title = pathway.steps[*step].title;
    } else {
        one.title = pathway.event_types[entry.type];
        std::replace(one.title.begin(), one.title.end(), '-', ' ');
    }
    const Value acted = of.timeline.value(event, rules::fact_agency);
    if (acted.kind == Value::Kind::option)
        one.agency = static_cast<rules::AgencyId>(acted.option);
    else if (step)
        one.agency = pathway.steps[*step].by;
    for (const Cell& cell : of.timeline.cells(event))
        if (cell.fact != rules::fact_agency) one.attributes.push_back(cell_in_words(pathway, cell));
    return one;
}

void add_happenings(const Case& of, const Pathway& pathway, CaseFile& file) {
    std::vector<std::optional<rules::StepId>> step_of(of.timeline.size());
    for (rules::StepId step = 0; step < pathway.steps.size(); ++step)
        for (const Occurrence& occurrence : of.occurrences.of(step))
            if (occurrence.sure && !step_of[occurrence.event]) step_of[occurrence.event] = step;
    for (std::uint32_t event = 0; event < of.timeline.size(); ++event)
        file.happenings.push_back(happening(of, event, step_of[event], pathway));
}

void add_windows(const Case& of, const Judged& judged, CaseFile& file) {
    for (const Judgement& judgement : judged.all) {
        if (!judgement.has_due || judgement.verdict == Verdict::not_applicable ||
            judgement.verdict == Verdict::not_visible)
            continue;
        CaseFile::Window window{judgement.rule, judgement.verdict, judgement.activated_at, judgement.due, {}};
        if (judgement.fulfilment != no_event) window.done = of.timeline[judgement.fulfilment].at;
        file.windows.push_back(window);
    }
    std::stable_sort(file.windows.begin(), file.windows.end(),
                     [](const CaseFile::Window& left, const CaseFile::Window& right) {
                         return std::pair(left.from.day, left.due.day) < std::pair(right.from.day, right.due.day);
                     });
}

void add_pending(const Case& of, const Judged& judged, const Plan& plan, Evaluation& teller, CaseFile& file) {
    for (const Judged::OfEpisode& part : judged.episodes) {
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            if (judged.all[i].verdict != Verdict::pending) continue;
            Told told;
            told.episode = part.episode;
            told.judgement = judged.all[i];
            told.severity = plan.rules[told.judgement.rule].severity;
            file.pending.push_back(teller.tell(of, told));
        }
    }
}

}  // namespace

CaseFile case_file(const Case& of, const Judged& judged, const Plan& plan, Evaluation& teller) {
    const Pathway& pathway = *plan.pathway;
    CaseFile file;
    for (const Cell& cell : of.timeline.case_cells())
        if (cell.fact != rules::fact_area && cell.fact != rules::fact_team)
            file.facts.push_back(cell_in_words(pathway, cell));
    add_happenings(of, pathway, file);
    for (const Episode& episode : of.episodes) {
        CaseFile::Run& run = file.episodes.emplace_back();
        run.number = episode.number;
        run.from = of.timeline[episode.begin].at;
        if (episode.closed) run.closed = of.timeline[episode.end - 1].at;
        run.began_unseen = episode.began_unseen;
    }
    add_windows(of, judged, file);
    for (const Told& told : judged.told)
        (is_finding(told.judgement.verdict) ? file.findings : file.listed).push_back(teller.tell(of, told));
    add_pending(of, judged, plan, teller, file);
    return file;
}

}  // namespace csapath::engine
