// SPDX-License-Identifier: MIT
#include "cli/standard_stream.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("a full disk is an error of results, and nothing to messages") {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    CHECK(write_all(full, "x") == ENOSPC);
    CHECK(write_all(full, "") == 0);
    StandardStream results(full, "standard output");
    results.buffer = "x";
    CHECK_THROWS_AS(results.flush(), OutputError);
    MessageStream messages(full);
    messages.buffer = "x";
    messages.flush();
    CHECK(messages.buffer.empty());
    ::close(full);
}

}  // namespace
}  // namespace csapath::cli
