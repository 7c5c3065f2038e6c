// SPDX-License-Identifier: MIT
/// What a run comes to, counted case by case.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "engine/cases/near_ids.hpp"
#include "engine/engine.hpp"
#include "engine/evaluation/evaluate.hpp"
#include "engine/intake.hpp"
#include "engine/quality_totals.hpp"

namespace csapath::engine {

class RunTotals {
public:
    RunTotals(const Plan& plan, const Baseline* baseline) {
        results_.by_rule.resize(plan.rules.size());
        if (baseline != nullptr) newness_.emplace(*baseline);
    }

    void add(const Case& of, const Judged& judged);
    void add_finding(Severity severity);
    /// Where there is a baseline: false for a finding that is in it.
    bool is_new(const Finding& finding) { return !newness_ || newness_->is_new(finding.id); }
    Outcome finish(const Run& run, Intake& intake);
    /// After finish(), of a run that judged every case.
    void tell_exceptions(const Run& run, Outcome& outcome) const;

private:
    void leave_out(const std::vector<Origin>& rows, std::vector<std::uint64_t>& by_source);

    Results results_;
    std::optional<Newness> newness_;
    std::set<const AgreedException*> excepted_;  ///< those that spoke of something
    std::array<std::uint64_t, 3> by_severity_{};
    std::vector<std::uint64_t> after_as_of_, duplicates_;  ///< rows, by source
    QualityTotals quality_;
    NearIds ids_;
    std::uint64_t united_ = 0, conflicts_ = 0, in_tails_ = 0, outside_ = 0, empty_cases_ = 0, not_judged_ = 0;
};

/// What to ask of every case of a run; the coverages of its sources are added when they are known.
Question question(const Run& run);

}  // namespace csapath::engine
