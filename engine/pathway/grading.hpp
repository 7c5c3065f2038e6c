// SPDX-License-Identifier: MIT
/// How an indicative grade is read off what was found. It orders cases for those who look at them; what a case deserves
/// is for an auditor to say, and every place that shows a grade says so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/language/vocabulary.hpp"
#include "rules/text/source.hpp"

namespace csapath::engine {

/// How many grades there may be.
inline constexpr std::size_t most_grades = 9;

struct Grading {
    struct Grade {
        std::string id, title = {};
        /// The most findings of each severity with which it is still given, by Severity; empty: however many.
        std::array<std::optional<std::uint32_t>, 3> at_most = {};
        rules::Span where = {};
    };
    /// The best first. A case has the first of which it goes beyond nothing; the last is for all others.
    std::vector<Grade> grades;

    /// So often it must be decided whether a rule was kept, before any grade but the last is given.
    std::uint32_t decided = 1;
    /// And in so many of a hundred times that could be looked at: what cannot be told or is not visible counts, what is
    /// excused or not yet due does not.
    std::uint32_t share = 50;
    /// Whose part in a case is given no grade: those who are no service, such as the family itself.
    std::vector<rules::AgencyId> not_graded = {};
};

}  // namespace csapath::engine
