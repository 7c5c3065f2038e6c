// SPDX-License-Identifier: MIT
/// A workbook for spreadsheets (.xlsx): a table a sheet, a row at a time. The door to libxlsxwriter.
///
///     WorkbookWriter workbook({.title = "…", .as_of = as_of, .scratch = "."});
///     Sheet cases = workbook.sheet("Cases", {{"Case", 14}, {"First event", 12}, {"Findings"}});
///     cases.text("W-0143").day(from).count(3).end_row();
///     workbook.write(out);
///
/// Days are dates and counts are numbers; nothing is a formula, whatever a text begins with. Each sheet has a heading
/// that stays in sight, columns of a width that suits them, and filters. The same rows give the same bytes: neither the
/// clock nor the place of its making is in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/reporters/reporter.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

struct SheetColumn {
    std::string title;
    double width = 12;  ///< in characters
};

class Sheet;

class WorkbookWriter {
public:
    struct About {
        std::string title;
        rules::Moment as_of;  ///< stands for when it was made
        /// A folder for what the package puts aside while it writes, in files that lose their names at once.
        std::string scratch;
    };
    explicit WorkbookWriter(const About& about);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    /// A new one after the last. The name is ours, at most 31 characters; sheets may be filled in turn.
    Sheet sheet(const std::string& name, const std::vector<SheetColumn>& columns);
    /// What did not fit: sentences for a reader. To be asked when all rows but those of its own are there.
    std::vector<std::string> left_out() const;
    /// Once, after the last row. Throws WorkbookNotWritten (not_written.hpp), as may all else here.
    void write(Out& out);

private:
    friend class Sheet;
    struct Book;
    struct Page;
    std::unique_ptr<Book> book_;
};

/// Where rows of one sheet go, a cell after the other. The workbook must outlive it.
class Sheet {
public:
    /// As page_text() has it. What is longer than a cell may be is cut, and left_out() tells.
    Sheet& text(std::string_view text);
    Sheet& count(std::uint64_t number);
    Sheet& decimal(std::optional<double> number);            ///< one place after the point
    Sheet& share(std::uint64_t part, std::uint64_t whole);   ///< of nothing there is none: blank
    Sheet& fraction(double of_one);                          ///< shown as a share: 0.25 is 25.0%
    Sheet& day(const std::optional<rules::Moment>& moment);  ///< with its time where that is known
    Sheet& month(rules::Date first_day);                     ///< "May 2025"
    Sheet& blank();
    /// A row beyond the last that a sheet can have is left out, and left_out() tells.
    void end_row();

private:
    friend class WorkbookWriter;
    Sheet(WorkbookWriter::Book& book, WorkbookWriter::Page& page) : book_(&book), page_(&page) {}

    WorkbookWriter::Book* book_;
    WorkbookWriter::Page* page_;
};

}  // namespace csapath::engine
