// SPDX-License-Identifier: MIT
/// Outputs that a person has read and approved, kept in files under tests/cases. With TESTS_BLESS=1 in the environment
/// a file is rewritten instead of compared; the reviewer then reads the difference.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

namespace csapath::tests {

/// `name` is the path below tests/cases. A file that is missing is a failure.
inline void check_approved(const std::string& name, const std::string& text) {
    const std::string path = std::string(CSAPATH_ROOT) + "/tests/cases/" + name;
    const char* bless = std::getenv("TESTS_BLESS");
    if (bless != nullptr && std::string_view(bless) == "1") {
        std::ofstream file(path, std::ios::binary);
        file << text;
        REQUIRE(file.flush().good());
        return;
    }
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.is_open());
    std::ostringstream approved;
    approved << file.rdbuf();
    INFO("compared with " << path << "; TESTS_BLESS=1 rewrites it");
    CHECK(text == approved.str());
}

}  // namespace csapath::tests
