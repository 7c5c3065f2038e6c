// SPDX-License-Identifier: MIT
#include "engine/reporters/explanation.hpp"

#include <algorithm>
#include <array>

#include "engine/findings/value_words.hpp"
#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Value;

namespace {

std::string facts_words(const Pathway& pathway, const std::vector<std::pair<rules::FactId, Value>>& facts) {
    std::string words;
    for (const auto& [fact, value] : facts)
        words +=
            (words.empty() ? "" : ", ") + pathway.words.facts()[fact].name + " " + value_words(pathway, fact, value);
    return words;
}

class Writer {
public:
    explicit Writer(const Explained& of) : of_(of), pathway_(*of.pathway) {}

    std::string run() {
        line("Case " + rules::printable(of_.case_id), 0);
        line(pathway_.title + " (" + pathway_.id + " " + pathway_.version + "), as of " + rules::spelled(of_.as_of), 2);
        if (!of_.facts.empty()) line(facts_words(pathway_, of_.facts), 2);
        timeline();
        for (const Explained::Part& part : of_.episodes) episode(part);
        if (of_.episodes.empty()) line("No event of this case is a step of the pathway: nothing was judged.", 0);
        return std::move(out_);
    }

private:
    void line(const std::string& text, std::size_t indent) {
        out_.append(indent, ' ');
        append_wrapped(text, indent, indent + 2, out_);
    }

    void heading(const std::string& text) {
        out_ += '\n';
        out_ += text;
        out_ += '\n';
    }

    void timeline() {
        heading("Timeline");
        std::size_t widest = 0;
        for (const Explained::Happening& one : of_.timeline) widest = std::max(widest, rules::spelled(one.at).size());
        for (const Explained::Happening& one : of_.timeline) {
            std::string when = rules::spelled(one.at);
            when.resize(widest + 2, ' ');
            std::string text = one.event;
            for (const rules::StepId step : one.steps)
                if (pathway_.steps[step].id != one.event) text += " (as " + pathway_.steps[step].id + ")";
            const std::string attributes = facts_words(pathway_, one.attributes);
            if (!attributes.empty()) text += ": " + attributes;
            const auto row = [&](std::uint16_t source, std::uint32_t number) {
                return (of_.inputs.size() > 1 ? rules::printable(of_.inputs[source]) + " " : std::string()) +
                       std::to_string(number);
            };
            text += " [" + row(one.source, one.row);
            for (const auto& [source, number] : one.also) text += "; " + row(source, number);
            text += "]";
            out_ += "  " + when;
            append_wrapped(text, widest + 4, widest + 6, out_);
        }
    }

    void episode(const Explained::Part& part) {
        std::string title = "Episode " + std::to_string(part.number) + ": from " + rules::spelled(part.from);
        title += part.closed ? ", closed " + rules::spelled(*part.closed) : ", open";
        if (part.began_unseen) title += "; it began before the data does";
        if (part.tail > 0) title += "; " + std::to_string(part.tail) + " later event" + (part.tail == 1 ? "" : "s");
        heading(title);
        struct Group {
            const char* title;
            std::vector<Verdict> verdicts;
        };
        const std::array groups{
            Group{"Found", {Verdict::late, Verdict::overdue, Verdict::missed, Verdict::failed}},
            Group{"Cannot be told", {Verdict::undetermined}},
            Group{"Excused", {Verdict::excused}},
            Group{"Still to come", {Verdict::pending}},
            Group{"As it should be", {Verdict::met}},
        };
        for (const Group& group : groups) {
            bool first = true;
            for (const Finding& finding : part.findings) {
                if (std::find(group.verdicts.begin(), group.verdicts.end(), finding.verdict) == group.verdicts.end())
                    continue;
                if (first) out_ += std::string("\n  ") + group.title + "\n";
                first = false;
                tell(finding);
            }
        }
        unasked(part, Verdict::not_visible, "Not visible in this data");
        unasked(part, Verdict::not_applicable, "Does not apply");
    }

    void tell(const Finding& finding) {
        const ReportedRule& rule = (*of_.rules)[finding.rule];
        line(std::string(name(finding.verdict)) + ": " + finding.message, 4);
        line("rule " + rule.id + " (" + rule.text + "), " + std::string(name(rule.basis)) +
                 (rule.unverified ? ", unverified" : "") + ", " + rule.at,
             8);
        if (!finding.days.empty()) {
            std::string days = "counted:";
            for (std::size_t i = 0; i < finding.days.size(); ++i) {
                const std::string day = rules::spelled(finding.days[i]);
                days += (i == 0 ? " " : ", ") + std::to_string(i + 1) + " " + day.substr(0, day.size() - 5);
            }
            line(days, 8);
        }
        if (finding.clock && finding.clock->paused > 0)
            line("clock: " + std::to_string(finding.clock->gross) + " in all, " +
                     std::to_string(finding.clock->paused) + " paused, " + std::to_string(finding.clock->net) + " net",
                 8);
        for (const std::string& why : finding.why) line("because " + why, 8);
    }

    /// What was not asked, a line for each reason: its rules side by side.
    void unasked(const Explained::Part& part, Verdict verdict, const char* title) {
        std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
        for (const Finding& finding : part.findings) {
            if (finding.verdict != verdict) continue;
            const std::string reason = finding.why.empty() ? std::string() : finding.why.back();
            auto known =
                std::find_if(reasons.begin(), reasons.end(), [&](const auto& one) { return one.first == reason; });
            if (known == reasons.end()) known = reasons.insert(reasons.end(), {reason, {}});
            const std::string& id = (*of_.rules)[finding.rule].id;
            if (std::find(known->second.begin(), known->second.end(), id) == known->second.end())
                known->second.push_back(id);
        }
        if (reasons.empty()) return;
        out_ += std::string("\n  ") + title + "\n";
        for (const auto& [reason, rules] : reasons) {
            std::string text = reason.empty() ? std::string() : reason + ": ";
            for (std::size_t i = 0; i < rules.size(); ++i) text += (i == 0 ? "" : ", ") + rules[i];
            line(text, 4);
        }
    }

    const Explained& of_;
    const Pathway& pathway_;
    std::string out_;
};

}  // namespace

std::string written(const Explained& explained) {
    return Writer(explained).run();
}

}  // namespace csapath::engine
