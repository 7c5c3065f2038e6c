// SPDX-License-Identifier: MIT
/// Tables with a row for each event, by mappings that say little of their columns.
#include "engine/readers/mapped.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

TEST_CASE("columns that are called as an attribute are that attribute, where the mapping says so") {
    const std::string log =
        "tables:\n  log:\n    case: {column: Child, split: \";\"}\n    event: {column: What, values: {visit: [Seen], "
        "referral: [In]}}\n    at: When\n    own-names: true\n    facts: {comment: {column: Detail, of: visit}}\n";
    const auto made = sound_mapping("mapping: m\ntitle: A mapping\n" + log);
    const Reading reading = read_with(engine::mapped_csv_reader(),
                                      "Child,What,When,Detail,visits,attended,case.area,other\n"
                                      "C1;C2,Seen,2025-04-29,d,3,police;gp,North,x\n"
                                      "C1,In,2025-04-30,e,,none,,\n"
                                      ",In,2025-04-30,e,,,,\n",
                                      {.name = "log.csv", .mapping = made.get()});
    CHECK(reading.events == Events{"C1 visit 2025-04-29 row 2 attended=police;gp visits=3 comment=d case.area=North",
                                   "C2 visit 2025-04-29 row 2 attended=police;gp visits=3 comment=d case.area=North",
                                   "C1 referral 2025-04-30 row 3 attended=none"});
    CHECK(reading.codes().empty());
    CHECK(reading.noted(Code::log_event_of_no_case) == 1);
    CHECK(reading.report.rows == 4);
}
