// SPDX-License-Identifier: MIT
#include "engine/accepted/exceptions_file.hpp"

#include <string>

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

const std::vector<ReportedRule>& three_rules() {
    static const std::vector<ReportedRule> rules = [] {
        std::vector<ReportedRule> all(3);
        all[0].id = "screening.next.strategy-discussion";
        all[1].id = "visit.seen-alone";
        all[2].id = "conference-held.way";
        return all;
    }();
    return rules;
}

struct ReadExceptions {
    std::optional<Exceptions> exceptions;
    rules::Diagnostics diagnostics;

    explicit ReadExceptions(std::string_view text, const std::string& name = "accepted.csv") {
        test::TextBytes bytes(text);
        exceptions = exceptions_from_file(name, bytes, three_rules(), diagnostics);
    }
    /// "accepted.csv: row 3, column 'until': A004; …"
    std::string faults() const {
        std::string all;
        for (const rules::Diagnostic& fault : diagnostics.found())
            all += (all.empty() ? "" : "; ") + fault.address + ": " + std::string(rules::row(fault.code).id);
        return all;
    }
    std::string told() const {
        std::string all;
        for (const rules::Diagnostic& fault : diagnostics.found()) all += rules::rendered(fault);
        return all;
    }
};

constexpr std::string_view head_row = "case,rule,reason,by,until\n";

std::string with_head(std::string_view rows) {
    return std::string(head_row).append(rows);
}

TEST_CASE("an exception says whose, of what, why, by whom and until when") {
    const ReadExceptions read(with_head("W-1,visit.seen-alone,\"ill, in hospital\",A. Lead,2026-06-30\n"));
    REQUIRE(read.exceptions);
    CHECK(read.diagnostics.empty());
    const AgreedException* const one = read.exceptions->find("W-1", 1);
    REQUIRE(one != nullptr);
    CHECK(one->reason == "ill, in hospital");
    CHECK(one->by == "A. Lead");
    CHECK(one->until == *rules::parse_date("2026-06-30"));
    CHECK(one->row == 2);
}

TEST_CASE("what a spreadsheet does to such a list is understood") {
    // A byte order mark, semicolons, capitals, columns in another order, columns of their own, blank rows, day first.
    const ReadExceptions read(
        "\xEF\xBB\xBF"
        "Until;Case;Agreed at;By;Reason;Rule\r\n30/06/2026;W-1;panel;A. Lead;ill;visit.seen-alone\r\n;;;;;\r\n"
        "1/2/2027; W-2 ;;B. Head;abroad;conference-held.way\r\n");
    INFO(read.told());
    REQUIRE(read.exceptions);
    REQUIRE(read.exceptions->find("W-1", 1) != nullptr);
    CHECK(read.exceptions->find("W-1", 1)->until == *rules::parse_date("2026-06-30"));
    REQUIRE(read.exceptions->find("W-2", 2) != nullptr);
    CHECK(read.exceptions->find("W-2", 2)->until == *rules::parse_date("2027-02-01"));
}

TEST_CASE("the first sheet of a workbook is a list too, its dates as they are meant") {
    // 46203 days after 30 December 1899 is 30 June 2026.
    const WorkbookOf book{
        .sheets = {{"Agreed", row_of(1, {"case", "rule", "reason", "by", "until"}) +
                                  "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>W-1</t></is></c><c r=\"B2\" "
                                  "t=\"inlineStr\"><is><t>visit.seen-alone</t></is></c><c r=\"C2\" "
                                  "t=\"inlineStr\"><is><t>ill</t></is></c><c r=\"D2\" t=\"inlineStr\"><is><t>A. "
                                  "Lead</t></is></c><c r=\"E2\" s=\"1\"><v>46203</v></c></row>"}}};
    const std::string bytes = book.bytes();
    const ReadExceptions read(bytes, "accepted.xlsx");
    INFO(read.told());
    REQUIRE(read.exceptions);
    REQUIRE(read.exceptions->find("W-1", 1) != nullptr);
    CHECK(read.exceptions->find("W-1", 1)->until == *rules::parse_date("2026-06-30"));
}

