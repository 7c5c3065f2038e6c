// SPDX-License-Identifier: MIT
#include "engine/readers/csv.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {
Reading read(std::string_view text, engine::ReadOptions options = {}, std::size_t at_a_time = 1 << 20) {
    return read_with(engine::csv_reader(), text, std::move(options), at_a_time);
}
}  // namespace

TEST_CASE("rows of a plain event file become events") {
    const Reading reading = read(
        "case,event,at,agency,attended,recorded,risk,outcome,case.date-of-birth,case.area\n"
        "W-0143,referral,2025-04-29,police,,2025-04-29,,,2016-02-11,North\n"
        "W-0143,screening,2025-04-30T15:20,CSC,police; GP,,Very Low,nfa,,\n");

    CHECK(reading.events ==
          Events{"W-0143 referral 2025-04-29 row 2 agency=police recorded=2025-04-29 case.date-of-birth=2016-02-11 "
                 "case.area=North",
                 "W-0143 screening 2025-04-30T15:20 row 3 agency=social-care attended=police;gp risk=very-low "
                 "outcome=nfa"});
    CHECK(reading.finished);
    CHECK(reading.report.rows == 2);
    CHECK(reading.report.used == 2);
    CHECK_FALSE(reading.report.incomplete);
    CHECK(reading.told().empty());
}
