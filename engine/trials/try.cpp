// SPDX-License-Identifier: MIT
#include "engine/trials/try.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/evaluation/evaluate.hpp"
#include "engine/trials/events.hpp"

namespace csapath::engine {

namespace {

constexpr std::string_view nothing = "none";

std::string in_words(const Finding::LateBy& late) {
    return rules::in_words(late.value, late.unit);
}

/// What is written of an expectation, and the same of what came: one wording, so that they can be compared by eye.
struct Wording {
    Verdict verdict;
    std::optional<Kind> kind;
    std::optional<rules::Moment> due;
    std::string late_by;
    std::vector<std::string> agencies;

    std::string text() const {
        std::string text(name(verdict));
        if (kind) text += fmt::format(" ({})", name(*kind));
        if (due) text += ", due " + rules::iso(*due);
        if (!late_by.empty()) text += fmt::format(", {} late", late_by);
        if (!agencies.empty()) text += fmt::format(", without {}", fmt::join(agencies, ", "));
        return text;
    }
};

std::string expected_text(const ExpectedVerdict& expected) {
    std::string text = Wording{expected.verdict, expected.kind, expected.due, expected.late_by,
                               expected.agencies.value_or(std::vector<std::string>{})}
                           .text();
    if (!expected.message.empty()) text += fmt::format(", saying '{}'", expected.message);
    return text;
}

std::string got_text(const Finding& got) {
    Wording words{got.verdict, {}, got.due, got.late_by ? in_words(*got.late_by) : "", got.agencies};
    if (is_finding(got.verdict)) words.kind = got.kind;
    std::ranges::sort(words.agencies);
    return words.text();
}

bool as_expected(const ExpectedVerdict& expected, const Finding& got) {
    if (expected.verdict != got.verdict) return false;
    if (expected.kind && *expected.kind != got.kind) return false;
    if (expected.due && (!got.due || got.due->day != expected.due->day || got.due->time != expected.due->time))
        return false;
    if (!expected.late_by.empty() && (!got.late_by || in_words(*got.late_by) != expected.late_by)) return false;
    if (expected.agencies) {
        std::vector<std::string> missing = got.agencies;
        std::ranges::sort(missing);
        if (missing != *expected.agencies) return false;
    }
    return got.message.find(expected.message) != std::string::npos;
}

std::string joined(const std::vector<std::string>& texts, std::string_view joint) {
    return texts.empty() ? std::string(nothing) : fmt::format("{}", fmt::join(texts, joint));
}

class Attempt {
public:
    Attempt(const Trial& trial, const Plan& plan, const std::vector<bool>& left_out)
        : trial_(trial), plan_(plan), question_{&plan, trial.as_of, {}, left_out, {}, {}} {
        question_.coverages.push_back(read_events(trial, plan, case_.timeline));
        evaluation_.judge(case_, judged_);
    }

    std::vector<Complaint> complaints() {
        std::vector<Complaint> all;
        for (const Expectation& expectation : trial_.expectations) hold(expectation, all);
        hold_findings(all);
        return all;
    }

private:
    void hold(const Expectation& expectation, std::vector<Complaint>& into) {
        std::vector<std::string> expected, got, messages;
        for (const ExpectedVerdict& one : expectation.verdicts) expected.push_back(expected_text(one));
        bool same = true;
        for (const Judged::OfEpisode& part : judged_.episodes) {
            for (std::uint32_t at = part.begin; at < part.end; ++at) {
                if (plan_.rules[judged_.all[at].rule].id != expectation.rule) continue;
                Told told;
                told.episode = part.episode;
                told.judgement = judged_.all[at];
                const Finding& finding = evaluation_.tell(case_, told);
                same = same && got.size() < expected.size() && as_expected(expectation.verdicts[got.size()], finding);
                got.push_back(got_text(finding));
                messages.push_back(finding.message);
            }
        }
        if (same && got.size() == expected.size()) return;
        into.push_back(
            {expectation.rule, expectation.where, joined(expected, "; "), joined(got, "; "), std::move(messages)});
    }

    /// Every rule that has a finding counts, also one that is told together with another.
    void hold_findings(std::vector<Complaint>& into) const {
        if (!trial_.findings) return;
        std::set<std::string> found;
        for (const Judgement& judgement : judged_.all)
            if (is_finding(judgement.verdict)) found.insert(plan_.rules[judgement.rule].id);
        const std::set<std::string> expected(trial_.findings->begin(), trial_.findings->end());
        if (found == expected) return;
        into.push_back({{},
                        trial_.findings_where,
                        joined({expected.begin(), expected.end()}, ", "),
                        joined({found.begin(), found.end()}, ", "),
                        {}});
    }

    const Trial& trial_;
    const Plan& plan_;
    Question question_;
    Case case_;
    Judged judged_;
    Evaluation evaluation_{question_};
};

}  // namespace

std::vector<Complaint> complaints(const Trial& trial, const Plan& plan, const std::vector<bool>& left_out) {
    return Attempt(trial, plan, left_out).complaints();
}

}  // namespace csapath::engine
