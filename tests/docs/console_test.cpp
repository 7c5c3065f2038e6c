// SPDX-License-Identifier: MIT
/// Does what the documentation says, and sees whether it comes out as the documentation says.
#include "tests/support/console.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"

namespace csapath {
namespace {

std::vector<std::filesystem::path> pages() {
    std::vector<std::filesystem::path> found{CSAPATH_ROOT "/README.md"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(CSAPATH_ROOT "/docs"))
        if (entry.path().extension() == ".md") found.push_back(entry.path());
    return found;
}

TEST_CASE("every console block of the documentation comes out as it stands") {
    std::size_t tried = 0;
    for (const auto& page : pages()) {
        for (const ConsoleLine& line : console_lines(text_of(page))) {
            if (!line.typed.starts_with("csapath ")) continue;
            ++tried;
            const Ran ran = run_line(line.typed, CSAPATH_ROOT);
            INFO(page.string() << ":" << line.at << ": $ " << line.typed);
            INFO("expected:\n" << line.expected);
            INFO("printed:\n" << ran.out << ran.err);
            CHECK(shows(line.expected, ran.out + ran.err));
        }
    }
    CHECK(tried > 0);
}

TEST_CASE("a console block holds what was typed and what was printed") {
    const auto found = console_lines("text\n```console\n$ one\na\nb\n$ two\n```\n$ three\n```yaml\n$ four\n```\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].typed == "one");
    CHECK(found[0].expected == "a\nb\n");
    CHECK(found[0].at == 3);
    CHECK(found[1].typed == "two");
    CHECK(found[1].expected.empty());
}

TEST_CASE("three dots stand for any number of lines, and nothing else stands for anything") {
    const auto [expected, text, same] = GENERATE(table<std::string, std::string, bool>({
        {"a\nb\n", "a\nb\n", true},
        {"a\nb\n", "a\n", false},
        {"a\n", "a\nb\n", false},
        {"a\n...\nz\n", "a\nz\n", true},
        {"a\n...\nz\n", "a\nb\nz\nc\nz\n", true},
        {"a\n...\nz\n", "a\nb\n", false},
        {"...\n", "", true},
        {"a...\n", "ab\n", false},
        {"", "a\n", false},
    }));
    CAPTURE(expected, text);
    CHECK(shows(expected, text) == same);
}

}  // namespace
}  // namespace csapath
