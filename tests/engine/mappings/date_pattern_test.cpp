// SPDX-License-Identifier: MIT
#include "engine/mappings/date_pattern.hpp"

#include "tests/support/catch.hpp"

using csapath::engine::DatePattern;
using csapath::engine::iso_of_day_number;
using Fit = DatePattern::Fit;

namespace {
DatePattern pattern(const std::string& written) {
    std::string wrong;
    const auto made = DatePattern::from(written, wrong);
    INFO(wrong);
    REQUIRE(made);
    return *made;
}
}  // namespace

TEST_CASE("a date is read as its pattern says") {
    const auto [written, text, iso] = GENERATE(table<std::string, std::string, std::string>({
        {"dd/mm/yyyy", "30/04/2025", "2025-04-30"},
        {"mm/dd/yyyy", "04/30/2025", "2025-04-30"},
        {"d/m/yyyy", "1/5/2025", "2025-05-01"},
        {"d/m/yyyy", "01/05/2025", "2025-05-01"},
        {"yyyy-mm-dd", "2025-04-30", "2025-04-30"},
        {"yyyymmdd", "20250430", "2025-04-30"},
        {"dd.mm.yyyy", "30.04.2025", "2025-04-30"},
        {"d mmm yyyy", "3 Sep 2025", "2025-09-03"},
        {"dd-mmm-yyyy", "03-SEP-2025", "2025-09-03"},
        {"d mmmm yyyy", "3 September 2025", "2025-09-03"},
        {"d mmmm yyyy", "3 May 2025", "2025-05-03"},
        {"dd/mm/yyyy hh:mm", "30/04/2025 15:20", "2025-04-30T15:20:00"},
        {"yyyy-mm-dd hh:mm:ss", "2025-04-30 15:20:05", "2025-04-30T15:20:05"},
        {"yyyy-mm-dd hh:mm:ss.f", "2025-04-30 15:20:05.000", "2025-04-30T15:20:05"},
        {"yyyy-mm-dd hh:mm:ss.f", "2025-04-30 15:20:05.250", "2025-04-30T15:20:05.250"},
        {"yyyy-mm-ddThh:mm", "2025-04-30T15:20", "2025-04-30T15:20:00"},
        {"dd/mm/yyyy hh:mm am/pm", "30/04/2025 03:20 PM", "2025-04-30T15:20:00"},
        {"dd/mm/yyyy hh:mm am/pm", "30/04/2025 12:05 am", "2025-04-30T00:05:00"},
        {"dd/mm/yyyy h:mm am/pm", "30/04/2025 12:05 pm", "2025-04-30T12:05:00"},
        {"dd/mm/yyyy", "29/02/2024", "2024-02-29"},
        {"iso", "2025-04-30T15:20+01:00", "2025-04-30T15:20+01:00"},
        {"day-number", "45777", "2025-04-30"},  // 2024-12-31 is 45657, and 120 days lie between
        {"day-number", "45777.5", "2025-04-30T12:00:00"},
        {"day-number-1904", "44315", "2025-04-30"},  // 1462 days fewer
        {"epoch-seconds", "1746026400", "2025-04-30T15:20:00Z"},
        {"epoch-milliseconds", "1746026400250", "2025-04-30T15:20:00.250Z"},
    }));
    CAPTURE(written, text);
    std::string found;
    const Fit fit = pattern(written).read(text, found);
    CHECK((fit == Fit::yes || fit == Fit::confirmed));
    CHECK(found == iso);
}

