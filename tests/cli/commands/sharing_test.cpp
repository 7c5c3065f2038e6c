// SPDX-License-Identifier: MIT
/// What leaves the program when it is told to keep names to itself, and what it does where it cannot write.
#include <sstream>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/small_run.hpp"

using Catch::Matchers::Contains;

namespace csapath {
namespace {

/// The small run with a key, and with texts that must not get out.
class SharedRun : public SmallRun {
public:
    SharedRun() {
        folder().write("events.csv",
                       "case,event,at,agency,case.team,case.date-of-birth,comment\n"
                       "ZZCANARY-1,referral,2026-03-02,,ZZCANARY team,2015-06-14,ZZCANARY said\n"
                       "ZZCANARY-1,screening,2026-03-05,,,,\n");
        folder().write("pathway.yaml", text_of(path() / "pathway.yaml") +
                                           "agencies: {police: {title: Police}}\nfacts: {comment: {type: text}}\n");
        REQUIRE(run("csapath keygen a.key").exit == 0);
    }
    Ran run(const std::string& line) const { return run_line(line, path()); }
};

constexpr const char* judged_so = " events.csv -p pathway.yaml --as-of 2026-03-31";

TEST_CASE("with pseudonyms no command lets an id or a free text out, and the case is still found by its id") {
    const SharedRun shared;
    const std::string with_key = std::string(judged_so) + " --pseudonymise a.key ";
    for (const std::string& line : std::vector<std::string>{
             "csapath check" + with_key + "--format json", "csapath check" + with_key + "--format text",
             "csapath check" + with_key + "--format markdown", "csapath check" + with_key + "--format csv",
             "csapath due" + with_key + "--parts team", "csapath explain ZZCANARY-1" + with_key,
             "csapath report" + with_key + "--case ZZCANARY-1 --output html:r.html && cat r.html",
             "csapath check" + with_key + "--case ZZCANARY-1 --write-baseline b.json && cat b.json",
             "csapath redact events.csv -p pathway.yaml --pseudonymise a.key -v"}) {
        CAPTURE(line);
        const Ran ran = shared.run(line);
        CHECK(ran.exit <= 1);
        CHECK_THAT(ran.out + ran.err, !Contains("ZZCANARY"));
    }
    const std::string explained = shared.run("csapath explain ZZCANARY-1" + with_key).out;
    const std::string pseudonym = explained.substr(5, 22);
    CHECK_THAT(pseudonym, Catch::Matchers::StartsWith("P-"));
    CHECK(shared.run("csapath explain " + pseudonym + with_key).out == explained);
    CHECK_THAT(shared.run("csapath check" + with_key + "--case " + pseudonym).out, Contains(pseudonym + ": 1 finding"));
}

TEST_CASE("a published report holds no case, no date of an event, and no small number but 0") {
    const SharedRun shared;
    const Ran ran =
        shared.run("csapath report" + std::string(judged_so) + " --audience published --output html:p.html");
    REQUIRE(ran.exit == 0);
    const std::string page = text_of(shared.path() / "p.html");
    CHECK_THAT(page, !Contains("ZZCANARY") && !Contains("2 Mar 2026") && !Contains("events.csv"));
    // One case, judged by one rule, which it broke: nothing but zeros can be shown.
    for (int small = 1; small <= 5; ++small) CHECK_THAT(page, !Contains("<td class=\"n\">" + std::to_string(small)));
    CHECK_THAT(page, Contains("<td class=\"n\">c</td>") && Contains("<td class=\"n\">0</td>"));
    CHECK(shared.run("csapath report" + std::string(judged_so) + " --audience published --case ZZCANARY-1").exit == 2);
    CHECK(shared.run("csapath report" + std::string(judged_so) + " --audience anybody").exit == 2);
}

TEST_CASE("a second published page, and one of a part, is warned of, since the difference of two can tell cases") {
    const SharedRun shared;
    const std::string line = "csapath report" + std::string(judged_so) + " --audience published --output html:p.html";
    CHECK_THAT(shared.run(line).err, !Contains("difference"));
    CHECK_THAT(shared.run(line).err, Contains("an older p.html is replaced") && Contains("their difference can tell"));
    const Ran part = shared.run("csapath report" + std::string(judged_so) +
                                " --audience published --from 2026-01-01 --area North --output html:part.html");
    CHECK_THAT(part.err, Contains("of a part of the cases") && !Contains("older"));
    CHECK_THAT(text_of(shared.path() / "part.html"), Contains("<dt>Only areas</dt><dd>North</dd>"));
    CHECK_THAT(text_of(shared.path() / "p.html"), Contains("Withheld: cases and their findings; figures of referrals"));
    // For those who may see cases both are quite usual.
    CHECK_THAT(shared.run("csapath report" + std::string(judged_so) + " --output html:p.html").err,
               !Contains("difference"));
}

TEST_CASE("redacted events keep lengths of time and days of the week, and are judged alike") {
    const SharedRun shared;
    const Ran ran =
        shared.run("csapath redact events.csv -p pathway.yaml --pseudonymise a.key --output csv:shared.csv");
    REQUIRE(ran.exit == 0);
    CHECK_THAT(ran.err, Contains("the column comment") && Contains("the column case.team"));
    std::istringstream lines(text_of(shared.path() / "shared.csv"));
    std::string head, first, second;
    std::getline(lines, head);
    std::getline(lines, first);
    std::getline(lines, second);
    CHECK(head == "case,event,at,agency,case.date-of-birth");
    const auto day_in = [](const std::string& row, std::size_t column) {
        std::istringstream cells(row);
        std::string cell;
        for (std::size_t i = 0; i <= column; ++i) std::getline(cells, cell, ',');
        return *rules::parse_date(cell);
    };
    const rules::Date referral = *rules::parse_date("2026-03-02");
    const std::int32_t back = referral - day_in(first, 2);
    CHECK(back % 7 == 0);
    CHECK(back >= 7);
    CHECK(back <= 52 * 7);
    CHECK(day_in(second, 2) - day_in(first, 2) == 3);
    CHECK(*rules::parse_date("2015-06-14") - day_in(first, 4) == back);
    CHECK_THAT(shared.run("csapath check shared.csv -p pathway.yaml --as-of 2026-03-31").out, Contains("days late"));
}

TEST_CASE("nothing is redacted without a key, and no key is taken that is none or is no secret") {
    const SharedRun shared;
    CHECK(shared.run("csapath redact events.csv -p pathway.yaml").exit == 2);
    CHECK(shared.run("csapath check" + std::string(judged_so) + " --pseudonymise none.key").exit == 4);
    CHECK(shared.run("csapath check" + std::string(judged_so) + " --pseudonymise events.csv").exit == 2);
    CHECK(shared.run("csapath check" + std::string(judged_so) + " --pseudonymise a.key --show-values").exit == 2);
    CHECK(shared.run("chmod 644 a.key; csapath check" + std::string(judged_so) + " --pseudonymise a.key").exit == 2);
}

TEST_CASE("a baseline can be carried on in one file, and finds its own findings again with the same key alone") {
    const SharedRun shared;
    const std::string check = "csapath check" + std::string(judged_so);
    REQUIRE(shared.run(check + " --write-baseline b.json").exit == 1);
    const std::string first = text_of(shared.path() / "b.json");
    CHECK_THAT(first, !Contains("ZZCANARY") && !Contains("2026-03-02"));
    CHECK(shared.run(check + " --baseline b.json --write-baseline b.json").exit == 0);
    CHECK(text_of(shared.path() / "b.json") == first);
    const Ran with_key = shared.run(check + " --baseline b.json --pseudonymise a.key");
    CHECK(with_key.exit == 1);
    CHECK_THAT(with_key.err, Contains("A011"));
    REQUIRE(shared.run(check + " --pseudonymise a.key --write-baseline c.json").exit == 1);
    CHECK(shared.run(check + " --pseudonymise a.key --baseline c.json").exit == 0);
}

TEST_CASE("where an output cannot be written, every command says so, ends with 5, and leaves what was there") {
    const SharedRun shared;
    REQUIRE(shared.run("csapath check" + std::string(judged_so) + " --output json:r.json").exit == 1);
    shared.folder().write("old", "as it was");
    const std::string judged = judged_so;
    const auto [command, output] = GENERATE(table<std::string, std::string>({
        {"csapath check JUDGED", "--output csv:"},
        {"csapath check JUDGED", "--output markdown:"},
        {"csapath check JUDGED", "--write-baseline "},
        {"csapath report JUDGED --output html:fine.html", "--write-baseline "},
        {"csapath report JUDGED --audience published", "--output html:"},
        {"csapath due JUDGED", "--output csv:"},
        {"csapath convert r.json", "--output text:"},
        {"csapath redact events.csv -p pathway.yaml --pseudonymise a.key", "--output csv:"},
    }));
    std::string line = command;
    if (const std::size_t at = line.find("JUDGED"); at != std::string::npos) line.replace(at, 6, judged);
    line += ' ' + output;
    CAPTURE(line);
    for (const char* place : {"no-folder/out", "/dev/full", ".", "events.csv/out", "/proc/out"}) {
        CAPTURE(place);
        const Ran ran = shared.run(line + place);
        CHECK(ran.exit == 5);
        CHECK_THAT(ran.err, Contains(place));
        CHECK_THAT(ran.err, !Contains("ZZCANARY"));
    }
    // No file may grow at all; what is said goes down a pipe.
    const Ran full = shared.run("(ulimit -f 0; " + line + "old; echo exit $?) 2>&1 | cat");
    CHECK_THAT(full.out, Contains("exit 5") && Contains("old"));
    CHECK(text_of(shared.path() / "old") == "as it was");
    CHECK_THAT(shared.run("ls -A").out, !Contains(".old."));
}

TEST_CASE("where standard output cannot be written, what only goes there ends with 5") {
    const SharedRun shared;
    REQUIRE(shared.run("csapath check" + std::string(judged_so) + " --output json:r.json").exit == 1);
    for (const char* command :
         {"csapath convert r.json --format markdown", "csapath convert r.json --format json",
          "csapath redact events.csv -p pathway.yaml --pseudonymise a.key", "csapath keygen b.key"}) {
        CAPTURE(command);
        CHECK(shared.run(std::string(command) + " >/dev/full").exit == 5);
    }
}

TEST_CASE("saved results are written again byte for byte, and by their own format as by the run") {
    const SharedRun shared;
    REQUIRE(shared.run("csapath check" + std::string(judged_so) + " --output json:r.json").exit == 1);
    CHECK(shared.run("csapath convert r.json --format json").out == text_of(shared.path() / "r.json"));
    for (const char* format : {"text", "table", "ndjson", "csv", "csv-excel", "markdown"}) {
        CAPTURE(format);
        CHECK(shared.run("csapath convert r.json --format " + std::string(format)).out ==
              shared.run("csapath check" + std::string(judged_so) + " --format " + format).out);
    }
    CHECK(shared.run("csapath convert").exit == 2);
    CHECK(shared.run("csapath convert r.json r.json").exit == 2);
    CHECK(shared.run("csapath convert none.json").exit == 4);
    CHECK(shared.run("csapath convert r.json --output json:r.json").exit == 5);
}

}  // namespace
}  // namespace csapath
