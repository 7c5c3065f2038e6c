// SPDX-License-Identifier: MIT
#include "engine/readers/moment_text.hpp"

#include <cstdio>
#include <random>
#include <string>

#include "tests/support/catch.hpp"

using namespace csapath;
using engine::parse_moment;

TEST_CASE("every day from 1900 to 2199 is read as itself") {
    for (rules::Date day = rules::first_date; day <= rules::last_date; day = day + 1) {
        const std::string text = rules::iso(day);
        const auto read = parse_moment(text);
        REQUIRE(read);
        REQUIRE(read->day == day);
        REQUIRE(read->time == rules::Moment::no_time);
    }
    CHECK_FALSE(parse_moment(rules::iso(rules::first_date - 1)));
    CHECK_FALSE(parse_moment(rules::iso(rules::last_date + 1)));
}

TEST_CASE("every second of a day is read as itself") {
    for (int second = 0; second < 24 * 3600; ++second) {
        char text[32];
        std::snprintf(text, sizeof text, "2024-02-29T%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        const auto read = parse_moment(text);
        REQUIRE(read);
        REQUIRE(rules::iso(read->day) == "2024-02-29");
        REQUIRE(read->time == second * rules::second);
    }
}

TEST_CASE("any character changed is found out") {
    const std::string good = GENERATE(as<std::string>{}, "2025-04-13", "2025-04-13T11:12", "2025-04-13T11:12:13");
    for (std::size_t place = 0; place < good.size(); ++place) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = good;
            text[place] = static_cast<char>(byte);
            CAPTURE(text);
            const auto digit = [](char c) { return c >= '0' && c <= '9'; };
            const bool another_digit = digit(text[place]) && digit(good[place]);
            const bool offset = place == 16 && (byte == '+' || byte == '-');  // "T11:12+13"
            if (!another_digit) REQUIRE(parse_moment(text).has_value() == (text == good || offset));
        }
    }
}

TEST_CASE("a text cut short, or gone on, is no moment") {
    const std::string good = "2025-04-13T11:12:13.5+01:00";
    for (std::size_t size = 0; size <= good.size(); ++size) {
        const bool whole = size == 10 || size == 16 || size == 19 || size == 21 || size == 24 || size == good.size();
        CAPTURE(size);
        CHECK(parse_moment(std::string_view{good}.substr(0, size)).has_value() == whole);  // "+01" is an offset too
    }
    for (const char* text :
         {"2025-04-13 ", "2025-04-13T", "2025-04-13T11", "2025-04-13T11:", "2025-04-13T11:12:", "2025-04-13T11:12z",
          "2025-04-13T11:12+0:00", "2025-04-13T11:12+0060", "2025-04-13T11:12+14:01", "2025-04-13T11:12+1:000",
          "2025-04-13T24:00:01", "2025-04-13T24:00:00.1", "2199-12-31T24:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text));
    }
}

TEST_CASE("an offset is how far the clock was ahead of UTC") {
    const auto [offset, minutes] = GENERATE(table<std::string, int>({
        {"Z", 0},
        {"+00:00", 0},
        {"-00:00", 0},
        {"+01:00", 60},
        {"+0530", 330},
        {"-08", -480},
        {"+14:00", 840},
        {"-14:00", -840},
    }));
    const auto read = parse_moment("2025-04-13T11:12" + offset);
    REQUIRE(read);
    CHECK(read->ahead_of_utc == minutes * 60 * rules::second);
    CHECK(read->time == (11 * 60 + 12) * 60 * rules::second);
}
