// SPDX-License-Identifier: MIT
#include "engine/evaluation/evaluate.hpp"

#include <algorithm>
#include <tuple>

#include "engine/evaluation/windows.hpp"
#include "engine/findings/fingerprint.hpp"
#include "engine/obligations/telling.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Moment;

namespace {

/// Missed and overdue verdicts that the same event would have met are one fault.
bool one_fault(const Judgement& left, const Judgement& right) {
    const auto unfulfilled = [](Verdict verdict) { return verdict == Verdict::missed || verdict == Verdict::overdue; };
    if (left.target == no_target || left.target != right.target) return false;
    if (!unfulfilled(left.verdict) || !unfulfilled(right.verdict)) return false;
    if (!left.matching.known() && !right.matching.known()) return true;
    return rules::same(left.matching, right.matching);
}

/// By day, and within a day by the settled order of its events: one without a time need not be the first.
auto by_activation(const Judgement& judgement) {
    return std::tuple(judgement.activated_at.day, judgement.activation, judgement.rule);
}

Evidence evidence(const Case& of, const Pathway& pathway, std::uint32_t event, const Moment& at) {
    const Timeline::Entry& entry = of.timeline[event];
    Evidence evidence{pathway.event_types[entry.type], at, entry.origin.source, entry.origin.row, {}};
    for (const Origin& also : of.timeline.also(event)) evidence.also.emplace_back(also.source, also.row);
    return evidence;
}

/// Whether `unless` could still speak: it applies, can be seen, and is not met.
bool can_be_excused(const Judgement& judgement) {
    switch (judgement.verdict) {
        case Verdict::late:
        case Verdict::overdue:
        case Verdict::missed:
        case Verdict::failed:
        case Verdict::pending:
            return true;
        case Verdict::undetermined:
            return judgement.because != Because::when_is_unknown && judgement.because != Because::otherwise_unknown;
        case Verdict::not_visible:
            return judgement.because == Because::unless_is_unknown;
        case Verdict::met:
        case Verdict::excused:
        case Verdict::not_applicable:
            return false;
    }
    return false;
}

/// Who agreed, until when, and why.
void tell_exception(const AgreedException& agreed, const rules::Moment& as_of, const Judgement& judgement,
                    Finding& finding) {
    const std::string who = agreed.by.empty() ? std::string() : " by " + rules::printable(agreed.by);
    const std::string why = agreed.reason.empty() ? std::string() : ": " + rules::printable(agreed.reason);
    const std::string until = " until " + rules::spelled(agreed.until);
    if (judgement.because == Because::accepted) {
        finding.message += ", as agreed" + who + until + why;
    } else if (can_be_excused(judgement) && !agreed.holds_on(as_of.day)) {
        finding.message += "; an exception was agreed" + until + " and has run out";
        finding.why.push_back("an exception agreed" + who + until + " no longer holds" + why);
    }
}

}  // namespace

Evaluation::Evaluation(const Question& question) : question_(question), plan_(*question.plan), doubts_(plan_) {}

const Evaluation::Sight& Evaluation::sight(std::span<const std::uint16_t> sources) {
    for (const auto& known : sights_)
        if (std::equal(sources.begin(), sources.end(), known->sources.begin(), known->sources.end())) return *known;
    auto sight = std::make_unique<Sight>();
    sight->sources.assign(sources.begin(), sources.end());
    Coverage& all = sight->coverage;
    for (const std::uint16_t source : sources) {
        const Coverage& one = question_.coverages[source];
        unite_coverage(all, one);
        sight->windowed = sight->windowed || one.from || one.until;
    }
    for (const auto& obligation : plan_.obligations) sight->shown.push_back(obligation->shown(sight->coverage));
    sights_.push_back(std::move(sight));
    return *sights_.back();
}

