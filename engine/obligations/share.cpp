// SPDX-License-Identifier: MIT
#include "engine/obligations/share.hpp"

#include "engine/findings/append.hpp"
#include "engine/obligations/fulfilment.hpp"
#include "engine/obligations/same_word.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Options;
using rules::Truth;
using rules::Value;

Share::Share(Terms terms, rules::typed::Share sentence)
    : RunsOn(std::move(terms), std::move(sentence.limit)),
      as_(std::move(sentence.as)),
      with_(sentence.with),
      named_(sentence.parties, terms_.pathway->words),
      is_sharing_(terms_.pathway->event_types.size()) {
    for (const EventTypeId type : terms_.pathway->sharing_events) is_sharing_[type] = true;
}

bool Share::can_be_shown(const Coverage& coverage) const {
    return coverage.facts[rules::fact_shared_with] &&
           (with_ != With::everyone_invited || coverage.facts[rules::fact_invited]);
}

/// Everyone who acted, attended, was invited, contributed or was informed up to this occurrence, and the agencies of
/// the case.
Options Share::involved(const Scene& scene, std::uint32_t own) const {
    const Timeline& timeline = scene.of.timeline;
    Recorded all;
    all.add(timeline.case_value(rules::fact_agencies));
    for (std::uint32_t event = scene.episode.begin; event <= own; ++event) {
        all.add_actor(timeline.value(event, rules::fact_agency));
        for (const rules::FactId list :
             {rules::fact_attended, rules::fact_invited, rules::fact_contributed, rules::fact_shared_with})
            all.add(timeline.value(event, list));
    }
    return all.agencies;
}

Share::Wanted Share::wanted(const Scene& scene, std::uint32_t own) const {
    if (with_ == With::parties) return {named_};
    const Timeline& timeline = scene.of.timeline;
    const rules::Vocabulary& words = scene.pathway.words;
    Recorded actor, attended, everyone;
    actor.add_actor(timeline.value(own, rules::fact_agency));
    attended.add(timeline.value(own, rules::fact_attended));
    attended.add_actor(timeline.value(own, rules::fact_agency));
    everyone.agencies = attended.agencies;
    everyone.add(timeline.value(own, rules::fact_invited));
    if (with_ != With::everyone_invited) everyone.agencies = everyone.agencies | involved(scene, own);
    // A group beside its own member is that member, also where the member is the agency that acted.
    const Options others = each_once(everyone.agencies, words) - actor.agencies;

    Wanted wanted{Parties(others, words)};
    if (with_ == With::everyone_invited) wanted.perhaps_more = !everyone.any_list;
    if (with_ == With::everyone_absent) {
        wanted.parties = Parties(wanted.parties.lacking(attended.agencies), words);
        if (!attended.any_list)
            wanted.perhaps_fewer = Because::not_recorded;
        else if (attended.unknown_names)
            wanted.perhaps_fewer = Because::unknown_names;
    }
    return wanted;
}

Truth Share::is_about(const Scene& scene, std::uint32_t event, std::uint32_t own) const {
    const Timeline& timeline = scene.of.timeline;
    const Value& about = timeline.value(event, rules::fact_about);
    const bool about_known = scene.coverage.facts[rules::fact_about] && !about.spoiled;
    if (about_known && (about.kind != Value::Kind::option || about.option != terms_.step)) return Truth::no;
    Truth truth = about_known ? Truth::yes : Truth::unknown;
    if (as_) {
        const Value& item = timeline.value(event, rules::fact_item);
        const bool is_it = item.kind == Value::Kind::text && same_word(item.text, *as_);
        const bool item_known = scene.coverage.facts[rules::fact_item] && !item.spoiled;
        truth = truth & (item_known ? rules::truth(is_it) : Truth::unknown);
    }
    // It is about the last occurrence at or before it.
    const auto all = scene.occurrences(terms_.step);
    for (auto last = all.rbegin(); last != all.rend(); ++last) {
        if (!scene.reachable(last->event) || !at_or_after(scene.at(event), scene.at(last->event))) continue;
        if (last->sure) return last->event == own ? truth : Truth::no;
        truth = truth & Truth::unknown;
    }
    return Truth::no;
}

