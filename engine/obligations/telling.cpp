// SPDX-License-Identifier: MIT
#include "engine/obligations/telling.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

using rules::Moment;

namespace {
bool lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}
}  // namespace

void append_title(std::string_view title, std::string& to) {
    const std::size_t begin = to.size();
    to += title;
    if (title.size() > 1 && upper(title[0]) && (lower(title[1]) || title[1] == ' '))
        to[begin] = static_cast<char>(title[0] + 32);
}

void append_steps(const Pathway& pathway, const rules::typed::Steps& steps, std::string& to) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) to += i + 1 == steps.size() ? " or " : ", ";
        append_title(pathway.steps[steps[i]].title, to);
    }
}

void append_list(const std::vector<std::string>& parts, std::string& to) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) to += i + 1 == parts.size() ? " and " : ", ";
        to += parts[i];
    }
}

void append_agencies(const Pathway& pathway, rules::Options agencies, std::string& to) {
    std::vector<std::string> titles;
    for (std::size_t agency = 0; agency < pathway.words.agencies().size(); ++agency)
        if (agencies.has(agency)) titles.push_back(pathway.words.agencies()[agency].title);
    append_list(titles, to);
}

void append_written(const rules::Span& where, std::string& to) {
    bool gap = false;
    const std::size_t begin = to.size();
    for (const char written : where.text()) {
        if (written == ' ' || written == '\t' || written == '\n' || written == '\r') {
            gap = true;
            continue;
        }
        if (gap && to.size() > begin) to += ' ';
        gap = false;
        to += written;
    }
}

void append_when(const Moment& moment, std::string& to) {
    rules::append_spelled(moment, to);
}

void append_of(const Moment& moment, std::string& to) {
    to += " of ";
    append_when(moment, to);
}

std::string_view happened_word(std::string_view title) {
    constexpr std::array held{"discussion", "conference", "meeting", "review", "group", "interview", "supervision"};
    return std::any_of(held.begin(), held.end(),
                       [&](std::string_view word) { return title.find(word) != std::string_view::npos; })
               ? "held"
               : "dated";
}

void append_event_title(const Scene& scene, std::uint32_t event, const rules::typed::Steps& steps, std::string& to) {
    for (const rules::StepId step : steps) {
        const auto all = scene.occurrences(step);
        if (std::any_of(all.begin(), all.end(), [&](const Occurrence& one) { return one.event == event; })) {
            return append_title(scene.pathway.steps[step].title, to);
        }
    }
    to += scene.pathway.event_types[scene.of.timeline[event].type];
}

void append_holidays(const Calendar& calendar, rules::Date from, rules::Date to, std::string& out) {
    if (!calendar.knows(from + 1)) return;
    int told = 0;
    const auto& all = calendar.holidays();
    auto holiday = std::upper_bound(all.begin(), all.end(), from,
                                    [](rules::Date day, const Calendar::Holiday& one) { return day < one.day; });
    for (; holiday != all.end() && holiday->day <= to; ++holiday) {
        if (rules::weekend(rules::weekday(holiday->day))) continue;
        if (++told > 3) {
            out += " and others";
            break;
        }
        out += told == 1 ? "; not counting " : ", ";
        const std::string date = rules::spelled(holiday->day);
        out.append(date, 0, date.size() - 5);  // without the year
        out += " (";
        out += holiday->title;
        out += ")";
    }
}

std::string_view because_words(Because because) {
    switch (because) {
        case Because::as_it_says:
            return "";
        case Because::not_in_force:
            return "the rule was not in force on that date";
        case Because::when_is_false:
            return "its condition did not hold";
        case Because::when_is_unknown:
            return "it is not known whether its condition held";
        case Because::unless_holds:
            return "an exception holds";
        case Because::unless_is_unknown:
            return "it is not known whether an exception holds";
        case Because::not_carried:
            return "the data loaded for this case cannot show it";
        case Because::outside_window:
            return "the data loaded for this case do not cover all the days on which it could have happened";
        case Because::times_too_coarse:
            return "the times recorded are too coarse to tell";
        case Because::perhaps_fulfilled:
            return "an event may fulfil it, but what would decide that is not recorded";
        case Because::beyond_calendar:
            return "the count leaves the years whose holidays the calendar knows";
        case Because::began_unseen:
            return "what came before the first event of this episode is not in the data";
        case Because::unknown_names:
            return "a list names somebody that the definition does not know";
        case Because::not_recorded:
            return "what would show it is not recorded";
        case Because::date_not_recorded:
            return "the date it depends on is not recorded";
        case Because::condition_is_unknown:
            return "what it asks for is not recorded";
        case Because::came_later:
            return "it came afterwards";
        case Because::never_came:
            return "it is not recorded at all";
        case Because::too_long_ago:
            return "it came first, but longer ago than allowed";
        case Because::too_many:
            return "there are more than allowed";
        case Because::too_few:
            return "there are fewer than asked for";
        case Because::paused:
            return "the clock stands still";
        case Because::otherwise_unknown:
            return "it is not known whether another way applied";
        case Because::one_system:
            return "no second system has a row for this child";
        case Because::too_late_to_precede:
            return "what it had to come before has happened";
        case Because::runs_on:
            return "the clock runs on after the close";
        case Because::accepted:
            return "an exception was agreed for this case";
    }
    return "";
}

namespace {
/// In `when` and `unless` a step that no source of the case can show has not happened, so far as the data tell. A
/// finding that leans on that says so.
void add_hidden_steps(const rules::Program& asked, const Scene& scene, std::string_view what_hangs_on_it,
                      Finding& finding) {
    for (const rules::StepId step : asked.needs().steps) {
        const auto& events = scene.pathway.steps[step].events;
        if (std::any_of(events.begin(), events.end(), [&](EventTypeId type) { return scene.coverage.events[type]; }))
            continue;
        std::string& line = finding.why.emplace_back("the data loaded for this case cannot show ");
        append_title(scene.pathway.steps[step].title, line);
        line += what_hangs_on_it;
    }
}
}  // namespace

void add_reasons(const Obligation& obligation, const Scene& scene, const Judgement& judgement, Finding& finding) {
    const Terms& terms = obligation.terms();
    Viewpoint view = judgement.activation != no_event ? scene.at_activation(judgement.activation)
                                                      : scene.on_day(judgement.activated_at.day);
    const auto lines = [&](const rules::Program& program) {
        return program.why(Answers(scene.of, scene.episode, view, scene.by));
    };
    const auto add = [&](std::vector<std::string> more) {
        finding.why.insert(finding.why.end(), std::make_move_iterator(more.begin()),
                           std::make_move_iterator(more.end()));
    };
    if (terms.when && judgement.because != Because::not_in_force) add(lines(*terms.when));
    const bool excused = judgement.because == Because::unless_holds;
    if (terms.unless && (excused || judgement.because == Because::unless_is_unknown)) {
        view.until = judgement.partner;
        std::vector<std::string> found = lines(*terms.unless);
        if (excused) {
            finding.message += ", because ";
            append_list(found, finding.message);
        }
        add(std::move(found));
    }
    if (is_finding(judgement.verdict)) {
        if (terms.when) add_hidden_steps(*terms.when, scene, ", on which it may hang whether this is asked", finding);
        if (terms.unless) add_hidden_steps(*terms.unless, scene, ", which might excuse it", finding);
    }
    const std::string_view words = because_words(judgement.because);
    if (!words.empty() && !is_finding(judgement.verdict)) finding.why.emplace_back(words);
}

}  // namespace csapath::engine
