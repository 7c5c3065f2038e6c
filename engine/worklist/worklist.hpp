// SPDX-License-Identifier: MIT
/// What has to happen next in the cases of a run: all that is pending or overdue, and by when.
///
/// A worklist looks forward, findings look back: what is late, missed or failed can no longer be done in time and is
/// not here. What is excused, cannot be told or is not visible is not here either: nobody knows that it is asked.
#pragma once

#include <vector>

#include "engine/evaluation/onlooker.hpp"
#include "engine/plan/plan.hpp"
#include "engine/worklist/due_item.hpp"

namespace csapath::engine {

class Worklist final : public Onlooker {
public:
    /// The plan must outlive this.
    Worklist(const Plan& plan, WorklistWanted wanted);

    void begin(const RunHeader& run) override;
    void see(const Case& of, const Judged& judged, Evaluation& teller) override;

    /// By due date, what has none last; then by case and rule.
    std::vector<DueItem> take();

private:
    void add(const Case& of, const Told& told, Evaluation& teller);

    const Plan& plan_;
    WorklistWanted wanted_;
    std::vector<DueItem> items_;
};

}  // namespace csapath::engine
