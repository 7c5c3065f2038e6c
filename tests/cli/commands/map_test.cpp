// SPDX-License-Identifier: MIT
/// What `csapath map` begins, a person finishes, and `csapath check` runs; by the program itself.
#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath {
namespace {

/// Takes away the # before a line of a mapping, and what stands behind it; it must be there once.
std::string answered(std::string text, const std::string& proposal, const std::string& answer) {
    const std::string line = "# " + proposal;
    const std::size_t at = text.find(line);
    INFO(text);
    INFO(line);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(line, at + 1) == std::string::npos);
    const std::size_t end = text.find('\n', at);
    return text.replace(at, end - at, answer);
}

const std::string long_table =
    "Visits of the spring,,,,\n"
    "Child ID,What,Date,Worker,child seen\n"
    "C-001,Referral,28/04/2025,ZZCANARY Jane,Y\n"
    "C-001 ,Went there,30/04/2025 00:00,ZZCANARY Jane,N\n"
    "C-002,referral,02/05/2025,ZZCANARY Tom,Y\n"
    "C-002,Went there,02/05/2025,ZZCANARY Tom,N/A\n";

TEST_CASE("a mapping of a row for each event is begun by map, finished by hand, and then reads every row") {
    const TemporaryFolder folder;
    folder.write("visits.csv", long_table);
    const Ran begun = run_line("csapath map visits.csv --show-values --output visits.yaml", folder.path());
    CHECK(begun.exit == 0);
    std::string text = text_of(folder.path() / "visits.yaml");
    CHECK(text.find("header-row: 2\n") != std::string::npos);
    CHECK(text.find("case: \"Child ID\"\n") != std::string::npos);
    CHECK(text.find("Worker") != std::string::npos);
    CHECK(text.find("ZZCANARY") == std::string::npos);  // nothing is read from that column
    text = answered(text, "missing: [\"N/A\"]", "missing: [\"N/A\"]");
    text = answered(text, "trim: true", "trim: true");
    text = answered(text, "midnight: no-time", "midnight: no-time");
    text = answered(text, "EVENT: [\"Went there\"]", "visit: [\"Went there\"]");
    folder.write("visits.yaml", text);
    const Ran ran =
        run_line("csapath check visits.csv --mapping visits.yaml --as-of 2025-06-30 --fail-on none", folder.path());
    INFO(text << ran.out << ran.err);
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("4 rows read, 4 used, 0 filtered, 0 refused") != std::string::npos);
    CHECK(ran.out.find("2 cases, 2 episodes, 4 events") != std::string::npos);
}

TEST_CASE("a mapping of a row for each child is begun by map, and does not load before its question is answered") {
    const TemporaryFolder folder;
    folder.write("children.csv", "Child ID,Date of referral,First visit\n17,30/04/2025,22/05/2025\n18,13/05/2025,\n");
    CHECK(run_line("csapath map children.csv --output children.yaml", folder.path()).exit == 0);
    const std::string check = "csapath check children.csv --mapping children.yaml --as-of 2025-06-30 --fail-on none";
    const Ran too_early = run_line(check, folder.path());
    CHECK(too_early.exit == 3);
    CHECK(too_early.out.empty());
    std::string text = text_of(folder.path() / "children.yaml");
    text = answered(text, "referral: \"Date of referral\"", "referral: \"Date of referral\"");
    text = answered(text, "EVENT: \"First visit\"", "visit: \"First visit\"");
    folder.write("children.yaml", text);
    const Ran ran = run_line(check, folder.path());
    INFO(text << ran.out << ran.err);
    CHECK(ran.out.find("3 rows read, 3 used, 0 filtered, 0 refused") != std::string::npos);
}

