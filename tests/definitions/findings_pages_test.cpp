// SPDX-License-Identifier: MIT
/// docs/findings: a page for each kind of finding, and one for every verdict that is none.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/findings/verdict.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;

namespace {

/// Empty where there is no such page.
std::string page(const std::string& name) {
    std::ifstream file(std::string(CSAPATH_ROOT) + "/docs/findings/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every kind of finding has a page, which the page about findings links to") {
    for (std::size_t number = 0; number < engine::kinds; ++number) {
        const std::string kind(name(static_cast<engine::Kind>(number)));
        std::string file = kind + ".md";
        std::ranges::replace(file, ' ', '-');
        CAPTURE(kind);
        const std::string text = page(file);
        for (const char* part : {"**It means**", "**It does not mean**", "## Which sentences give it\n", "```console\n",
                                 "## To check one again\n", "## When it is wrong\n", "## Where it cannot be told\n"}) {
            CAPTURE(part);
            CHECK(text.find(part) != std::string::npos);
        }
        CHECK(page("README.md").find("| [" + kind + "](" + file + ") |") != std::string::npos);
    }
}

TEST_CASE("every verdict that is no finding is told on the page about what is none") {
    const std::string text = page("no-finding.md");
    for (std::size_t number = 0; number < engine::verdicts; ++number) {
        const auto verdict = static_cast<engine::Verdict>(number);
        CAPTURE(name(verdict));
        const bool told = text.find("\n| " + std::string(name(verdict)) + " |") != std::string::npos;
        CHECK(told != engine::is_finding(verdict));
    }
}
