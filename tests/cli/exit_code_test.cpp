// SPDX-License-Identifier: MIT
#include "cli/exit_code.hpp"

#include <vector>

#include "tests/support/catch.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("of two exit codes the worse is told: 7 > 5 > 6 > 3 > 2 > 4 > 1 > 0") {
    const std::vector<int> worst_first{7, 5, 6, 3, 2, 4, 1, 0};
    for (std::size_t worse_at = 0; worse_at < worst_first.size(); ++worse_at) {
        for (std::size_t other = worse_at; other < worst_first.size(); ++other) {
            const auto left = static_cast<ExitCode>(worst_first[worse_at]),
                       right = static_cast<ExitCode>(worst_first[other]);
            CHECK(worse(left, right) == left);
            CHECK(worse(right, left) == left);
        }
    }
}

}  // namespace
}  // namespace csapath::cli
