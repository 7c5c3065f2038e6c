// SPDX-License-Identifier: MIT
#include "engine/mappings/date_pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace csapath::engine {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == small_letter(b); });
}

/// How many of one letter stand at the front.
std::size_t length_of_run(std::string_view text) {
    const std::size_t end = text.find_first_not_of(text.front());
    return end == std::string_view::npos ? text.size() : end;
}

/// Takes figures off the front, no more than `most`; empty if they are fewer than `least`.
std::optional<int> take_figures(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9')
        number = number * 10 + (text[count++] - '0');
    if (count < least) return std::nullopt;
    text.remove_prefix(count);
    return number;
}

void append_two(std::string& to, std::int64_t number) {
    to += static_cast<char>('0' + number / 10);
    to += static_cast<char>('0' + number % 10);
}

void append_time(std::string& to, std::int64_t seconds) {
    to += 'T';
    append_two(to, seconds / 3600);
    to += ':';
    append_two(to, seconds / 60 % 60);
    to += ':';
    append_two(to, seconds % 60);
}

/// Seconds since 1970 in UTC, of ten figures; milliseconds of thirteen. Another magnitude is another unit.
std::optional<std::string> iso_of_epoch(std::string_view text, bool milliseconds) {
    const std::size_t figures = milliseconds ? 13 : 10;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() != figures || number < 0)
        return std::nullopt;
    const std::int64_t seconds = milliseconds ? number / 1000 : number;
    std::string iso = rules::iso(rules::Date{static_cast<std::int32_t>(seconds / 86'400)});
    append_time(iso, seconds % 86'400);
    if (milliseconds) {
        const std::int64_t rest = number % 1000;
        iso += '.';
        iso += static_cast<char>('0' + rest / 100);
        append_two(iso, rest % 100);
    }
    return iso + 'Z';
}

}  // namespace

struct DatePattern::Reading {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    std::optional<bool> afternoon;
    std::string_view fraction;
};

bool DatePattern::has(Part part) const {
    return std::ranges::any_of(elements_, [part](const Element& element) { return element.part == part; });
}

std::optional<DatePattern::Element> DatePattern::next_element(std::string_view& rest, std::string& wrong) const {
    const auto letters = [&rest](Part part, std::size_t count, std::uint8_t least, std::uint8_t most) {
        rest.remove_prefix(count);
        return Element{.part = part, .least = least, .most = most};
    };
    const char sign = rest.front();
    const std::size_t count = length_of_run(rest);
    const bool minutes = sign == 'm' && has(Part::hour);
    if (rest.starts_with("am/pm")) return letters(Part::half, 5, 0, 0);
    if (sign == 'y' && count == 4) return letters(Part::year, 4, 4, 4);
    if (sign == 'm' && count == 2 && minutes) return letters(Part::minute, 2, 2, 2);
    if (sign == 'm' && count == 2) return letters(Part::month, 2, 2, 2);
    if (sign == 'm' && count == 1 && !minutes) return letters(Part::month, 1, 1, 2);
    if (sign == 'm' && (count == 3 || count == 4) && !minutes)
        return letters(Part::month_name, count, static_cast<std::uint8_t>(count), 0);
    if (sign == 'd' && count <= 2) return letters(Part::day, count, static_cast<std::uint8_t>(count), 2);
    if (sign == 'h' && count <= 2) return letters(Part::hour, count, static_cast<std::uint8_t>(count), 2);
    if (sign == 's' && count == 2) return letters(Part::second, 2, 2, 2);
    if (sign == 'f' && count == 1) return letters(Part::fraction, 1, 1, 9);
    if (std::string_view{" T-/.:,"}.find(sign) != std::string_view::npos) {
        rest.remove_prefix(1);
        return Element{.part = Part::sign, .sign = sign};
    }
    wrong = sign == 'y' ? "a year is written yyyy: of two figures nobody knows the century"
                        : "'" + std::string{rest.substr(0, count)} + "' is no part of a date";
    return std::nullopt;
}

/// What is missing for a date, or stands in it twice; empty if all is well.
std::string_view DatePattern::why_not() const {
    const auto count = [this](Part part) { return std::ranges::count(elements_, part, &Element::part); };
    const auto month_count = count(Part::month) + count(Part::month_name);
    if (count(Part::year) != 1 || month_count != 1 || count(Part::day) != 1)
        return "it needs a year (yyyy), a month (mm or mmm) and a day (dd), each once";
    for (const Part part : {Part::hour, Part::minute, Part::second, Part::fraction, Part::half})
        if (count(part) > 1) return "a part of the time stands in it twice";
    if (has(Part::hour) != has(Part::minute)) return "hours and minutes come together: hh:mm";
    if ((has(Part::second) && !has(Part::minute)) || (has(Part::fraction) && !has(Part::second)))
        return "a smaller part of the time needs the larger";
    if (has(Part::half) && !has(Part::hour)) return "am/pm needs an hour";
    for (std::size_t at = 0; at + 1 < elements_.size(); ++at)
        if (elements_[at].least < elements_[at].most && elements_[at + 1].most > 0 &&
            elements_[at + 1].part != Part::sign)
            return "between figures of which nobody knows how many they are a sign must stand";
    return {};
}

std::optional<DatePattern> DatePattern::from(std::string_view written, std::string& wrong) {
    using Word = std::pair<std::string_view, Kind>;
    constexpr std::array<Word, 5> words = {
        Word{"iso", Kind::iso}, Word{"day-number", Kind::day_number}, Word{"day-number-1904", Kind::day_number_1904},
        Word{"epoch-seconds", Kind::seconds}, Word{"epoch-milliseconds", Kind::milliseconds}};
    DatePattern pattern;
    pattern.written_ = written;
    for (const auto& [word, kind] : words) {
        if (word != written) continue;
        pattern.kind_ = kind;
        return pattern;
    }
    while (!written.empty()) {
        const auto element = pattern.next_element(written, wrong);
        if (!element) return std::nullopt;
        pattern.elements_.push_back(*element);
    }
    wrong = pattern.why_not();
    if (!wrong.empty()) return std::nullopt;
    pattern.order_matters_ = pattern.has(Part::month) && pattern.elements_.front().part != Part::year;
    return pattern;
}

bool DatePattern::take(const Element& element, std::string_view& text, Reading& into) const {
    const auto figures = [&](int& number) {
        const auto taken = take_figures(text, element.least, element.most);
        if (taken) number = *taken;
        return taken.has_value();
    };
    switch (element.part) {
        case Part::sign:
            if (!text.starts_with(element.sign)) return false;
            text.remove_prefix(1);
            return true;
        case Part::year:
            return figures(into.year);
        case Part::month:
            return figures(into.month);
        case Part::day:
            return figures(into.day);
        case Part::hour:
            return figures(into.hour);
        case Part::minute:
            return figures(into.minute);
        case Part::second:
            return figures(into.second);
        case Part::month_name:
            for (std::size_t month = 0; month < months.size(); ++month) {
                const std::string_view name = element.least == 3 ? months[month].substr(0, 3) : months[month];
                if (!begins(text, name)) continue;
                text.remove_prefix(name.size());
                into.month = static_cast<int>(month) + 1;
                return true;
            }
            return false;
        case Part::fraction: {
            std::size_t count = 0;
            while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
            into.fraction = text.substr(0, count);
            text.remove_prefix(count);
            return count >= element.least && count <= element.most;
        }
        case Part::half:
            if (!begins(text, "am") && !begins(text, "pm")) return false;
            into.afternoon = small_letter(text.front()) == 'p';
            text.remove_prefix(2);
            return true;
    }
    return false;
}

DatePattern::Fit DatePattern::read(std::string_view text, std::string& iso) const {
    const auto fits = [&iso](std::optional<std::string> found) {
        if (!found) return Fit::no;
        iso = *std::move(found);
        return Fit::confirmed;
    };
    switch (kind_) {
        case Kind::iso:
            if (!rules::parse_date(text.substr(0, 10)) || (text.size() > 10 && text[10] != 'T')) return Fit::no;
            iso = text;
            return Fit::confirmed;
        case Kind::day_number:
        case Kind::day_number_1904:
            return fits(iso_of_day_number(text, kind_ == Kind::day_number_1904));
        case Kind::seconds:
        case Kind::milliseconds:
            return fits(iso_of_epoch(text, kind_ == Kind::milliseconds));
        case Kind::pattern:
            break;
    }
    Reading seen;
    for (const Element& element : elements_)
        if (!take(element, text, seen)) return Fit::no;
    if (!text.empty()) return Fit::no;

    const auto day_of = [&](int month, int day) {
        return rules::make_date(seen.year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    };
    const auto date = day_of(seen.month, seen.day);
    if (!date) return order_matters_ && day_of(seen.day, seen.month) ? Fit::swapped : Fit::no;
    if (seen.afternoon) {
        if (seen.hour < 1 || seen.hour > 12) return Fit::no;
        seen.hour = seen.hour % 12 + (*seen.afternoon ? 12 : 0);
    }
    if (seen.hour > 23 || seen.minute > 59 || seen.second > 59) return Fit::no;
    iso = rules::iso(*date);
    if (has(Part::hour)) append_time(iso, (seen.hour * 60 + seen.minute) * 60 + seen.second);
    if (seen.fraction.find_first_not_of('0') != std::string_view::npos) iso.append(".").append(seen.fraction);
    return seen.day > 12 || !order_matters_ ? Fit::confirmed : Fit::yes;
}

std::optional<std::string> iso_of_day_number(std::string_view number, bool from_1904) {
    constexpr rules::Date before_1900{-25568}, day_0_of_1904{-24107};  // 1899-12-31, 1904-01-01
    constexpr double day_that_never_was = 60, most = 150'000;
    double days = 0;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), days, std::chars_format::fixed);
    if (error != std::errc{} || end != number.data() + number.size() || !(days >= 0 && days < most))
        return std::nullopt;
    double whole = std::floor(days);
    auto seconds = static_cast<std::int64_t>(std::llround((days - whole) * 86'400));
    if (seconds == 86'400) seconds = 0, ++whole;
    if (!from_1904 && (whole < 1 || whole == day_that_never_was)) return std::nullopt;
    const auto count = static_cast<std::int32_t>(whole);
    const rules::Date day = from_1904                    ? day_0_of_1904 + count
                            : whole > day_that_never_was ? before_1900 + (count - 1)
                                                         : before_1900 + count;
    if (day < rules::first_date || rules::last_date < day) return std::nullopt;
    std::string iso = rules::iso(day);
    if (days != std::floor(days)) append_time(iso, seconds);
    return iso;
}

}  // namespace csapath::engine
