// SPDX-License-Identifier: MIT
#include "engine/survey/grade.hpp"

namespace csapath::engine {

using Sort = IndicativeGrade::Sort;

namespace {

bool within_bounds(const std::array<std::uint32_t, 3>& findings, const Grading::Grade& grade) {
    for (std::size_t severity = 0; severity < findings.size(); ++severity)
        if (grade.at_most[severity] && findings[severity] > *grade.at_most[severity]) return false;
    return true;
}

bool enough_is_visible(const GradeTally& tally, const Grading& by) {
    const std::uint64_t decided = tally.decided;
    return decided >= by.decided && decided * 100 >= by.share * (decided + tally.hidden);
}

}  // namespace

void GradeTally::add(Verdict verdict) {
    if (verdict == Verdict::met || is_finding(verdict))
        ++decided;
    else if (verdict == Verdict::undetermined || verdict == Verdict::not_visible)
        ++hidden;
    else if (verdict != Verdict::not_applicable)
        ++waiting;
}

IndicativeGrade graded(const GradeTally& tally, const Grading& by) {
    const auto last = static_cast<std::uint8_t>(by.grades.size() - 1);
    std::uint8_t number = 0;
    while (number < last && !within_bounds(tally.findings, by.grades[number])) ++number;
    if (number == last) return {Sort::given, last};
    if (tally.decided + tally.hidden + tally.waiting == 0) return {Sort::nothing_asked};
    return enough_is_visible(tally, by) ? IndicativeGrade{Sort::given, number} : IndicativeGrade{Sort::cannot_tell};
}

}  // namespace csapath::engine
