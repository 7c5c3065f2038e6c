// SPDX-License-Identifier: MIT
#include "engine/findings/append.hpp"

#include <limits>
#include <vector>

#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {
constexpr std::int64_t minute = 60 * rules::second;

rules::Moment at(const char* day, std::int64_t time) {
    return {*rules::parse_date(day), time};
}
}  // namespace

TEST_CASE("a moment is written as far as it is known") {
    auto [moment, written] = GENERATE(table<rules::Moment, std::string>({
        {at("2025-05-06", rules::Moment::no_time), "2025-05-06"},
        {at("2025-04-30", 15 * rules::hour + 20 * minute), "2025-04-30T15:20"},
        {at("2025-04-30", 0), "2025-04-30T00:00"},
        {at("1900-01-01", 9 * rules::hour + 5 * minute), "1900-01-01T09:05"},
        {at("2199-12-31", 23 * rules::hour + 59 * minute), "2199-12-31T23:59"},
        {at("2025-04-30", 15 * rules::hour + 20 * minute + 7 * rules::second), "2025-04-30T15:20:07"},
        {at("2025-04-30", 250'000'000), "2025-04-30T00:00:00.25"},
    }));
    std::string text = "at ";

    append_iso(moment, text);

    CHECK(text == "at " + written);
    CHECK(written == rules::iso(moment));
}

TEST_CASE("numbers are digits alone, to the last they can hold") {
    std::string text;
    append_number(std::uint32_t{0}, text);
    text += ' ';
    append_number(std::int64_t{-1'234'567}, text);
    text += ' ';
    append_number(std::numeric_limits<std::uint64_t>::max(), text);
    text += ' ';
    append_number(std::numeric_limits<std::int64_t>::min(), text);

    CHECK(text == "0 -1234567 18446744073709551615 -9223372036854775808");
}

TEST_CASE("days that are remembered are written as days that are not") {
    IsoDays days;
    for (int round = 0; round < 2; ++round) {
        for (rules::Date day = rules::first_date; day <= rules::last_date; day = day + 97) {
            std::string text, again;
            days.append(day, text);
            days.append(day, again);
            REQUIRE(text == rules::iso(day));
            REQUIRE(again == text);
        }
    }
    std::string epoch;
    IsoDays{}.append(rules::Date{0}, epoch);
    CHECK(epoch == "1970-01-01");

    std::string moments;
    days.append(at("2025-04-30", rules::Moment::no_time), moments);
    moments += ' ';
    days.append(at("2025-04-30", 15 * rules::hour + 20 * minute), moments);
    CHECK(moments == "2025-04-30 2025-04-30T15:20");

    std::string with_a_pen;
    {
        Pen pen(with_a_pen);
        days.write(at("2025-04-30", rules::Moment::no_time), pen);
        pen.put(' ');
        days.write(at("2025-04-30", 15 * rules::hour + 20 * minute), pen);
    }
    CHECK(with_a_pen == moments);
}

TEST_CASE("a list of days is each day in quotes, with commas between them") {
    IsoDays days;
    const auto listed = [&](const std::vector<rules::Date>& all) {
        std::string text = "[";
        {
            Pen pen(text);
            days.write_list(all, pen);
        }
        return text + ']';
    };
    const rules::Date day = *rules::parse_date("2025-05-06");
    CHECK(listed({}) == "[]");
    CHECK(listed({day}) == R"(["2025-05-06"])");
    CHECK(listed({day, day + 1, day}) == R"(["2025-05-06", "2025-05-07", "2025-05-06"])");
}
