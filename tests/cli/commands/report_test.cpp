// SPDX-License-Identifier: MIT
/// What becomes of the file that csapath report writes, by the program itself.
#include <filesystem>

#include "tests/support/catch.hpp"
#include "tests/support/small_run.hpp"

namespace csapath {
namespace {

namespace fs = std::filesystem;

Ran report(const SmallRun& small, const std::string& more = "", const std::string& before = "") {
    return run_line(before + "csapath report events.csv -p pathway.yaml --as-of 2026-03-31 " + more, small.path());
}

TEST_CASE("a report is for its owner alone, and leaves nothing else behind") {
    const SmallRun small;
    const Ran ran = report(small, "", "umask 0; ");
    CHECK(ran.exit == 0);
    CHECK(fs::status(small.path() / "report.html").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::status(small.path() / "report.xlsx").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(small.listing() == "events.csv pathway.yaml report.html report.xlsx ");
    CHECK(text_of(small.path() / "report.html").find("ZZCANARY-1") != std::string::npos);
    CHECK(ran.out.find("ZZCANARY") == std::string::npos);
    CHECK(ran.err.empty());
}

TEST_CASE("where a report does not fit on the disk the old one stays, and the run says so") {
    const SmallRun small;
    small.folder().write("report.html", "old");
    // No file may grow beyond a block; a report has more than one.
    const Ran ran = report(small, "", "ulimit -f 1; ");
    CHECK(ran.exit == 5);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("report.html") != std::string::npos);
    CHECK(text_of(small.path() / "report.html") == "old");
    CHECK(small.listing() == "events.csv pathway.yaml report.html ");
}

TEST_CASE("where a workbook does not fit on the disk the old one stays, and the run says so") {
    const SmallRun small;
    small.folder().write("report.xlsx", "old");
    const Ran ran = report(small, "--output xlsx:report.xlsx", "ulimit -f 1; ");
    CHECK(ran.exit == 5);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("workbook could not be written whole") != std::string::npos);
    CHECK(text_of(small.path() / "report.xlsx") == "old");
    CHECK(small.listing() == "events.csv pathway.yaml report.xlsx ");
}

TEST_CASE("only what is asked for is written, each once") {
    const SmallRun small;
    CHECK(report(small, "--output xlsx:tables.xlsx").exit == 0);
    CHECK(small.listing() == "events.csv pathway.yaml tables.xlsx ");
    CHECK(text_of(small.path() / "tables.xlsx").starts_with("PK"));
    for (const char* refused : {"--output pdf:report.pdf", "--output xlsx:", "--output xlsx:-",
                                "--output html:a.html --output html:b.html", "--output html:a --output xlsx:a"}) {
        CAPTURE(refused);
        CHECK(report(small, refused).exit == 2);
    }
    CHECK(small.listing() == "events.csv pathway.yaml tables.xlsx ");
}

TEST_CASE("a report is not written through a link, nor over a folder, and nothing is judged before that is known") {
    const SmallRun small;
    small.folder().write("elsewhere.html", "old");
    fs::create_symlink("elsewhere.html", small.path() / "report.html");
    fs::create_directory(small.path() / "folder.html");
    const Ran linked = report(small);
    CHECK(linked.exit == 5);
    CHECK(linked.out.empty());
    CHECK(text_of(small.path() / "elsewhere.html") == "old");
    CHECK(report(small, "--output html:folder.html").exit == 5);
}

TEST_CASE("the same inputs give the same report, wherever and with however many judges it is made") {
    const SmallRun small;
    CHECK(report(small, "--output html:one.html").exit == 0);
    CHECK(report(small, "--jobs 4 --output html:two.html", "TZ=Asia/Tokyo LC_ALL=C.UTF-8 ").exit == 0);
    CHECK(text_of(small.path() / "one.html") == text_of(small.path() / "two.html"));
    CHECK(report(small, "--output xlsx:one.xlsx").exit == 0);
    CHECK(report(small, "--jobs 4 --output xlsx:two.xlsx", "TMPDIR=/nowhere TZ=Asia/Tokyo LC_ALL=C.UTF-8 ").exit == 0);
    CHECK(text_of(small.path() / "one.xlsx") == text_of(small.path() / "two.xlsx"));
}

TEST_CASE("a report holds neither the time nor the place of its making") {
    const SmallRun small;
    CHECK(report(small).exit == 0);
    const std::string page = text_of(small.path() / "report.html");
    CHECK(page.find(small.path().string()) == std::string::npos);
    CHECK(page.find("pathway.yaml") != std::string::npos);
}

TEST_CASE("figures are for their owner alone, each a file, and a list says what they are") {
    const SmallRun small;
    const Ran ran = report(small, "--figures here", "umask 0; ");
    CHECK(ran.exit == 0);
    CHECK(fs::status(small.path() / "here").permissions() == fs::perms::owner_all);
    const fs::path referrals = small.path() / "here" / "referrals-by-area.csv";
    CHECK(fs::status(referrals).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    // There is no strategy discussion in this definition, so nobody can tell whether one followed.
    CHECK(text_of(referrals) ==
          "\xEF\xBB\xBF"
          "area,followed,not_recorded,cannot_tell,referrals,followed_share,share_of_all\r\n"
          "Not recorded,0,0,1,1,,100.0\r\n"
          "All,0,0,1,1,,100.0\r\n");
    CHECK(text_of(small.path() / "here" / "figures.csv").find("\nreferrals-by-area.csv,") != std::string::npos);
    CHECK(std::distance(fs::directory_iterator(small.path() / "here"), {}) == 7);
}

TEST_CASE("figures go beside what a folder holds already, and over their older selves") {
    const SmallRun small;
    fs::create_directory(small.path() / "here");
    small.folder().write("here/mine.txt", "mine");
    small.folder().write("here/areas.csv", "old");
    CHECK(report(small, "--figures here").exit == 0);
    CHECK(text_of(small.path() / "here" / "mine.txt") == "mine");
    CHECK(text_of(small.path() / "here" / "areas.csv") != "old");
}

TEST_CASE("a run that fails leaves no folder behind that it made for figures") {
    const SmallRun small;
    const Ran ran = report(small, "--figures here", "ulimit -f 1; ");  // the report does not fit
    CHECK(ran.exit == 5);
    CHECK(small.listing() == "events.csv pathway.yaml ");
}

}  // namespace
}  // namespace csapath
