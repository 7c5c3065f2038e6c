// SPDX-License-Identifier: MIT
/// How many cases there are of each sort: what may be told of a run to anybody. A case counts once wherever it counts,
/// however often a rule applied in it, so that a count is a number of children and not of events.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/evaluation/onlooker.hpp"
#include "engine/plan/plan.hpp"
#include "engine/survey/survey.hpp"

namespace csapath::engine {

/// Cases with at least one finding, and without.
struct CasesFound {
    std::uint64_t with = 0, without = 0;
};

/// Cases in which a rule applied.
struct CasesOfRule {
    std::uint64_t kept = 0;    ///< each time of which it is decided, and there was one
    std::uint64_t broken = 0;  ///< late or not kept at least once
    std::uint64_t not_decided = 0;
};

/// Three months, as both the calendar and the financial year part them.
struct Quarter {
    std::int32_t number = 0;  ///< since January of the year 0
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};
std::string spelled(Quarter quarter);  ///< "April to June 2025"

class CaseCounts final : public Onlooker {
public:
    explicit CaseCounts(const Plan& plan) : plan_(plan) {}

    void begin(const RunHeader& run) override;
    void see(const Case& of, const Judged& judged, Evaluation& teller) override;

    CasesFound all;
    std::map<std::string, CasesFound> by_area;  ///< "" where none is recorded
    std::map<Quarter, CasesFound> by_quarter;   ///< of the first event
    std::vector<CasesOfRule> by_rule;

private:
    const Plan& plan_;
};

}  // namespace csapath::engine
