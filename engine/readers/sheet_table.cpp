// SPDX-License-Identifier: MIT
#include "engine/readers/sheet_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "engine/mappings/date_pattern.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// "AB17" -> 27; empty if there are no letters, or too many.
std::optional<std::size_t> column_of_reference(std::string_view reference) {
    std::size_t column = 0, letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4)
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A') + 1;
    if (letters == 0 || letters == 4) return std::nullopt;
    return column - 1;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

const TableRow::Fault wrong_cell{Code::workbook_damaged, "a cell that is not as workbooks write them",
                                 "open the workbook in a spreadsheet and save it again"};

}  // namespace

SheetTable::SheetTable(std::unique_ptr<ZipPart> part, bool from_1904, const SharedStrings& strings,
                       const CellFormats& formats)
    : part_(std::move(part)), from_1904_(from_1904), strings_(strings), formats_(formats), xml_(*part_, *this) {}

bool SheetTable::next(TableRow& row) {
    row.cells.clear();
    row.fault.reset();
    while (rows_.empty() && xml_.more()) {
    }
    if (rows_.empty()) {
        row.fault = fault_of_part(*part_, xml_.fault());
        row.text = {};
        row.place = {row_.number, row_.number, row_.number};
        return row.fault && !std::exchange(told_fault_, true);
    }
    out_ = std::move(rows_.front());
    rows_.pop_front();
    if (expected_ > 0 && out_.cells.size() > expected_) {
        beside_ += static_cast<std::uint64_t>(std::count_if(out_.cells.begin() + static_cast<std::ptrdiff_t>(expected_),
                                                            out_.cells.end(),
                                                            [](const Cell& cell) { return !cell.text.empty(); }));
        out_.cells.resize(expected_);
    }
    out_text_.clear();
    for (const Cell& cell : out_.cells) out_text_.append(cell.text).append("\t");
    out_text_.resize(out_text_.find_last_not_of('\t') + 1);
    row.place = {out_.number, out_.number, out_.number};
    row.text = out_text_;
    row.fault = out_.fault;
    for (const Cell& cell : out_.cells) row.cells.push_back({cell.text, cell.date});
    return true;
}

void SheetTable::tell_of_all(Faults&, InputReport& report, std::uint64_t) {
    if (merged_ > 0)
        report.note(Code::workbook_merged, "merged cells: only the first of each holds what they show", merged_);
    if (beside_ > 0)
        report.note(Code::workbook_beside, "cells to the right of the header's last; they are not read", beside_);
}

void SheetTable::attribute(std::string_view name, std::string_view value) {
    if (in_cell_) return;  // of a formula, say
    if (name == "r") reference_ = value;
    if (name == "t") type_ = value;
    if (name == "s") style_ = value;
}

bool SheetTable::start(std::string_view name, XmlPlace) {
    const std::string_view local = local_name(name);
    if (local == "row") {
        row_.number = number_in<std::uint64_t>(reference_).value_or(row_.number + 1);
        row_.cells.clear();
        row_.fault.reset();
    } else if (local == "c") {
        begin_cell();
        return true;  // its attributes are looked at when it ends
    } else if (local == "mergeCell") {
        ++merged_;
    } else if (local == "rPh") {
        ++phonetic_;
    }
    in_value_ = in_cell_ && phonetic_ == 0 && (local == "v" || local == "t");
    if (!in_cell_) reference_.clear(), type_.clear(), style_.clear();
    return true;
}

bool SheetTable::text(std::string_view text, XmlPlace) {
    if (in_value_) value_ += text;
    return true;
}

bool SheetTable::end(std::string_view name) {
    const std::string_view local = local_name(name);
    in_value_ = false;
    if (local == "rPh") --phonetic_;
    if (local == "c") end_cell();
    if (local == "row") {
        rows_.push_back(std::move(row_));
        row_ = Row{.number = rows_.back().number, .cells = {}, .fault = {}};
    }
    return true;
}

void SheetTable::begin_cell() {
    in_cell_ = true;
    value_.clear();
    column_ = column_of_reference(reference_).value_or(row_.cells.size());
}

void SheetTable::end_cell() {
    Cell cell = meant();
    const bool good = column_ < most_columns && column_ >= row_.cells.size();
    if (!good) {
        row_.fault = wrong_cell;
    } else if (!cell.text.empty()) {
        row_.cells.resize(column_ + 1);
        row_.cells[column_] = std::move(cell);
    }
    in_cell_ = false;
    reference_.clear();
    type_.clear();
    style_.clear();
}

/// What stands in the cell, as the plain event file would write it.
SheetTable::Cell SheetTable::meant() {
    if (value_.empty()) return {};
    if (type_.empty() || type_ == "n") return meant_number();
    if (type_ == "inlineStr" || type_ == "str") return {unescaped(value_)};
    if (type_ == "e") return {value_};
    if (type_ == "b") return {value_ == "1" ? "true" : "false"};
    if (type_ == "d") {
        if (value_.ends_with("T00:00:00")) value_.resize(value_.size() - 9);
        return {value_, true};
    }
    if (type_ == "s") {
        const auto number = number_in<std::size_t>(value_);
        const auto shared = number ? strings_.at(*number) : std::nullopt;
        if (shared) return {std::string{*shared}};
    }
    row_.fault = wrong_cell;
    return {};
}

SheetTable::Cell SheetTable::meant_number() const {
    const auto style = style_.empty() ? std::optional<std::size_t>(0) : number_in<std::size_t>(style_);
    if (style && *style < formats_.size() && formats_[*style])
        if (const auto iso = iso_of_day_number(value_, from_1904_)) return {*iso, true};
    // A whole number is an id as often as not: 1.5E5 and 150000.0 are written as a person would write them.
    constexpr double most_exact = 9'007'199'254'740'992;
    const auto number = number_in<double>(value_);
    if (number && std::trunc(*number) == *number && std::abs(*number) < most_exact)
        return {std::to_string(static_cast<std::int64_t>(*number))};
    return {value_};
}

}  // namespace csapath::engine