Scene Evaluation::scene(const Case& of, std::uint32_t episode) {
    const Sight& seen = sight(of.timeline.sources());
    const Pathway& pathway = *plan_.pathway;
    return {pathway,
            of,
            of.episodes[episode],
            {pathway.calendar.get(), &*pathway.zone},
            question_.as_of,
            seen.coverage,
            seen.shown,
            question_.coverages,
            question_.names};
}

void Evaluation::judge(Case& of, Judged& into) {
    into.all.clear();
    into.episodes.clear();
    into.told.clear();
    into.excepted.clear();
    into.tidied = of.timeline.tidy(question_.as_of);
    arrange(of.timeline, plan_.roles, of.episodes);
    of.occurrences.find(of.timeline, plan_.roles);
    count_loose_events(of, into);
    const Sight& seen = sight(of.timeline.sources());
    const std::vector<bool>& carried = seen.coverage.facts;
    const bool recorded = rules::fact_recorded < carried.size() && carried[rules::fact_recorded];
    doubts_.look(of, into.tidied.born_twice, recorded, into.doubts);
    for (std::uint32_t episode = 0; episode < of.episodes.size(); ++episode) {
        const Scene scene = this->scene(of, episode);
        const auto begin = static_cast<std::uint32_t>(into.all.size());
        for (const auto& obligation : plan_.obligations) {
            if (!question_.rules_left_out.empty() && question_.rules_left_out[obligation->terms().number]) continue;
            obligation->examine(scene, into.all);
        }
        if (seen.windowed) look_at_windows(seen, scene.at(scene.episode.begin).day, std::span{into.all}.subspan(begin));
        if (question_.from || question_.to) {
            const auto outside = [&](const Judgement& judgement) {
                const rules::Date day = judgement.activated_at.day;
                return (question_.from && day < *question_.from) || (question_.to && day > *question_.to);
            };
            into.all.erase(std::remove_if(into.all.begin() + begin, into.all.end(), outside), into.all.end());
        }
        into.episodes.push_back({episode, begin, static_cast<std::uint32_t>(into.all.size())});
    }
    if (question_.exceptions != nullptr && question_.exceptions->any_of(of.timeline.case_id()))
        look_at_exceptions(of, into);
    collect(of, into);
}

void Evaluation::look_at_exceptions(const Case& of, Judged& into) const {
    for (Judgement& judgement : into.all) {
        if (!can_be_excused(judgement)) continue;
        const AgreedException* const agreed = question_.exceptions->find(of.timeline.case_id(), judgement.rule);
        if (agreed == nullptr) continue;
        into.excepted.push_back(agreed);
        if (!agreed->holds_on(question_.as_of.day)) continue;
        judgement.verdict = Verdict::excused;
        judgement.because = Because::accepted;
        judgement.late = 0;
    }
}

void Evaluation::look_at_windows(const Sight& sight, rules::Date begun, std::span<Judgement> judgements) const {
    for (Judgement& judgement : judgements) {
        const bool unfulfilled = judgement.verdict == Verdict::missed || judgement.verdict == Verdict::overdue ||
                                 (judgement.verdict == Verdict::failed && judgement.because == Because::too_few);
        const bool never_before = is_finding(judgement.verdict) && judgement.because == Because::never_came;
        if (!unfulfilled && !never_before) continue;
        // It could have happened from the activation on, up to the due date or the as-of; or before it, in the episode.
        Days days{judgement.activated_at.day, question_.as_of.day};
        if (judgement.has_due) days.last = std::min(judgement.due.day, days.last);
        if (never_before) days = {begun, judgement.activated_at.day};
        if (could_be_shown(*plan_.obligations[judgement.rule], sight.sources, question_.coverages, days)) continue;
        judgement.verdict = Verdict::not_visible;
        judgement.because = Because::outside_window;
        judgement.late = 0;
    }
}

void Evaluation::count_loose_events(const Case& of, Judged& into) const {
    into.in_tails = 0;
    std::uint32_t inside = 0;
    for (const Episode& episode : of.episodes) {
        into.in_tails += episode.tail_end - episode.end;
        inside += episode.tail_end - episode.begin;
    }
    into.outside = of.timeline.size() - inside;
}

