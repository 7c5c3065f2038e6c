// SPDX-License-Identifier: MIT
/// A figure as a table that knows nothing of where it will stand: HTML, CSV, a workbook or text are all made from it.
///
/// A cell says what sort of thing it holds, so that whoever writes it can align it, and whoever publishes it can hide
/// small counts: a share carries the counts that it was made from, and is hidden with them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// How many there are of what the table counts.
struct CountOf {
    std::uint64_t number = 0;
    friend bool operator==(const CountOf&, const CountOf&) = default;
};

/// A part of a whole. Of nothing there is no share.
struct ShareOf {
    std::uint64_t part = 0, whole = 0;
    friend bool operator==(const ShareOf&, const ShareOf&) = default;
};

/// A length of time.
struct DaysLong {
    std::int64_t days = 0;
    friend bool operator==(const DaysLong&, const DaysLong&) = default;
};

/// Nothing where the column does not apply to the row.
using FigureCell = std::variant<std::monostate, std::string, CountOf, ShareOf, rules::Date, DaysLong>;

struct FigureColumn {
    enum class Holds : std::uint8_t { text, count, share, date, days };

    std::string name;   ///< for machines, as in the head of a CSV file: "not_recorded"
    std::string title;  ///< for people: "Not recorded"
    Holds holds = Holds::count;
    bool total = false;  ///< made of other columns of its row
};

struct FigureRow {
    std::vector<FigureCell> cells;  ///< one a column
    bool total = false;             ///< made of other rows
};

struct FigureTable {
    std::string name;   ///< letters and hyphens, unique among the figures of a run: "referrals-by-area"
    std::string title;  ///< "Referrals by area, and whether a strategy discussion followed"
    std::vector<FigureColumn> columns;
    std::vector<FigureRow> rows = {};
    std::string counts = {};  ///< what it counts, in one sentence; of which window, where the run has one
    std::uint64_t not_placed =
        0;                  ///< how many of these could not be told apart, and stand in columns or rows of their own
    std::string note = {};  ///< what else must be known to read it; often empty
    std::vector<std::string> audits = {};  ///< the findings of audits that ask for it: "R1"
    bool names_cases = false;              ///< a row a case: not for publication
};

}  // namespace csapath::engine
