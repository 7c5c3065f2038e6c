// SPDX-License-Identifier: MIT
/// Tables that are not in the plain form, from the command line to the result: which mapping reads which of them, and
/// what several of them show together.
#include "tests/cli/world_of_tests.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/packed.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/workbook.hpp"

namespace csapath::cli {
namespace {

const std::string pathway =
    "language: 1\npathway: small\ntitle: Small\nversion: \"1\"\ntime-zone: Europe/London\ncalendar: england-and-wales\n"
    "steps:\n"
    "  referral: {title: Referral, starts: true, next: {visit: must within 5 working days}}\n"
    "  visit: {title: Visit}\n";
const std::string mapping =
    "mapping: own\ntitle: Our tables\ndates: dd/mm/yyyy\n"
    "tables:\n"
    "  referrals: {found-by: {columns: [Referred]}, case: Child, events: {referral: Referred}}\n"
    "  visits: {found-by: {columns: [Visited]}, case: Child, events: {visit: Visited}}\n";

class Tables {
public:
    Tables() { folder_.write("pathway.yaml", pathway); }
    std::string write(const std::string& name, const std::string& text) const {
        return folder_.write(name, text).string();
    }
    std::string path() const { return folder_.path().string(); }

    Said check(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "check");
        for (const char* more : {"-p", "", "--as-of", "2025-06-30", "--format", "text"}) arguments.emplace_back(more);
        arguments[arguments.size() - 5] = (folder_.path() / "pathway.yaml").string();
        return say(arguments);
    }

private:
    TemporaryFolder folder_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("what tables of one mapping can show, they show together") {
    const Tables tables;
    const std::string own = tables.write("own.yaml", mapping);
    const std::string referrals = tables.write("a.csv", "Child,Referred\nC1,28/04/2025\nC2,28/04/2025\n");
    const std::string visits = tables.write("b.csv", "Child,Visited\nC1,29/04/2025\n");
    const Said alone = tables.check({referrals, "--mapping", own});
    CAPTURE(alone.out, alone.err);
    CHECK(alone.exit == ExitCode::done);
    CHECK(holds(alone.out, "2 not visible"));

    const Said together = tables.check({referrals, visits, "--mapping", own});
    CAPTURE(together.out, together.err);
    CHECK(together.exit == ExitCode::findings);  // of C2, who has no row among the visits
    CHECK(holds(together.out, "1 met, 1 overdue"));
}

TEST_CASE("a mapping beside the definition is chosen by the table itself, and the run says so") {
    const Tables tables;
    tables.write("mappings/own.yaml", mapping);
    const Said found = tables.check({tables.write("a.csv", "Child,Referred\nC1,28/04/2025\n")});
    CAPTURE(found.out, found.err);
    CHECK(holds(found.out, "M008: read as 'referrals', by the mapping 'own'"));
    CHECK(holds(found.out, "1 row read, 1 used"));

    tables.write("mappings/other.yaml",
                 "mapping: other\ntitle: T\ntables: {t: {case: Child, events: {visit: Referred}}}\n");
    const Said doubtful = tables.check({tables.write("a.csv", "Child,Referred\nC1,28/04/2025\n")});
    CHECK(doubtful.exit == ExitCode::incomplete);
    CHECK(holds(doubtful.err, "M007"));
    CHECK(holds(doubtful.err, "say which with --mapping"));
}

TEST_CASE("a table that nobody describes is told, and a plain file needs nobody") {
    const Tables tables;
    const Said unknown = tables.check({tables.write("a.csv", "Kind,Day\nC1,28/04/2025\n")});
    CHECK(unknown.exit == ExitCode::incomplete);
    CHECK(holds(unknown.out, "M009: no mapping describes a table with these columns"));
    CHECK(holds(unknown.err, "column 'case' is missing"));
    const Said plain = tables.check({tables.write("b.csv", "case,event,at\nC1,referral,2025-04-28\n")});
    CHECK_FALSE(holds(plain.out, "M00"));
}

TEST_CASE("a mapping that is not there, or is wrong, ends the run before anything is read") {
    const Tables tables;
    const std::string file = tables.write("a.csv", "Child,Referred\nC1,28/04/2025\n");
    const Said absent = tables.check({file, "--mapping", "annex-b"});
    CHECK(absent.exit == ExitCode::definition);
    CHECK(absent.out.empty());
    CHECK(holds(absent.err, "did you mean 'annex-a'?"));
    const Said wrong = tables.check({file, "--mapping", tables.write("m.yaml", "mapping: m\ntitle: M\ntabels: {}\n")});
    CHECK(wrong.exit == ExitCode::definition);
    CHECK(holds(wrong.err, "m.yaml:3:1: error[Y020]"));
    CHECK(holds(wrong.err, "needs the key 'tables'"));
    CHECK(tables.check({file, "--mapping", "cin-census", "--input-format", "csv"}).exit == ExitCode::usage);
}

TEST_CASE("each sheet of a workbook is an input, read by whatever describes it") {
    const Tables tables;
    tables.write("mappings/own.yaml", mapping);
    const WorkbookOf workbook{.sheets = {{"Read me", row_of(1, {"Guidance"})},
                                         {"In", row_of(1, {"Child", "Referred"}) + row_of(2, {"C1", "28/04/2025"}) +
                                                    row_of(3, {"C2", "28/04/2025"})},
                                         {"Out", row_of(1, {"Child", "Visited"}) + row_of(2, {"C1", "29/04/2025"})}}};
    const std::string book = tables.write("book.xlsx", workbook.bytes());
    const Said found = tables.check({book});
    CAPTURE(found.out, found.err);
    CHECK(found.exit == ExitCode::findings);
    CHECK(holds(found.out, "1 met, 1 overdue"));
    CHECK(holds(found.out, "sheet In"));
    CHECK(holds(found.out, "the sheet 'Read me' is no table"));
    CHECK(holds(found.out, "row 3"));

    const Said folder = tables.check({tables.path()});
    CHECK(folder.exit == ExitCode::findings);

    const WorkbookOf none{.sheets = {{"Read me", row_of(1, {"Guidance"})}}};
    const Said unread = tables.check({tables.write("none.xlsx", none.bytes())});
    CHECK(unread.exit == ExitCode::incomplete);
    CHECK(holds(unread.err, "no sheet of the workbook is a table that can be read"));
    const Said broken = tables.check({tables.write("broken.xlsx", workbook.bytes().substr(0, 300))});
    CHECK(broken.exit == ExitCode::incomplete);
    CHECK(holds(broken.err, "W001"));
}

TEST_CASE("a workbook is read the same as the CSV of its sheet") {
    const Tables tables;
    const std::string rows = "case,event,at\nC1,referral,2025-04-28\nC2,referral,2025-05-01\nC2,visit,2025-05-20\n";
    const WorkbookOf workbook{
        .sheets = {{"Sheet1", row_of(1, {"case", "event", "at"}) + row_of(2, {"C1", "referral", "2025-04-28"}) +
                                  row_of(3, {"C2", "referral", "2025-05-01"}) +
                                  row_of(4, {"C2", "visit", "2025-05-20"})}}};
    const auto findings = [&](const std::string& file) {
        const std::string out = tables.check({file}).out;
        return out.substr(0, out.find("Checked against"));
    };
    const std::string of_csv = findings(tables.write("a.csv", rows));
    CHECK(holds(of_csv, "C2: 1 finding"));
    CHECK(findings(tables.write("a.xlsx", workbook.bytes())) == of_csv);
    CHECK(findings(tables.write("a.csv.gz", gzipped(rows))) == of_csv);
}

TEST_CASE("a packed file that was cut off leaves the result incomplete") {
    const Tables tables;
    const std::string whole = gzipped("case,event,at\nC1,referral,2025-04-28\n");
    const Said cut = tables.check({tables.write("a.csv.gz", whole.substr(0, whole.size() - 4))});
    CHECK(cut.exit == ExitCode::incomplete);
    CHECK(holds(cut.err, "the compressed file ends too soon"));
}

}  // namespace
}  // namespace csapath::cli