TEST_CASE("everything that is wrong is told at once, each with its row") {
    auto [rows, expected] = GENERATE(table<std::string, std::string>({
        {"W-1,visit.seen-alone,,A,2026-06-30\n", "accepted.csv: row 2, column 'reason': A002"},
        {",visit.seen-alone,r,A,2026-06-30\n", "accepted.csv: row 2, column 'case': A002"},
        {"W-1,visit.seen-alone,r, ,2026-06-30\n", "accepted.csv: row 2, column 'by': A002"},
        {"W-1,visit.seen-alone,r,A,\n", "accepted.csv: row 2, column 'until': A002"},
        {"W-1,visit.seen-alon,r,A,2026-06-30\n", "accepted.csv: row 2, column 'rule': A003"},
        {"W-1,VISIT.SEEN-ALONE,r,A,2026-06-30\n", "accepted.csv: row 2, column 'rule': A003"},
        {"W-1,visit.seen-alone,r,A,2026-02-30\n", "accepted.csv: row 2, column 'until': A004"},
        {"W-1,visit.seen-alone,r,A,31/06/2026\n", "accepted.csv: row 2, column 'until': A004"},
        {"W-1,visit.seen-alone,r,A,06/2026\n", "accepted.csv: row 2, column 'until': A004"},
        {"W-1,visit.seen-alone,r,A,30/06/26\n", "accepted.csv: row 2, column 'until': A004"},
        {"W-1,visit.seen-alone,r,A,for ever\n", "accepted.csv: row 2, column 'until': A004"},
        {"W-1,visit.seen-alone,r,A,2026-06-30\nW-1,visit.seen-alone,s,B,30/06/2026\n", "accepted.csv: row 3: A005"},
        {"W-1,x,,A,soon\nW-2,visit.seen-alone,r,A,\n",
         "accepted.csv: row 2, column 'reason': A002; accepted.csv: row 2, column 'rule': A003; accepted.csv: row 2, "
         "column 'until': A004; accepted.csv: row 3, column 'until': A002"},
        {"W-1,visit.seen-alone,r,A\n", "accepted.csv: row 2: D004"},
    }));
    CAPTURE(rows);
    const ReadExceptions read(with_head(rows));
    CHECK_FALSE(read.exceptions);
    CHECK(read.faults() == expected);
}

TEST_CASE("a list without its columns, or without anything, is told as such") {
    auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", "accepted.csv: F004"},
        {"case,rule,reason,by\nW-1,visit.seen-alone,r,A\n", "accepted.csv: row 1: A001"},
        {"id,name\n1,2\n",
         "accepted.csv: row 1: A001; accepted.csv: row 1: A001; accepted.csv: row 1: A001; accepted.csv: row 1: A001; "
         "accepted.csv: row 1: A001"},
    }));
    CAPTURE(text);
    const ReadExceptions read(text);
    CHECK_FALSE(read.exceptions);
    CHECK(read.faults() == expected);
}

TEST_CASE("no message quotes what stands in a row, and a rule that is near is named") {
    const ReadExceptions read(with_head("ZZCANARY,visit.seen-alon,ZZCANARY,ZZCANARY,ZZCANARY\n"));
    CHECK(read.told().find("ZZCANARY") == std::string::npos);
    CHECK(read.told().find("did you mean 'visit.seen-alone'?") != std::string::npos);
}

TEST_CASE("an empty list with a head is a list") {
    const ReadExceptions read(head_row);
    REQUIRE(read.exceptions);
    CHECK(read.diagnostics.empty());
}

TEST_CASE("an exception that excused nothing is told by its row: it is about nothing, or has run out") {
    const ReadExceptions read(
        with_head("W-3,visit.seen-alone,r,A,2026-06-30\nW-1,visit.seen-alone,r,A,2026-03-30\n"
                  "W-2,visit.seen-alone,r,A,2026-06-30\n"));
    REQUIRE(read.exceptions);
    const rules::Date as_of = *rules::parse_date("2026-03-31");
    const std::set<const AgreedException*> met{read.exceptions->find("W-1", 1), read.exceptions->find("W-2", 1)};
    const auto told = [&](bool whole_run) {
        rules::Diagnostics idle;
        tell_idle_exceptions(*read.exceptions, met, as_of, whole_run, "accepted.csv", idle);
        std::string all;
        for (const auto& one : idle.found()) all += one.address + ' ' + std::string(rules::row(one.code).id) + '\n';
        return all;
    };
    CHECK(told(true) == "accepted.csv: row 2 A006\naccepted.csv: row 3 A007\n");
    CHECK(told(false) == "accepted.csv: row 3 A007\n");  // the rest was not looked at
}

}  // namespace
}  // namespace csapath
