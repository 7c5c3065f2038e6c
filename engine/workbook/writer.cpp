// SPDX-License-Identifier: MIT
#include "engine/workbook/writer.hpp"

#include <xlsxwriter.h>

#include <array>
#include <deque>
#include <utility>

#include "engine/workbook/cell_text.hpp"
#include "engine/workbook/memory_file.hpp"
#include "engine/workbook/not_written.hpp"
#include "engine/workbook/read_back.hpp"

namespace csapath::engine {

namespace {

constexpr std::uint64_t most_sheet_rows = LXW_ROW_MAX;
/// Day nought as spreadsheets count, and the first day on which they agree with the calendar: they know a 29 February
/// 1900.
constexpr rules::Date day_nought{-25569}, first_agreed{-25508};
constexpr std::int64_t seconds_of_day = 86'400;

}  // namespace

struct WorkbookWriter::Page {
    lxw_worksheet* sheet;
    std::string name;
    std::uint16_t columns;
    std::uint64_t rows = 1;  ///< the heading is the first
    std::uint16_t column = 0;
    std::uint64_t rows_left_out = 0, cells_cut = 0;

    lxw_row_t row() const { return static_cast<lxw_row_t>(rows); }
    bool full() const { return rows == most_sheet_rows; }
};

struct WorkbookWriter::Book {
    struct Formats {
        lxw_format *head, *text, *day, *moment, *month, *count, *decimal, *share;
    };

    struct Close {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };

    explicit Book(const About& about) : scratch(about.scratch) {
        lxw_workbook_options options{};
        // A row goes to a file when the next one begins, so that memory does not grow with the rows.
        options.constant_memory = LXW_TRUE;
        options.tmpdir = scratch.data();
        workbook.reset(workbook_new_opt(memory.path().c_str(), &options));
        if (workbook == nullptr) throw WorkbookNotWritten();
        std::string title = about.title;
        lxw_doc_properties properties{};
        properties.title = title.data();
        // At noon, because nought means "now" to the package, and 1 January 1970 is a day too.
        properties.created = std::int64_t{about.as_of.day.days} * seconds_of_day + seconds_of_day / 2;
        workbook_set_properties(workbook.get(), &properties);
        formats = {.head = format(nullptr),
                   .text = format(nullptr),
                   .day = format("yyyy-mm-dd"),
                   .moment = format("yyyy-mm-dd hh:mm"),
                   .month = format("mmm yyyy"),
                   .count = format("#,##0"),
                   .decimal = format("0.0"),
                   .share = format("0.0%")};
        format_set_bold(formats.head);
        format_set_text_wrap(formats.head);
        format_set_bottom(formats.head, LXW_BORDER_THIN);
        format_set_text_wrap(formats.text);
    }

    lxw_format* format(const char* numbers) const {
        lxw_format* made = workbook_add_format(workbook.get());
        if (made == nullptr) throw WorkbookNotWritten();
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (numbers != nullptr) format_set_num_format(made, numbers);
        return made;
    }

    void write_text(Page& page, std::string_view text) const {
        if (!page.full() && !text.empty()) {
            const CellText cell = cell_text(text);
            page.cells_cut += cell.cut;
            worksheet_write_string(page.sheet, page.row(), page.column, cell.text.c_str(), formats.text);
        }
        ++page.column;
    }
    void write_number(Page& page, double number, lxw_format* as) const {
        if (!page.full()) worksheet_write_number(page.sheet, page.row(), page.column, number, as);
        ++page.column;
    }

    std::string scratch;
    MemoryFile memory;
    std::unique_ptr<lxw_workbook, Close> workbook;
    Formats formats{};
    std::deque<Page> pages;
};

WorkbookWriter::WorkbookWriter(const About& about) : book_(std::make_unique<Book>(about)) {}
WorkbookWriter::~WorkbookWriter() = default;

Sheet WorkbookWriter::sheet(const std::string& name, const std::vector<SheetColumn>& columns) {
    lxw_worksheet* made = workbook_add_worksheet(book_->workbook.get(), name.c_str());
    if (made == nullptr) throw WorkbookNotWritten();
    const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
    Page& page = book_->pages.emplace_back(Page{.sheet = made, .name = name, .columns = last_column});
    for (lxw_col_t column = 0; column <= last_column; ++column) {
        worksheet_set_column(made, column, column, columns[column].width, nullptr);
        worksheet_write_string(made, 0, column, cell_text(columns[column].title).text.c_str(), book_->formats.head);
    }
    worksheet_freeze_panes(made, 1, 1);
    worksheet_set_landscape(made);
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(made, a4);
    worksheet_fit_to_pages(made, 1, 0);
    worksheet_repeat_rows(made, 0, 0);
    return {*book_, page};
}

std::vector<std::string> WorkbookWriter::left_out() const {
    std::vector<std::string> told;
    for (const Page& page : book_->pages) {
        if (page.rows_left_out > 0)
            told.push_back("Sheet '" + page.name + "' has no room for " + std::to_string(page.rows_left_out) +
                           " more rows");
        if (page.cells_cut > 0)
            told.push_back("Sheet '" + page.name + "' has " + std::to_string(page.cells_cut) +
                           " cells cut at 32,767 characters; they end with an ellipsis");
    }
    return told;
}

void WorkbookWriter::write(Out& out) {
    std::vector<std::pair<std::string, std::uint64_t>> sheets_and_rows;
    for (const Page& page : book_->pages) {
        worksheet_autofilter(page.sheet, 0, 0, page.row() - 1, page.columns);
        sheets_and_rows.emplace_back(page.name, page.rows);
    }
    // It gives the workbook's memory free whatever comes of it.
    const lxw_error error = workbook_close(book_->workbook.release());
    MemoryBytes bytes(book_->memory);
    if (error != LXW_NO_ERROR || !reads_back(bytes, sheets_and_rows)) throw WorkbookNotWritten();
    bytes.rewind();
    std::array<char, 1u << 16> room;
    while (const std::size_t count = bytes.read(room)) {
        out.buffer.append(room.data(), count);
        out.breathe();
    }
}

Sheet& Sheet::text(std::string_view text) {
    book_->write_text(*page_, text);
    return *this;
}

Sheet& Sheet::count(std::uint64_t number) {
    book_->write_number(*page_, static_cast<double>(number), book_->formats.count);
    return *this;
}

Sheet& Sheet::decimal(std::optional<double> number) {
    if (!number) return blank();
    book_->write_number(*page_, *number, book_->formats.decimal);
    return *this;
}

Sheet& Sheet::share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? blank() : fraction(static_cast<double>(part) / static_cast<double>(whole));
}

Sheet& Sheet::fraction(double of_one) {
    book_->write_number(*page_, of_one, book_->formats.share);
    return *this;
}

Sheet& Sheet::day(const std::optional<rules::Moment>& moment) {
    if (!moment) return blank();
    if (moment->day < first_agreed) return text(rules::iso(*moment));
    double days = moment->day - day_nought;
    if (moment->timed()) days += static_cast<double>(moment->time) / static_cast<double>(24 * rules::hour);
    book_->write_number(*page_, days, moment->timed() ? book_->formats.moment : book_->formats.day);
    return *this;
}

Sheet& Sheet::month(rules::Date first_day) {
    if (first_day < first_agreed) return text(rules::iso(first_day));
    book_->write_number(*page_, first_day - day_nought, book_->formats.month);
    return *this;
}

Sheet& Sheet::blank() {
    ++page_->column;
    return *this;
}

void Sheet::end_row() {
    page_->column = 0;
    ++(page_->full() ? page_->rows_left_out : page_->rows);
}

}  // namespace csapath::engine
