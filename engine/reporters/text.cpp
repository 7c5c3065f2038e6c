// SPDX-License-Identifier: MIT
#include "engine/reporters/text.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/reporters/escape.hpp"
#include "engine/reporters/paragraph.hpp"
#include "engine/reporters/places.hpp"
#include "engine/reporters/text_summary.hpp"

namespace csapath::engine {

namespace {
constexpr std::size_t message_column = 11;  ///< after "  [medium] "

/// The codes a terminal understands; in plain text all of them are nothing.
struct Paint {
    std::string_view strong, quiet, off;
    std::array<std::string_view, 3> severity;
};

Paint paint(rules::Colour colour) {
    if (colour == rules::Colour::plain) return {};
    return {"\x1b[1m", "\x1b[2m", "\x1b[0m", {"\x1b[36m", "\x1b[33m", "\x1b[1;31m"}};
}

class TextReporter final : public Reporter {
public:
    explicit TextReporter(rules::Colour colour) : colour_(colour), paint_(paint(colour)) {}

    void begin(const RunHeader& run, Out& /*out*/) override {
        *this = TextReporter(colour_);
        header_ = summary_header(run);
        rows_are_lines_ = run.rows_are_lines;
        for (const std::string& input : run.inputs) sources_.push_back(for_terminal(input));
        for (const ReportedRule& rule : run.rules) unverified_.push_back(rule.unverified);
    }

    void add(const Finding& finding, Out& out) override {
        if (finding.verdict == Verdict::not_visible) return;  // told by rule, at the end
        if (finding.case_id != case_id_) {
            write_case(out);
            case_id_ = finding.case_id;
        }
        if (is_finding(finding.verdict)) {
            add_finding(finding);
        } else {
            add_listed(finding);
        }
    }

    void end(const Results& results, Out& out) override {
        write_case(out);
        append_summary(header_, results, colour_, out.buffer);
        out.flush();
    }

private:
    /// Something listed, and how often the same rule came to it in this case.
    struct Listed {
        Verdict verdict;
        std::uint16_t rule;
        std::string message;
        std::uint64_t times = 1;
    };

    void add_finding(const Finding& finding) {
        ++findings_;
        const std::string_view severity = name(finding.severity);
        text_ += "  ";
        text_ += paint_.severity[static_cast<std::size_t>(finding.severity)];
        text_ += '[';
        text_ += severity;
        text_ += ']';
        text_ += paint_.off;
        text_.append(message_column - severity.size() - std::string_view("  []").size(), ' ');
        append_wrapped(for_terminal(finding.message), message_column, message_column, text_);

        text_.append(message_column, ' ');
        text_ += paint_.quiet;
        append_wrapped(reference(finding), message_column, message_column, text_);
        text_.insert(text_.size() - 1, paint_.off);
    }

    void add_listed(const Finding& finding) {
        const auto same = std::find_if(listed_.begin(), listed_.end(), [&](const Listed& one) {
            return one.verdict == finding.verdict && one.rule == finding.rule;
        });
        if (same != listed_.end()) {
            ++same->times;
        } else {
            listed_.push_back({finding.verdict, finding.rule, for_terminal(finding.message)});
        }
    }

    /// Where to look it up: the rule, its basis, and the rows.
    std::string reference(const Finding& finding) const {
        std::string text = header_.rules[finding.rule];
        text += " (";
        text += name(finding.basis);
        text += ")";
        if (unverified_[finding.rule]) text += "; unverified";
        if (finding.episode > 1) text += "; episode " + std::to_string(finding.episode);
        if (const std::string rows = rows_in_words(finding, sources_, rows_are_lines_); !rows.empty())
            text += "; " + rows;
        if (finding.times > 1) text += "; " + counted(finding.times, "time");
        if (!finding.also.empty()) {
            std::vector<std::string> others;
            for (const std::uint16_t rule : finding.also) others.push_back(header_.rules[rule]);
            text += "; also " + listed_in_words(others);
        }
        return text;
    }

    std::string heading() const {
        std::string text = findings_ == 0 ? "no finding" : counted(findings_, "finding");
        for (const auto& [verdict, words] :
             {std::pair{Verdict::excused, " excused"}, std::pair{Verdict::undetermined, " cannot tell"}}) {
            std::uint64_t times = 0;
            for (const Listed& one : listed_) times += one.verdict == verdict ? one.times : 0;
            if (times > 0) text += ", " + std::to_string(times) + words;
        }
        return text;
    }

    void write_case(Out& out) {
        if (findings_ == 0 && listed_.empty()) return;
        out.buffer += paint_.strong;
        out.buffer += for_terminal(case_id_);
        out.buffer += paint_.off;
        out.buffer += ": " + heading() + "\n";
        out.buffer += text_;
        for (const Listed& one : listed_) {
            std::string line = one.message;
            line += " (" + header_.rules[one.rule];
            if (one.times > 1) line += ", and " + std::to_string(one.times - 1) + " more";
            line += ")";
            out.buffer += "  ";
            append_wrapped(line, 2, 4, out.buffer);
        }
        out.buffer += '\n';
        out.breathe();

        findings_ = 0;
        text_.clear();
        listed_.clear();
    }

    rules::Colour colour_;
    Paint paint_;
    SummaryHeader header_;
    std::vector<std::string> sources_;  ///< printable
    std::vector<bool> rows_are_lines_, unverified_;

    // The case at hand.
    std::string case_id_;
    std::uint64_t findings_ = 0;
    std::string text_;  ///< its findings
    std::vector<Listed> listed_;
};
}  // namespace

std::unique_ptr<Reporter> text_reporter(rules::Colour colour) {
    return std::make_unique<TextReporter>(colour);
}

}  // namespace csapath::engine
