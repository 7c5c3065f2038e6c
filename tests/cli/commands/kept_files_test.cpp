// SPDX-License-Identifier: MIT
/// What several sources, a map of ids, agreed exceptions, baselines and keys do together.
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/sheets.hpp"
#include "tests/support/small_run.hpp"

using Catch::Matchers::Contains;

namespace csapath {
namespace {

/// The screening of the small run, kept in a second system under an id of its own.
class TwoSources : public SmallRun {
public:
    TwoSources() {
        folder().write("care.csv", "case,event,at\nZZCANARY-1,referral,2026-03-02\nZZCANARY-2,referral,2026-03-33\n");
        folder().write("visits.csv",
                       "case,event,at,case.date-of-birth\n"
                       "ZZCANARY-V7,screening,2026-03-05,2015-06-14\n"
                       "ZZCANARY-V7,screening,2026-03-05,2015-06-15\n");
        folder().write("ids.csv",
                       "source,id,case\nvisits.csv,ZZCANARY-V7,ZZCANARY-1\nvisits.csv,ZZCANARY-V8,ZZCANARY-2\n");
        folder().write("agreed.csv",
                       "case,rule,reason,by,until\n"
                       "ZZCANARY-1,referral.next.screening,ZZCANARY ill,A. Lead,2026-06-30\n");
        REQUIRE(run("csapath keygen a.key").exit == 0);
    }
    Ran run(const std::string& line) const { return run_line(line, path()); }
};

constexpr const char* of_two = " care.csv visits.csv --identities ids.csv -p pathway.yaml --as-of 2026-03-31";
constexpr const char* of_one = " events.csv -p pathway.yaml --as-of 2026-03-31";

TEST_CASE("a child of two sources has one pseudonym, that of the case which the map of ids names") {
    const TwoSources shared;
    const std::string with_key = " --pseudonymise a.key";
    const std::string alone = shared.run("csapath explain ZZCANARY-1" + std::string(of_one) + with_key).out;
    const std::string joined = shared.run("csapath explain ZZCANARY-1" + std::string(of_two) + with_key).out;
    const std::string pseudonym = alone.substr(5, 22);
    CHECK_THAT(pseudonym, Catch::Matchers::StartsWith("P-"));
    CHECK(joined.substr(5, 22) == pseudonym);
    CHECK_THAT(joined, Contains("visits.csv"));
    const Ran checked = shared.run("csapath check" + std::string(of_two) + with_key);
    CHECK_THAT(checked.out, Contains(pseudonym + ": 1 finding") && Contains("S005") && Contains("1 case, 1 episode"));
}

TEST_CASE("with pseudonyms no id of any source, and none of the map, is let out") {
    const TwoSources shared;
    const std::string judged = std::string(of_two) + " --pseudonymise a.key --accepted agreed.csv ";
    for (const std::string& line : std::vector<std::string>{
             "csapath check" + judged + "--format json", "csapath check" + judged + "--format text",
             "csapath check" + judged + "--format markdown", "csapath due" + judged,
             "csapath report" + judged +
                 "--figures f; was=$?; cat report.html f/*; csapath map report.xlsx --show-values; exit $was",
             "csapath redact care.csv visits.csv --identities ids.csv -p pathway.yaml --pseudonymise a.key -v"}) {
        CAPTURE(line);
        const Ran ran = shared.run(line);
        CHECK(ran.exit == 4);  // a row of care.csv has no date
        CHECK_THAT(ran.out + ran.err, !Contains("ZZCANARY"));
    }
}

TEST_CASE("results of several sources are converted byte for byte, with what is doubtful in the data") {
    const TwoSources shared;
    const std::string check = "csapath check" + std::string(of_two);
    REQUIRE(shared.run(check + " --output json:r.json").exit == 4);
    const std::string saved = text_of(shared.path() / "r.json");
    CHECK_THAT(saved, Contains("\"identities\": {\"path\": \"ids.csv\"") && Contains("S009"));
    CHECK(shared.run("csapath convert r.json --format json").out == saved);
    for (const char* format : {"text", "table", "ndjson", "csv", "csv-excel", "markdown"}) {
        CAPTURE(format);
        CHECK(shared.run("csapath convert r.json --format " + std::string(format)).out ==
              shared.run(check + " --format " + format).out);
    }
}

TEST_CASE("a report names the map of ids that its sources were joined by, as it names them") {
    const TwoSources shared;
    REQUIRE(shared.run("csapath report" + std::string(of_two) + " --output html:r.html --output xlsx:r.xlsx").exit ==
            4);
    const std::string digest = "0874f46c60fa3593b3a1f2d807f76ca5cfddfaaeabdde721789ba9beba4c2c9b";  // by sha256sum
    CHECK_THAT(text_of(shared.path() / "r.html"),
               Contains("ids joined by ids.csv</th><td><code>" + digest) &&
                   Contains("Ids were joined by ids.csv: 2 rows, of which not needed: 1."));
    CHECK(row_beginning(rows_of_sheet(text_of(shared.path() / "r.xlsx"), "How it was made"), {"Ids joined by"}) ==
          SheetRow{"Ids joined by", "ids.csv", digest});
}

TEST_CASE("what is published is a page alone: a workbook and figures would name cases") {
    const SmallRun small;
    const std::string report = "csapath report" + std::string(of_one) + " --audience published";
    const Ran refused_workbook = run_line(report + " --output html:p.html --output xlsx:p.xlsx", small.path());
    CHECK(refused_workbook.exit == 2);
    CHECK_THAT(refused_workbook.err, Contains("--audience published") && Contains("xlsx"));
    const Ran refused_figures = run_line(report + " --figures f", small.path());
    CHECK(refused_figures.exit == 2);
    CHECK_THAT(refused_figures.err, Contains("--audience published") && Contains("--figures"));
    CHECK(run_line("csapath report" + std::string(of_one) + " --figures -", small.path()).exit == 2);
    CHECK(small.listing() == "events.csv pathway.yaml ");
    CHECK(run_line(report, small.path()).exit == 0);
    CHECK(small.listing() == "events.csv pathway.yaml report.html ");
}

TEST_CASE("neither a map of ids, nor agreed exceptions, nor a key is written over, and a baseline by itself alone") {
    const TwoSources shared;
    REQUIRE(shared.run("csapath check" + std::string(of_two) + " --write-baseline b.json").exit == 4);
    const std::string judged = std::string(of_two) + " --accepted agreed.csv --pseudonymise a.key ";
    const std::string held = judged + "--baseline b.json ";
    for (const std::string file : {"ids.csv", "agreed.csv", "a.key", "b.json"}) {
        const std::string before = text_of(shared.path() / file);
        std::vector<std::string> lines{"csapath check" + held + "--output csv:" + file,
                                       "csapath report" + held + "--output html:" + file,
                                       "csapath report" + held + "--output html:p.html --output xlsx:" + file};
        if (file != "b.json") {
            lines.push_back("csapath due" + judged + "--output csv:" + file);
            lines.push_back("csapath check" + held + "--write-baseline " + file);
        }
        for (const std::string& line : lines) {
            CAPTURE(line);
            const Ran ran = shared.run(line);
            CHECK(ran.exit == 5);
            CHECK_THAT(ran.err, Contains(file + " is one of the inputs"));
            CHECK(text_of(shared.path() / file) == before);
        }
    }
    CHECK(shared.run("csapath check" + held + "--write-baseline b.json").exit == 4);
}

TEST_CASE("no two outputs of a run become one file, however their paths are spelled") {
    const SmallRun small;
    const std::string before = small.listing();
    for (const char* const line :
         {"csapath check$ --output json:a --output csv:a", "csapath check$ --output json:./a --output csv:a",
          "csapath check$ --output json:a --write-baseline ../$HERE/a",
          "csapath due$ --output csv:a --output icalendar:./a", "csapath report$ --output html:a --output xlsx:./a",
          "csapath report$ --output html:a --write-baseline ./a"}) {
        std::string written = line;
        written.replace(written.find('$'), 1, of_one);
        const Ran ran = run_line("HERE=$(basename \"$PWD\"); " + written, small.path());
        CAPTURE(written);
        CHECK(ran.exit == 2);
        CHECK_THAT(ran.err, Contains("two outputs are to be written to "));
        CHECK(small.listing() == before);
    }
    std::string many = "csapath check" + std::string(of_one) + " --write-baseline b.json";
    for (int file = 0; file < 32; ++file) many += " --output csv:f" + std::to_string(file);
    const Ran ran = run_line(many, small.path());
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.err, Contains("at most 32 outputs in one run"));
    CHECK(small.listing() == before);
}

TEST_CASE("a workbook holds all findings, whatever a baseline knows of them") {
    const SmallRun small;
    REQUIRE(small.check("--write-baseline b.json").exit == 1);
    const std::string report = "csapath report" + std::string(of_one);
    REQUIRE(run_line(report + " --output xlsx:all.xlsx", small.path()).exit == 0);
    REQUIRE(run_line(report + " --baseline b.json --output xlsx:held.xlsx", small.path()).exit == 0);
    const std::string all = text_of(small.path() / "all.xlsx"), held = text_of(small.path() / "held.xlsx");
    CHECK(rows_of_sheet(all, "Findings").size() > 1);
    CHECK(rows_of_sheet(all, "Findings") == rows_of_sheet(held, "Findings"));
    // Nothing is new: the heading alone.
    CHECK(rows_of_sheet(held, "New since the baseline").size() == 1);
}

}  // namespace
}  // namespace csapath
