// SPDX-License-Identifier: MIT
#include "engine/profile/from_table.hpp"

#include "tests/engine/profile/profiling.hpp"

using namespace csapath::engine;
using test::column;
using test::profile;

TEST_CASE("most of the values say what a column holds") {
    using Values = std::vector<std::string>;
    auto [values, rows, holds] = GENERATE(table<Values, int, Holds>({
        {{"30/04/2025", "01/05/2025"}, 10, Holds::dates},
        {{"30/04/2025", "01/05/2025", "02/05/2025", "03/05/2025", "tomorrow"}, 10, Holds::dates},
        {{"Y", "N"}, 10, Holds::yes_no},
        {{"a) Yes", "b) No", "N/A"}, 12, Holds::yes_no},
        {{"RC7", "RC8"}, 10, Holds::codes},
        {{"1", "2", "3"}, 12, Holds::codes},
        {{"Referral", "Visit"}, 2, Holds::codes},  // known words
        {{"1.5", "2.25", "3"}, 3, Holds::numbers},
        {{"S-001", "S-002", "S-003", "S-004"}, 4, Holds::ids},
        {{"she was in", "nobody home", "came late", "two sisters"}, 4, Holds::texts},
        {{"Ann", "Ben", "Cara", "Dan"}, 4, Holds::texts},
        {{"", "N/A", "-"}, 9, Holds::nothing},
    }));
    CAPTURE(values);
    CHECK(column(values, rows).holds == holds);
}

TEST_CASE("cells are counted: blank, filled, saying nothing, different") {
    const auto found = column({"S1", "S2", "", "n/a", "S1", "#REF!", " S3"});
    CHECK(found.blank == 1);
    CHECK(found.filled == 6);
    CHECK(found.values() == 5);
    CHECK(found.different == 4);
    CHECK(found.missing.size() == 1);
    CHECK(found.outer_spaces.count == 1);
    CHECK(found.outer_spaces.first_row == 8);
    CHECK(found.spreadsheet_errors.first_row == 7);
}

TEST_CASE("the header is found below a title, and its row is told") {
    const auto found = profile("Visits of June,,\n,,\nChild ID,Date,Seen\nC1,30/06/2025,Y\nC2,29/06/2025,N\n");
    CHECK(found.header_row == 3);
    CHECK_FALSE(found.header_is_first);
    REQUIRE(found.columns.size() == 3);
    CHECK(found.columns[1].name == "Date");
    CHECK(found.rows == 2);
}

TEST_CASE("without a header no column has a name: the first row is somebody's data") {
    const std::string csv =
        GENERATE(as<std::string>{}, "ZZCANARY,30/06/2025,Y\nC2,29/06/2025,N\n", "ZZCANARY,visit,Y\nC2,visit,N\n");
    const auto found = profile(csv);
    CHECK(found.header_row == 0);
    CHECK(found.rows == 2);
    for (const ColumnProfile& one : found.columns) CHECK(one.name.empty());
}

TEST_CASE("columns of one name, and of none, are told") {
    const auto found = profile("Child,Date,date ,\nC1,30/06/2025,29/06/2025,x\n");
    CHECK(found.doubts.same_names == std::vector<std::string>{"date"});
    CHECK(found.doubts.nameless_columns == 1);
}

TEST_CASE("rows that no table should have are counted, each with the first of them") {
    const auto found = profile("Child,Date\nC1,30/06/2025\n,\nC2\nChild,Date\nC3,29/06/2025\n");
    CHECK(found.rows == 5);
    CHECK(found.doubts.blank_rows.first_row == 3);
    CHECK(found.doubts.unreadable.first_row == 4);
    CHECK(found.doubts.header_again.first_row == 5);
}

TEST_CASE("codes get the meaning that fits most of the column, and come by how often they stand there") {
    const auto events = column({"Referral", "referal", "home visit", "Referral"}, 12);
    REQUIRE(events.codes.size() == 3);
    CHECK(events.codes[0].text == "Referral");
    CHECK(events.codes[0].seen.count == 6);
    REQUIRE(events.codes[0].meaning);
    CHECK(events.codes[0].meaning->name == "referral");
    CHECK(events.codes[0].meaning->exact);
    for (const CodedValue& code : events.codes) REQUIRE(code.meaning);
    CHECK(events.codes[1].meaning->exact == false);
    const auto risks = column({"Red", "AMBER"}, 6);
    REQUIRE(risks.codes.size() == 2);
    CHECK(risks.codes[0].meaning->fact == "risk");
    const auto agencies = column({"CSC", "Police"}, 6);
    CHECK(agencies.codes[0].meaning->name == "social-care");
}

TEST_CASE("only what can name nobody may be shown") {
    const auto harmless = [](const std::vector<std::string>& values, int rows) {
        std::string shown;
        for (const CodedValue& code : column(values, rows).codes)
            if (code.harmless) shown += code.text + ' ';
        return shown;
    };
    CHECK(harmless({"RC7", "N1"}, 10) == "N1 RC7 ");
    CHECK(harmless({"RC7", "N1"}, 8).empty());  // each only four times
    CHECK(harmless({"Amy", "AMY", "JS", "Jane Smith"}, 40).empty());
    CHECK(harmless({"C0001", "C0002"}, 40).empty());  // longer than a code
    CHECK(harmless({"17", "18"}, 40).empty());        // figures alone are an id as often as not
    CHECK(harmless({"Yes", "No"}, 4) == "No Yes ");
    CHECK(harmless({"Referral", "Visit", "Visit Jane"}, 9) == "Referral Visit ");
    CHECK(harmless({"Police Jane", "Police"}, 40) == "Police ");  // near to an agency is not enough
}
