// SPDX-License-Identifier: MIT
/// What a table holds that nobody has told us anything about: for each column how much is filled, which types fit, and
/// what is doubtful. A profile counts and points at rows; it decides nothing that the rows do not decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/profile/date_tally.hpp"
#include "engine/profile/seen.hpp"

namespace csapath::engine {

/// What a written text could mean, by the words that a definition and this program know.
struct Meaning {
    enum class Of : std::uint8_t { event, agency, value, yes_no };
    Of of = Of::event;
    std::string name;   ///< as the definition calls it
    std::string fact;   ///< of a value: which fact can have it
    bool exact = true;  ///< the same words; else the nearest
};

/// A text that stands in a column again and again.
struct CodedValue {
    std::string text;
    Seen seen;
    std::optional<Meaning> meaning;
    /// It may be shown to anybody: a word that is known, or a short code that can name nobody.
    bool harmless = false;
};

/// What most of a column's values are.
enum class Holds : std::uint8_t { nothing, dates, yes_no, codes, numbers, ids, texts };

struct ColumnProfile {
    std::string name;
    std::uint64_t blank = 0, filled = 0;  ///< a spelling such as N/A is filled
    Holds holds = Holds::nothing;
    std::uint64_t different = 0;                          ///< how many different values
    bool different_at_least = false;                      ///< they were not counted to the end
    std::uint64_t least_length = 0, greatest_length = 0;  ///< in characters

    std::uint64_t whole_numbers = 0, other_numbers = 0;
    DatesOfColumn dates;
    /// In order of how often; empty where a column holds more than a list of codes could.
    std::vector<CodedValue> codes;

    std::vector<CodedValue> missing;  ///< spellings such as N/A
    Seen outer_spaces, spreadsheet_errors, rounded_numbers, day_numbers, not_dates;

    bool repeats() const { return different < values(); }
    std::uint64_t missing_count() const;
    /// Cells that hold a value.
    std::uint64_t values() const { return filled - missing_count(); }
};

/// Rows that no table of their kind should have.
struct TableDoubts {
    Seen unreadable;               ///< could not be taken apart
    std::string first_unreadable;  ///< why not
    Seen header_again, blank_rows;
    std::vector<std::string> same_names;  ///< of several columns
    std::size_t nameless_columns = 0;
};

struct TableProfile {
    std::string input;  ///< as the user called it
    std::string name;   ///< its sheet's, or its file's without folders and extension
    std::uint64_t rows = 0;
    std::uint64_t header_row = 1;  ///< 0: no row looks like a header, and the columns have no names
    bool header_is_row = true;     ///< else the names of the columns stand elsewhere, as in a database
    bool header_is_first = true;   ///< nothing stands above it
    std::vector<ColumnProfile> columns;
    TableDoubts doubts;
    std::vector<std::string> notes;  ///< of the reading: the separator that was found, merged cells
};

}  // namespace csapath::engine
