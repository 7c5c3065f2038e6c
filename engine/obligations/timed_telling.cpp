// SPDX-License-Identifier: MIT
// How obligations with a clock are put into words.
#include "engine/findings/append.hpp"
#include "engine/obligations/clock_telling.hpp"
#include "engine/obligations/telling.hpp"
#include "engine/obligations/timed.hpp"

namespace csapath::engine {

using rules::Moment;
using rules::Unit;
using LimitKind = rules::typed::Limit::Kind;

void Timed::name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const {
    to += "the ";
    append_event_title(scene, judgement.activation, activating_, to);
    append_of(judgement.activated_at, to);
}

/// "3 working days after the screening decision of Wed 30 Apr 2025; not counting Mon 5 May (Early May bank holiday)"
void Timed::tell_limit(const Scene& scene, const Judgement& judgement, std::string& to) const {
    switch (limit_.kind) {
        case LimitKind::none:
            to += "after ";
            break;
        case LimitKind::same_day:
            to += "on the same day as ";
            break;
        case LimitKind::by:
            to += "by a date recorded, asked for from ";
            break;
        case LimitKind::within:
            to += rules::in_words(limit_.within);
            to += due_comes_before_ ? " before " : " after ";
            break;
    }
    name_activation(scene, judgement, to);
    if (limit_.kind != LimitKind::within || limit_.within.unit != Unit::working_days || !judgement.has_due) return;
    if (due_comes_before_)
        append_holidays(*scene.by.calendar, judgement.due.day, judgement.activated_at.day, to);
    else
        append_holidays(*scene.by.calendar, judgement.activated_at.day, judgement.due.day, to);
}

void Timed::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    std::string& message = finding.message;
    const auto due = [&] {
        if (!judgement.has_due) return;
        message += ": due ";
        append_when(judgement.due, message);
    };
    const auto late = [&] { message += rules::in_words(judgement.late, unit()); };
    const auto done = [&] {
        message += happened_;
        message += ' ';
        append_when(scene.at(judgement.fulfilment), message);
    };
    const auto brackets = [&] {
        message += " (";
        tell_limit(scene, judgement, message);
        message += ")";
    };
    switch (judgement.verdict) {
        case Verdict::late:
            message += own_;
            message += ' ';
            late();
            message += " late";
            due();
            message += ", ";
            done();
            brackets();
            break;
        case Verdict::met:
            message += own_;
            message += " in time: ";
            done();
            if (judgement.has_due) {
                message += ", due ";
                append_when(judgement.due, message);
            }
            brackets();
            break;
        case Verdict::overdue:
            message += own_;
            message += " not recorded, ";
            late();
            message += " overdue as of ";
            append_when(scene.as_of, message);
            due();
            brackets();
            break;
        case Verdict::missed:
            message += "no ";
            message += own_;
            message += " recorded";
            if (judgement.because == Because::too_late_to_precede) {
                message += " before ";
                name_activation(scene, judgement, message);
                due();
                break;
            }
            if (scene.episode.closed) {
                message += " before the episode closed on ";
                append_when({scene.at(scene.episode.end - 1).day}, message);
            } else {
                message += " in the time in which it was asked for";
            }
            due();
            brackets();
            break;
        case Verdict::pending:
            message += own_;
            if (judgement.because == Because::paused) {
                message += " not yet recorded: the clock stands still";
            } else if (judgement.has_due) {
                message += " due by ";
                append_when(judgement.due, message);
            } else {
                message += " not yet recorded; no time limit";
            }
            brackets();
            break;
        case Verdict::undetermined:
            message += "cannot tell whether ";
            message += own_;
            message += " was in time: ";
            message += because_words(judgement.because);
            brackets();
            break;
        case Verdict::excused:
            message += own_;
            message += " excused";
            due();
            brackets();
            break;
        case Verdict::not_visible:
            message += own_;
            message += " cannot be seen: ";
            message += because_words(judgement.because);
            break;
        case Verdict::not_applicable:
            message += own_;
            message += " not asked for: ";
            message += because_words(judgement.because);
            break;
        case Verdict::failed:
            break;  // a clock is late or missed, it never fails
    }
    if (is_finding(judgement.verdict) && judgement.partner != no_event) {
        message += "; an earlier one, of ";
        append_when(scene.at(judgement.partner), message);
        message += ", came before and does not count";
    }
    if (judgement.fulfilment != no_event && judgement.activation != no_event &&
        rules::order(scene.at(judgement.fulfilment), judgement.activated_at) == std::partial_ordering::unordered)
        finding.why.emplace_back("both have the same date and not both a time: which came first is not known");
    if (judgement.activated_at.ambiguous ||
        (judgement.fulfilment != no_event && scene.at(judgement.fulfilment).ambiguous))
        finding.why.emplace_back(
            "a time lies in the hour that occurs twice when the clocks go back: taken for the first");
    if (due_comes_before_) return;
    std::optional<Moment> when;
    if (judgement.fulfilment != no_event) when = scene.at(judgement.fulfilment);
    tell_clock(limit_, scene, judgement, when, finding);
}

}  // namespace csapath::engine
