// SPDX-License-Identifier: MIT
/// How a source writes its dates, as somebody declared it: "dd/mm/yyyy hh:mm". What does not fit is no date.
///
///     yyyy            a year in four figures (two are refused: 24 could be 1924)
///     mm m mmm mmmm   a month: two figures, one or two, Apr, April
///     dd d            a day: two figures, one or two
///     hh h            an hour, of 24 unless am/pm follows
///     mm, after hh    minutes;  ss seconds;  f fractions of a second, one figure or more
///     am/pm           which half of the day
///     iso             2025-04-30, or 2025-04-30T15:20 with all that may follow it
///     day-number      what a spreadsheet counts from 1900: 45777, 45777.5
///     day-number-1904 the same, counted from 1904
///     epoch-seconds, epoch-milliseconds   since 1970, in UTC
///
/// Spaces, T and - / . : , stand for themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/value/date.hpp"

namespace csapath::engine {

class DatePattern {
public:
    /// Empty, and `wrong` says why, where the pattern makes no sense.
    static std::optional<DatePattern> from(std::string_view written, std::string& wrong);

    enum class Fit : std::uint8_t {
        no,
        swapped,   ///< no, but it would be a date if day and month changed places
        yes,       ///< a date, which would also be one the other way round
        confirmed  ///< a date, and only in this order
    };
    /// Where the text fits, `iso` becomes the date as the plain event file writes it.
    Fit read(std::string_view text, std::string& iso) const;

    /// Day and month are both figures, and the year does not stand first: the data have to confirm it.
    bool order_matters() const { return order_matters_; }
    const std::string& written() const { return written_; }

private:
    enum class Kind : std::uint8_t { pattern, iso, day_number, day_number_1904, seconds, milliseconds };
    enum class Part : std::uint8_t { sign, year, month, month_name, day, hour, minute, second, fraction, half };
    struct Element {
        Part part = Part::sign;
        char sign = ' ';
        std::uint8_t least = 2, most = 2;  ///< figures
    };
    struct Reading;

    std::optional<Element> next_element(std::string_view& rest, std::string& wrong) const;
    std::string_view why_not() const;
    bool has(Part part) const;
    bool take(const Element& element, std::string_view& text, Reading& into) const;

    Kind kind_ = Kind::pattern;
    bool order_matters_ = false;
    std::vector<Element> elements_;
    std::string written_;
};

/// A spreadsheet's day number as ISO text; `from_1904` counts from 1904. Empty for what is no such number, for the
/// 29 February 1900 that never was, and outside 1900-2199. A fraction is a time of day, to the second.
std::optional<std::string> iso_of_day_number(std::string_view number, bool from_1904);

}  // namespace csapath::engine
