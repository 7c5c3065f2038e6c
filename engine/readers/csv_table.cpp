// SPDX-License-Identifier: MIT
#include "engine/readers/csv_table.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/readers/bad_character.hpp"

namespace csapath::engine {

using rules::Code;

CsvTable::CsvTable(Window& window, const CsvStart& start)
    : signs_(start.signs), rows_(window, start.from, start.signs, start.line) {}

bool CsvTable::next(TableRow& row) {
    row.cells.clear();
    row.fault.reset();
    if (ended_) return false;
    const CsvRows::Got got = rows_.next(csv_);
    row.place = csv_.place;
    row.text = csv_.text;
    if (got != CsvRows::Got::row) return end(got, row);
    if (expected_ > 0) ++all_rows_;
    if ((csv_.odd || csv_.misquoted) && look_at_characters(row)) return true;
    if (look_at_fields(row)) return true;

    scratch_.clear();
    scratch_.reserve(row.text.size());  // nothing in it moves until the next row
    for (std::size_t field = 0; field < csv_.fields; ++field)
        row.cells.push_back({unquoted(csv_.field(field), scratch_)});
    return true;
}

/// There are no more rows; or what follows cannot be taken apart, and that is told as a last row.
bool CsvTable::end(CsvRows::Got got, TableRow& row) {
    ended_ = true;
    if (got == CsvRows::Got::end) return false;
    row.text = {};
    if (got == CsvRows::Got::too_long)
        row.fault = {Code::data_limit, "a row longer than 4 MiB; nothing after it is read",
                     "perhaps a quote in it is never closed"};
    else
        row.fault = {Code::data_open_quote, "a quote that opens here is never closed; nothing after it is read",
                     "close it, or double it if it belongs to the text"};
    return true;
}

bool CsvTable::look_at_characters(TableRow& row) const {
    if (const auto bad = bad_character(row.text, true)) {
        const std::string place = " at byte offset " + std::to_string(rows_.offset(csv_) + bad->at);
        if (bad->encoding)
            row.fault = {Code::file_encoding, "not UTF-8" + place,
                         "save the file as UTF-8, or declare its encoding in the mapping: encoding: windows-1252"};
        else
            row.fault = {Code::file_character, bad->name + place + ", which no text can hold", ""};
    } else if (csv_.misquoted) {
        const bool several_lines = row.place.last_line > row.place.line;
        row.fault = {Code::data_quote, "a quote in the wrong place",
                     several_lines ? "perhaps a quote on line " + std::to_string(row.place.line) + " is never closed"
                                   : "put the field in quotes, and double the quotes inside it"};
    }
    return row.fault.has_value();
}

bool CsvTable::look_at_fields(TableRow& row) {
    if (row.text.size() > longest_field) {
        for (std::size_t field = 0; field < csv_.fields; ++field) {
            if (csv_.field(field).size() <= longest_field) continue;
            ended_ = true;
            row.fault = {Code::data_limit, "a field longer than 1 MiB; nothing after it is read", ""};
            return true;
        }
    }
    if (expected_ == 0 || csv_.fields == expected_ || blank()) return false;
    const auto surplus = static_cast<std::ptrdiff_t>(csv_.fields) - static_cast<std::ptrdiff_t>(expected_);
    if (uneven_rows_++ == 0) first_surplus_ = surplus;
    if (surplus == first_surplus_) ++like_the_first_;
    row.fault = {Code::data_row_fields,
                 std::to_string(csv_.fields) + (csv_.fields == 1 ? " field" : " fields") + " where the header has " +
                     std::to_string(expected_),
                 rows_.cut_off() && surplus < 0 ? "the file ends here, without a line end: it may have been cut off"
                 : surplus > 0                  ? "put a field that holds a separator in quotes"
                                                : ""};
    return true;
}

/// Spreadsheets save rows that nothing stands in as separators alone.
bool CsvTable::blank() const {
    constexpr std::string_view nothing = " \t\"";
    return std::all_of(csv_.text.begin(), csv_.text.end(), [&](char character) {
        return character == signs_.separator || nothing.find(character) != std::string_view::npos;
    });
}

/// One comma too many on each row is one mistake, not a thousand.
void CsvTable::tell_of_all(Faults& faults, InputReport&, std::uint64_t blank_rows) {
    if (uneven_rows_ < 2 || uneven_rows_ != like_the_first_ || uneven_rows_ + blank_rows != all_rows_) return;
    faults.take_back(Code::data_row_fields);
    const std::ptrdiff_t count = std::abs(first_surplus_);
    faults.add(Code::data_row_fields, {},
               "all rows have " + std::to_string(count) + (first_surplus_ > 0 ? " more" : " fewer") +
                   (count == 1 ? " field" : " fields") + " than the header",
               first_surplus_ > 0 ? "is there a separator at the end of each row, or a comma in numbers?" : "");
}

}  // namespace csapath::engine
