// SPDX-License-Identifier: MIT
#include "engine/readers/moment_text.hpp"

#include <algorithm>
#include <array>

#include "engine/readers/plain_moment.hpp"

namespace csapath::engine {

namespace {
constexpr unsigned no_number = 1000;

bool digit(char character) {
    return character >= '0' && character <= '9';
}

/// The number of two digits; `no_number` or more if they are none.
unsigned two(const char* at) {
    const unsigned tens = static_cast<unsigned char>(at[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(at[1]) - unsigned{'0'};
    return tens <= 9 && ones <= 9 ? 10 * tens + ones : no_number;
}

/// Z, +hh:mm, +hhmm or +hh, and nothing after it.
std::optional<std::int64_t> parse_offset(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() == 6 && text[3] != ':') return std::nullopt;
    if (text.size() != 3 && text.size() != 5 && text.size() != 6) return std::nullopt;
    const unsigned hours = two(text.data() + 1);
    const unsigned minutes = text.size() == 3 ? 0 : two(text.data() + text.size() - 2);
    if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return std::nullopt;
    const std::int64_t ahead = hours * rules::hour + minutes * (60 * rules::second);
    return text[0] == '-' ? -ahead : text[0] == '+' ? std::optional(ahead) : std::nullopt;
}

/// ".5" up to ".123456789": taken off the front of `text`. Empty if no digit follows the point, or more than nine do.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
    std::int64_t value = 0, weight = rules::second;
    std::size_t digits = 0;
    for (text.remove_prefix(1); !text.empty() && digit(text[0]); text.remove_prefix(1), ++digits) {
        weight /= 10;
        value += (text[0] - '0') * weight;
    }
    return digits >= 1 && digits <= 9 ? std::optional(value) : std::nullopt;
}

/// Whether `text` has the shape: 9 stands for a digit, everything else for itself.
bool shaped(std::string_view text, std::string_view shape) {
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char seen, char wanted) { return wanted == '9' ? digit(seen) : seen == wanted; });
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::string_view advice_on_day(std::string_view text) {
    constexpr std::array<std::string_view, 3> placeholders = {"1899-12-30", "9999-12-31", "0001-01-01"};
    if (std::find(placeholders.begin(), placeholders.end(), text) != placeholders.end())
        return "this stands for 'no date' in some systems: leave the cell blank";
    const unsigned year = 100 * two(text.data()) + two(text.data() + 2);
    return year < 1900 || year > 2199 ? "years from 1900 to 2199 can be read" : "there is no such day";
}

std::string_view advice_on_time(std::string_view text) {  // what stands from the T on
    if (text.size() >= 3 && two(text.data() + 1) > 24) return "there is no such time of day";
    if (text.size() >= 6 && text[3] == ':' && (two(text.data() + 4) > 59 || text.starts_with("T24")))
        return "there is no such time of day";
    if (text.size() >= 9 && text[6] == ':' && two(text.data() + 7) > 59)
        return "seconds go from 00 to 59; write a leap second as 59";
    if (text.find('.') != std::string_view::npos) return "at most nine digits of a second can be kept";
    if (text.find_first_of("+-") != std::string_view::npos) return "write an offset as Z or +01:00, up to 14 hours";
    return "write a time as T15:20 or T15:20:00, on a clock of 24 hours";
}
}  // namespace

std::optional<WrittenMoment> parse_moment(std::string_view text) {
    rules::Moment plain;
    if (parse_plain_moment(text, plain)) return WrittenMoment{plain.day, plain.time};
    if (text.size() < 16 || !parse_plain_moment(text.substr(0, 10), plain)) return std::nullopt;
    WrittenMoment moment{plain.day};

    const unsigned hours = two(text.data() + 11), minutes = two(text.data() + 14);
    if (text[10] != 'T' || text[13] != ':' || hours > 24 || minutes > 59) return std::nullopt;
    moment.time = (hours * 60 + minutes) * (60 * rules::second);
    text.remove_prefix(16);
    if (text.size() >= 3 && text[0] == ':') {
        const unsigned seconds = two(text.data() + 1);
        if (seconds > 59) return std::nullopt;
        moment.time += seconds * rules::second;
        text.remove_prefix(3);
        if (!text.empty() && text[0] == '.') {
            const auto fraction = take_fraction(text);
            if (!fraction) return std::nullopt;
            moment.time += *fraction;
        }
    }
    if (!text.empty()) {
        moment.ahead_of_utc = parse_offset(text);
        if (!moment.ahead_of_utc) return std::nullopt;
    }
    if (hours == 24) {
        if (moment.time != 24 * rules::hour || moment.day == rules::last_date) return std::nullopt;
        moment.day = moment.day + 1;
        moment.time = 0;
    }
    return moment;
}

std::string_view advice_on_moment(std::string_view text) {
    if (text.empty()) return "";
    if (text.front() == ' ' || text.back() == ' ') return "take out the space before or after it";
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return "only the digits 0 to 9 and plain signs can be read";
    if (text.size() >= 10 && shaped(text.substr(0, 10), "9999-99-99")) {
        if (!parse_moment(text.substr(0, 10))) return advice_on_day(text.substr(0, 10));
        if (text.size() > 10 && text[10] == 'T') return advice_on_time(text.substr(10));
        if (text.size() > 10 && (text[10] == ' ' || text[10] == 't'))
            return "write a capital T between date and time: 2025-04-30T15:20";
        return "something stands after the date";
    }
    if (all_digits(text)) {
        if (text.size() == 5) return "this looks like a spreadsheet's day number: format the column as yyyy-mm-dd";
        if (text.size() == 8) return "write the dashes: 2025-04-30";
        if (text.size() >= 9) return "this looks like a count of seconds since 1970: write dates instead";
    }
    if (text.size() > 6 && shaped(text.substr(0, 6), "99999.") && all_digits(text.substr(6)))
        return "this looks like a spreadsheet's day number: format the column as yyyy-mm-dd";
    if (text.find_first_of("/.") != std::string_view::npos)
        return "days and months are never guessed: write year, month, day, with dashes";
    if (shaped(text, "9999-99")) return "the day is missing";
    if (has_letter(text)) return "write the date in figures: 2025-04-30";
    return "write four digits for the year and two each for month and day";
}

bool looks_like_placeholder(rules::Date day) {
    return day == rules::first_date || day == rules::Date{0};
}

}  // namespace csapath::engine