TEST_CASE("what does not fit its pattern in every character is no date") {
    const auto [written, text] = GENERATE(table<std::string, std::string>({
        {"dd/mm/yyyy", "30/4/2025"},
        {"dd/mm/yyyy", " 30/04/2025"},
        {"dd/mm/yyyy", "30/04/2025 "},
        {"dd/mm/yyyy", "30/04/25"},
        {"dd/mm/yyyy", "30-04-2025"},
        {"dd/mm/yyyy", "2025-04-30"},
        {"dd/mm/yyyy", "31/04/2025"},
        {"dd/mm/yyyy", "29/02/2023"},
        {"dd/mm/yyyy", "30/04/1899"},
        {"dd/mm/yyyy", "30/04/2200"},
        {"dd/mm/yyyy", ""},
        {"dd/mm/yyyy", "#N/A"},
        {"d/m/yyyy", "101/5/2025"},
        {"d mmm yyyy", "3 Mai 2025"},
        {"d mmm yyyy", "3 Sept 2025"},
        {"dd/mm/yyyy hh:mm", "30/04/2025 24:00"},
        {"dd/mm/yyyy hh:mm", "30/04/2025 15:60"},
        {"dd/mm/yyyy hh:mm am/pm", "30/04/2025 13:00 pm"},
        {"dd/mm/yyyy hh:mm am/pm", "30/04/2025 00:30 am"},
        {"yyyy-mm-dd hh:mm:ss", "2025-04-30"},
        {"iso", "30/04/2025"},
        {"iso", "2025-04-30 15:20"},
        {"day-number", "60"},  // 29 February 1900, which never was
        {"day-number", "0"},
        {"day-number", "-5"},
        {"day-number", "45777x"},
        {"day-number", "1e5"},
        {"day-number", "150000"},
        {"epoch-seconds", "1746026400000"},
        {"epoch-seconds", "17460264"},
        {"epoch-milliseconds", "1746026400"},
    }));
    CAPTURE(written, text);
    std::string iso;
    CHECK(pattern(written).read(text, iso) == Fit::no);
}

TEST_CASE("only a day after the 12th confirms the order of day and month") {
    const auto [written, text, fit] = GENERATE(table<std::string, std::string, Fit>({
        {"dd/mm/yyyy", "03/04/2025", Fit::yes},
        {"dd/mm/yyyy", "13/04/2025", Fit::confirmed},
        {"dd/mm/yyyy", "04/13/2025", Fit::swapped},
        {"mm/dd/yyyy", "04/13/2025", Fit::confirmed},
        {"mm/dd/yyyy", "13/04/2025", Fit::swapped},
        {"dd/mm/yyyy", "32/13/2025", Fit::no},
        {"yyyy-mm-dd", "2025-03-04", Fit::confirmed},
        {"yyyy-mm-dd", "2025-13-04", Fit::no},
        {"d mmm yyyy", "3 Apr 2025", Fit::confirmed},
    }));
    CAPTURE(written, text);
    std::string iso;
    CHECK(pattern(written).read(text, iso) == fit);
}

TEST_CASE("a pattern that leaves something open is refused") {
    const auto [written, said] = GENERATE(table<std::string, std::string>({
        {"dd/mm/yy", "of two figures nobody knows the century"},
        {"dd/mm", "it needs a year"},
        {"yyyy", "it needs a year"},
        {"", "it needs a year"},
        {"dd/mm/yyyy/dd", "each once"},
        {"dd/mm/yyyy hh", "hours and minutes come together"},
        {"dd/mm/yyyy ss", "needs the larger"},
        {"dd/mm/yyyy am/pm", "needs an hour"},
        {"dmyyyy", "a sign must stand"},
        {"DD/MM/YYYY", "is no part of a date"},
        {"dd of mm yyyy", "is no part of a date"},
        {"ddd dd/mm/yyyy", "is no part of a date"},
    }));
    CAPTURE(written);
    std::string wrong;
    CHECK_FALSE(DatePattern::from(written, wrong));
    CHECK(wrong.find(said) != std::string::npos);
}

TEST_CASE("day numbers of spreadsheets are counted from 1900 or from 1904") {
    CHECK(iso_of_day_number("1", false) == "1900-01-01");
    CHECK(iso_of_day_number("59", false) == "1900-02-28");
    CHECK_FALSE(iso_of_day_number("60", false));
    CHECK(iso_of_day_number("61", false) == "1900-03-01");
    CHECK(iso_of_day_number("0", true) == "1904-01-01");
    CHECK(iso_of_day_number("60", true) == "1904-03-01");
    CHECK(iso_of_day_number("45777.999999", false) == "2025-05-01T00:00:00");  // nearer to midnight than to a second
    CHECK(iso_of_day_number("45777.6388888889", false) == "2025-04-30T15:20:00");
}
