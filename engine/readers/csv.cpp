// SPDX-License-Identifier: MIT
#include "engine/readers/csv.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/readers/bad_character.hpp"
#include "engine/readers/columns.hpp"
#include "engine/readers/csv_header.hpp"
#include "engine/readers/csv_rows.hpp"
#include "engine/readers/event_reader.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// A cell that was written by our own CSV for spreadsheets: an apostrophe stands before a sign that a spreadsheet would
/// take for the beginning of a formula.
bool defused(std::string_view text) {
    const std::size_t sign = text.find_first_not_of('\'');
    if (sign == 0 || sign == std::string_view::npos) return false;
    text.remove_prefix(sign);
    for (const std::string_view begins :
         {"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"})
        if (text.starts_with(begins)) return true;
    return false;
}

/// The name of a column, looked up only where it is told.
struct NameOf {
    const std::vector<std::string>& names;
    std::size_t column;

    operator std::string_view() const { return names[column]; }
};

/// One file being read.
class CsvFile {
public:
    CsvFile(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take, InputReport& report)
        : report_(report),
          faults_(options, report),
          window_(bytes),
          columns_(schema),
          events_(schema, options, take, report, faults_) {
        report.format = "csv";
        report.coverage = columns_.coverage();
    }

    bool read();

private:
    void read_rows();
    void read_run(const CsvRun& run);
    bool read_header();
    void name_columns();
    void tell_of_header_below();
    void tell_of_end(CsvRows::Got got);
    void tell_of_uneven_rows();

    std::optional<Fate> look_closely();
    std::optional<Fate> look_at_characters();
    std::optional<Fate> look_at_fields();
    [[gnu::always_inline]] Fate read_row(const CsvFields& row);
    bool blank_row(std::string_view text) const;

    /// A cell as it is meant. A field that begins with a letter or a digit stands as it is; behind an empty one there
    /// is the sign that ends it.
    [[gnu::always_inline]] PaddedText cell(const CsvFields& row, std::size_t column) {
        const std::string_view field = row.field(column);
        return {*field.data() > '\'' ? field : changed(field, row.text.size())};
    }
    std::string_view changed(std::string_view field, std::size_t row_size);

    InputReport& report_;
    Faults faults_;
    Window window_;
    Columns columns_;
    EventReader events_;

    std::optional<CsvRows> rows_;
    CsvRow row_;
    std::string scratch_;            ///< texts of a row that had to be changed
    std::uint64_t changed_row_ = 0;  ///< its number
    CsvSigns signs_;
    std::string header_;
    std::vector<std::string> names_;
    RequiredColumns required_;
    bool stopped_ = false;  ///< nothing more is to be read
    bool asked_ = false;    ///< because whoever takes the events said so
    std::uint64_t blank_rows_ = 0;
    /// Rows with another number of fields than the header; how many more the first of them had; how many are like it.
    std::uint64_t uneven_rows_ = 0, like_the_first_ = 0;
    std::ptrdiff_t first_surplus_ = 0;
};

bool CsvFile::read() {
    if (const std::optional<CsvStart> start = csv_start(window_, faults_, report_)) {
        signs_ = start->signs;
        rows_.emplace(window_, start->from, start->signs, start->line);
        if (read_header()) read_rows();
    }
    if (blank_rows_ > 0) report_.note(Code::data_blank_rows, "blank rows, passed over", blank_rows_);
    faults_.tell();
    return !asked_;
}

inline Fate CsvFile::read_row(const CsvFields& row) {
    const std::string_view case_id = cell(row, required_.case_id);
    if (case_id.empty() && blank_row(row.text)) {
        ++blank_rows_;
        return Fate::filtered;
    }
    const PaddedText event = cell(row, required_.event), at = cell(row, required_.at);
    const Fate fate = events_.begin(row_.place, row.text, case_id, event, at);
    if (fate != Fate::begun) return fate;
    for (const auto [column, fact] : columns_.of_type(events_.type())) {
        const NameOf name{names_, column};
        if (!row.blank(column) && !events_.add(fact, name, cell(row, column))) return Fate::refused;
    }
    return events_.finish<Timeline::RowText::stays>();
}

void CsvFile::read_rows() {
    while (!stopped_) {
        events_.let_go_of_rows();
        if (const CsvRun run = rows_->next_run(); run.rows > 0) {
            read_run(run);
            continue;
        }
        if (const CsvRows::Got got = rows_->next(row_); got != CsvRows::Got::row) {
            tell_of_end(got);
            break;
        }
        std::optional<Fate> fate = look_closely();
        if (!fate) fate = read_row(row_);
        if (*fate == Fate::stop) stopped_ = asked_ = true;
        events_.count(*fate);
    }
    events_.let_go_of_rows();
    if (!asked_) events_.tell_of_all(blank_rows_);
    tell_of_uneven_rows();
}