Share::Reach Share::reach(const Scene& scene, std::uint32_t own, const Parties& parties,
                          const Deadline& deadline) const {
    const Timeline& timeline = scene.of.timeline;
    Reach reach;
    const auto add = [&](std::uint32_t event, Truth about, InTime in_time) {
        const Value& list = timeline.value(event, rules::fact_shared_with);
        if (about == Truth::unknown && !about_carried(scene)) {
            if (in_time == InTime::no) return;  // too late for what it cannot be shown to be about
            reach.unseen_names = reach.unseen_names || list.partial || list.spoiled;
        }
        reach.perhaps_ever.add(list);
        if (in_time != InTime::no) reach.perhaps_in_time.add(list);
        if (about != Truth::yes) return;
        if (in_time == InTime::yes) reach.in_time.add(list);
        if (in_time != InTime::no) reach.coarsely_in_time.add(list);
        reach.ever.add(list);
        if (reach.complete == no_event && parties.satisfied_by(reach.ever.agencies)) reach.complete = event;
    };
    // Events of the same day may stand before it without having been before it.
    std::uint32_t event = own;
    while (event > scene.episode.begin && scene.at(event - 1).day == scene.at(own).day) --event;
    for (; event < scene.episode.tail_end; ++event) {
        if (event == own) {
            // What is shared on the spot is in time, however short the limit; a date may have gone by before.
            const bool by_date = limit_.kind == rules::typed::Limit::Kind::by;
            add(event, Truth::yes, by_date ? deadline.in_time(scene.at(own), scene) : InTime::yes);
            continue;
        }
        if (!is_sharing_[timeline[event].type] || !at_or_after(scene.at(event), scene.at(own))) continue;
        const Truth about = is_about(scene, event, own);
        if (about != Truth::no) add(event, about, deadline.in_time(scene.at(event), scene));
    }
    return reach;
}

void Share::decide(const Scene& scene, Judgement& judgement) const {
    const Deadline deadline = due(scene, judgement);
    const Wanted wanted = this->wanted(scene, judgement.activation);
    const Parties& parties = wanted.parties;
    const Reach reach = this->reach(scene, judgement.activation, parties, deadline);
    if (parties.satisfied_by(reach.in_time.agencies)) {
        if (wanted.perhaps_more) return cannot_tell(judgement, Because::not_recorded);
        judgement.verdict = Verdict::met;
        judgement.fulfilment = reach.complete;
    } else if (with_ != With::parties && !scene.coverage.facts[rules::fact_agency]) {
        cannot_see(judgement);  // the agency whose event it is counts among everyone, and cannot be taken off
    } else if (parties.satisfied_by(reach.coarsely_in_time.agencies)) {
        judgement.fulfilment = reach.complete;
        cannot_time(scene, judgement, deadline);
    } else if (parties.satisfied_by(reach.perhaps_in_time.agencies)) {
        if (!about_carried(scene)) return cannot_see(judgement);
        cannot_tell(judgement, Because::perhaps_fulfilled);
    } else if (parties.satisfied_by(reach.ever.agencies)) {
        if (in_doubt(scene, judgement, wanted, reach, reach.perhaps_in_time)) return;
        judgement.verdict = Verdict::late;
        judgement.kind = Kind::delay;
        judgement.fulfilment = reach.complete;
        judgement.late = deadline.late(scene.at(reach.complete), scene).value_or(0);
    } else {
        lacking(scene, judgement, wanted, reach, deadline);
    }
}

