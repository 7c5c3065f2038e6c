// SPDX-License-Identifier: MIT
#include "engine/survey/line_writer.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::Value;

namespace {

/// The events that are surely occurrences of one of these steps, each once, in order.
std::vector<std::uint32_t> sure_events_of(const Case& of, const std::vector<rules::StepId>& steps) {
    std::vector<std::uint32_t> events;
    for (const rules::StepId step : steps)
        for (const Occurrence& occurrence : of.occurrences.of(step))
            if (occurrence.sure) events.push_back(occurrence.event);
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

/// The place of the episode that an event lies in, or in whose tail; one past the last where it lies outside.
std::size_t episode_of(const Case& of, std::uint32_t event) {
    std::size_t place = 0;
    while (place < of.episodes.size() && (event < of.episodes[place].begin || event >= of.episodes[place].tail_end))
        ++place;
    return place;
}

/// On the same day where both times do not say otherwise, or later.
bool at_or_after(const rules::Moment& later, const rules::Moment& earlier) {
    return !(rules::order(later, earlier) < 0);
}

/// What an event says under the first of these facts that it says anything under.
Value said(const Case& of, std::uint32_t event, const std::vector<rules::FactId>& facts) {
    for (const rules::FactId fact : facts)
        if (const Value& value = of.timeline.value(event, fact); value.known()) return value;
    return {};
}

std::optional<std::uint32_t> option_said(const Case& of, std::uint32_t event, const std::vector<rules::FactId>& facts) {
    const Value value = said(of, event, facts);
    return value.kind == Value::Kind::option ? std::optional(value.option) : std::nullopt;
}

}  // namespace

std::vector<rules::StepId> steps_called(const Pathway& pathway, std::string_view name) {
    if (const auto step = pathway.words.step(name)) return {*step};
    std::vector<rules::StepId> steps;
    const auto type = pathway.event_type(name);
    for (rules::StepId step = 0; type && step < pathway.steps.size(); ++step)
        if (std::ranges::find(pathway.steps[step].events, *type) != pathway.steps[step].events.end())
            steps.push_back(step);
    return steps;
}

std::vector<rules::FactId> facts_called(const Pathway& pathway, std::string_view name, rules::Type::Kind kind) {
    const auto& all = pathway.words.facts();
    std::vector<rules::FactId> facts;
    for (rules::FactId fact = 0; fact < all.size(); ++fact)
        if (all[fact].name == name && !all[fact].of_case && all[fact].type.kind == kind &&
            (facts.empty() || all[fact].type == all[facts.front()].type))
            facts.push_back(fact);
    return facts;
}

LineWriter::LineWriter(const Pathway& pathway)
    : pathway_(pathway),
      referral_(steps_called(pathway, "referral")),
      screening_(steps_called(pathway, "screening")),
      discussion_(steps_called(pathway, "strategy-discussion")),
      plan_started_(steps_called(pathway, "plan-started")),
      plan_ended_(steps_called(pathway, "plan-ended")),
      source_(facts_called(pathway, "source", rules::Type::Kind::agency)),
      risk_(facts_called(pathway, "risk", rules::Type::Kind::one_of)),
      education_(facts_called(pathway, "education-status", rules::Type::Kind::one_of)),
      earlier_plans_(facts_called(pathway, "previous-plans", rules::Type::Kind::number)),
      area_(facts_called(pathway, "episode-area", rules::Type::Kind::text)) {}

bool LineWriter::can_be_shown(const Steps& steps, const Coverage& shown) const {
    return std::ranges::any_of(steps, [&](rules::StepId step) {
        return std::ranges::any_of(pathway_.steps[step].events, [&](EventTypeId type) { return shown.events[type]; });
    });
}

rules::Value LineWriter::area(const Case& of, const Episode& episode) const {
    for (std::uint32_t event = episode.begin; !area_.empty() && event < episode.end; ++event)
        if (const Value there = said(of, event, area_); there.known()) return there;
    return of.timeline.case_value(rules::fact_area);
}

Followed LineWriter::discussed(const Case& of, const Episode& episode, std::uint32_t referral,
                               const Coverage& shown) const {
    Followed found = can_be_shown(discussion_, shown) ? Followed::not_recorded : Followed::cannot_tell;
    for (const rules::StepId step : discussion_) {
        for (const Occurrence& one : of.occurrences.of(step)) {
            if (one.event < episode.begin || one.event >= episode.tail_end) continue;
            if (!at_or_after(of.timeline[one.event].at, of.timeline[referral].at)) continue;
            if (one.sure) return Followed::yes;
            found = Followed::cannot_tell;
        }
    }
    return found;
}

/// As the screening of this referral says, else the referral itself.
std::optional<std::uint32_t> LineWriter::rating(const Case& of, const Episode& episode, std::uint32_t referral) const {
    if (risk_.empty()) return std::nullopt;
    const std::vector<std::uint32_t> referrals = sure_events_of(of, referral_);
    const auto next = std::ranges::upper_bound(referrals, referral);
    const std::uint32_t until = next == referrals.end() ? episode.tail_end : std::min(*next, episode.tail_end);
    for (const std::uint32_t screening : sure_events_of(of, screening_))
        if (screening >= referral && screening < until)
            if (const auto rated = option_said(of, screening, risk_)) return rated;
    return option_said(of, referral, risk_);
}

/// Who is recorded as having referred; else the agency recorded with the referral, unless that is the one that receives
/// referrals.
std::optional<rules::AgencyId> LineWriter::referred_by(const Case& of, std::uint32_t referral) const {
    const auto agency = [&](const std::vector<rules::FactId>& facts) -> std::optional<rules::AgencyId> {
        const auto option = option_said(of, referral, facts);
        return option ? std::optional(static_cast<rules::AgencyId>(*option)) : std::nullopt;
    };
    if (const auto source = agency(source_)) return source;
    const auto recorded = agency({rules::fact_agency});
    const auto receives = [&](rules::StepId step) { return pathway_.steps[step].by == recorded; };
    return std::ranges::any_of(referral_, receives) ? std::nullopt : recorded;
}

void LineWriter::write_referrals(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas,
                                 Lines& lines) const {
    for (const std::uint32_t referral : sure_events_of(of, referral_)) {
        const std::size_t place = episode_of(of, referral);
        if (place == of.episodes.size()) continue;
        const Episode& episode = of.episodes[place];
        lines.referrals.push_back({.area = areas[place],
                                   .on = of.timeline[referral].at.day,
                                   .discussed = discussed(of, episode, referral, shown),
                                   .rating = rating(of, episode, referral),
                                   .source = referred_by(of, referral)});
    }
}

/// Starts and ends in the order of events; a start while a plan runs tells of that plan once more.
void LineWriter::write_plans(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas,
                             Lines& lines) const {
    const std::vector<std::uint32_t> starts = sure_events_of(of, plan_started_), ends = sure_events_of(of, plan_ended_);
    const bool end_visible = can_be_shown(plan_ended_, shown);
    std::optional<std::size_t> running;
    std::optional<rules::Date> last_ended;
    const auto begin = [&](std::uint32_t event) -> PlanLine& {
        const std::size_t place = episode_of(of, event);
        PlanLine& plan = lines.plans.emplace_back();
        plan.area = place < areas.size() ? areas[place] : 0;
        plan.end_visible = end_visible;
        plan.last_ended = last_ended;
        return plan;
    };
    for (auto start = starts.begin(), end = ends.begin(); start != starts.end() || end != ends.end();) {
        if (end == ends.end() || (start != starts.end() && *start < *end)) {
            const std::uint32_t event = *start++;
            if (running) continue;
            running = lines.plans.size();
            PlanLine& plan = begin(event);
            plan.from = of.timeline[event].at.day;
            const Value earlier = said(of, event, earlier_plans_);
            plan.earlier_unseen = !last_ended && earlier.kind == Value::Kind::number && earlier.number > 0;
        } else {
            const std::uint32_t event = *end++;
            last_ended = of.timeline[event].at.day;
            (running ? lines.plans[*running] : begin(event)).to = last_ended;
            running.reset();
        }
    }
}

void LineWriter::write(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas,
                       std::uint32_t number, Lines& lines) const {
    for (std::size_t place = 0; place < of.episodes.size(); ++place) {
        const Episode& episode = of.episodes[place];
        EpisodeLine& line = lines.episodes.emplace_back();
        line.of_case = number;
        line.area = areas[place];
        line.from = of.timeline[episode.begin].at.day;
        if (episode.closed) line.to = of.timeline[episode.end - 1].at.day;
    }
    write_referrals(of, shown, areas, lines);
    write_plans(of, shown, areas, lines);
    auto& taught = lines.taught.emplace_back();
    for (std::uint32_t event = of.timeline.size(); event > 0 && !taught; --event)
        taught = option_said(of, event - 1, education_);
}

}  // namespace csapath::engine
