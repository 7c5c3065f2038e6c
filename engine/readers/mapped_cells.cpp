// SPDX-License-Identifier: MIT
#include "engine/readers/mapped_cells.hpp"

#include <algorithm>

#include "engine/mappings/plain_words.hpp"
#include "engine/readers/cell.hpp"
#include "engine/readers/moment_text.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {
/// From so many dates the wrong way round on, if they are more than one in a hundred, the pattern is wrong, not they.
constexpr std::uint64_t enough_to_refute = 10;

std::vector<DatePattern> iso_alone() {
    std::string wrong;
    return {*DatePattern::from("iso", wrong)};
}

/// Whether a date and time as ISO text is a midnight where it was written, whatever offset it has.
bool at_midnight(std::string_view text) {
    constexpr std::string_view midnight = "T00:00:00";
    if (text.size() < 19 || text.substr(10, midnight.size()) != midnight) return false;
    text.remove_prefix(19);
    if (text.starts_with('.')) text.remove_prefix(std::min(text.find_first_not_of('0', 1), text.size()));
    return text.empty() || text.front() < '0' || text.front() > '9';
}

}  // namespace

MappedCells::MappedCells(const BoundTable& bound, const ReadOptions& options, InputReport& report)
    : bound_(bound),
      options_(options),
      report_(report),
      iso_(iso_alone()),
      tallies_(bound.columns.size()),
      trimmed_(bound.columns.size()),
      missing_(bound.columns.size()) {
    for (const std::string& word : bound.mapping->missing)
        if (!word.empty()) missing_begins_[static_cast<unsigned char>(word.front())] = true;
}

