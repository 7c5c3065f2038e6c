// SPDX-License-Identifier: MIT
#include "engine/report/chart.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::engine {
namespace {

/// Months from January 2025 on.
Series counts(const std::vector<std::uint64_t>& numbers) {
    Series series{.title = html("Episodes"), .what = "Episodes opened"};
    Month month{2025 * 12};
    for (const std::uint64_t number : numbers) {
        series.points.push_back({month, number, 0});
        ++month.number;
    }
    return series;
}

std::string written(const Series& series) {
    TextOut out;
    Markup page(out);
    write_chart(series, 1, page);
    return out.text();
}

bool tells(const Series& series, const std::string& words) {
    return written(series).find(words) != std::string::npos;
}

TEST_CASE("a chart tells its mean and limits, and calls itself provisional with fewer than twelve months") {
    // As in process_chart_test: mean 11.5, limits 7.07 and 15.93.
    const Series few = counts({10, 12, 11, 13});
    CHECK(tells(few, "Mean 11.5, limits 7.1 to 15.9, over 4 months. Provisional"));
    CHECK(tells(few, "No signal"));
    CHECK_FALSE(tells(counts({10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13}), "Provisional"));
}

TEST_CASE("months of one signal are told together") {
    // Seven months at 1 and 2, seven at 8 and 9, around a mean of 5: all of them a shift, and, with limits at 0.9 and
    // 9.1, in the outer thirds.
    CHECK(tells(
        counts({1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9}),
        "Signals: seven or more in a row on one side of the mean: Jan 2025 to Feb 2026; two of three close to the "
        "same limit: Jan 2025 to Feb 2026."));
    // Eleven months of nought and one of twelve: the last is outside, the others lie on one side.
    const Series peak = counts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12});
    CHECK(tells(peak,
                "Signals: outside the limits: Dec 2025; seven or more in a row on one side of the mean: Jan 2025 "
                "to Nov 2025."));
}

TEST_CASE("limits are not told where a figure cannot be") {
    // Mean 1, limits -1.9 and 3.9: no month has fewer than no episodes.
    CHECK(tells(counts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12}), "limits 0 to 3.9"));
    Series share{.title = html("Kept"), .what = "Kept", .share = true};
    for (std::int32_t month = 0; month < 6; ++month)
        share.points.push_back({{2025 * 12 + month}, month % 2 == 0 ? 10u : 5u, 10});
    // 100 and 50 in turn: mean 75, moving ranges of 50, limits -58 and 208.
    CHECK(tells(share, "Mean 75%, limits 0% to 100%, over 6 months. A month rests on 10 to 10 times decided."));
}

TEST_CASE("what is drawn stands in the table beside it, part and whole") {
    Series share{.title = html("Kept"), .what = "Kept, of those decided", .share = true};
    share.points = {{{2025 * 12}, 7, 8}, {{2025 * 12 + 2}, 1, 4}};
    const std::string page = written(share);
    CHECK(
        page.find(
            "<th scope=\"row\">Jan 2025</th><td class=\"n\">7</td><td class=\"n\">8</td><td class=\"n\">87.5%</td>") !=
        std::string::npos);
    CHECK(page.find(
              "<th scope=\"row\">Mar 2025</th><td class=\"n\">1</td><td class=\"n\">4</td><td class=\"n\">25%</td>") !=
          std::string::npos);
    CHECK(page.find("Feb 2025</th>") == std::string::npos);  // nothing was decided then
}

TEST_CASE("a chart of noughts alone is drawn too") {
    CHECK(tells(counts({0, 0, 0, 0, 0, 0}), "Mean 0, limits 0 to 0"));
}

}  // namespace
}  // namespace csapath::engine
