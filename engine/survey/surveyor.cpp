// SPDX-License-Identifier: MIT
#include "engine/survey/surveyor.hpp"

#include <algorithm>

#include "engine/calendar/due.hpp"
#include "engine/obligations/in_charge.hpp"
#include "engine/survey/case_file.hpp"

namespace csapath::engine {

using rules::Value;

namespace {

/// The agencies that a rule asks for by name, where it asks for every one of them.
std::vector<rules::AgencyId> all_named(const Rule& rule) {
    if (rule.sentence() == nullptr) return {};
    if (const auto* involve = std::get_if<rules::typed::Involve>(rule.sentence()))
        if (involve->parties.all) return involve->parties.agencies;
    if (const auto* share = std::get_if<rules::typed::Share>(rule.sentence()))
        if (share->with == rules::typed::Share::With::parties && share->parties.all) return share->parties.agencies;
    return {};
}

std::int64_t hours_rounded_up(std::int64_t nanoseconds) {
    return (nanoseconds + rules::hour - 1) / rules::hour;
}

rules::Options agencies_of(const Value& value) {
    rules::Options agencies;
    if (value.kind == Value::Kind::options) agencies = value.options;
    if (value.kind == Value::Kind::option) agencies.add(value.option);
    return agencies;
}

bool any_of(rules::Options left, rules::Options right) {
    return !(left & right).none();
}

}  // namespace

Surveyor::Surveyor(const Plan& plan, const FilesWanted& wanted)
    : plan_(plan), pathway_(*plan.pathway), wanted_(wanted), writer_(*plan.pathway), named_(plan.rules.size()) {
    for (std::size_t number = 0; number < plan.rules.size(); ++number)
        for (const Rule& rule : pathway_.rules)
            if (rule.id == plan.rules[number].id) named_[number] = all_named(rule);
    in_charge_.reserve(plan.rules.size());
    for (const ReportedRule& rule : plan.rules) in_charge_.push_back(in_charge(pathway_, rule));
    of_agency_ = pathway_.grading;
    if (of_agency_) of_agency_->decided = 1;
    not_known_to_ = pathway_.words.attribute_of_case("not-known-to");
    out_of_scope_ = pathway_.words.attribute_of_case("out-of-scope");
}

void Surveyor::begin(const RunHeader&) {
    survey_ = {};
    survey_.areas.emplace_back();
    survey_.rules.resize(plan_.rules.size());
    for (std::size_t number = 0; number < plan_.rules.size(); ++number)
        survey_.rules[number].unit = plan_.obligations[number]->unit();
    const std::size_t agencies = pathway_.words.agencies().size();
    survey_.concerned.assign(pathway_.steps.size(), std::vector<std::uint64_t>(agencies + 1));
    survey_.occurrences.assign(pathway_.steps.size(), 0);
    survey_.expected.assign(agencies, {});
    areas_ = {{std::string(), 0}};
    wanted_seen_ = 0;
    told_ = 0;
}

void Surveyor::see(const Case& of, const Judged& judged, Evaluation& teller) {
    if (of.timeline.size() == 0) return;
    CaseLine& line = survey_.cases.emplace_back();
    line.id = of.timeline.case_id();
    const auto number = static_cast<std::uint32_t>(survey_.cases.size() - 1);
    areas_of_episodes_.clear();
    for (const Episode& episode : of.episodes) areas_of_episodes_.push_back(area(writer_.area(of, episode)));
    line.area = area(of.timeline.case_value(rules::fact_area));
    if (line.area == 0 && !areas_of_episodes_.empty()) line.area = areas_of_episodes_.back();
    const Value team = of.timeline.case_value(rules::fact_team);
    if (team.kind == Value::Kind::text) line.team = team.text;
    line.from = of.timeline[0].at.day;
    line.to = of.timeline[of.timeline.size() - 1].at.day;
    line.open = !of.episodes.empty() && !of.episodes.back().closed;
    line.episodes = static_cast<std::uint32_t>(of.episodes.size());
    line.events = of.timeline.size();
    for (const Episode& episode : of.episodes) ++survey_.opened[month_of(of.timeline[episode.begin].at.day)];
    for (rules::StepId step = 0; step < pathway_.steps.size(); ++step)
        for (const Occurrence& occurrence : of.occurrences.of(step)) survey_.occurrences[step] += occurrence.sure;
    writer_.write(of, teller.shows(of), areas_of_episodes_, number, survey_.lines);
    count_all(judged, of, line);
    if (pathway_.grading) survey_.lines.grades.push_back(grades(judged));
    for (const Told& told : judged.told)
        if (is_finding(told.judgement.verdict)) count_finding(told, of, line);
    count_agencies(of, line);
    if (!to_be_told(line)) return;
    line.file = static_cast<std::uint32_t>(survey_.files.size());
    survey_.files.push_back(case_file(of, judged, plan_, teller));
    survey_.files.back().number = number;
}

bool Surveyor::to_be_told(const CaseLine& line) {
    if (wanted_.cases.contains(line.id)) {
        ++wanted_seen_;
        return true;
    }
    if (line.all_findings() == 0) return false;
    if (told_ == wanted_.most) {
        ++survey_.files_left_out;
        return false;
    }
    ++told_;
    return true;
}

AreaNumber Surveyor::area(const Value& written) {
    if (written.kind != Value::Kind::text) return 0;
    const auto [known, is_new] =
        areas_.try_emplace(std::string(written.text), static_cast<AreaNumber>(survey_.areas.size()));
    if (is_new) survey_.areas.emplace_back(written.text);
    return known->second;
}

void Surveyor::count_all(const Judged& judged, const Case& of, CaseLine& line) {
    for (const Judged::OfEpisode& part : judged.episodes)
        for (std::uint32_t place = part.begin; place < part.end; ++place)
            count(judged.all[place], of, areas_of_episodes_[part.episode], line);
}

void Surveyor::count(const Judgement& judgement, const Case& of, AreaNumber area, CaseLine& line) {
    const auto verdict = static_cast<std::size_t>(judgement.verdict);
    RuleSurvey& rule = survey_.rules[judgement.rule];
    ++rule.counts[{area, month_of(judgement.activated_at.day)}][verdict];
    ++line.judged[verdict];
    if (is_listed(judgement.verdict)) ++rule.reasons[{judgement.verdict, judgement.because}];
    if (const auto units = took(judgement, of)) rule.took.add(*units);
    for_each_concerned(judgement, [&](std::optional<rules::AgencyId> agency, Verdict said) {
        ++rule.by_agency[agency][static_cast<std::size_t>(said)];
    });
    if (!named_[judgement.rule].empty()) count_expected(judgement);
}

/// From the event that put the rule in force to the one that fulfilled it. A limit that is counted back from an event,
/// and one whose clock a date alone starts, have no such time.
std::optional<std::int64_t> Surveyor::took(const Judgement& judgement, const Case& of) const {
    const bool happened = judgement.verdict == Verdict::met || judgement.verdict == Verdict::late;
    if (!happened || !judgement.has_due || judgement.activation == no_event || judgement.fulfilment == no_event)
        return std::nullopt;
    const rules::Moment& from = judgement.activated_at;
    const rules::Moment& to = of.timeline[judgement.fulfilment].at;
    if (to.day < from.day || judgement.due.day < from.day) return std::nullopt;
    const rules::Unit unit = survey_.rules[judgement.rule].unit;
    if (unit != rules::Unit::hours) return elapsed(from.day, to.day, unit, *pathway_.calendar);
    if (!from.timed() || !to.timed()) return std::nullopt;
    const std::int64_t between = instants(to, *pathway_.zone).earliest - instants(from, *pathway_.zone).earliest;
    if (between < 0) return std::nullopt;
    return hours_rounded_up(between);
}

void Surveyor::count_expected(const Judgement& judgement) {
    if (judgement.verdict == Verdict::not_applicable) return;
    for (const rules::AgencyId agency : named_[judgement.rule]) {
        Expected& of = survey_.expected[agency];
        ++of.times;
        switch (judgement.verdict) {
            case Verdict::met:
            case Verdict::late:
                ++of.recorded;
                break;
            case Verdict::excused:
            case Verdict::pending:
                ++of.not_asked;
                break;
            case Verdict::undetermined:
            case Verdict::not_visible:
                ++of.not_known;
                break;
            default:
                if (judgement.kind == Kind::not_recorded)
                    ++of.not_known;
                else
                    ++(judgement.missing.has(agency) ? of.absent : of.recorded);
        }
    }
}

/// Where a list lacks some of the agencies asked for by name, the rule was broken of those and kept of the others;
/// where the list is blank, whoever is in charge kept no record, and of the agencies nothing is known.
template <typename Tell>
void Surveyor::for_each_concerned(const Judgement& judgement, Tell tell) const {
    const std::vector<rules::AgencyId>& named = named_[judgement.rule];
    const bool list_is_blank = is_finding(judgement.verdict) && judgement.kind == Kind::not_recorded;
    if (named.empty() || list_is_blank) tell(in_charge_[judgement.rule], judgement.verdict);
    for (const rules::AgencyId agency : named) {
        Verdict verdict = judgement.verdict;
        if (list_is_blank)
            verdict = Verdict::undetermined;
        else if (is_finding(verdict) && !judgement.missing.none() && !judgement.missing.has(agency))
            verdict = Verdict::met;
        tell(agency, verdict);
    }
}

GradeLine Surveyor::grades(const Judged& judged) const {
    GradeTally of_case;
    std::vector<GradeTally> of_agencies(pathway_.words.agencies().size());
    for (const Judgement& judgement : judged.all) {
        of_case.add(judgement.verdict);
        for_each_concerned(judgement, [&](std::optional<rules::AgencyId> agency, Verdict verdict) {
            if (agency) of_agencies[*agency].add(verdict);
        });
    }
    for (const Told& told : judged.told) {
        if (!is_finding(told.judgement.verdict)) continue;
        of_case.add_finding(told.severity);
        for_each_concerned(told.judgement, [&](std::optional<rules::AgencyId> agency, Verdict verdict) {
            if (agency && is_finding(verdict)) of_agencies[*agency].add_finding(told.severity);
        });
    }
    GradeLine line{.of_case = graded(of_case, *pathway_.grading)};
    line.of_agencies.reserve(of_agencies.size());
    for (const rules::AgencyId agency : pathway_.grading->not_graded) of_agencies[agency] = {};
    for (const GradeTally& tally : of_agencies) line.of_agencies.push_back(graded(tally, *of_agency_));
    return line;
}

void Surveyor::count_finding(const Told& told, const Case& of, CaseLine& line) {
    const Judgement& judgement = told.judgement;
    ++line.findings[static_cast<std::size_t>(told.severity)];
    ++survey_.rules[judgement.rule].findings;
    const rules::StepId step = plan_.rules[judgement.rule].step;
    std::vector<std::uint64_t>& concerned = survey_.concerned[step];
    const std::size_t nobody = concerned.size() - 1;
    if (!judgement.missing.none() && judgement.kind != Kind::not_recorded) {
        for (std::size_t agency = 0; agency < nobody; ++agency) concerned[agency] += judgement.missing.has(agency);
        return;
    }
    std::size_t agency = nobody;
    if (pathway_.steps[step].by) {
        agency = *pathway_.steps[step].by;
    } else if (judgement.activation != no_event) {
        const Value acted = of.timeline.value(judgement.activation, rules::fact_agency);
        if (acted.kind == Value::Kind::option) agency = acted.option;
    }
    ++concerned[agency];
}

/// A group took part where one of its members did.
void Surveyor::count_agencies(const Case& of, CaseLine& line) const {
    rules::Options took_part;
    for (std::uint32_t event = 0; event < of.timeline.size(); ++event)
        for (const rules::FactId fact : {rules::fact_agency, rules::fact_attended, rules::fact_contributed})
            took_part = took_part | agencies_of(of.timeline.value(event, fact));
    const auto of_case = [&](std::optional<rules::FactId> fact) {
        return fact ? agencies_of(of.timeline.case_value(*fact)) : rules::Options{};
    };
    const rules::Options known = of_case(rules::fact_agencies), not_known = of_case(not_known_to_),
                         left_out = of_case(out_of_scope_);
    const auto& agencies = pathway_.words.agencies();
    line.agencies.assign(agencies.size(), AgencyPart::not_recorded);
    for (rules::AgencyId agency = 0; agency < agencies.size(); ++agency) {
        const rules::Options members = pathway_.words.members(agency);
        AgencyPart& part = line.agencies[agency];
        if (any_of(took_part, members))
            part = AgencyPart::took_part;
        else if (any_of(known, members))
            part = AgencyPart::known_only;
        else if (not_known.has(agency))
            part = AgencyPart::not_known_to;
        else if (left_out.has(agency))
            part = AgencyPart::out_of_scope;
    }
}

}  // namespace csapath::engine
