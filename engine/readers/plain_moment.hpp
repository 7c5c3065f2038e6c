// SPDX-License-Identifier: MIT
/// The commonest dates and times of data files, at speed: eight characters are looked at together.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// The first day of each month from January 1900, and of the month after the last.
inline constexpr auto first_days = [] {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::array<std::int32_t, 12 * 300 + 1> days{};
    days[0] = rules::first_date.days;
    for (std::size_t month = 0; month + 1 < days.size(); ++month) {
        const std::size_t year = 1900 + month / 12;
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        days[month + 1] = days[month] + lengths[month % 12] + (month % 12 == 1 && leap ? 1 : 0);
    }
    return days;
}();
static_assert(first_days.back() == rules::last_date.days + 1);

/// Eight characters in which 0 stands for a digit and anything else for itself.
struct DigitPattern {
    std::uint64_t signs = 0;
    /// What may be added to a digit, or to a sign that is right, before the highest bit of its byte is set.
    std::uint64_t room = 0;

    consteval DigitPattern(const char (&text)[9]) {
        for (unsigned i = 0; i < 8; ++i) {
            signs |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
            room |= std::uint64_t{text[i] == '0' ? 0x7Fu - 9u : 0x7Fu} << (8 * i);
        }
    }
};

/// Eight characters held against a pattern, all at once.
class EightFigures {
public:
    [[gnu::always_inline]] EightFigures(const char* text, DigitPattern pattern) {
        std::uint64_t seen = 0;
        std::memcpy(&seen, text, 8);
        const std::uint64_t figures = seen ^ pattern.signs;  // digits become 0 to 9, and signs 0
        wrong_ = ((figures + pattern.room) | figures) & 0x8080808080808080u;
        pairs_ = figures * 10 + (figures >> 8);
    }
    std::uint64_t wrong() const { return wrong_; }  ///< nought if the text is as the pattern says
    /// The number that the two digits at `place` make. Only where nothing is wrong.
    unsigned pair(int place) const { return static_cast<unsigned>(pairs_ >> (8 * place)) & 0xFFu; }

private:
    std::uint64_t wrong_, pairs_;
};
static_assert(std::endian::native == std::endian::little);

/// The day of a moment, by years and months that are two digits each. False if there is none.
[[gnu::always_inline]] inline bool set_day(unsigned century, unsigned year, unsigned month, unsigned day,
                                           rules::Moment& moment) {
    const unsigned months = (100 * century + year - 1900) * 12 + month - 1;
    if (month - 1 >= 12 || months >= first_days.size() - 1) return false;
    moment.day.days = first_days[months] + static_cast<std::int32_t>(day) - 1;
    return day >= 1 && moment.day.days < first_days[months + 1];
}

[[gnu::always_inline]] inline std::int64_t time_of_day(unsigned hours, unsigned minutes, unsigned seconds) {
    return ((hours * 60 + minutes) * 60 + seconds) * rules::second;
}

/// "2025-04-30", "2025-04-30T15:20" and "2025-04-30T15:20:05": without fraction, offset and 24:00. Sets the day and the
/// time of `moment`; for all other texts it is false, and nothing is promised of these two.
[[gnu::always_inline]] inline bool parse_plain_moment(std::string_view text, rules::Moment& moment) {
    // "2025-04-30T15:20:05" is looked at as "2025-04-", "30T15:20" and "15:20:05".
    constexpr std::size_t day_alone = 10, to_the_minute = 16, to_the_second = 19;
    if (text.size() != to_the_second && text.size() != day_alone && text.size() != to_the_minute) return false;
    const EightFigures year_month{text.data(), "0000-00-"};
    std::uint64_t wrong = year_month.wrong();
    unsigned day = 0;
    if (text.size() == day_alone) {
        const EightFigures figures{text.data() + 2, "00-00-00"};
        wrong |= figures.wrong();
        day = figures.pair(6);
        moment.time = rules::Moment::no_time;
    } else {
        const EightFigures figures{text.data() + 8, "00T00:00"};
        wrong |= figures.wrong();
        day = figures.pair(0);
        const unsigned hours = figures.pair(3), minutes = figures.pair(6);
        unsigned seconds = 0;
        if (text.size() == to_the_second) {
            const EightFigures clock{text.data() + 11, "00:00:00"};
            wrong |= clock.wrong();
            seconds = clock.pair(6);
        }
        wrong |= static_cast<std::uint64_t>(hours > 23) | static_cast<std::uint64_t>(minutes > 59) |
                 static_cast<std::uint64_t>(seconds > 59);
        moment.time = time_of_day(hours, minutes, seconds);
    }
    return wrong == 0 && set_day(year_month.pair(0), year_month.pair(2), year_month.pair(5), day, moment);
}

}  // namespace csapath::engine
