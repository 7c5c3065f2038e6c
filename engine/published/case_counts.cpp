// SPDX-License-Identifier: MIT
#include "engine/published/case_counts.hpp"

#include <algorithm>

namespace csapath::engine {

std::string spelled(Quarter quarter) {
    constexpr std::array<std::string_view, 4> months{"January to March", "April to June", "July to September",
                                                     "October to December"};
    return std::string(months.at(static_cast<std::size_t>(quarter.number % 4))) + ' ' +
           std::to_string(quarter.number / 4);
}

void CaseCounts::begin(const RunHeader& run) {
    all = {};
    by_area.clear();
    by_quarter.clear();
    by_rule.assign(run.rules.size(), {});
}

void CaseCounts::see(const Case& of, const Judged& judged, Evaluation& /*teller*/) {
    if (of.timeline.size() == 0) return;
    const bool found =
        std::ranges::any_of(judged.told, [](const Told& told) { return is_finding(told.judgement.verdict); });
    const auto count = [found](CasesFound& in) { ++(found ? in.with : in.without); };
    count(all);
    const rules::Value& area = of.timeline.case_value(rules::fact_area);
    count(by_area[area.kind == rules::Value::Kind::text ? std::string(area.text) : std::string()]);
    count(by_quarter[{month_of(of.timeline[0].at.day).number / 3}]);

    enum class Came : std::uint8_t { not_applied, not_decided, kept, broken };
    std::vector<Came> came(plan_.rules.size(), Came::not_applied);
    for (const Judgement& judgement : judged.all) {
        if (judgement.verdict == Verdict::not_applicable) continue;
        const Came one = is_finding(judgement.verdict)       ? Came::broken
                         : judgement.verdict == Verdict::met ? Came::kept
                                                             : Came::not_decided;
        came[judgement.rule] = std::max(came[judgement.rule], one);
    }
    for (std::size_t rule = 0; rule < came.size(); ++rule) {
        by_rule[rule].kept += came[rule] == Came::kept;
        by_rule[rule].broken += came[rule] == Came::broken;
        by_rule[rule].not_decided += came[rule] == Came::not_decided;
    }
}

}  // namespace csapath::engine
