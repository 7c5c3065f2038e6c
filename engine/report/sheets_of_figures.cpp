// SPDX-License-Identifier: MIT
/// The figures that audits asked for, a sheet each, called as its CSV file is, and before them a list of what they are.
#include "engine/report/sheet_sections.hpp"
#include "engine/workbook/writer.hpp"

namespace csapath::engine {

namespace {

struct InSheet {
    Sheet& sheet;

    void operator()(std::monostate) const { sheet.blank(); }
    void operator()(const std::string& text) const { sheet.text(text); }
    void operator()(CountOf count) const { sheet.count(count.number); }
    void operator()(ShareOf of) const { sheet.share(of.part, of.whole); }
    void operator()(rules::Date date) const { sheet.day(rules::Moment{date}); }
    void operator()(DaysLong length) const {
        if (length.days < 0)
            sheet.decimal(static_cast<double>(length.days));
        else
            sheet.count(static_cast<std::uint64_t>(length.days));
    }
};

void add_list_of_figures(const std::vector<FigureTable>& figures, WorkbookWriter& workbook) {
    Sheet list = workbook.sheet("Figures", {{"Sheet", 24},
                                            {"What it shows", 60},
                                            {"Counted", 80},
                                            {"Not placed", 11},
                                            {"To read it", 60},
                                            {"Asked for by", 14}});
    for (const FigureTable& figure : figures) {
        std::string audits;
        for (const std::string& audit : figure.audits) audits += (audits.empty() ? "" : "; ") + audit;
        list.text(figure.name).text(figure.title).text(figure.counts).count(figure.not_placed);
        list.text(figure.note).text(audits).end_row();
    }
}

void add_figure(const FigureTable& figure, WorkbookWriter& workbook) {
    std::vector<SheetColumn> columns;
    columns.reserve(figure.columns.size());
    for (const FigureColumn& column : figure.columns)
        columns.push_back({column.title, column.holds == FigureColumn::Holds::text ? 28.0 : 14.0});
    Sheet sheet = workbook.sheet(figure.name, columns);
    for (const FigureRow& row : figure.rows) {
        for (const FigureCell& cell : row.cells) std::visit(InSheet{sheet}, cell);
        sheet.end_row();
    }
}

}  // namespace

void add_sheets_of_figures(const std::vector<FigureTable>& figures, WorkbookWriter& workbook) {
    if (figures.empty()) return;
    add_list_of_figures(figures, workbook);
    for (const FigureTable& figure : figures) add_figure(figure, workbook);
}

}  // namespace csapath::engine
