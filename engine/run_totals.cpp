// SPDX-License-Identifier: MIT
#include "engine/run_totals.hpp"

#include <algorithm>
#include <numeric>

#include "engine/accepted/exceptions_file.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

void RunTotals::leave_out(const std::vector<Origin>& rows, std::vector<std::uint64_t>& by_source) {
    for (const Origin& row : rows) {
        if (by_source.size() <= row.source) by_source.resize(row.source + 1u);
        ++by_source[row.source];
    }
}

void RunTotals::add(const Case& of, const Judged& judged) {
    leave_out(judged.tidied.after_as_of, after_as_of_);
    leave_out(judged.tidied.duplicates, duplicates_);
    united_ += judged.tidied.united;
    conflicts_ += judged.tidied.conflicts;
    quality_.add(judged.doubts);
    in_tails_ += judged.in_tails;
    outside_ += judged.outside;
    excepted_.insert(judged.excepted.begin(), judged.excepted.end());
    if (of.timeline.size() == 0) {
        ++empty_cases_;
        return;
    }
    ids_.see(of.timeline.case_id());
    not_judged_ += of.episodes.empty() ? 1u : 0u;
    ++results_.cases;
    results_.episodes += of.episodes.size();
    results_.events += of.timeline.size();
    VerdictCounts* const by_rule = results_.by_rule.data();
    for (const Judgement& judgement : judged.all)
        ++by_rule[judgement.rule][static_cast<std::size_t>(judgement.verdict)];
    std::size_t rule = 0;
    for (const std::uint32_t met : judged.all.met_apart())
        by_rule[rule++][static_cast<std::size_t>(Verdict::met)] += met;
}

void RunTotals::add_finding(Severity severity) {
    for (std::size_t level = 0; level <= static_cast<std::size_t>(severity); ++level) ++by_severity_[level];
}

/// What the filters leave out may be what an exception is about, so only a whole run can say that it is about nothing.
void RunTotals::tell_exceptions(const Run& run, Outcome& outcome) const {
    if (run.exceptions == nullptr) return;
    const Filters& filters = run.filters;
    const bool whole_run = filters.cases.empty() && filters.rules.empty() && filters.areas.empty() && !filters.from &&
                           !filters.to && !outcome.limit_hit;
    rules::Diagnostics idle;
    tell_idle_exceptions(*run.exceptions, excepted_, run.as_of.day, whole_run, run.exceptions_name, idle);
    outcome.faults.push_back(std::move(idle));
}

Outcome RunTotals::finish(const Run& run, Intake& intake) {
    Outcome outcome;
    outcome.by_severity = by_severity_;
    for (const VerdictCounts& of_rule : results_.by_rule)
        for (std::size_t verdict = 0; verdict < verdicts; ++verdict) results_.verdicts[verdict] += of_rule[verdict];
    std::map<std::pair<rules::Code, std::string>, std::uint64_t> notes;
    const auto of_source = [](const std::vector<std::uint64_t>& counts, std::size_t source) {
        return source < counts.size() ? counts[source] : 0;
    };
    for (std::size_t source = 0; source < run.inputs.size(); ++source) {
        IntakeReport& report = intake.reports()[source];
        const std::uint64_t set_aside = of_source(after_as_of_, source) + of_source(duplicates_, source);
        results_.inputs.push_back({run.inputs[source].name, report.sha256, report.read.format,
                                   report.read.rows_are_lines, report.read.rows, report.read.used - set_aside,
                                   report.read.filtered + set_aside, report.read.refused});
        results_.incomplete = results_.incomplete || report.read.incomplete || report.read.refused > 0;
        for (const auto& [what, count] : report.read.notes) notes[what] += count;
        report.read.faults.sort();
        for (const rules::Diagnostic& fault : report.read.faults.found()) {
            if (rules::row(fault.code).severity == rules::Severity::error)
                results_.errors.push_back(rules::headline(fault));
            outcome.limit_hit = outcome.limit_hit || fault.code == rules::Code::data_limit;
        }
        outcome.faults.push_back(std::move(report.read.faults));
    }
    const auto note = [&](rules::Code code, std::uint64_t count, const char* message) {
        if (count > 0) notes[{code, message}] += count;
    };
    const auto sum = [](const std::vector<std::uint64_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    };
    note(rules::Code::data_after_as_of, sum(after_as_of_), "events after the as-of date were left out");
    note(rules::Code::data_duplicate, sum(duplicates_), "rows that stand twice were used once");
    note(rules::Code::data_united, united_, "rows of a second source tell an event that another source tells too");
    note(rules::Code::data_conflict, conflicts_, "values that are told differently twice count as not known");
    note(rules::Code::data_tail, in_tails_,
         "events after the close of an episode can meet what was still asked for, and ask for nothing");
    note(rules::Code::data_no_episode, outside_, "events outside any episode were not judged");
    note(rules::Code::data_near_ids, ids_.near(),
         "case ids are like another but for capitals, blanks or noughts in front; they are kept apart: are they one "
         "child?");
    note(rules::Code::data_case_empty, empty_cases_, "cases without an event up to the as-of date were not judged");
    if (run.identities != nullptr) {
        const std::uint64_t unused = run.identities->unused(intake.identities_used());
        note(rules::Code::identity_unused, unused, "rows of the identity map that no row of the data needs");
        results_.identities = {run.identities->name, run.identities->sha256, run.identities->size(), unused};
    }
    if (results_.cases > 0 && results_.episodes == 0)
        note(rules::Code::data_pathway_unmatched, 1, "no event of any case is a step of this pathway");
    results_.quality = quality_.finish(intake.reports(), sum(after_as_of_), sum(duplicates_));
    results_.quality.cases_not_judged = empty_cases_ + not_judged_;
    results_.quality.conflicts = conflicts_;
    if (run.pseudonyms != nullptr)
        notes[{rules::Code::pseudonyms_used,
               "case ids are pseudonyms, made with the key " + run.pseudonyms->key_id()}] = results_.cases;
    for (const auto& [what, count] : notes)
        results_.notes.push_back({std::string(rules::row(what.first).id), count, what.second});
    if (intake.too_many_events()) {
        outcome.limit_hit = true;
        results_.errors.push_back("a case has more than " + std::to_string(CaseBook::most_events) + " events");
    }
    results_.incomplete = results_.incomplete || outcome.limit_hit;
    if (newness_) results_.since = newness_->counted();
    outcome.results = std::move(results_);
    return outcome;
}

}  // namespace csapath::engine
