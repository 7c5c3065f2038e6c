// SPDX-License-Identifier: MIT
#include <algorithm>
#include <exception>
#include <thread>

#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/evaluation/evaluate.hpp"
#include "engine/evaluation/onlooker.hpp"
#include "engine/intake.hpp"
#include "engine/run_totals.hpp"

namespace csapath::engine {

namespace {

/// Judges cases a batch at a time, so that several threads can share the work and results still keep their order.
class Bench {
public:
    Bench(const Run& run, const Question& question, std::vector<Output>& outputs, RunTotals& totals, Onlooker* onlooker)
        : run_(run),
          question_(question),
          outputs_(outputs),
          totals_(totals),
          onlooker_(onlooker),
          slots_(run.jobs > 1 ? 256 : 8) {
        for (unsigned i = 0; i < std::max(1u, run.jobs); ++i) judges_.push_back(std::make_unique<Evaluation>(question));
        for (const std::string& wanted : run.filters.cases)
            cases_.insert(run.pseudonyms == nullptr ? wanted : run.pseudonyms->of_named_case(wanted));
        // What lies outside the days that were asked for is not counted, and that is found out judgement by judgement.
        if (onlooker == nullptr && !question.from && !question.to)
            for (Slot& slot : slots_) slot.judged.all.count_met_apart(question.plan->rules.size());
        for (const Output& output : outputs) listed_wanted_ = listed_wanted_ || wants_listed(output);
    }

    Timeline& first() { return slots_[0].of.timeline; }

    /// The slot being filled is complete; which to fill next.
    Timeline& next() {
        if (++filled_ == slots_.size()) work_off();
        return slots_[filled_].of.timeline;
    }

    void work_off() {
        judge_all();
        for (std::size_t i = 0; i < filled_; ++i)
            if (slots_[i].wanted) report(slots_[i]);
        filled_ = 0;
    }

private:
    struct Slot {
        Case of;
        Judged judged;
        bool wanted = true;
    };

    /// A baseline does not say what was listed before, so to whom only what is new is told, none of it is.
    bool wants_listed(const Output& output) const {
        return output.reporter->wants_listed() && (run_.baseline == nullptr || output.reporter->wants_known());
    }

    bool wanted(const Timeline& timeline) const {
        const Filters& filters = run_.filters;
        if (!cases_.empty() && !cases_.contains(timeline.case_id())) return false;
        if (filters.areas.empty()) return true;
        const rules::Value area = timeline.case_value(rules::fact_area);
        return area.kind == rules::Value::Kind::text && filters.areas.contains(std::string(area.text));
    }

    void judge(Slot& slot, Evaluation& by) {
        slot.wanted = wanted(slot.of.timeline);
        if (slot.wanted) by.judge(slot.of, slot.judged);
    }

    void judge_all() {
        if (judges_.size() == 1 || filled_ < 2 * judges_.size()) {
            for (std::size_t i = 0; i < filled_; ++i) judge(slots_[i], *judges_[0]);
            return;
        }
        std::vector<std::exception_ptr> thrown(judges_.size());
        std::vector<std::thread> threads;
        for (std::size_t worker = 0; worker < judges_.size(); ++worker) {
            threads.emplace_back([&, worker] {
                try {
                    for (std::size_t i = worker; i < filled_; i += judges_.size()) judge(slots_[i], *judges_[worker]);
                } catch (...) {
                    thrown[worker] = std::current_exception();
                }
            });
        }
        for (std::thread& thread : threads) thread.join();
        for (const std::exception_ptr& one : thrown)
            if (one) std::rethrow_exception(one);
    }

    bool left_out(const Finding& finding) const {
        const Filters& filters = run_.filters;
        if (!filters.kinds.empty() && !filters.kinds.contains(finding.kind)) return true;
        if (filters.agencies.empty()) return false;
        const Pathway& pathway = run_.definition.pathway();
        const auto& lead = pathway.steps[finding.step].by;
        if (lead && filters.agencies.contains(pathway.words.agencies()[*lead].id)) return false;
        return std::none_of(finding.agencies.begin(), finding.agencies.end(),
                            [&](const std::string& agency) { return filters.agencies.contains(agency); });
    }

