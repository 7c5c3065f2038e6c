// SPDX-License-Identifier: MIT
#include "engine/accepted/exceptions_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "engine/readers/csv_table.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/workbook.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::array<std::string_view, 5> exception_columns{"case", "rule", "reason", "by", "until"};
enum ExceptionColumn : std::size_t { exception_case, exception_rule, exception_reason, exception_by, exception_until };

/// "30/06/2026", day first.
std::optional<rules::Date> day_first(std::string_view text) {
    std::array<int, 3> parts{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const auto [behind, error] = std::from_chars(at, end, parts.at(part));
        if (error != std::errc{} || behind == at) return std::nullopt;
        at = behind;
        if (part < 2 && (at == end || *at++ != '/')) return std::nullopt;
    }
    const auto [day, month, year] = parts;
    if (at != end || year < 1000 || year > 9999) return std::nullopt;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return rules::parse_date(std::to_string(year) + '-' + two(month) + '-' + two(day));
}

std::optional<rules::Date> last_day(std::string_view text) {
    // A workbook hands a date on with its time of day where a cell has one.
    if (text.size() > 10 && text[10] == 'T') text = text.substr(0, 10);
    if (const auto day = rules::parse_date(text)) return day;
    return day_first(text);
}

class ExceptionRows {
public:
    ExceptionRows(const std::vector<ReportedRule>& rules, Faults& faults) : faults_(faults) {
        ids_.reserve(rules.size());
        for (const ReportedRule& rule : rules) ids_.push_back(rule.id);
    }

    /// False if the header does not name all five columns.
    bool bind(const TableRow& header) {
        std::vector<std::string> names;
        names.reserve(header.cells.size());
        for (const TableCell& cell : header.cells) names.push_back(plain_words(cell.text));
        bool all = true;
        for (std::size_t column = 0; column < exception_columns.size(); ++column) {
            const std::string_view wanted = exception_columns.at(column);
            const auto found = std::ranges::find(names, wanted);
            if (found != names.end()) {
                places_.at(column) = static_cast<std::size_t>(found - names.begin());
                continue;
            }
            all = false;
            faults_.add(Code::accepted_column, header.place,
                        "there is no column '" + std::string(wanted) + "'" + rules::did_you_mean(wanted, names),
                        "an exception says case, rule, reason, by and until");
        }
        return all;
    }

    void take(const TableRow& row) {
        std::array<std::string_view, exception_columns.size()> cells;
        bool complete = true;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            cells.at(column) = without_outer_spaces(row.cell(places_.at(column)).text);
            if (!cells.at(column).empty()) continue;
            complete = false;
            faults_.add(Code::accepted_blank, row.place, "nothing stands here, and an exception says all five",
                        "write it in, or take the row out", exception_columns.at(column));
        }
        const auto rule = cells[exception_rule].empty() ? ids_.end() : std::ranges::find(ids_, cells[exception_rule]);
        if (rule == ids_.end() && !cells[exception_rule].empty()) {
            complete = false;
            faults_.add(Code::accepted_rule_unknown, row.place,
                        "the pathway has no rule of this name" + rules::did_you_mean(cells[exception_rule], ids_),
                        "the name of a rule stands below each finding", exception_columns[exception_rule]);
        }
        const auto until = last_day(cells[exception_until]);
        if (!until && !cells[exception_until].empty()) {
            complete = false;
            faults_.add(Code::accepted_until, row.place, "not a date", "write 2026-06-30 or 30/06/2026",
                        exception_columns[exception_until]);
        }
        if (!complete) return;
        const bool added = all_.add({.case_id = std::string(cells[exception_case]),
                                     .rule = static_cast<std::uint16_t>(rule - ids_.begin()),
                                     .reason = std::string(cells[exception_reason]),
                                     .by = std::string(cells[exception_by]),
                                     .until = *until,
                                     .row = row.place.number});
        if (!added)
            faults_.add(Code::accepted_twice, row.place,
                        "an earlier row is about the same case and rule, and ends on the same day",
                        "keep the one that holds");
    }

    Exceptions exceptions() { return std::move(all_); }