void CsvFile::read_run(const CsvRun& run) {
    const std::size_t fields = names_.size();
    row_.odd = row_.misquoted = false;
    row_.place = run.place;
    CsvFields row{{}, fields, run.data, run.ends};
    std::uint64_t used = 0, filtered = 0;
    const std::uint32_t* ends = run.ends;
    for (std::size_t left = run.rows; left > 0; --left, ends += fields) {
        const std::uint32_t begin = ends[-1] + 1, end = ends[fields - 1];
        row.text = {row.data + begin, end - begin};
        row.ends = ends;
        if (row.text.ends_with('\r')) {
            row.text.remove_suffix(1);
            row.ends = rows_->without_return(ends, fields);
        }

        std::optional<Fate> fate;
        const std::size_t size = row.text.size();
        if (size == header_.size() || size > longest_field) [[unlikely]] {
            static_cast<CsvFields&>(row_) = row;
            fate = look_closely();
        }
        if (!fate) fate = read_row(row);
        if (*fate == Fate::used) {
            ++used;
        } else if (*fate == Fate::filtered) {
            ++filtered;
        } else {
            events_.count(*fate);
            if (*fate == Fate::stop) asked_ = true;
            stopped_ = stopped_ || asked_;
            if (stopped_) break;
        }
        ++row_.place.number;
        ++row_.place.line;
        ++row_.place.last_line;
    }
    events_.count(Fate::used, used);
    events_.count(Fate::filtered, filtered);
}

// --- the header

bool CsvFile::read_header() {
    CsvRows::Got got = CsvRows::Got::end;
    while ((got = rows_->next(row_)) == CsvRows::Got::row && blank_row(row_.text)) {
        ++blank_rows_;
        events_.count(Fate::filtered);
    }
    if (got != CsvRows::Got::row) {
        if (got == CsvRows::Got::end)
            events_.tell_of_all(blank_rows_);
        else
            tell_of_end(got);
        return false;
    }
    if (row_.misquoted || row_.odd) {
        if (look_at_characters()) return false;
    }
    if (row_.fields > Columns::most) {
        faults_.add(Code::data_limit, row_.place,
                    "the header has more than " + std::to_string(Columns::most) + " columns");
        return false;
    }
    names_ = column_names(row_);
    header_ = row_.text;
    rows_->expect(names_.size());
    const auto required = required_columns(names_, row_.place, faults_);
    if (!required) {
        tell_of_header_below();
        return false;
    }
    required_ = *required;
    name_columns();
    return true;
}

void CsvFile::name_columns() {
    for (std::size_t column = 0; column < names_.size(); ++column) {
        const bool has_facts = !names_[column].empty() && column != required_.case_id && column != required_.event &&
                               column != required_.at;
        if (has_facts)
            columns_.add(names_[column], report_);
        else
            columns_.add_without_facts();
        if (names_[column].empty()) report_.note(Code::data_column_unknown, "a column without a name, and read past");
    }
    report_.coverage = columns_.coverage();
}

/// Titles above the header are a habit of reports; a person can be told where it stands.
void CsvFile::tell_of_header_below() {
    constexpr int rows_looked_at = 20;
    for (int looked = 0; looked < rows_looked_at && rows_->next(row_) == CsvRows::Got::row; ++looked) {
        if (row_.misquoted || !could_be_header(row_)) continue;
        faults_.add(Code::data_column_missing, row_.place, "the header seems to stand here",
                    "take out the rows above it");
        return;
    }
}

// --- rows

std::optional<Fate> CsvFile::look_closely() {
    if (row_.odd || row_.misquoted)
        if (const auto fate = look_at_characters()) return fate;
    if (row_.fields != names_.size() || row_.text.size() > longest_field)
        if (const auto fate = look_at_fields()) return fate;
    if (row_.text == header_)
        return events_.refuse(Code::data_header_again, row_.place, "the header stands here again",
                              "were files put together? each needs its own header only once, at the top");
    return std::nullopt;
}

std::optional<Fate> CsvFile::look_at_characters() {
    if (const auto bad = bad_character(row_.text, true)) {
        const std::string place = " at byte offset " + std::to_string(rows_->offset(row_) + bad->at);
        if (bad->encoding)
            return events_.refuse(Code::file_encoding, row_.place, "not UTF-8" + place, "save the file as UTF-8");
        return events_.refuse(Code::file_character, row_.place, bad->name + place + ", which no text can hold");
    }
    if (!row_.misquoted) return std::nullopt;
    const bool several_lines = row_.place.last_line > row_.place.line;
    return events_.refuse(Code::data_quote, row_.place, "a quote in the wrong place",
                          several_lines
                              ? "perhaps a quote on line " + std::to_string(row_.place.line) + " is never closed"
                              : "put the field in quotes, and double the quotes inside it");
}

