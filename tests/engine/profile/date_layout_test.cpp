// SPDX-License-Identifier: MIT
#include "engine/profile/date_layout.hpp"

#include "engine/mappings/date_pattern.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace {

std::string patterns(const std::string& text) {
    const auto written = date_written(text);
    if (!written) return "no date";
    std::string all;
    for (const std::string& pattern : patterns_of(written->layout, written->one_figure))
        all += (all.empty() ? "" : " or ") + pattern;
    return all.empty() ? "no pattern" : all;
}

}  // namespace

TEST_CASE("a way of writing a date shows which patterns could be meant") {
    auto [text, meant] = GENERATE(table<std::string, std::string>({
        {"2025-04-30", "iso"},
        {"2025-04-30T15:20:00+01:00", "iso"},
        {"2025-04-30 00:00:00", "yyyy-mm-dd hh:mm:ss"},
        {"2025/4/30", "yyyy/m/dd"},
        {"30/04/2025", "dd/mm/yyyy or mm/dd/yyyy"},
        {"3/4/2025", "d/m/yyyy or m/d/yyyy"},
        {"3/04/2025 9:05", "d/mm/yyyy h:mm or m/dd/yyyy h:mm"},
        {"30.04.2025, 14:30", "dd.mm.yyyy, hh:mm or mm.dd.yyyy, hh:mm"},
        {"30/04/2025 02:30 PM", "dd/mm/yyyy hh:mm am/pm or mm/dd/yyyy hh:mm am/pm"},
        {"30 Apr 2025", "dd mmm yyyy"},
        {"3-april-2025", "d-mmmm-yyyy"},
        {"Apr 3, 2025", "mmm d, yyyy"},
        {"30/04/25", "no pattern"},
        {"24-01-05", "no pattern"},
        {"45777", "day-number"},
        {"20250430", "yyyymmdd"},
        {"30/04/2025 14", "no date"},
        {"30/Foo/2025", "no date"},
        {"1234567", "no date"},
        {"2025-04", "no date"},
        {"RC7", "no date"},
        {"the 30/04/2025", "no date"},
        {"30/04/2025 or later", "no date"},
        {"", "no date"},
    }));
    CAPTURE(text);
    CHECK(patterns(text) == meant);
}

TEST_CASE("whatever pattern is proposed, a mapping takes it, and it reads the date that it came from") {
    const std::string text = GENERATE(as<std::string>{}, "2025-04-30 00:00:00", "2025/4/30", "30/04/2025",
                                      "30.4.2025, 14:30", "30/04/2025 02:30 PM", "30 Apr 2025", "3-april-2025",
                                      "Apr 3, 2025", "45777", "20250430", "30-04-2025 14:30:15.250");
    CAPTURE(text);
    const auto written = date_written(text);
    REQUIRE(written);
    std::string wrong, iso;
    const auto pattern = DatePattern::from(patterns_of(written->layout, written->one_figure).front(), wrong);
    CAPTURE(wrong);
    REQUIRE(pattern);
    CHECK(pattern->read(text, iso) != DatePattern::Fit::no);
    CHECK(iso.substr(0, 7) == "2025-04");
}
