// SPDX-License-Identifier: MIT
/// What cannot be right in the data of a case, or hardly: told of as data, and held against nobody.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/cases/answers.hpp"
#include "engine/plan/plan.hpp"
#include "rules/text/codes.hpp"

namespace csapath::engine {

struct Doubt {
    enum class What : std::uint8_t {
        before_conception,  ///< dated 300 days or more before the date of birth; an unborn child has events as well
        too_old,            ///< the first event of the case, by which the child was 18 or more
        end_before_start,  ///< what ends something is dated before what began it: the dates of one row, or the only two
        recorded_early,    ///< entered on a day before it happened
        day_not_worked,    ///< of a step that happens on working days only
        born_twice         ///< two dates of birth in one case
    };
    What what = What::before_conception;
    std::uint8_t pair = 0;  ///< of end_before_start: which
    Origin row;
};

/// Looks at cases that are tidied and arranged, one after the other.
class DoubtSeeker {
public:
    explicit DoubtSeeker(const Plan& plan);

    /// `recorded_too`: some source of the case says when things were entered.
    void look(const Case& of, bool born_twice, bool recorded_too, std::vector<Doubt>& into);

private:
    void look_at_birth(const Case& of);
    void look_at_order(const Case& of);
    void look_at_entry(const Case& of);
    void look_at_days(const Case& of);
    void doubt(Doubt::What what, const Case& of, std::uint32_t event, std::uint8_t pair = 0);
    void gather(const Case& of, std::uint32_t part, std::vector<std::uint32_t>& events) const;

    const Plan& plan_;
    std::vector<std::uint32_t>
        parts_of_type_;      ///< by type: of which pairs it is the beginning (2n) or the end (2n + 1)
    bool any_part_ = false;  ///< of any pair
    std::vector<rules::StepId> working_day_steps_;
    std::vector<std::uint32_t> begun_, ended_;
    std::vector<Doubt>* into_ = nullptr;
};

rules::Code code_of(Doubt::What what);
/// What is doubted, in words: "'plan-ended' comes before its 'plan-started'".
std::string in_words(const Doubt& doubt);

}  // namespace csapath::engine
