// SPDX-License-Identifier: MIT
#include "engine/reporters/quality_text.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {

TEST_CASE("nothing is said of the quality of data in which nothing is wrong") {
    Results results;
    results.quality.rows = results.quality.used = 12;
    std::string text;
    append_quality_text(results, text);
    CHECK(text.empty());
}

TEST_CASE("what was refused, what is doubtful and what was not judged is told by reason") {
    Results results;
    results.inputs = {{.path = "a.csv", .sha256 = {}, .format = {}},
                      {.path = "b.ndjson", .sha256 = {}, .format = {}, .rows_are_lines = true}};
    results.quality.refused_for = {{"D009", "a date that cannot be read", 2}, {"", "without an id", 1}};
    results.quality.doubtful = {{"S008", "events on a weekend", 3, {{0, 4}, {1, 7}}}};
    results.quality.cases_not_judged = 1;
    std::string text;
    append_quality_text(results, text);
    CHECK(text ==
          "\nData quality\n"
          "  refused (2): D009: a date that cannot be read\n"
          "  refused (1): without an id\n"
          "  doubtful (3): S008: events on a weekend (a.csv, row 4; b.ndjson, line 7; and others)\n"
          "  1 case was not judged: nothing there up to the as-of date is a step of this pathway\n");
}

}  // namespace csapath::engine
