// SPDX-License-Identifier: MIT
/// docs/messages.md: an entry for every code of the catalogue. Its headings are made from the catalogue, its text is
/// written on the page: TESTS_BLESS=1 puts the headings right and keeps the text.
#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/approved.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"

namespace csapath {
namespace {

struct CodeWords {
    std::string_view id, severity, title;
};

constexpr CodeWords catalogue[] = {
#define CSAPATH_CODE(name, id, severity, title) {id, #severity, title},
#include "rules/text/codes.inc"
#undef CSAPATH_CODE
};

/// "### D011: an event that the definition does not know (warning)".
std::string heading(const CodeWords& code) {
    return "### " + std::string(code.id) + ": " + std::string(code.title) + " (" + std::string(code.severity) + ")";
}

/// The page, taken apart: what stands before the first section, at the head of each section, and under each code.
struct Page {
    std::string before;
    std::vector<std::pair<char, std::string>> sections;  ///< the letter, and its heading with what is under it
    std::map<std::string, std::string, std::less<>> entries;
    std::vector<std::string> ids;  ///< as they stand
};

Page page() {
    Page page;
    std::string* to = &page.before;
    std::istringstream lines(text_of(CSAPATH_ROOT "/docs/messages.md"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("### ")) {
            page.ids.push_back(line.substr(4, line.find(':') - 4));
            to = &page.entries[page.ids.back()];
            continue;
        }
        if (line.starts_with("## ")) to = &page.sections.emplace_back(line[3], "").second;
        *to += line + '\n';
    }
    return page;
}

}  // namespace

TEST_CASE("the page about messages has a heading for each code, and no other") {
    const Page page = csapath::page();
    std::string made = page.before;
    for (const auto& [letter, head] : page.sections) {
        made += head;
        for (const CodeWords& code : catalogue) {
            if (code.id.front() != letter) continue;
            const auto entry = page.entries.find(code.id);
            made += heading(code) + '\n' + (entry == page.entries.end() ? "\n" : entry->second);
        }
    }
    tests::check_approved("../../docs/messages.md", made);
}

TEST_CASE("the page about messages says of each code once what to do") {
    const Page page = csapath::page();
    CHECK(page.ids.size() == std::size(catalogue));
    for (const CodeWords& code : catalogue) {
        CAPTURE(code.id);
        CHECK(std::ranges::count(page.ids, code.id) == 1);
        CHECK(std::ranges::count(page.sections, code.id.front(), &std::pair<char, std::string>::first) == 1);
        const auto entry = page.entries.find(code.id);
        REQUIRE(entry != page.entries.end());
        // A blank line, a sentence that ends, a blank line.
        CHECK(entry->second.find(".\n") != std::string::npos);
    }
}

}  // namespace csapath
