// SPDX-License-Identifier: MIT
/// Workbooks and CSV files that LibreOffice 7.4 wrote from one table of ours (readers/libreoffice/home-visits.csv):
/// what is found in them is the same to the last word, but for the name of the file and the row that a note in two
/// lines moves.
#include <regex>

#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"

namespace csapath {
namespace {

Ran checked(const std::string& file, const std::string& more = "") {
    return run_line("csapath check readers/libreoffice/" + file +
                        " -p readers/libreoffice/pathway.yaml --mapping readers/libreoffice/home-visits.yaml --as-of "
                        "2025-07-31 --fail-on none --format ndjson " +
                        more,
                    CSAPATH_ROOT "/tests/cases");
}

std::string without_sources(const std::string& text) {
    return std::regex_replace(text, std::regex("\"source\": ?\"[^\"]*\""), "\"source\"");
}

TEST_CASE("a table reads the same as CSV and as the workbooks and the CSV that LibreOffice makes of it") {
    const Ran csv = checked("home-visits.csv");
    REQUIRE(csv.exit == 0);
    // Due on Monday 9 June, visited a week later, and the child was not seen; due on Friday 20 June, visited on 1 July.
    REQUIRE(csv.out.find("2025-06-09") != std::string::npos);
    REQUIRE(csv.out.find("visit.seen") != std::string::npos);
    REQUIRE(csv.out.find("2025-06-20") != std::string::npos);
    const auto [file, more] = GENERATE(table<std::string, std::string>({
        {"home-visits.xlsx", ""},
        {"from-ods.xlsx", ""},
        {"home-visits.utf-8.csv", ""},
        {"home-visits.windows-1252.csv", "--encoding windows-1252"},
    }));
    CAPTURE(file);
    const Ran other = checked(file, more);
    INFO(other.err);
    CHECK(other.exit == 0);
    CHECK(without_sources(other.out) == without_sources(csv.out));
}

TEST_CASE("CSV that a spreadsheet writes as it shows cells, with years of two figures, is refused row by row") {
    const Ran ran = checked("as-shown.csv");
    CHECK(ran.exit == 4);
    CHECK(ran.err.find("not a date") != std::string::npos);
    const Ran looked = run_line("csapath map readers/libreoffice/as-shown.csv", CSAPATH_ROOT "/tests/cases");
    CHECK(looked.out.find("years of two figures") != std::string::npos);
}

}  // namespace
}  // namespace csapath
