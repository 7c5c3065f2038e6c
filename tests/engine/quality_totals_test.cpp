// SPDX-License-Identifier: MIT
#include "engine/quality_totals.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

using rules::Code;

/// "D009 2; null 1".
std::string reasons(const std::vector<DataQuality::Reason>& all) {
    std::string text;
    for (const DataQuality::Reason& reason : all) {
        if (!text.empty()) text += "; ";
        text += (reason.code.empty() ? "none" : reason.code) + ' ' + std::to_string(reason.count);
    }
    return text;
}

}  // namespace

TEST_CASE("the reasons for which rows were refused or left out add up to their numbers") {
    IntakeReport first, second;
    first.read.rows = 10;
    first.read.used = 5;
    first.read.filtered = 2;
    first.read.refused = 3;
    first.read.refused_for = {{Code::data_date, 2}};
    first.read.note(Code::data_event_unknown, "no event 'refferal'", 1);
    first.read.note(Code::data_event_unused, "'contact' is not used", 1);
    first.read.note(Code::data_value_unknown, "2 values of 'risk'", 2);
    second.read.rows = second.read.used = 4;
    const DataQuality quality = QualityTotals().finish({first, second}, 2, 1);
    CHECK(quality.rows == 14);
    CHECK(quality.used == 6);  // 9 that the readers used, less 2 after the as-of and 1 that stands twice
    CHECK(quality.filtered == 5);
    CHECK(quality.refused == 3);
    CHECK(quality.rows == quality.used + quality.filtered + quality.refused);
    CHECK(reasons(quality.refused_for) == "D009 2; none 1");
    CHECK(reasons(quality.filtered_for) == "D011 1; D012 1; D015 1; D016 2");
    CHECK(reasons(quality.unknown) == "D011 1; D014 2");
}

TEST_CASE("of each doubt the rows that stand first in the inputs are kept, in whatever order the cases come") {
    QualityTotals totals;
    for (std::uint32_t row = 30; row > 10; --row)
        totals.add({{Doubt::What::day_not_worked, 0, {static_cast<std::uint16_t>(row % 2), row}}});
    totals.add({{Doubt::What::end_before_start, 3, {0, 5}}, {Doubt::What::end_before_start, 6, {0, 6}}});
    const DataQuality quality = totals.finish({}, 0, 0);
    // Rows of source 0 are even: 12, 14 … 30 are ten of them.
    CHECK(reasons(quality.doubtful) == "D034 1; D034 1; S008 20");
    const auto& rows = quality.doubtful.back().rows;
    REQUIRE(rows.size() == DataQuality::most_rows);
    CHECK(rows.front() == std::pair<std::uint16_t, std::uint32_t>{0, 12});
    CHECK(rows.back() == std::pair<std::uint16_t, std::uint32_t>{0, 30});
}

}  // namespace csapath::engine
