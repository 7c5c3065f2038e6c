// SPDX-License-Identifier: MIT
#include "cli/table_options.hpp"

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace csapath;
using namespace csapath::cli;

TEST_CASE("an encoding is one of those that are read, a delimiter one plain sign or tab") {
    TableOptions said;
    CHECK_FALSE(said.encoding_meant());
    CHECK_FALSE(said.delimiter_meant());
    said.encoding = "windows-1252";
    CHECK(said.encoding_meant() == engine::Encoding::windows_1252);
    said.delimiter = "tab";
    CHECK(said.delimiter_meant() == '\t');
    said.delimiter = "|";
    CHECK(said.delimiter_meant() == '|');
    for (const char* wrong : {"", ";;", "\"", "\n", "\xC2\xA3", "Tab"}) {
        CAPTURE(wrong);
        said.delimiter = wrong;
        CHECK_THROWS_AS(said.delimiter_meant(), UsageError);
    }
    said.encoding = "latin-1";
    CHECK_THROWS_AS(said.encoding_meant(), UsageError);
}

TEST_CASE("what the command line says of a CSV file counts, whatever header and mapping say, and that is told") {
    const TemporaryFolder folder;
    folder.write("plain.csv", "case|event|at|agency\nC1|referral|2025-04-30|police\n");
    folder.write("mapped.csv", "child;referral date\n\xC5ngstr\xF6m;2025-04-30\n");
    folder.write("mapping.yaml",
                 "mapping: m\ntitle: M\nencoding: utf-16\ndelimiter: \",\"\ntables:\n  t:\n    case: child\n"
                 "    events: {referral: referral date}\n");
    const std::string rest = " --as-of 2025-05-31 --fail-on none";
    const Ran plain = run_line("csapath check plain.csv --delimiter '|'" + rest, folder.path());
    INFO(plain.out << plain.err);
    CHECK(plain.exit == 0);
    CHECK(plain.out.find("1 row read, 1 used") != std::string::npos);
    const Ran mapped =
        run_line("csapath check mapped.csv --mapping mapping.yaml --delimiter ';' --encoding windows-1252" + rest,
                 folder.path());
    INFO(mapped.out << mapped.err);
    CHECK(mapped.exit == 0);
    CHECK(mapped.out.find("1 row read, 1 used") != std::string::npos);
    CHECK(mapped.out.find("D050: the command line's encoding counts, not that of the mapping 'm'") !=
          std::string::npos);
    CHECK(mapped.out.find("D050: the command line's delimiter counts, not that of the mapping 'm'") !=
          std::string::npos);
    const Ran wrong = run_line("csapath check plain.csv --delimiter ';'" + rest, folder.path());
    CHECK(wrong.exit == 4);
    CHECK(wrong.err.find("'case'") != std::string::npos);
}

TEST_CASE("an encoding or a delimiter says nothing of a file that is no CSV, and that is told") {
    const TemporaryFolder folder;
    folder.write("events.ndjson", "{\"case\":\"C1\",\"event\":\"referral\",\"at\":\"2025-04-30\"}\n");
    const Ran ran =
        run_line("csapath check events.ndjson --encoding utf-16 --as-of 2025-05-31 --fail-on none", folder.path());
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("D050") != std::string::npos);
}
