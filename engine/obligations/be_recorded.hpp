// SPDX-License-Identifier: MIT
/// `be recorded within D`: an occurrence of the step was entered in time after it happened. `be recorded in system, …`:
/// it was entered in each of these systems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/obligations/runs_on.hpp"

namespace csapath::engine {

/// The clock runs on after the episode has closed. Entered, but not known when, is undetermined; entered after the
/// as-of is not yet entered.
class RecordedWithin final : public RunsOn {
public:
    RecordedWithin(Terms terms, rules::typed::RecordedWithin sentence);

    bool can_be_shown(const Coverage& coverage) const override { return coverage.facts[rules::fact_recorded]; }
    Kind kind() const override { return Kind::recorded_late; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    std::optional<rules::Moment> done(const Scene& scene, const Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;
};

/// `system` may list several, parted by semicolons; letter case does not matter.
class RecordedIn final : public AboutStep {
public:
    RecordedIn(Terms terms, rules::typed::RecordedIn sentence);

    bool can_be_shown(const Coverage& coverage) const override { return coverage.facts[rules::fact_system]; }
    /// Not "recorded late": that it is not shown to be in a system says nothing of when.
    Kind kind() const override { return Kind::not_recorded; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    static bool names(std::string_view list, std::string_view system);

    std::vector<std::string> systems_;
};

}  // namespace csapath::engine