    void report(const Slot& slot) {
        totals_.add(slot.of, slot.judged);
        if (onlooker_ != nullptr) onlooker_->see(slot.of, slot.judged, *judges_[0]);
        for (const Told& told : slot.judged.told) {
            const bool finding = is_finding(told.judgement.verdict);
            if (!finding && !listed_wanted_) continue;
            const Finding& words = judges_[0]->tell(slot.of, told);
            if (left_out(words)) continue;
            const bool known = finding && !totals_.is_new(words);
            if (finding && !known) totals_.add_finding(told.severity);
            for (Output& output : outputs_) {
                if (!finding && !wants_listed(output)) continue;
                if (known && !output.reporter->wants_known()) continue;
                output.reporter->add(words, *output.out);
                output.out->breathe();
            }
        }
    }

    const Run& run_;
    const Question& question_;
    std::vector<Output>& outputs_;
    RunTotals& totals_;
    Onlooker* onlooker_;
    std::vector<Slot> slots_;
    std::size_t filled_ = 0;
    bool listed_wanted_ = false;
    std::set<std::string> cases_;  ///< as they are called in this run; empty: all
    std::vector<std::unique_ptr<Evaluation>> judges_;
};

RunHeader header(const Run& run, const std::vector<IntakeReport>& inputs) {
    RunHeader header;
    header.tool_version = run.tool_version;
    header.pathway = &run.definition.pathway();
    header.rules = run.definition.rules();
    header.as_of = rules::iso(run.as_of);
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
        header.inputs.push_back(run.inputs[i].name);
        header.rows_are_lines.push_back(inputs[i].read.rows_are_lines);
    }
    return header;
}

}  // namespace

Question question(const Run& run) {
    Question question;
    question.plan = &run.definition.parts().plan;
    question.as_of = run.as_of;
    question.from = run.filters.from;
    question.to = run.filters.to;
    question.exceptions = run.exceptions;
    if (!run.filters.rules.empty())
        for (const ReportedRule& rule : run.definition.rules())
            question.rules_left_out.push_back(!run.filters.rules.contains(rule.id));
    return question;
}

Outcome check(const Run& run, std::vector<Output>& outputs, Onlooker* onlooker) {
    const Plan& plan = run.definition.parts().plan;
    const bool hash = onlooker != nullptr || std::any_of(outputs.begin(), outputs.end(),
                                                         [](const Output& output) { return output.hashes_inputs; });
    Intake intake(run, plan, hash);
    CaseBook::Order order = intake.may_stream() ? CaseBook::Order::ascending : CaseBook::Order::any;
    for (;;) {
        RunTotals totals(plan, run.baseline);
        Question asked = question(run);
        Bench bench(run, asked, outputs, totals, onlooker);
        bool begun = false;
        // The header says of each input whether its rows are lines, and judging needs to know what the sources can
        // show: both are known once a reader has handed over its first case.
        const auto begin = [&] {
            if (begun) return;
            begun = true;
            asked.coverages = intake.coverages();
            asked.names = intake.names();
            const RunHeader of = header(run, intake.reports());
            if (onlooker != nullptr) onlooker->begin(of);
            for (Output& output : outputs) output.reporter->begin(of, *output.out);
        };
        const bool ascending = intake.read(order, bench.first(), [&]() -> Timeline& {
            begin();
            return bench.next();
        });
        if (!ascending) {
            order = CaseBook::Order::any;
            for (Output& output : outputs) output.out->take_back();
            continue;
        }
        begin();
        bench.work_off();
        Outcome outcome = totals.finish(run, intake);
        totals.tell_exceptions(run, outcome);
        for (Output& output : outputs) {
            output.reporter->end(outcome.results, *output.out);
            output.out->flush();
        }
        return outcome;
    }
}

}  // namespace csapath::engine
