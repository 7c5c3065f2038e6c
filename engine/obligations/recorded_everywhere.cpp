// SPDX-License-Identifier: MIT
#include "engine/obligations/recorded_everywhere.hpp"

#include <algorithm>

#include "engine/calendar/due.hpp"
#include "engine/obligations/same_word.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Date;
using rules::Moment;
using rules::Value;

namespace {

/// Calls `take` with each system that an event is said to stand in.
template <class Take>
void for_each_system(const Scene& scene, std::uint32_t event, Take take) {
    const Value& written = scene.of.timeline.value(event, rules::fact_system);
    if (written.kind == Value::Kind::text) {
        std::string_view list = written.text;
        while (true) {
            const std::size_t end = list.find(';');
            if (const std::string_view name = trimmed(list.substr(0, end)); !name.empty()) take(name);
            if (end == std::string_view::npos) break;
            list.remove_prefix(end + 1);
        }
    }
    const auto of_source = [&](const Origin& origin) {
        if (origin.source < scene.names.size() && !scene.names[origin.source].system.empty())
            take(scene.names[origin.source].system);
    };
    of_source(scene.of.timeline[event].origin);
    for (const Origin& also : scene.of.timeline.also(event)) of_source(also);
}

bool stands_in(const Scene& scene, std::uint32_t event, std::string_view system) {
    bool found = false;
    for_each_system(scene, event, [&](std::string_view name) { found = found || same_word(name, system); });
    return found;
}

/// "health.csv, row 3".
void append_place(const Scene& scene, const Origin& row, std::string& to) {
    bool lines = false;
    if (row.source < scene.names.size()) {
        to += scene.names[row.source].name;
        to += ", ";
        lines = scene.names[row.source].rows_are_lines;
    }
    to += lines ? "line " : "row ";
    to += std::to_string(row.row);
}

}  // namespace

std::vector<RecordedEverywhere::System> RecordedEverywhere::systems(const Scene& scene, std::uint32_t event) const {
    std::vector<System> all;
    const Timeline& timeline = scene.of.timeline;
    for (std::uint32_t at = 0; at < timeline.size(); ++at) {
        const Origin& row = timeline[at].origin;
        for_each_system(scene, at, [&](std::string_view name) {
            auto known = std::ranges::find_if(all, [&](const System& one) { return same_word(one.name, name); });
            if (known == all.end()) {
                all.push_back({.name = name, .row = row, .sources = {}});
                known = std::prev(all.end());
            }
            known->row = std::min(known->row, row);
            known->sources.push_back(row.source);
            for (const Origin& also : timeline.also(at)) known->sources.push_back(also.source);
            known->own = known->own || at == event;
        });
    }
    std::ranges::sort(all, [](const System& left, const System& right) { return left.name < right.name; });
    for (System& system : all) system.says = heard(scene, system, scene.at(event));
    return all;
}

std::optional<RecordedEverywhere::Days> RecordedEverywhere::days(const Scene& scene, Date day) const {
    if (!within_) return Days{day, day};
    if (within_->unit == rules::Unit::hours) {
        constexpr std::int32_t hours_of_a_day = 24;
        const std::int32_t around = within_->count / hours_of_a_day + 1;
        return Days{day - around, day + around};
    }
    const auto first = due(day, {-within_->count, within_->unit}, *scene.by.calendar);
    const auto last = due(day, *within_, *scene.by.calendar);
    return first && last ? std::optional(Days{*first, *last}) : std::nullopt;
}

bool RecordedEverywhere::can_speak(const Scene& scene, const System& system, const Days& days) const {
    const Date last = std::min(days.last, scene.as_of.day);
    return std::ranges::any_of(system.sources, [&](std::uint16_t source) {
        const Coverage& coverage = source < scene.each.size() ? scene.each[source] : scene.coverage;
        return shown_by(coverage, terms_.step) && (!coverage.from || *coverage.from <= days.first) &&
               (!coverage.until || last <= *coverage.until);
    });
}

