// SPDX-License-Identifier: MIT
#include "cli/judging.hpp"

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("the as-of is a day, or a day and a time of day") {
    CHECK(moment("--as-of", "2026-03-31") == rules::Moment{csapath::date("2026-03-31")});
    CHECK(moment("--as-of", "2026-03-31T12:05") ==
          rules::Moment{csapath::date("2026-03-31"), (12 * 60 + 5) * 60 * rules::second});
    CHECK(moment("--as-of", "2024-02-29T00:00:59") == rules::Moment{csapath::date("2024-02-29"), 59 * rules::second});
    CHECK(moment("--as-of", "2026-03-31T23:59:59").time == 86399 * rules::second);
}

TEST_CASE("an as-of in any other form is refused, with an example of the right one") {
    const auto written =
        GENERATE(as<std::string>{}, "31/12/2024", "2024-12-32", "2023-02-29", "2024-1-5", "24-01-05", "today", "",
                 "2024-12-31 12:00", "2024-12-31T", "2024-12-31T24:00", "2024-12-31T12:60", "2024-12-31T12:00:60",
                 "2024-12-31T12:00Z", "2024-12-31T12:00+01:00", "2024-12-31T1:00", "2024-12-31T12.00", "2024-12-31x",
                 " 2024-12-31", "2024-12-31T-1:00", "9999-12-31", "2024-12-31T12:0a");
    CAPTURE(written);
    CHECK_THROWS_WITH(
        moment("--as-of", written),
        "--as-of is a date such as 2026-03-31, or a date and time such as 2026-03-31T12:00, not '" + written + "'");
}

TEST_CASE("the ends of a window are days") {
    CHECK(date("--from", "2025-04-01") == csapath::date("2025-04-01"));
    CHECK_THROWS_WITH(date("--from", "2025-04-01T12:00"),
                      "--from is a date such as 2026-03-31, not '2025-04-01T12:00'");
}

}  // namespace
}  // namespace csapath::cli
