// SPDX-License-Identifier: MIT
/// The rows of a CSV text, one after the other, as RFC 4180 means them: fields in quotes may hold separators, line ends
/// and doubled quotes. What breaks those rules makes its own row unreadable and no other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/csv_structure.hpp"
#include "engine/readers/row_place.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

inline constexpr std::size_t longest_field = std::size_t{1} << 20;
inline constexpr std::size_t longest_row = std::size_t{4} << 20;

/// What stands in a row. Points into the window.
struct CsvFields {
    std::string_view text;  ///< without the line end
    std::size_t fields = 0;

    /// Nothing at all is written there.
    bool blank(std::size_t number) const { return ends[static_cast<std::ptrdiff_t>(number) - 1] + 1 == ends[number]; }
    /// The field as written, in its quotes if it has some.
    std::string_view field(std::size_t number) const {
        const std::uint32_t from = ends[static_cast<std::ptrdiff_t>(number) - 1] + 1;
        return {data + from, ends[number] - from};
    }

    const char* data = nullptr;           ///< what `ends` counts from
    const std::uint32_t* ends = nullptr;  ///< of each field; the entry before the first is the end of the row before
};

/// A row as it stands in the file. Holds until the next is asked for.
struct CsvRow : CsvFields {
    RowPlace place;
    bool odd = false;        ///< may hold characters that need a closer look
    bool misquoted = false;  ///< a quote in the wrong place: there are no fields
};

/// Rows that stand one after the other, are as wide as the header and hold nothing to look at closely.
struct CsvRun {
    std::size_t rows = 0;
    RowPlace place;  ///< of the first
    const char* data = nullptr;
    const std::uint32_t* ends = nullptr;  ///< as of a row, of each field of each row: the last with a carriage return
};

class CsvRows {
public:
    enum class Got : std::uint8_t {
        row,
        end,
        open_quote,  ///< the file ends inside a quoted field; the row's line is where the quote stands
        too_long     ///< a row is longer than longest_row
    };

    /// The window stands where the header begins. `first_line` is its line.
    CsvRows(Window& window, std::size_t from, CsvSigns signs, std::uint64_t first_line);

    /// How many fields the header has. Where all rows of a stretch have as many, none is searched for its end.
    void expect(std::size_t fields);

    /// Hands out all such rows that lie ahead and were looked at already. Where there are none, ask for the next row.
    CsvRun next_run();

    Got next(CsvRow& row) {
        if (left_ == 0) [[unlikely]]
            if (const Got got = more(row); got != Got::row || row.misquoted) return got;
        --left_;
        row.ends = ends_;
        row.fields = even_ ? expected_ : fields_of_next();
        ends_ += row.fields;
        place(row, ends_[-1]);
        if (row.text.data() + row.text.size() != row.data + ends_[-1]) row.ends = without_return(row.ends, row.fields);
        return Got::row;
    }

    /// The ends of a row's fields if a carriage return stands before its line end: the last field ends before both.
    /// Holds until the next row.
    const std::uint32_t* without_return(const std::uint32_t* ends, std::size_t fields);

    /// Where in the file the row begins that was handed out last.
    std::uint64_t offset(const CsvRow& row) const {
        return window_.offset() + static_cast<std::uint64_t>(row.text.data() - window_.data());
    }
    /// The file ended with the last row, and without a line end.
    bool cut_off() const { return closed_ && at_ == window_.size(); }

private:
    /// Sees to it that there is a row to serve, or serves one that is misquoted.
    Got more(CsvRow& row);
    Got index_on();
    void index();
    bool all_as_expected() const;
    std::size_t fields_of_next() const;
    Got serve_misquoted(CsvRow& row);
    void look_at_odd(CsvRow& row, std::uint32_t end);
    void look_at_lines(CsvRow& row);

    /// The row stands at `at_` and its line end at `end`.
    void place(CsvRow& row, std::uint32_t end) {
        row.data = window_.data();
        const char* const begin = row.data + at_;
        const char* behind = row.data + end;
        if (behind != begin && behind[-1] == '\r') --behind;
        row.text = {begin, static_cast<std::size_t>(behind - begin)};
        row.place = {++row_number_, line_, line_};
        row.odd = false;
        row.misquoted = false;
        ++line_;
        if (odd_ <= end) [[unlikely]]
            look_at_odd(row, end);
        at_ = end + 1;
    }

    Window& window_;
    CsvSigns signs_;
    CsvStructure structure_;
    std::size_t left_ = 0;                       ///< rows of the structure not handed out
    const std::uint32_t* ends_ = nullptr;        ///< of the next row
    std::vector<std::uint32_t> own_ends_;        ///< of a row with a carriage return
    std::size_t expected_ = 0;                   ///< fields of a row; 0 if nobody knows
    bool even_ = false;                          ///< the rows left all have as many
    std::uint32_t odd_ = CsvStructure::nowhere;  ///< the first odd block that reaches behind the rows served
    std::size_t next_odd_ = 0;
    std::uint32_t at_;           ///< where the next row begins in the window
    std::uint32_t indexed_ = 0;  ///< up to where the structure reaches
    std::size_t stretch_;        ///< how much to take apart next
    std::uint64_t row_number_ = 0, line_;
    bool closed_ = false;  ///< a line end was added to a last row that had none
};

/// What a field means: without its quotes, and doubled ones single. Where the text had to be changed, it
/// is put behind what `scratch` holds, which must have room for it.
std::string_view unquoted(std::string_view field, std::string& scratch);

}  // namespace csapath::engine