TEST_CASE("an order of day and month that no row decides is left to the person, with what each answer would mean") {
    const TemporaryFolder folder;
    folder.write("log.csv", "case,event,at\nC1,referral,03/04/2025\nC1,visit,05/04/2025\n");
    CHECK(run_line("csapath map log.csv --output log.yaml", folder.path()).exit == 0);
    std::string text = text_of(folder.path() / "log.yaml");
    CHECK(text.find("\ndates:") == std::string::npos);
    CHECK(text.find("\n    at:") == std::string::npos);
    const std::string check =
        "csapath check log.csv --mapping log.yaml --as-of 2025-06-30 --fail-on none --format json";
    CHECK(run_line(check, folder.path()).exit == 3);
    auto [pattern, day] =
        GENERATE(table<std::string, std::string>({{"dd/mm/yyyy", "2025-04-03"}, {"mm/dd/yyyy", "2025-03-04"}}));
    folder.write("log.yaml", answered(text, "at: \"at\"", "at: {column: \"at\", dates: " + pattern + "}"));
    const Ran ran = run_line(check, folder.path());
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("\"at\": \"" + day + "\"") != std::string::npos);
}

TEST_CASE("several tables make one mapping, in which each is known by columns of its own") {
    const TemporaryFolder folder;
    folder.write("a.csv", "Child ID,referral\n17,2025-04-30\n18,2025-05-02\n");
    folder.write("b.csv", "Child ID,visit\n17,2025-05-01\n18,2025-05-06\n");
    CHECK(run_line("csapath map a.csv b.csv --output both.yaml", folder.path()).exit == 0);
    const Ran ran =
        run_line("csapath check a.csv b.csv --mapping both.yaml --as-of 2025-06-30 --fail-on none", folder.path());
    INFO(text_of(folder.path() / "both.yaml") << ran.out << ran.err);
    CHECK(ran.out.find("2 cases, 2 episodes, 4 events") != std::string::npos);
}

TEST_CASE("what people's data say is shown by nobody who was not asked to") {
    const TemporaryFolder folder;
    folder.write("visits.csv", long_table);
    const std::string form = GENERATE(as<std::string>{}, "text", "json");
    const Ran silent = run_line("csapath map visits.csv --output v.yaml -v --format " + form, folder.path());
    CHECK(silent.exit == 0);
    for (const std::string& text : {silent.out, silent.err, text_of(folder.path() / "v.yaml")}) {
        CHECK(text.find("ZZCANARY") == std::string::npos);
        CHECK(text.find("Went there") == std::string::npos);
        CHECK(text.find("C-00") == std::string::npos);
    }
    CHECK(run_line("csapath map visits.csv --show-values", folder.path()).out.find("Went there") != std::string::npos);
}

TEST_CASE("packed, through a pipe, in another encoding, with another delimiter: the same table") {
    const TemporaryFolder folder;
    folder.write("t.csv", "Child ID|Zoë’s date\nC-1|30/04/2025\nC-2|1/5/2025\n");
    run_line("iconv -f utf-8 -t cp1252 t.csv > w.csv; iconv -f utf-8 -t utf-16 t.csv > u.csv; gzip -k t.csv",
             folder.path());
    const auto [command, exit] = GENERATE(table<std::string, int>({
        {"csapath map t.csv --delimiter '|'", 0},
        {"csapath map t.csv.gz --delimiter '|'", 0},
        {"cat t.csv | csapath map - --delimiter '|'", 0},
        {"csapath map w.csv --delimiter '|' --encoding windows-1252", 0},
        {"csapath map u.csv --delimiter '|' --encoding utf-16", 0},
        {"csapath map w.csv --delimiter '|'", 4},
    }));
    const Ran ran = run_line(command, folder.path());
    CAPTURE(command, ran.out, ran.err);
    CHECK(ran.exit == exit);
    CHECK((ran.out.find("d/m/yyyy: 2 rows; m/d/yyyy is ruled out by row 2") != std::string::npos) == (exit == 0));
    CHECK((ran.out.find("Zoë’s date") != std::string::npos) == (exit == 0));
    if (exit != 0) CHECK(ran.err.find("--encoding windows-1252") != std::string::npos);
}

TEST_CASE("a mapping is not written over an input, nor where there is no folder") {
    const TemporaryFolder folder;
    folder.write("log.csv", "case,event,at\nC1,referral,2025-04-30\n");
    CHECK(run_line("csapath map log.csv --output log.csv", folder.path()).exit == 5);
    CHECK(run_line("csapath map log.csv --output nowhere/log.yaml", folder.path()).exit == 5);
    CHECK(text_of(folder.path() / "log.csv").starts_with("case,event,at"));
}

}  // namespace
}  // namespace csapath
