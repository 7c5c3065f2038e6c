// SPDX-License-Identifier: MIT
/// `be recorded in every system [within D]`: each system that knows the child shows the step too, on the same day or no
/// further than D away, before or after. So two records that deny each other are found.
///
/// A system is named by the `system` of a row, or by the mapping of its table. One without a row for the child says
/// nothing, nor does one that does not hold such events, or not those of the days in question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class RecordedEverywhere final : public AboutStep {
public:
    RecordedEverywhere(Terms terms, const rules::typed::RecordedEverywhere& sentence)
        : AboutStep(std::move(terms)), within_(sentence.within) {}

    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;
    /// Always: which system can show it is looked at one by one.
    bool can_be_shown(const Coverage&) const override { return true; }
    Kind kind() const override { return Kind::not_recorded; }
    rules::Unit unit() const override { return within_ ? within_->unit : rules::Unit::days; }

protected:
    bool has_clock() const override { return within_.has_value(); }
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    enum class Says : std::uint8_t {
        shows,    ///< it has the step near enough
        perhaps,  ///< it has something that may be the step, or whose distance cannot be counted
        silent,   ///< it could show the step, and does not
        nothing   ///< it cannot show the step on these days
    };
    /// A system that knows the child.
    struct System {
        std::string_view name;
        Origin row;                          ///< the first of its rows
        std::vector<std::uint16_t> sources;  ///< where its rows stand
        bool own = false;                    ///< it has the activating event
        Says says = Says::nothing;
        std::uint32_t shown_by = no_event;  ///< its own occurrence, where it shows the step
    };
    struct Days {
        rules::Date first, last;
    };

    std::vector<System> systems(const Scene& scene, std::uint32_t event) const;
    Says heard(const Scene& scene, System& system, const rules::Moment& at) const;
    bool can_speak(const Scene& scene, const System& system, const Days& days) const;
    /// The days between which another system may show it. Empty beyond the horizon of the calendar.
    std::optional<Days> days(const Scene& scene, rules::Date day) const;

    std::optional<rules::Period> within_;
};

}  // namespace csapath::engine