RecordedEverywhere::Says RecordedEverywhere::heard(const Scene& scene, System& system, const Moment& at) const {
    bool perhaps = false;
    for (const Occurrence& other : scene.occurrences(terms_.step)) {
        if (!stands_in(scene, other.event, system.name)) continue;
        const Moment& then = scene.at(other.event);
        std::partial_ordering apart = then.day <=> at.day;
        if (within_)
            apart = then.day < at.day ? time_against(then, at, *within_, scene.by)
                                      : time_against(at, then, *within_, scene.by);
        const bool near = within_ ? apart <= 0 : apart == 0;
        if (near && other.sure) {
            system.shown_by = other.event;
            return Says::shows;
        }
        perhaps = perhaps || near || apart == std::partial_ordering::unordered;
    }
    if (perhaps) return Says::perhaps;
    const auto around = days(scene, at.day);
    if (!around) return Says::perhaps;
    return can_speak(scene, system, *around) ? Says::silent : Says::nothing;
}

void RecordedEverywhere::decide(const Scene& scene, Judgement& judgement) const {
    const std::vector<System> all = systems(scene, judgement.activation);
    const auto count = [&](Says says) {
        return std::ranges::count_if(all, [&](const System& one) { return one.says == says; });
    };
    const auto own = std::ranges::count_if(all, &System::own);
    if (all.size() < 2 && own == std::ssize(all)) {
        judgement.verdict = Verdict::not_applicable;
        judgement.because = Because::one_system;
        return;
    }
    const auto around = days(scene, judgement.activated_at.day);
    if (within_ && around) {
        judgement.has_due = true;
        judgement.due = Moment{around->last};
    }
    if (count(Says::silent) > 0) {
        const bool may_come = within_ && around && scene.as_of.day <= around->last;
        judgement.verdict = may_come ? Verdict::pending : Verdict::failed;
        if (!may_come) judgement.because = Because::not_recorded;
    } else if (count(Says::perhaps) > 0) {
        cannot_tell(judgement, around ? Because::perhaps_fulfilled : Because::beyond_calendar);
    } else if (count(Says::shows) > std::min<std::ptrdiff_t>(own, 1)) {
        judgement.verdict = Verdict::met;
    } else {
        cannot_see(judgement);
    }
}

void RecordedEverywhere::clause(const Scene&, const Judgement& judgement, std::string& to) const {
    to += "every system that knows the child shows the ";
    name_own(judgement, to);
}

/// "plan of Mon 3 Mar 2025 is in social-care.csv, row 4, and not in another system that knows the child (health.csv,
/// row 2)".
void RecordedEverywhere::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    name_own(judgement, to);
    to += " is in ";
    append_place(scene, scene.of.timeline[judgement.activation].origin, to);
    to += judgement.verdict == Verdict::pending ? ", and not yet in " : ", and not in ";
    std::vector<std::string> silent;
    for (const System& system : systems(scene, judgement.activation))
        if (system.says == Says::silent) append_place(scene, system.row, silent.emplace_back());
    to += silent.size() == 1 ? "another system that knows the child (" : "other systems that know the child (";
    append_list(silent, to);
    to += ')';
    if (judgement.verdict != Verdict::pending) return;
    to += ": due ";
    append_when(judgement.due, to);
}

void RecordedEverywhere::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    AboutStep::tell(scene, judgement, finding);
    if (judgement.verdict == Verdict::not_applicable || judgement.activation == no_event) return;
    const auto around = days(scene, judgement.activated_at.day);
    for (const System& system : systems(scene, judgement.activation)) {
        std::string& line = finding.why.emplace_back();
        append_place(scene, system.row, line);
        switch (system.says) {
            case Says::shows:
                line.clear();
                append_place(scene, scene.of.timeline[system.shown_by].origin, line);
                line += " shows it on ";
                append_when(scene.at(system.shown_by), line);
                break;
            case Says::perhaps:
                line += " is of a system that may show it, but what would decide that is not known";
                break;
            case Says::nothing:
                line += " is of a system that does not hold such events of those days, and so says nothing";
                break;
            case Says::silent:
                line += " is of this child; its system shows no ";
                append_title(terms_.pathway->steps[terms_.step].title, line);
                line += around && around->first == around->last ? " of " : " from ";
                if (around) {
                    append_when(Moment{around->first}, line);
                    if (around->first != around->last) {
                        line += " to ";
                        append_when(Moment{around->last}, line);
                    }
                }
                break;
        }
    }
}

}  // namespace csapath::engine
