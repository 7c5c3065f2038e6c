// SPDX-License-Identifier: MIT
/// The dates of a column: in which ways they are written, and for each order of day and month how many rows bear it out
/// and how many rule it out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/mappings/date_pattern.hpp"
#include "engine/profile/date_layout.hpp"
#include "engine/profile/seen.hpp"

namespace csapath::engine {

/// One pattern that a way of writing could mean.
struct DateReading {
    std::string pattern;  ///< as a mapping writes it: "dd/mm/yyyy"
    std::uint64_t fits = 0;
    Seen against;  ///< rows that are no dates by it
};

/// Dates that are written in one way.
struct DateForm {
    DateLayout layout;
    Seen seen;
    std::vector<DateReading> readings;  ///< the day first, then the month; none for a year of two figures
    Seen impossible;                    ///< no dates by any reading

    /// The one reading that the rows leave; nullptr where several are left, or none.
    const DateReading* decided() const;
};

struct DatesOfColumn {
    std::vector<DateForm> forms;  ///< the most frequent first
    Seen true_dates;              ///< a workbook says itself that they are dates
    Seen placeholders;            ///< 1900-01-01, 9999-12-31 and their like
    std::uint64_t midnights = 0, other_times = 0;
    std::string earliest, latest;  ///< days, as ISO; empty where no form is decided

    std::uint64_t count() const;
};

class DateTally {
public:
    /// False if this does not look like a date.
    bool add(std::string_view text, std::uint64_t row);
    void add_true_date(std::string_view iso, std::uint64_t row);

    DatesOfColumn done() &&;

private:
    struct Reading {
        DatePattern pattern;
        std::uint64_t fits = 0;
        Seen against;
        std::uint64_t midnights = 0, other_times = 0;
        std::string earliest, latest;

        void take(const std::string& iso);
    };
    struct Form {
        DateLayout layout;
        OneFigure one_figure;
        Seen seen, impossible;
        std::vector<Reading> readings;
    };
    Form& form(const DateLayout& layout);

    std::vector<Form> forms_;
    Seen true_dates_, placeholders_;
    std::uint64_t true_midnights_ = 0, true_times_ = 0;
    std::string earliest_, latest_, iso_;
};

}  // namespace csapath::engine
