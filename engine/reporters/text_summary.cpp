// SPDX-License-Identifier: MIT
#include "engine/reporters/text_summary.hpp"

#include <algorithm>
#include <array>

#include "engine/findings/append.hpp"
#include "engine/reporters/paragraph.hpp"
#include "engine/reporters/quality_text.hpp"

namespace csapath::engine {

namespace {
std::uint64_t count(const VerdictCounts& counts, Verdict verdict) {
    return counts[static_cast<std::size_t>(verdict)];
}

std::string_view in_words(Verdict verdict) {
    return verdict == Verdict::undetermined ? "cannot tell" : name(verdict);
}

/// "100 met, 5 late": the verdicts from `first` on that were reached at all.
std::string reached(const VerdictCounts& counts, Verdict first) {
    std::string text;
    for (auto verdict = static_cast<std::size_t>(first); verdict < counts.size(); ++verdict) {
        if (counts[verdict] == 0) continue;
        if (!text.empty()) text += ", ";
        append_number(counts[verdict], text);
        text += ' ';
        text += in_words(static_cast<Verdict>(verdict));
    }
    return text;
}

void append_paragraph(std::string_view text, std::string& to) {
    to += "  ";
    append_wrapped(text, 2, 4, to);
}

/// Said with care: where nothing was judged, or not everything was read, "no findings" is not good news.
std::string no_findings(const Results& results) {
    if (results.cases == 0) return "No findings: no case was read.";
    const VerdictCounts& counts = results.verdicts;
    const std::uint64_t times = applicable(counts);
    if (times == 0) return "No findings: nothing that was read put a rule in force.";

    std::string text = results.incomplete ? "No findings in what could be read. " : "No findings. ";
    text += "Of " + counted(times, "time") + " that a rule applied, ";
    VerdictCounts but_not_applicable = counts;
    but_not_applicable.back() = 0;
    return text + reached(but_not_applicable, Verdict::met) + ".";
}

void append_inputs(const Results& results, std::string& to) {
    for (const InputResult& input : results.inputs) {
        std::string line = rules::printable(input.path) + ": ";
        line += counted(input.rows, input.rows_are_lines ? "line" : "row") + " read, ";
        append_number(input.used, line);
        line += " used, ";
        append_number(input.filtered, line);
        line += " filtered, ";
        append_number(input.refused, line);
        line += " refused";
        append_paragraph(line, to);
    }
    append_paragraph(counted(results.cases, "case") + ", " + counted(results.episodes, "episode") + ", " +
                         counted(results.events, "event"),
                     to);
    const std::string verdicts_reached = reached(results.verdicts, Verdict::met);
    if (!verdicts_reached.empty()) append_paragraph(verdicts_reached, to);
}

void append_right(std::string_view text, std::size_t columns, std::string& to) {
    to.append(columns - std::min(columns, text.size()), ' ');
    to += text;
}

/// One row a rule that was broken, in definition order. `other` is pending, excused, cannot tell and not visible, so
/// that a row adds up.
void append_rules(const SummaryHeader& header, const Results& results, std::string& to) {
    constexpr std::string_view title = "Rules with findings";
    constexpr std::array<std::string_view, 7> columns = {"applicable", "met",    "late", "overdue",
                                                         "missed",     "failed", "other"};
    std::vector<std::size_t> shown;
    std::size_t widest = title.size();
    for (std::size_t rule = 0; rule < std::min(header.rules.size(), results.by_rule.size()); ++rule) {
        if (broken(results.by_rule[rule]) == 0) continue;
        shown.push_back(rule);
        widest = std::max(widest, 2 + width(header.rules[rule]));
    }
    if (shown.empty()) return;

    to += '\n';
    to += title;
    to.append(widest - title.size(), ' ');
    for (const std::string_view column : columns) append_right(column, column.size() + 2, to);
    to += '\n';
    for (const std::size_t rule : shown) {
        const VerdictCounts& counts = results.by_rule[rule];
        const std::uint64_t all = applicable(counts);
        to += "  " + header.rules[rule];
        to.append(widest - 2 - width(header.rules[rule]), ' ');
        const std::array<std::uint64_t, columns.size()> cells = {all,
                                                                 count(counts, Verdict::met),
                                                                 count(counts, Verdict::late),
                                                                 count(counts, Verdict::overdue),
                                                                 count(counts, Verdict::missed),
                                                                 count(counts, Verdict::failed),
                                                                 all - count(counts, Verdict::met) - broken(counts)};
        for (std::size_t column = 0; column < cells.size(); ++column) {
            append_right(std::to_string(cells[column]), columns[column].size() + 2, to);
        }
        to += '\n';
    }
}

void append_not_visible(const SummaryHeader& header, const Results& results, std::string& to) {
    bool first = true;
    for (std::size_t rule = 0; rule < std::min(header.rules.size(), results.by_rule.size()); ++rule) {
        const std::uint64_t unseen = count(results.by_rule[rule], Verdict::not_visible);
        if (unseen == 0) continue;
        if (first) to += "\nCould not be seen in this data, so nothing is said about it\n";
        first = false;
        const std::uint64_t all = applicable(results.by_rule[rule]);
        std::string line = header.rules[rule] + ": ";
        if (unseen == all) {
            line += all == 1 ? "the only time it applied" : "all " + counted(all, "time") + " it applied";
        } else {
            append_number(unseen, line);
            line += " of " + counted(all, "time") + " it applied";
        }
        append_paragraph(line, to);
    }
}

void append_notes(const Results& results, std::string& to) {
    if (!results.notes.empty()) to += "\nNotes\n";
    for (const Note& note : results.notes) {
        std::string line = rules::printable(note.code);
        if (note.count > 1) line += " (" + counted(note.count, "time") + ")";
        append_paragraph(line + ": " + rules::printable(note.message), to);
    }
    if (!results.errors.empty()) to += "\nErrors\n";
    for (const std::string& error : results.errors) append_paragraph(rules::printable(error), to);
}

/// Last, where it is still on the screen.
void append_incomplete(const Results& results, rules::Colour colour, std::string& to) {
    if (!results.incomplete) return;
    std::uint64_t refused = 0;
    bool only_lines = true;
    for (const InputResult& input : results.inputs) {
        refused += input.refused;
        only_lines = only_lines && (input.rows_are_lines || input.refused == 0);
    }
    std::vector<std::string> reasons;
    if (refused > 0) reasons.push_back(counted(refused, only_lines ? "line" : "row") + " refused");
    if (!results.errors.empty()) reasons.push_back(counted(results.errors.size(), "error"));
    if (reasons.empty()) reasons.emplace_back("not everything could be read");

    to += '\n';
    if (colour == rules::Colour::terminal) to += "\x1b[1;31m";
    append_wrapped("INCOMPLETE: " + listed_in_words(reasons) +
                       ". There may be more findings than these, and something reported as not recorded may stand in "
                       "what was left out.",
                   0, 4, to);
    if (colour == rules::Colour::terminal) to += "\x1b[0m";
}
/// First of all, where only what is new was listed.
void append_since(const SinceBaseline& since, std::string& to) {
    const auto day = rules::parse_date(since.as_of);
    std::string text = "New since the baseline of " + (day ? rules::spelled(*day) : rules::printable(since.as_of)) +
                       ": " + counted(since.fresh, "finding") + ". ";
    text += since.known == 0   ? "None was known before"
            : since.known == 1 ? "1 that was known before is not listed"
                               : std::to_string(since.known) + " that were known before are not listed";
    if (since.gone > 0)
        text += "; of the baseline, " + std::to_string(since.gone) +
                (since.gone == 1 ? " was not found again" : " were not found again");
    append_wrapped(text + ".", 0, 0, to);
    to += '\n';
}
}  // namespace

SummaryHeader summary_header(const RunHeader& run) {
    const Pathway& pathway = *run.pathway;
    SummaryHeader header;
    header.pathway = rules::printable(pathway.title.empty() ? pathway.id : pathway.title) + " (" +
                     rules::printable(pathway.id) + " " + rules::printable(pathway.version) + ")";
    const auto day = rules::parse_date(run.as_of);
    header.as_of = day ? rules::spelled(*day) : rules::printable(run.as_of);
    for (const ReportedRule& rule : run.rules) header.rules.push_back(rules::printable(rule.id));
    return header;
}

void append_summary(const SummaryHeader& header, const Results& results, rules::Colour colour, std::string& to) {
    if (results.since) append_since(*results.since, to);
    if (broken(results.verdicts) == 0) {
        append_wrapped(no_findings(results), 0, 0, to);
        to += '\n';
    }
    append_wrapped("Checked against " + header.pathway + " as of " + header.as_of, 0, 4, to);
    append_inputs(results, to);
    append_rules(header, results, to);
    append_not_visible(header, results, to);
    append_quality_text(results, to);
    append_notes(results, to);
    append_incomplete(results, colour, to);
}

}  // namespace csapath::engine
