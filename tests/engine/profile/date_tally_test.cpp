// SPDX-License-Identifier: MIT
#include "engine/profile/date_tally.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace {

/// The dates stand in rows 2, 3, ….
DatesOfColumn dates_of(const std::vector<std::string>& texts) {
    DateTally tally;
    std::uint64_t row = 1;
    for (const std::string& text : texts) tally.add(text, ++row);
    return std::move(tally).done();
}

}  // namespace

TEST_CASE("a day after the 12th decides which comes first, and says in which row") {
    const auto dates = dates_of({"03/04/2025", "05/06/2025", "30/04/2025", "31/12/2025"});
    REQUIRE(dates.forms.size() == 1);
    const DateForm& form = dates.forms.front();
    REQUIRE(form.decided() != nullptr);
    CHECK(form.decided()->pattern == "dd/mm/yyyy");
    CHECK(form.decided()->fits == 4);
    CHECK(form.readings[1].against.count == 2);
    CHECK(form.readings[1].against.first_row == 4);
    CHECK(dates.earliest == "2025-04-03");
    CHECK(dates.latest == "2025-12-31");
}

TEST_CASE("the month comes first where a day after the 12th stands second") {
    const auto dates = dates_of({"03/04/2025", "04/30/2025"});
    REQUIRE(dates.forms.front().decided() != nullptr);
    CHECK(dates.forms.front().decided()->pattern == "mm/dd/yyyy");
}

TEST_CASE("without a day after the 12th nothing is decided") {
    const auto dates = dates_of({"03/04/2025", "12/12/2025"});
    CHECK(dates.forms.front().decided() == nullptr);
    CHECK_FALSE(dates.forms.front().readings[0].against);
    CHECK_FALSE(dates.forms.front().readings[1].against);
    CHECK(dates.earliest.empty());
}

TEST_CASE("one date the other way round is enough to decide nothing") {
    const auto dates = dates_of({"30/04/2025", "29/04/2025", "04/28/2025"});
    const DateForm& form = dates.forms.front();
    CHECK(form.decided() == nullptr);
    CHECK(form.readings[0].against.count == 1);
    CHECK(form.readings[0].against.first_row == 4);
    CHECK(form.readings[1].against.count == 2);
    CHECK(form.readings[1].against.first_row == 2);
}

TEST_CASE("a date that no order makes one speaks against none of them") {
    const auto dates = dates_of({"30/04/2025", "31/02/2025", "00/00/0000"});
    const DateForm& form = dates.forms.front();
    REQUIRE(form.decided() != nullptr);
    CHECK(form.decided()->pattern == "dd/mm/yyyy");
    CHECK(form.impossible.count == 2);
    CHECK(form.impossible.first_row == 3);
}

TEST_CASE("ways of writing are told apart, the most frequent first") {
    const auto dates = dates_of({"2025-04-30", "30/04/2025", "29/04/2025", "30/04/25"});
    REQUIRE(dates.forms.size() == 3);
    CHECK(dates.forms[0].seen.count == 2);
    CHECK(dates.forms[1].decided()->pattern == "iso");
    CHECK(dates.forms[2].readings.empty());
    CHECK(dates.count() == 4);
}

TEST_CASE("days that systems write where they know none are counted") {
    const auto dates = dates_of({"01/01/1900", "31/12/9999", "30/04/2025", "1970-01-01"});
    CHECK(dates.placeholders.count == 3);
    CHECK(dates.placeholders.first_row == 2);
}

TEST_CASE("times that are all midnight are seen, and others too") {
    const auto only = dates_of({"30/04/2025 00:00:00", "01/05/2025 00:00:00"});
    CHECK(only.midnights == 2);
    CHECK(only.other_times == 0);
    const auto also = dates_of({"30/04/2025 00:00:00", "30/04/2025 14:30:00", "2025-04-30"});
    CHECK(also.midnights == 1);
    CHECK(also.other_times == 1);
}

TEST_CASE("one figure in one row makes the pattern take one figure") {
    const auto dates = dates_of({"30/04/2025", "1/05/2025"});
    REQUIRE(dates.forms.size() == 1);
    CHECK(dates.forms.front().decided()->pattern == "d/mm/yyyy");
}
