// SPDX-License-Identifier: MIT
/// Runs every .case file of this folder. TESTS_BLESS=1 writes what the program did back into them; the diff is what has
/// to be read and justified.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/support/catch.hpp"
#include "tests/support/text_case.hpp"

namespace csapath {
namespace {

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(CSAPATH_ROOT "/tests/cases"))
        if (entry.path().extension() == ".case") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

TEST_CASE("every text case prints what it says") {
    static const auto files = case_files();
    REQUIRE(files.size() > 10);
    for (const auto& file : files) {
        DYNAMIC_SECTION(std::filesystem::relative(file, CSAPATH_ROOT "/tests/cases").string()) {
            const std::string text = text_of(file);
            const TextCase one = text_case(text);
            const Ran ran = run(one);
            if (std::getenv("TESTS_BLESS") != nullptr) {
                std::ofstream(file, std::ios::binary) << written(blessed(one, ran));
            } else {
                INFO(one.name);
                CAPTURE(ran.err);
                CHECK(ran.out == one.output);
                if (one.errors) CHECK(ran.err == *one.errors);
                CHECK(ran.exit == one.exit);
            }
        }
    }
}

TEST_CASE("a text case is written as it was read") {
    const std::string text =
        "Two sentences. Of which\nthis is the second.\n\n-- a/b.csv --\ncase,event,at\n-- command --\ncheck a/b.csv\n"
        "-- output --\n-- errors --\nsomething\n-- exit --\n4\n";
    const TextCase one = text_case(text);
    CHECK(one.name == "Two sentences. Of which\nthis is the second.");
    REQUIRE(one.files.size() == 1);
    CHECK(one.files.front().first == "a/b.csv");
    CHECK(one.files.front().second == "case,event,at\n");
    CHECK(one.command == "check a/b.csv");
    CHECK(one.output.empty());
    CHECK(one.errors == "something\n");
    CHECK(one.exit == 4);
    CHECK(written(one) == text);
}

TEST_CASE("a text that is no case is refused, so that no test is empty by mistake") {
    const auto text =
        GENERATE(as<std::string>{}, "", "A name alone.\n", "-- command --\nhelp\n-- output --\n-- exit --\n0\n",
                 "A name.\n\n-- command --\nhelp\n-- exit --\n0\n", "A name.\n\n-- command --\nhelp\n-- output --\n",
                 "A name.\n\n-- output --\n-- exit --\n0\n");
    CAPTURE(text);
    CHECK_THROWS(text_case(text));
}

}  // namespace
}  // namespace csapath
