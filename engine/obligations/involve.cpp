// SPDX-License-Identifier: MIT
#include "engine/obligations/involve.hpp"

#include "engine/findings/append.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

namespace {
using How = rules::typed::Involve::How;

/// The list that a sentence is about.
rules::FactId list_of(How how) {
    return how == How::include  ? rules::fact_attended
           : how == How::invite ? rules::fact_invited
                                : rules::fact_contributed;
}

struct Wording {
    std::string_view took_part;      ///< the agencies … the step
    std::string_view list;           ///< … the step
    std::string_view to_have_taken;  ///< cannot be shown …
    std::string_view without;        ///< the agencies missing
    std::string_view listed;         ///< the agencies there
    std::string_view counted;        ///< "1 agency …"
};
Wording wording(How how) {
    switch (how) {
        case How::invite:
            return {" were invited to the ",      "invitations to the ", " cannot be shown to have been invited",
                    " without an invitation to ", "invited: ",           " invited"};
        case How::hear_from:
            return {" were heard from for the ", "contributions to the ", " cannot be shown to have been heard from",
                    " without word from ",       "heard from: ",          " heard from"};
        case How::include:
        case How::inform:
            break;
    }
    return {" took part in the ", "attendance at the ", " cannot be shown to have taken part",
            " without ",          "attended: ",         ""};
}
}  // namespace

Involve::Involve(Terms terms, const rules::typed::Involve& sentence)
    : AboutStep(std::move(terms)),
      how_(sentence.how),
      list_(list_of(sentence.how)),
      parties_(sentence.parties, terms_.pathway->words) {}

bool Involve::can_be_shown(const Coverage& coverage) const {
    return coverage.facts[list_] || coverage.facts[rules::fact_attended];
}

Recorded Involve::recorded(const Scene& scene, std::uint32_t event) const {
    const Timeline& timeline = scene.of.timeline;
    Recorded recorded;
    recorded.add(timeline.value(event, list_));
    if (list_ != rules::fact_attended) recorded.add(timeline.value(event, rules::fact_attended));
    recorded.add_actor(timeline.value(event, rules::fact_agency));
    return recorded;
}

void Involve::decide(const Scene& scene, Judgement& judgement) const {
    const Recorded recorded = this->recorded(scene, judgement.activation);
    if (parties_.satisfied_by(recorded.agencies)) {
        judgement.verdict = Verdict::met;
        return;
    }
    if (!scene.coverage.facts[list_]) return cannot_see(judgement);
    if (recorded.spoiled) return cannot_tell(judgement, Because::not_recorded);
    if (recorded.unknown_names) return cannot_tell(judgement, Because::unknown_names);
    judgement.verdict = Verdict::failed;
    judgement.missing = parties_.lacking(recorded.agencies);
    judgement.number = parties_.count(recorded.agencies);
    if (!scene.of.timeline.value(judgement.activation, list_).known()) {
        judgement.kind = Kind::not_recorded;
        judgement.because = Because::not_recorded;
    }
}

void Involve::clause(const Scene& scene, const Judgement& judgement, std::string& to) const {
    parties_.append(scene.pathway, to);
    to += wording(how_).took_part;
    name_own(judgement, to);
}

/// "strategy discussion of Tue 6 May 2025 without Health: attended are Police and Children's social care".
void Involve::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    const Wording words = wording(how_);
    if (judgement.kind == Kind::not_recorded) {
        to += words.list;
        name_own(judgement, to);
        to += how_ == How::include ? " is not recorded, so " : " are not recorded, so ";
        if (parties_.all())
            append_agencies(scene.pathway, judgement.missing, to);
        else
            parties_.append(scene.pathway, to);
        to += words.to_have_taken;
        return;
    }
    name_own(judgement, to);
    if (parties_.all()) {
        to += words.without;
        append_agencies(scene.pathway, judgement.missing, to);
    } else {
        to += judgement.number == 0 ? " with " : " with only ";
        append_number(judgement.number, to);
        to += judgement.number == 1 ? " agency" : " agencies";
        to += words.counted;
        to += " where ";
        parties_.append(scene.pathway, to);
        to += " should be";
    }
    const rules::Options there = recorded(scene, judgement.activation).agencies;
    to += " (";
    to += words.listed;
    if (there.none())
        to += "none";
    else
        append_agencies(scene.pathway, there, to);
    to += ')';
}

}  // namespace csapath::engine
