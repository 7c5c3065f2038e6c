// SPDX-License-Identifier: MIT
#include "cli/standard_stream.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "cli/failure.hpp"
#include "tests/cli/world_of_tests.hpp"
#include "tests/support/catch.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("results are handed on when they are whole, in the order in which they were written") {
    DeliveredText out;
    out.buffer = "one ";
    out.flush();
    out.buffer = "two";
    CHECK(out.text.empty());
    out.deliver();
    CHECK(out.text == "one two");
    out.deliver();
    CHECK(out.text == "one two");
}

TEST_CASE("what was taken back is never handed on") {
    DeliveredText out;
    out.buffer = "a first try";
    out.flush();
    out.buffer = " and more";
    out.take_back();
    out.buffer = "the second";
    out.deliver();
    CHECK(out.text == "the second");
}

TEST_CASE("a full disk is an error of results, and nothing to messages") {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    CHECK(write_all(full, "x") == ENOSPC);
    CHECK(write_all(full, "") == 0);
    StandardStream results(full, "standard output");
    results.buffer = "x";
    CHECK_THROWS_AS(results.deliver(), OutputError);
    MessageStream messages(full);
    messages.buffer = "x";
    messages.flush();
    CHECK(messages.buffer.empty());
    ::close(full);
}

}  // namespace
}  // namespace csapath::cli
