// SPDX-License-Identifier: MIT
#include "engine/worklist/writing.hpp"

#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

using namespace csapath;
using engine::DueItem;

namespace {

DueItem item(std::string case_id, std::string message, std::optional<std::string> due = "2025-05-06") {
    DueItem made;
    made.id = "f-01";
    made.case_id = std::move(case_id);
    made.message = std::move(message);
    if (due) made.due = moment(*due);
    return made;
}

std::string calendar(const std::vector<DueItem>& items) {
    const auto pathway = pathway_of(definition("steps: {referral: {starts: true, ends: true}}\n"));
    engine::ReportedRule rule;
    rule.id = "referral.rule";
    return engine::worklist_in_icalendar({.pathway = *pathway,
                                          .rules = {rule},
                                          .items = items,
                                          .inputs = {},
                                          .as_of = moment("2025-04-29"),
                                          .tool_version = "1"});
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = text.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 2);
    }
    return all;
}

std::string unfolded(std::string text) {
    for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
    return text;
}

}  // namespace

TEST_CASE("a calendar holds an all-day entry for each thing that has a date") {
    const auto all =
        lines(calendar({item("W-1", "visit due by Tue 6 May 2025 (2 weeks after the visit of Tue 22 April)"),
                        item("W-2", "closure not yet recorded", std::nullopt)}));
    const std::vector<std::string> expected{
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//csapath//csapath 1//EN", "X-WR-CALNAME:Test pathway",
        "BEGIN:VEVENT", "UID:f-01@csapath", "DTSTAMP:20250429T000000Z", "DTSTART;VALUE=DATE:20250506",
        "SUMMARY:W-1: visit due by Tue 6 May 2025",
        // 75 bytes, and the rest behind a space.
        "DESCRIPTION:visit due by Tue 6 May 2025 (2 weeks after the visit of Tue 22 ", " April)\\; referral.rule",
        "CATEGORIES:DUE", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"};
    CHECK(all == expected);
}

TEST_CASE("no line of a calendar is longer than 75 bytes, and none is broken inside a character") {
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "é";
    const std::string text = calendar({item(accents, accents)});
    for (const std::string& line : lines(text)) {
        CHECK(line.size() <= 75);
        const auto first = static_cast<unsigned char>(line[line.front() == ' ' ? 1 : 0]);
        CHECK((first & 0xC0u) != 0x80u);  // no byte from the middle of a character
    }
    CHECK(unfolded(text).find("SUMMARY:" + accents + ": " + accents + "\r\n") != std::string::npos);
}

TEST_CASE("nothing in the data can add a line to a calendar, or a property") {
    const std::string text = unfolded(calendar({item("W-1\r\nATTENDEE:mailto:a@b.c", "a; b, c\\d\n\x1b[2J")}));
    CHECK(text.find("\nATTENDEE") == std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("a\\; b\\, c\\\\d") != std::string::npos);
}
