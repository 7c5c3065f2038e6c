// SPDX-License-Identifier: MIT
#include "cli/log.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::cli {
namespace {

// What is known of a case is text, and no text is let in: this does not compile, and it is checked that it does not.
static_assert(!Loggable<std::string>);
static_assert(!Loggable<std::string_view>);
static_assert(!Loggable<const char*>);
static_assert(Loggable<int> && Loggable<double> && Loggable<Named>);

std::string said(Loudness loudness) {
    TextOut out;
    Log log(out, loudness);
    log.detail("{} rows of {}", 3, Named("cases.csv"));
    log.note("a note");
    log.warn("INCOMPLETE");
    return out.text();
}

TEST_CASE("quiet leaves only what makes a result doubtful") {
    CHECK(said(Loudness::quiet) == "csapath: INCOMPLETE\n");
    CHECK(said(Loudness::normal) == "csapath: a note\ncsapath: INCOMPLETE\n");
    CHECK(said(Loudness::verbose) == "csapath: 3 rows of cases.csv\ncsapath: a note\ncsapath: INCOMPLETE\n");
}

TEST_CASE("the name of a file can neither forge a line nor drive a terminal") {
    TextOut out;
    Log log(out, Loudness::normal);
    log.note("reading {}", Named("a\ncsapath: all is well\x1b[2J"));
    CHECK(out.text() == "csapath: reading a\\ncsapath: all is well\\x1b[2J\n");
}

}  // namespace
}  // namespace csapath::cli
