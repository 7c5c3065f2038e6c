// SPDX-License-Identifier: MIT
#include "engine/reporters/csv.hpp"

#include "tests/support/approved.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::tests;
using Row = std::vector<std::string>;

namespace {
/// RFC 4180 and nothing more: quotes, doubled quotes, LF or CR LF.
std::vector<Row> read_csv(const std::string& text) {
    std::vector<Row> rows;
    Row row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (quoted) {
            if (letter != '"') {
                cell += letter;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else {
                quoted = false;
            }
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == ',' || letter == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (letter == '\n') rows.push_back(std::exchange(row, {}));
        } else if (letter != '\r') {
            cell += letter;
        }
    }
    REQUIRE_FALSE(quoted);
    REQUIRE(cell.empty());
    return rows;
}

const Row header = {"id",
                    "case",
                    "episode",
                    "rule",
                    "step",
                    "kind",
                    "verdict",
                    "severity",
                    "basis",
                    "version",
                    "activated_event",
                    "activated_at",
                    "activated_source",
                    "activated_row",
                    "due",
                    "fulfilled_event",
                    "fulfilled_at",
                    "fulfilled_source",
                    "fulfilled_row",
                    "late_by",
                    "late_unit",
                    "agencies",
                    "also",
                    "times",
                    "message"};

constexpr std::size_t case_column = 1, agencies_column = 21, also_column = 22;
}  // namespace

TEST_CASE("the findings as CSV are as approved") {
    check_approved("reporters/sample.csv", reported("csv", sample_results()));
    check_approved("reporters/sample-excel.csv", reported("csv-excel", sample_results()));
}

TEST_CASE("CSV read back has a row a finding, and each cell holds what was found") {
    const SampleResults sample = sample_results();
    const std::vector<Row> rows = read_csv(reported("csv", sample));

    REQUIRE(rows.size() == 1 + 8);
    CHECK(rows[0] == header);
    std::size_t number = 1;
    for (const Finding& finding : sample.findings) {
        if (!is_finding(finding.verdict)) continue;
        REQUIRE(rows[number].size() == header.size());
        CHECK(rows[number][case_column] == finding.case_id);
        CHECK(rows[number].back() == finding.message);
        ++number;
    }
    CHECK(rows[4] == Row{"f-00000000000000000013",
                         "W-0143",
                         "1",
                         "screening.next.strategy-discussion",
                         "strategy-discussion",
                         "delay",
                         "late",
                         "medium",
                         "practice",
                         "2026.1",
                         "screening",
                         "2025-04-30T15:20",
                         "cases.csv",
                         "12",
                         "2025-05-06",
                         "strategy-discussion",
                         "2025-05-08",
                         "cases.csv",
                         "15",
                         "2",
                         "working days",
                         "",
                         "",
                         "1",
                         sample.findings[3].message});
}

TEST_CASE("lists in a CSV cell are separated by semicolons, and what there is not is an empty cell") {
    const std::vector<Row> rows = read_csv(reported("csv", sample_results()));

    CHECK(rows[5][agencies_column] == "police;health");
    CHECK(rows[5][14].empty());  // due
    CHECK(rows[5][15].empty());  // fulfilled_event
    CHECK(rows[5][18].empty());  // fulfilled_row
    CHECK(rows[5][19].empty());  // late_by
    CHECK(rows[6][also_column] == "screening.way;therapy.offered");
    CHECK(rows[6][23] == "3");  // times
}

TEST_CASE("CSV for spreadsheets has a byte order mark, CR LF, and no cell that begins a formula") {
    const std::string text = reported("csv-excel", sample_results());
    REQUIRE(text.substr(0, 3) == "\xEF\xBB\xBF");
    CHECK(text.substr(text.size() - 2) == "\r\n");

    const std::vector<Row> rows = read_csv(text.substr(3));
    REQUIRE(rows.size() == 1 + 8);
    CHECK(rows[0] == header);
    CHECK(rows[1][case_column] == "''=1+1");
    CHECK(rows[2][case_column] == "'=HYPERLINK(\"http://x\",\"y\")");
    CHECK(rows[2].back().substr(0, 2) == "'@");
    for (const Row& row : rows) {
        for (const std::string& cell : row) {
            CAPTURE(cell);
            CHECK((cell.empty() || std::string("=+-@\t\r").find(cell.front()) == std::string::npos));
        }
    }
}

TEST_CASE("a run that found nothing has the header row alone") {
    SampleResults sample = sample_results();
    sample.findings.clear();

    CHECK(read_csv(reported("csv", sample)) == std::vector<Row>{header});
}