private:
    Faults& faults_;
    std::vector<std::string> ids_;
    std::array<std::size_t, exception_columns.size()> places_{};
    Exceptions all_;
};

bool holds_nothing(const TableRow& row) {
    return std::ranges::all_of(row.cells,
                               [](const TableCell& cell) { return without_outer_spaces(cell.text).empty(); });
}

void read_exceptions(Table& table, ExceptionRows& into, Faults& faults) {
    TableRow row;
    bool bound = false;
    while (table.next(row)) {
        if (row.fault) {
            faults.add(row.fault->code, row.place, row.fault->message, row.fault->help);
            continue;
        }
        if (holds_nothing(row)) continue;
        if (bound) {
            into.take(row);
            continue;
        }
        if (!into.bind(row)) return;
        bound = true;
        table.expect(row.cells.size());
    }
    if (!bound) faults.add(Code::file_empty, {}, "there is nothing in the file, not even a header");
}

/// A file of exceptions is small, and it is looked at twice.
class WholeText final : public Bytes {
public:
    explicit WholeText(Bytes& bytes) {
        std::array<char, 1 << 14> room{};
        while (const std::size_t got = bytes.read(room)) text_.append(room.data(), got);
    }
    std::size_t read(std::span<char> room) override {
        const std::size_t count = text_.copy(room.data(), room.size(), at_);
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }
    std::string_view first_bytes() const { return std::string_view(text_).substr(0, 4096); }

private:
    std::string text_;
    std::size_t at_ = 0;
};

void read_workbook(Bytes& bytes, ExceptionRows& into, Faults& faults) {
    std::optional<TableRow::Fault> fault;
    auto workbook = Workbook::open(bytes, fault);
    const std::vector<std::string> sheets = workbook ? workbook->sheets() : std::vector<std::string>{};
    if (workbook && sheets.empty()) return faults.add(Code::file_empty, {}, "no sheet of the workbook holds anything");
    const auto table = workbook ? workbook->table(sheets.front(), fault) : nullptr;
    if (table != nullptr) return read_exceptions(*table, into, faults);
    if (fault) faults.add(fault->code, {}, fault->message, fault->help);
}

}  // namespace

std::optional<Exceptions> exceptions_from_file(const std::string& name, Bytes& bytes,
                                               const std::vector<ReportedRule>& rules,
                                               rules::Diagnostics& diagnostics) {
    const ReadOptions options{.name = name};
    InputReport report;
    Faults faults(options, report);
    ExceptionRows rows(rules, faults);
    WholeText text(bytes);
    if (recognises_xlsx(name, text.first_bytes())) {
        read_workbook(text, rows, faults);
    } else {
        Window window(text);
        if (const auto start = csv_start(window, faults, report)) {
            CsvTable table(window, *start);
            read_exceptions(table, rows, faults);
        }
    }
    faults.tell();
    const bool good = !report.faults.any_error();
    diagnostics.add(std::move(report.faults));
    if (!good) return std::nullopt;
    return rows.exceptions();
}

void tell_idle_exceptions(const Exceptions& exceptions, const std::set<const AgreedException*>& met, rules::Date as_of,
                          bool whole_run, const std::string& name, rules::Diagnostics& diagnostics) {
    std::vector<std::pair<std::uint64_t, rules::Diagnostic>> found;
    exceptions.each([&](const AgreedException& one) {
        const bool names_something = met.contains(&one);
        if (names_something ? one.holds_on(as_of) : !whole_run) return;
        rules::Diagnostic said{.code = names_something ? Code::accepted_run_out : Code::accepted_unused,
                               .where = {},
                               .message = {},
                               .address = rules::printable(name) + ": row " + std::to_string(one.row)};
        said.message = names_something ? "this exception held until " + rules::spelled(one.until) +
                                             ", and what it was about is still so"
                                       : "nothing was found that this exception is about";
        said.help = names_something ? "agree it anew, or see to it"
                                    : "is the case spelled as in the data? if it is settled, take the row out";
        found.emplace_back(one.row, std::move(said));
    });
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    for (auto& [row, said] : found) diagnostics.add(std::move(said));
}

}  // namespace csapath::engine
