// SPDX-License-Identifier: MIT
#include "engine/reporters/markdown.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/findings/append.hpp"
#include "engine/reporters/paragraph.hpp"
#include "engine/reporters/places.hpp"
#include "engine/reporters/quality_text.hpp"
#include "engine/reporters/text_summary.hpp"

namespace csapath::engine {

namespace {

std::string_view in_minutes(Verdict verdict) {
    return verdict == Verdict::undetermined ? "cannot tell" : name(verdict);
}

/// "5 late, 2 missed"; empty if none of these verdicts was reached.
std::string reached_in_words(const VerdictCounts& counts, Verdict first, Verdict last) {
    std::vector<std::string> parts;
    for (auto verdict = static_cast<std::size_t>(first); verdict <= static_cast<std::size_t>(last); ++verdict)
        if (counts[verdict] > 0)
            parts.push_back(std::to_string(counts[verdict]) + ' ' +
                            std::string(in_minutes(static_cast<Verdict>(verdict))));
    return listed_in_words(parts);
}

std::string first_letter_large(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

class MarkdownReporter final : public Reporter {
public:
    void begin(const RunHeader& run, Out& /*out*/) override {
        *this = MarkdownReporter();
        const Pathway& pathway = *run.pathway;
        title_ = in_markdown(pathway.title.empty() ? pathway.id : pathway.title);
        judged_by_ = in_markdown(pathway.id + ' ' + pathway.version);
        const auto day = rules::parse_date(run.as_of);
        as_of_ = in_markdown(day ? rules::spelled(*day) : run.as_of);
        for (const std::string& input : run.inputs) sources_.push_back(code_in_markdown(input));
        rows_are_lines_ = run.rows_are_lines;
        rules_.reserve(run.rules.size());
        for (const ReportedRule& rule : run.rules) rules_.push_back(code_in_markdown(rule.id));
    }

    void add(const Finding& finding, Out& /*out*/) override {
        if (finding.verdict == Verdict::not_visible) return;  // told by rule
        if (finding.case_id != case_id_) {
            end_case();
            case_id_ = finding.case_id;
        }
        if (!is_finding(finding.verdict)) {
            listed_ += "- " + first_letter_large(in_markdown(finding.message)) + " (" + rules_[finding.rule] + ")\n";
            return;
        }
        ++findings_;
        rows_ += "| ";
        rows_ += name(finding.severity);
        rows_ += " | ";
        rows_ += name(finding.verdict);
        rows_ += " | " + first_letter_large(in_markdown(finding.message));
        if (finding.times > 1) rows_ += "; " + counted(finding.times, "time");
        rows_ += " | " + rules_[finding.rule];
        std::vector<std::string> others;
        others.reserve(finding.also.size());
        for (const std::uint16_t other : finding.also) others.push_back(rules_[other]);
        if (!others.empty()) rows_ += "; also " + listed_in_words(others);
        rows_ += " | " + rows_in_words(finding, sources_, rows_are_lines_) + " |\n";
    }

    void end(const Results& results, Out& out) override {
        end_case();
        std::string& to = out.buffer;
        write_head(results, to);
        write_rules(results, to);
        to += "## Findings by case\n\n";
        if (cases_.empty()) to += results.since ? "Nothing new.\n\n" : "Nothing was found.\n\n";
        to += cases_;
        out.breathe();
        write_unseen(results, to);
        write_data(results, to);
        out.flush();
    }

private:
    void end_case() {
        if (findings_ > 0 || !listed_.empty()) {
            cases_ += "### " + in_markdown(case_id_) + ": " +
                      (findings_ == 0 ? std::string("no finding") : counted(findings_, "finding")) + "\n\n";
            if (findings_ > 0)
                cases_ += "| Severity | Verdict | What was found | Rule | Recorded in |\n|---|---|---|---|---|\n" +
                          rows_ + '\n';
            if (!listed_.empty()) cases_ += listed_ + '\n';
        }
        findings_ = 0;
        rows_.clear();
        listed_.clear();
    }

    void write_head(const Results& results, std::string& to) const {
        to += "*Holds information about children: keep it as you keep case records.*\n\n# " + title_ +
              ": findings as of " + as_of_ + "\n\n";
        if (results.incomplete)
            to +=
                "**INCOMPLETE.** Some of the input could not be used. There may be more findings than these, and "
                "something reported as not recorded may stand in what was left out.\n\n";
        to += counted(results.cases, "case") + ", " + counted(results.episodes, "episode") + " and " +
              counted(results.events, "event") + " were judged by " + judged_by_ + ". ";
        const std::string broken_words = reached_in_words(results.verdicts, Verdict::late, Verdict::failed);
        const std::string others = reached_in_words(results.verdicts, Verdict::pending, Verdict::not_visible);
        to += "A rule applied " + counted(applicable(results.verdicts), "time") + ": " +
              std::to_string(results.verdicts[0]) + " met";
        if (!broken_words.empty()) to += "; " + broken_words;
        if (!others.empty()) to += "; not decided, " + others;
        to += ".\n\n";
        if (!results.since) return;
        const SinceBaseline& since = *results.since;
        const auto day = rules::parse_date(since.as_of);
        to += "Held against the baseline of " + in_markdown(day ? rules::spelled(*day) : since.as_of) + ": " +
              counted(since.fresh, "new finding") + ", " + std::to_string(since.known) +
              " known before and not listed, " + std::to_string(since.gone) + " not found again.\n\n";
    }

    void write_rules(const Results& results, std::string& to) const {
        if (broken(results.verdicts) == 0) return;
        to +=
            "## Rules with findings\n\n| Rule | Applicable | Met | Late | Overdue | Missed | Failed | Other |\n"
            "|---|---:|---:|---:|---:|---:|---:|---:|\n";
        for (std::size_t rule = 0; rule < std::min(rules_.size(), results.by_rule.size()); ++rule) {
            const VerdictCounts& counts = results.by_rule[rule];
            if (broken(counts) == 0) continue;
            const std::uint64_t all = applicable(counts);
            to += "| " + rules_[rule] + " | " + std::to_string(all);
            for (std::size_t verdict = 0; verdict <= static_cast<std::size_t>(Verdict::failed); ++verdict)
                to += " | " + std::to_string(counts[verdict]);
            to += " | " + std::to_string(all - counts[0] - broken(counts)) + " |\n";
        }
        to += '\n';
    }

    void write_unseen(const Results& results, std::string& to) const {
        bool first = true;
        for (std::size_t rule = 0; rule < std::min(rules_.size(), results.by_rule.size()); ++rule) {
            const std::uint64_t unseen = results.by_rule[rule][static_cast<std::size_t>(Verdict::not_visible)];
            if (unseen == 0) continue;
            if (std::exchange(first, false))
                to += "## Not visible in this data\n\nOf these nothing can be said.\n\n| Rule | Times |\n|---|---:|\n";
            to += "| " + rules_[rule] + " | " + std::to_string(unseen) + " |\n";
        }
        if (!first) to += '\n';
    }

    static void write_data(const Results& results, std::string& to) {
        to += "## The data\n\n| Input | Read | Used | Filtered | Refused |\n|---|---:|---:|---:|---:|\n";
        for (const InputResult& input : results.inputs) {
            to += "| " + code_in_markdown(input.path);
            for (const std::uint64_t count : {input.rows, input.used, input.filtered, input.refused})
                to += " | " + std::to_string(count);
            to += " |\n";
        }
        write_quality(results, to);
        if (!results.notes.empty() || !results.errors.empty()) to += '\n';
        for (const Note& note : results.notes)
            to += "- " + in_markdown(note.code) + (note.count > 1 ? " (" + counted(note.count, "time") + ")" : "") +
                  ": " + in_markdown(note.message) + '\n';
        for (const std::string& error : results.errors) to += "- Error: " + in_markdown(error) + '\n';
    }

    /// What was refused, what is doubtful and what was not judged; nothing where there is none of these.
    static void write_quality(const Results& results, std::string& to) {
        const DataQuality& quality = results.quality;
        if (quality.refused_for.empty() && quality.doubtful.empty() && quality.cases_not_judged == 0) return;
        to += "\n### Data quality\n\n| What | Times | Why | Rows |\n|---|---:|---|---|\n";
        const auto row = [&](std::string_view what, const DataQuality::Reason& reason) {
            to += "| " + std::string(what) + " | " + std::to_string(reason.count) + " | " +
                  in_markdown(reason.code.empty() ? reason.message : reason.code + ": " + reason.message) + " | " +
                  in_markdown(places_in_words(reason, results)) + " |\n";
        };
        for (const DataQuality::Reason& reason : quality.refused_for) row("refused", reason);
        for (const DataQuality::Reason& reason : quality.doubtful) row("doubtful", reason);
        if (quality.cases_not_judged > 0)
            to += "| not judged | " + std::to_string(quality.cases_not_judged) +
                  " | cases without an event up to the as-of date that is a step of this pathway |  |\n";
    }

    std::string title_, judged_by_, as_of_;
    std::vector<std::string> rules_, sources_;  ///< as code
    std::vector<bool> rows_are_lines_;
    std::string cases_;  ///< all that is told of cases: the summary stands before it

    // The case at hand.
    std::string case_id_, rows_, listed_;
    std::uint64_t findings_ = 0;
};

}  // namespace

std::string in_markdown(std::string_view text) {
    constexpr std::string_view signs = "\\`*_{}[]#+!|~@$=^";
    std::string escaped;
    for (const char character : rules::printable(text)) {
        if (character == '<') {
            escaped += "&lt;";
        } else if (character == '>') {
            escaped += "&gt;";
        } else if (character == '&') {
            escaped += "&amp;";
        } else {
            if (signs.find(character) != std::string_view::npos) escaped += '\\';
            escaped += character;
        }
    }
    // What looks like an address would become a link of its own accord.
    for (const std::string_view start : {std::string_view("://"), std::string_view("www.")})
        for (std::size_t at = 0; (at = escaped.find(start, at)) != std::string::npos; at += start.size() + 1)
            escaped.insert(at + (start == "www." ? 3 : 0), 1, '\\');
    // At the start of a line these would make a list or a rule.
    if (!escaped.empty() && escaped[0] == '-') escaped.insert(0, 1, '\\');
    return escaped;
}

std::string code_in_markdown(std::string_view text) {
    const std::string shown = rules::printable(text);
    std::size_t longest = 0, run = 0;
    std::string code;
    for (const char character : shown) {
        run = character == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (character == '|') code += '\\';  // even in code it would end a cell
        code += character;
    }
    const std::string fence(longest + 1, '`');
    const std::string_view gap = shown.empty() || shown.front() == '`' || shown.back() == '`' ? " " : "";
    return fence + std::string(gap) + code + std::string(gap) + fence;
}

std::unique_ptr<Reporter> markdown_reporter() {
    return std::make_unique<MarkdownReporter>();
}

}  // namespace csapath::engine