bool MappedCells::missing(std::string_view text, const std::vector<std::string>& also) const {
    const std::vector<std::string>& everywhere = bound_.mapping->missing;
    if (everywhere.empty() && also.empty()) return false;
    // Nearly no text can be one of them, and its first letter shows it.
    const char first = text.empty() ? '\0' : text.front();
    const bool capital = first >= 'A' && first <= 'Z';
    const char plain_first = capital ? static_cast<char>(first - 'A' + 'a') : first;
    const bool sure = capital || (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
    if (sure && also.empty() && !missing_begins_[static_cast<unsigned char>(plain_first)]) return false;
    const std::string plain = plain_words(text);
    return std::ranges::find(everywhere, plain) != everywhere.end() || std::ranges::find(also, plain) != also.end();
}

MappedCells::Text MappedCells::text(std::size_t column, std::string_view key, const std::vector<std::string>& also) {
    const TableCell cell = row_->cell(column);
    std::string_view text = cell.text;
    if (bound_.mapping->trim) text = without_outer_spaces(text);
    if (text.find_first_not_of(' ') == std::string_view::npos) return {};
    if (text.size() != cell.text.size()) trimmed_[column].take(rows_);
    if (missing(text, also)) {
        missing_[column].take(rows_);
        return {};
    }
    if (key.empty()) return {cell.broken ? Text::State::broken : Text::State::given, text, cell.date};
    Text found = member(text, key);
    if (found.state == Text::State::given && missing(found.text, also)) return {};
    return found;
}

MappedCells::Text MappedCells::text(const BoundValue& value) {
    if (value.from->always) return {Text::State::given, *value.from->always};
    return text(value.column, value.from->key, value.from->missing);
}

MappedCells::Text MappedCells::member(std::string_view text, std::string_view key) {
    if (json_.parse(text)) return {Text::State::broken, text};
    Text found;
    json_.each_in(0, [&](const JsonObject::Value& value, std::size_t) {
        if (json_.key(value) != key) return;
        using Kind = JsonObject::Value::Kind;
        switch (value.kind) {
            case Kind::text:
                found = {Text::State::given, keep(json_.text(value))};
                break;
            case Kind::whole:
                found = {Text::State::given, keep(std::to_string(value.whole))};
                break;
            case Kind::yes_no:
                found = {Text::State::given, value.yes ? "true" : "false"};
                break;
            case Kind::null:
                break;
            case Kind::other_number:
            case Kind::list:
            case Kind::object:
                found = {Text::State::broken, text};
                break;
        }
    });
    if (found.state == Text::State::given && found.text.find_first_not_of(' ') == std::string_view::npos) return {};
    return found;
}

const std::string* MappedCells::meaning(const BoundValue& value, std::string_view text) {
    auto& known = meanings_[value.from->values.get()];
    if (const std::string* const* const before = known.find(text)) return *before;
    const std::string* const found = value.from->values->find(text);
    if (found != nullptr) {
        known.add(text, found);
        return found;
    }
    std::string message = "'" + rules::printable(column_name(value)) + "' holds a value that the mapping does not list";
    if (options_.show_values && report_.notes.size() < InputReport::most_notes)
        message += ": '" + rules::printable(text.substr(0, 80)) + '\'';
    if (const auto near = rules::near_name(text, value.from->values->spellings()))
        message += "; the nearest is '" + rules::printable(*near) + '\'';
    report_.note(Code::data_value_unknown, message);
    return nullptr;
}

const std::vector<DatePattern>& MappedCells::patterns(const BoundValue& value) const {
    if (!value.from->dates.empty()) return value.from->dates;
    return bound_.mapping->dates.empty() ? iso_ : bound_.mapping->dates;
}

std::optional<std::string_view> MappedCells::date(const BoundValue& value, const Text& text, Trouble& trouble) {
    using Fit = DatePattern::Fit;
    Fit fit = Fit::no;
    if (text.date) {
        iso_text_ = text.text;
        fit = Fit::confirmed;
    }
    for (const DatePattern& pattern : patterns(value)) {
        if (fit != Fit::no) break;
        fit = pattern.read(text.text, iso_text_);
        if (!pattern.order_matters()) continue;
        Tally& tally = tallies_[value.column];
        if (fit == Fit::swapped) ++tally.swapped;
        if (fit == Fit::yes) ++tally.fitting;
        if (fit == Fit::confirmed) ++tally.confirming;
    }
    if (fit == Fit::yes || fit == Fit::confirmed) {
        if (bound_.mapping->midnight_is_no_time && at_midnight(iso_text_)) iso_text_.resize(10);
        return keep(iso_text_);
    }
    if (spreadsheet_error(text.text)) {
        trouble = {Code::data_excel_damage,
                   "a spreadsheet's error stands in the place of the value" + described(text.text),
                   "mend the formula, or widen the column, and save the file again"};
        return std::nullopt;
    }
    std::string expected;
    for (const DatePattern& pattern : patterns(value))
        expected += (expected.empty() ? "" : " or ") + (pattern.written() == "iso" ? "2025-04-30" : pattern.written());
    trouble = {Code::data_date, "not a date" + described(text.text) + "; expected " + expected};
    const bool declared = !value.from->dates.empty() || !bound_.mapping->dates.empty();
    if (fit == Fit::swapped)
        trouble.help = "it would be one if day and month changed places";
    else if (!declared)
        trouble.help = "say in the mapping how dates are written, as in dates: dd/mm/yyyy";
    if (const Tally& tally = tallies_[value.column]; fit == Fit::swapped && tally.swapped >= enough_to_refute)
        order_refuted_ = order_refuted_ || 100 * tally.swapped > tally.fitting + tally.confirming + tally.swapped;
    return std::nullopt;
}

void MappedCells::tell_of_cells() {
    for (std::size_t column = 0; column < bound_.columns.size(); ++column) {
        const std::string name = "'" + rules::printable(bound_.columns[column]) + '\'';
        if (trimmed_[column].cells > 0)
            report_.note(Code::data_trimmed, "values of " + name + " had spaces around them, which were left out",
                         trimmed_[column].cells);
        if (missing_[column].cells > 0)
            report_.note(Code::data_spelled_missing,
                         "cells of " + name + " hold a spelling that counts as missing, and are taken for blank",
                         missing_[column].cells);
    }
}

void MappedCells::tell_of_dates(Faults& faults) {
    for (std::size_t column = 0; column < tallies_.size(); ++column) {
        const Tally& tally = tallies_[column];
        const std::string name = "'" + rules::printable(bound_.columns[column]) + '\'';
        if (tally.fitting > 0 && tally.confirming == 0)
            report_.note(Code::data_order_unconfirmed,
                         "no date in " + name +
                             " has a day after the 12th, so the data cannot confirm that the day "
                             "comes first, or the month, as the mapping says",
                         tally.fitting);
        if (order_refuted_ && tally.swapped >= enough_to_refute)
            faults.add(Code::data_order_refuted, {},
                       "in " + name +
                           " more than one date in a hundred has day and month the other way round; nothing "
                           "after that is read",
                       "find out how this column is written, and declare it in the mapping: dates: mm/dd/yyyy");
    }
}

/// " (10 characters)", or the data themselves where they may be shown.
std::string MappedCells::described(std::string_view data) const {
    if (options_.show_values) return ": '" + rules::printable(data.substr(0, 80)) + '\'';
    const auto count = std::ranges::count_if(data, [](char c) { return (c & '\xC0') != '\x80'; });
    return " (" + std::to_string(count) + (count == 1 ? " character)" : " characters)");
}

}  // namespace csapath::engine
