// SPDX-License-Identifier: MIT
/// What the program has, the documentation tells.
#include <regex>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"

namespace csapath {
namespace {

/// Every match of the first group in a text.
std::set<std::string> found(const std::string& text, const std::string& pattern) {
    std::set<std::string> all;
    const std::regex expression(pattern);
    for (auto at = std::sregex_iterator(text.begin(), text.end(), expression); at != std::sregex_iterator(); ++at)
        all.insert((*at)[1]);
    return all;
}

std::set<std::string> commands() {
    return found(run_line("csapath help | sed -n '/^Commands:/,/^$/p'", CSAPATH_ROOT).out, "\n  ([a-z]+) ");
}

TEST_CASE("every command and every option has its line in docs/results.md") {
    const std::string page = text_of(CSAPATH_ROOT "/docs/results.md");
    REQUIRE(commands().size() >= 6);
    for (const std::string& command : commands()) {
        CAPTURE(command);
        CHECK(page.find("`csapath " + command) != std::string::npos);
        const auto options =
            found(run_line("csapath help " + command, CSAPATH_ROOT).out, "\n +(?:-[a-z], )?(--[a-z-]+)");
        CHECK(options.contains("--help"));
        for (const std::string& option : options) {
            CAPTURE(option);
            CHECK((page.find("`" + option + "`") != std::string::npos ||
                   page.find("`" + option + " ") != std::string::npos));
        }
    }
}

TEST_CASE("every option that docs/results.md tells is one of some command") {
    std::set<std::string> known;
    for (const std::string& command : commands())
        known.merge(found(run_line("csapath help " + command, CSAPATH_ROOT).out, "\n +(?:-[a-z], )?(--[a-z-]+)"));
    for (const std::string& told : found(text_of(CSAPATH_ROOT "/docs/results.md"), "`(--[a-z-]+)")) {
        CAPTURE(told);
        CHECK(known.contains(told));
    }
}

TEST_CASE("the exit codes of the help page and of docs/results.md are the same") {
    const auto helped = found(run_line("csapath help | sed -n '/^Exit codes:/,$p'", CSAPATH_ROOT).out, "\n  ([0-9])  ");
    const auto told = found(text_of(CSAPATH_ROOT "/docs/results.md"), "\n\\| ([0-9]) \\|");
    CHECK(helped.size() == 8);
    CHECK(helped == told);
}

TEST_CASE("every command of dev is told by its own help") {
    const std::string script = text_of(CSAPATH_ROOT "/dev");
    const std::string help = run_line("./dev help", CSAPATH_ROOT).out;
    for (const char* command : {"check", "test", "build", "lint", "sanitize", "coverage", "bench", "help"}) {
        CAPTURE(command);
        CHECK(help.find(std::string("\n  ") + command + " ") != std::string::npos);
        CHECK(script.find(command) != std::string::npos);
    }
    CHECK(run_line("./dev nonsense", CSAPATH_ROOT).exit == 2);
}

}  // namespace
}  // namespace csapath