/// Somebody was not reached, as far as is recorded.
void Share::lacking(const Scene& scene, Judgement& judgement, const Wanted& wanted, const Reach& reach,
                    const Deadline& deadline) const {
    judgement.missing = wanted.parties.lacking(reach.ever.agencies);
    judgement.number = wanted.parties.count(reach.ever.agencies);
    if (has_clock())
        not_yet(scene, judgement, deadline);
    else
        judgement.verdict = Verdict::failed;
    if (!is_finding(judgement.verdict)) return;
    if (in_doubt(scene, judgement, wanted, reach, reach.perhaps_ever)) return;
    if (!reach.ever.any_list) {
        judgement.kind = Kind::not_recorded;
        judgement.because = Because::not_recorded;
    }
}

/// For want of a column before all else, as in the order of verdicts.
bool Share::in_doubt(const Scene& scene, Judgement& judgement, const Wanted& wanted, const Reach& reach,
                     const Recorded& told) const {
    const bool attended_unseen = wanted.perhaps_fewer && !scene.coverage.facts[rules::fact_attended];
    if (attended_unseen || reach.unseen_names)
        cannot_see(judgement);
    else if (told.spoiled)
        cannot_tell(judgement, Because::not_recorded);
    else if (told.unknown_names)
        cannot_tell(judgement, Because::unknown_names);
    else if (wanted.perhaps_fewer)
        cannot_tell(judgement, *wanted.perhaps_fewer);
    else
        return false;
    return true;
}

bool Share::about_carried(const Scene& scene) const {
    const std::vector<bool>& carried = scene.coverage.facts;
    return carried[rules::fact_about] && (!as_ || carried[rules::fact_item]);
}

std::optional<rules::Moment> Share::done(const Scene& scene, const Judgement& judgement) const {
    return judgement.fulfilment == no_event ? std::nullopt : std::optional(scene.at(judgement.fulfilment));
}

void Share::append_parties(const Pathway& pathway, std::string& to) const {
    switch (with_) {
        case With::parties:
            return named_.append(pathway, to);
        case With::everyone_invited:
            to += "everyone invited";
            break;
        case With::everyone_involved:
            to += "everyone involved";
            break;
        case With::everyone_absent:
            to += "everyone absent";
            break;
    }
}

void Share::clause(const Scene& scene, const Judgement& judgement, std::string& to) const {
    to += "the ";
    name_own(judgement, to);
    to += " was shared with ";
    append_parties(scene.pathway, to);
    if (has_clock()) to += " in time";
}

/// "strategy discussion of Tue 6 May 2025 shared with GP 3 working days late: due …, shared …".
void Share::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    const Parties parties = wanted(scene, judgement.activation).parties;
    const auto whom = [&](Options agencies) {
        if (as_) {
            to += "as ";
            to += *as_;
            to += ' ';
        }
        to += "with ";
        if (parties.all())
            append_agencies(scene.pathway, agencies, to);
        else
            append_parties(scene.pathway, to);
    };
    if (judgement.kind == Kind::not_recorded) {
        to += "sharing of the ";
        name_own(judgement, to);
        to += " is not recorded, so ";
        if (parties.all())
            append_agencies(scene.pathway, judgement.missing, to);
        else
            append_parties(scene.pathway, to);
        to += " cannot be shown to have been informed";
        return append_standing(scene, judgement, to);
    }
    name_own(judgement, to);
    if (judgement.verdict == Verdict::late) {
        Judgement again = judgement;
        const Reach reach = this->reach(scene, judgement.activation, parties, due(scene, again));
        to += " shared ";
        whom(parties.lacking(reach.in_time.agencies));
        to += ' ';
        to += rules::in_words(judgement.late, unit());
        to += " late";
        append_due(judgement, to);
        to += ", shared ";
        append_when(scene.at(judgement.fulfilment), to);
        return;
    }
    to += judgement.verdict == Verdict::pending ? " to be shared " : " not recorded as shared ";
    whom(judgement.missing);
    if (!parties.all()) {
        to += ", only with ";
        append_number(judgement.number, to);
    }
    append_standing(scene, judgement, to);
}

}  // namespace csapath::engine