/// One fault, one finding: the earliest activation speaks for the others.
void Evaluation::collect(const Case&, Judged& into) const {
    for (const Judged::OfEpisode& part : into.episodes) {
        const std::size_t first = into.told.size();
        for (const Judgement& judgement : std::span{into.all}.subspan(part.begin, part.end - part.begin)) {
            if (judgement.verdict == Verdict::met) continue;  // as most are
            if (!is_finding(judgement.verdict) && !is_listed(judgement.verdict)) continue;
            const Severity severity = plan_.obligations[judgement.rule]->terms().severity;
            const auto same = std::find_if(into.told.begin() + static_cast<std::ptrdiff_t>(first), into.told.end(),
                                           [&](const Told& told) { return one_fault(told.judgement, judgement); });
            if (same == into.told.end()) {
                Told& told = into.told.emplace_back();
                told.episode = part.episode;
                told.judgement = judgement;
                told.severity = severity;
                continue;
            }
            same->times += 1;
            same->severity = std::max(same->severity, severity);
            std::uint16_t other = judgement.rule;
            if (by_activation(judgement) < by_activation(same->judgement)) {
                other = same->judgement.rule;
                same->judgement = judgement;
            }
            same->also.push_back(other);
        }
    }
    for (Told& told : into.told) {
        std::sort(told.also.begin(), told.also.end());
        told.also.erase(std::unique(told.also.begin(), told.also.end()), told.also.end());
        std::erase(told.also, told.judgement.rule);
    }
    if (into.told.size() > 1)
        std::stable_sort(into.told.begin(), into.told.end(), [](const Told& left, const Told& right) {
            return by_activation(left.judgement) < by_activation(right.judgement);
        });
}

const Finding& Evaluation::tell(const Case& of, const Told& told) {
    const Judgement& judgement = told.judgement;
    const Obligation& obligation = *plan_.obligations[judgement.rule];
    const Pathway& pathway = *plan_.pathway;
    const Scene scene = this->scene(of, told.episode);
    Finding& finding = finding_;
    finding.clear();
    finding.case_id = of.timeline.case_id();
    finding.episode = of.episodes[told.episode].number;
    finding.rule = judgement.rule;
    finding.step = obligation.terms().step;
    finding.kind = judgement.kind;
    finding.verdict = judgement.verdict;
    finding.severity = told.severity;
    finding.basis = obligation.terms().basis;
    finding.also = told.also;
    finding.times = told.times;

    ActivationKey key{obligation.terms().id, finding.case_id, {}, judgement.activated_at, 0};
    if (judgement.activation != no_event) {
        const std::uint32_t event = judgement.activation;
        finding.activated = evidence(of, pathway, event, judgement.activated_at);
        key.event = finding.activated->event;
        for (std::uint32_t other = event; other-- > 0 && scene.at(other).day == scene.at(event).day;)
            key.among_equals +=
                of.timeline[other].type == of.timeline[event].type && scene.at(other) == scene.at(event);
    }
    write_fingerprint(key, digest_, finding.id);
    if (judgement.has_due) finding.due = judgement.due;
    if (judgement.fulfilment != no_event)
        finding.fulfilled = evidence(of, pathway, judgement.fulfilment, scene.at(judgement.fulfilment));
    if (judgement.late != 0) finding.late_by = Finding::LateBy{judgement.late, obligation.unit()};
    for (std::size_t agency = 0; agency < pathway.words.agencies().size(); ++agency)
        if (judgement.missing.has(agency)) finding.agencies.push_back(pathway.words.agencies()[agency].id);
    obligation.tell(scene, judgement, finding);
    add_reasons(obligation, scene, judgement, finding);
    if (question_.exceptions != nullptr)
        if (const AgreedException* const agreed = question_.exceptions->find(finding.case_id, judgement.rule))
            tell_exception(*agreed, question_.as_of, judgement, finding);
    return finding;
}

}  // namespace csapath::engine