std::optional<Fate> CsvFile::look_at_fields() {
    for (std::size_t field = 0; field < row_.fields; ++field) {
        if (row_.field(field).size() <= longest_field) continue;
        stopped_ = true;
        return events_.refuse(Code::data_limit, row_.place, "a field longer than 1 MiB; nothing after it is read");
    }
    if (row_.fields == names_.size()) return std::nullopt;
    if (blank_row(row_.text)) {
        ++blank_rows_;
        return Fate::filtered;
    }
    const auto surplus = static_cast<std::ptrdiff_t>(row_.fields) - static_cast<std::ptrdiff_t>(names_.size());
    if (uneven_rows_++ == 0) first_surplus_ = surplus;
    if (surplus == first_surplus_) ++like_the_first_;
    return events_.refuse(Code::data_row_fields, row_.place,
                          std::to_string(row_.fields) + (row_.fields == 1 ? " field" : " fields") +
                              " where the header has " + std::to_string(names_.size()),
                          rows_->cut_off() && surplus < 0
                              ? "the file ends here, without a line end: it may have been cut off"
                          : surplus > 0 ? "put a field that holds a separator in quotes"
                                        : "");
}

/// Without its quotes, blank if it is all spaces, and without the apostrophe of our own CSV for spreadsheets.
std::string_view CsvFile::changed(std::string_view field, std::size_t row_size) {
    if (changed_row_ != row_.place.number) {
        // Nothing in it moves until the next row, and something can be read behind all.
        changed_row_ = row_.place.number;
        scratch_.clear();
        scratch_.reserve(row_size + (names_.size() + 1) * PaddedText::padding);
    }
    std::string_view text = unquoted(field, scratch_);
    scratch_.append(PaddedText::padding, ' ');
    if (text.find_first_not_of(' ') == std::string_view::npos) return field.substr(0, 0);
    if (defused(text)) text.remove_prefix(1);
    return text;
}

/// Spreadsheets save rows that nothing stands in as separators alone.
bool CsvFile::blank_row(std::string_view text) const {
    const std::string_view nothing = " \t\"";
    return std::all_of(text.begin(), text.end(), [&](char character) {
        return character == signs_.separator || nothing.find(character) != std::string_view::npos;
    });
}

// --- the end

void CsvFile::tell_of_end(CsvRows::Got got) {
    if (got == CsvRows::Got::end) return;
    const bool too_long = got == CsvRows::Got::too_long;
    faults_.add(
        too_long ? Code::data_limit : Code::data_open_quote, row_.place,
        too_long ? "a row longer than 4 MiB; nothing after it is read"
                 : "a quote that opens here is never closed; nothing after it is read",
        too_long ? "perhaps a quote in it is never closed" : "close it, or double it if it belongs to the text");
    events_.count(Fate::refused);
}

/// One comma too many on each row is one mistake, not a thousand.
void CsvFile::tell_of_uneven_rows() {
    if (uneven_rows_ < 2 || uneven_rows_ != like_the_first_ || uneven_rows_ + blank_rows_ != report_.rows) return;
    faults_.take_back(Code::data_row_fields);
    const std::ptrdiff_t count = std::abs(first_surplus_);
    faults_.add(Code::data_row_fields, {},
                "all rows have " + std::to_string(count) + (first_surplus_ > 0 ? " more" : " fewer") +
                    (count == 1 ? " field" : " fields") + " than the header",
                first_surplus_ > 0 ? "is there a separator at the end of each row, or a comma in numbers?" : "");
}

/// CSV is what is left when nothing else fits: text with a separator in its first line.
class CsvReader : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        return CsvFile{bytes, schema, options, take, report}.read();
    }
};

}  // namespace

const Reader& csv_reader() {
    static const CsvReader reader;
    return reader;
}

bool recognises_csv(std::string_view name, std::string_view first_bytes) {
    if (!named_format(first_bytes).empty()) return false;
    const std::size_t begin = first_bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool other =
        begin != std::string_view::npos && std::string_view{"{[<"}.find(first_bytes[begin]) != std::string_view::npos;
    if (other) return false;
    const std::string_view line = first_bytes.substr(0, first_bytes.find('\n'));
    return line.find_first_of(",;\t") != std::string_view::npos || name.ends_with(".csv") || name.ends_with(".CSV") ||
           name.ends_with(".tsv") || name.ends_with(".txt");
}

}  // namespace csapath::engine
