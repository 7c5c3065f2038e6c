// SPDX-License-Identifier: MIT
/// An indicative grade, read off what was found. An auditor confirms it, or does not.
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "engine/findings/verdict.hpp"
#include "engine/pathway/grading.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

struct IndicativeGrade {
    enum class Sort : std::uint8_t {
        given,
        cannot_tell,    ///< too little is visible
        nothing_asked,  ///< no rule was in force
    };
    Sort sort = Sort::nothing_asked;
    std::uint8_t number = 0;  ///< of a grade that is given: its place in Grading::grades
    friend auto operator<=>(const IndicativeGrade&, const IndicativeGrade&) = default;
};

/// What a grade is read off: findings, and how much could be looked at.
struct GradeTally {
    std::array<std::uint32_t, 3> findings = {};  ///< by severity
    std::uint32_t decided = 0;                   ///< times that it is known whether a rule was kept
    std::uint32_t hidden = 0;                    ///< times that it cannot be told or is not visible
    std::uint32_t waiting = 0;                   ///< times that are excused or not yet due

    void add(Verdict verdict);
    void add_finding(Severity severity) { ++findings[static_cast<std::size_t>(severity)]; }
};

/// More data can only add findings: so what goes beyond every other grade already has the last one, however little is
/// visible.
IndicativeGrade graded(const GradeTally& tally, const Grading& by);

}  // namespace csapath::engine
