// SPDX-License-Identifier: MIT
/// Which events of a case are occurrences of which steps.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/cases/timeline.hpp"
#include "rules/language/condition.hpp"
#include "rules/value/truth.hpp"

namespace csapath::engine {

/// What telling occurrences needs to know of the steps, worked out once.
struct StepRoles {
    struct Role {
        bool starts = false, ends = false;
        std::shared_ptr<const rules::Program> where = {};
    };
    std::vector<Role> steps;                          ///< by StepId
    std::vector<std::vector<rules::StepId>> of_type;  ///< by EventTypeId: the steps it may be an occurrence of
    /// By EventTypeId: the one step it is an occurrence of whatever the event says; `several` where `of_type` must be
    /// asked.
    std::vector<rules::StepId> plainly;
    static constexpr rules::StepId several = 0xFFFF;
    std::vector<char> bounds;  ///< by EventTypeId: one of them is marked `starts` or `ends`
    bool any_starts = false;   ///< some step is marked `starts`

    /// Fills in `plainly`, when the rest is known.
    void finish();
};

/// What a step's `where` says of an event.
rules::Truth occurs_where(const rules::Program& where, const Timeline& timeline, std::uint32_t event);

/// Whether an event is an occurrence of a step: unknown where the step's `where` cannot be told.
inline rules::Truth occurs(const Timeline& timeline, std::uint32_t event, rules::StepId step, const StepRoles& roles) {
    const auto& where = roles.steps[step].where;
    return where ? occurs_where(*where, timeline, event) : rules::Truth::yes;
}

struct Occurrence {
    std::uint32_t event = 0;
    bool sure = true;  ///< false: the step's `where` is unknown for it
};

/// By step, in the order of events. Reused from case to case.
class Occurrences {
public:
    /// The timeline must be in its final order.
    void find(const Timeline& timeline, const StepRoles& roles);
    std::span<const Occurrence> of(rules::StepId step) const { return of_step_[step]; }

private:
    std::vector<std::vector<Occurrence>> of_step_;
};

}  // namespace csapath::engine
