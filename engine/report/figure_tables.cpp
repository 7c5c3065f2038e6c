// SPDX-License-Identifier: MIT
/// The figures that audits asked for. Those that name cases are not here: the page has a list of cases of its own.
#include "engine/report/figure_tables.hpp"

#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

/// A longer table is folded away until somebody opens it, and one that nobody would read on a page is left to CSV.
constexpr std::size_t most_rows_unfolded = 40, most_rows_on_page = 1'000;

struct InPage {
    PageTable& table;

    void operator()(std::monostate) const { table.cell(""); }
    void operator()(const std::string& text) const { table.cell(std::string_view(text)); }
    void operator()(CountOf count) const { table.cell(count.number); }
    void operator()(ShareOf of) const { table.cell(Figure{share(of.part, of.whole)}); }
    void operator()(rules::Date date) const { table.cell(Day{rules::spelled(date)}); }
    void operator()(DaysLong length) const { table.cell(length.days); }
};

/// What a text has between ` and ` is written as it is written in data and definitions.
Html with_names(std::string_view text) {
    Html all;
    bool is_name = false;
    for (;;) {
        const std::size_t tick = text.find('`');
        const std::string_view part = text.substr(0, tick);
        all.markup += is_name ? html("<code>{}</code>", part).markup : html_text(part);
        if (tick == std::string_view::npos) return all;
        text.remove_prefix(tick + 1);
        is_name = !is_name;
    }
}

void write_rows(const FigureTable& figure, Markup& page) {
    std::vector<Column> columns;
    columns.reserve(figure.columns.size());
    for (const FigureColumn& column : figure.columns)
        columns.push_back({column.title, column.holds != FigureColumn::Holds::text});
    PageTable table(page, "rows-of-" + figure.name, figure.title, columns);
    for (const FigureRow& row : figure.rows) {
        const auto* heading = std::get_if<std::string>(&row.cells.front());
        table.begin_row(heading ? *heading : std::string());
        for (std::size_t cell = 1; cell < row.cells.size(); ++cell) std::visit(InPage{table}, row.cells[cell]);
        table.end_row();
    }
    table.end();
}

}  // namespace

void write_figure(const FigureTable& table, Markup& page) {
    page.add("<h3 id=\"figure-{}\">{}</h3>\n", table.name, table.title);
    if (table.rows.size() > most_rows_on_page) {
        page.add("<p>{} is too much to read here. <code>--figures</code> writes it as CSV.</p>\n",
                 as_sentence(number_of(table.rows.size(), "row")));
    } else if (table.rows.size() > most_rows_unfolded) {
        page.add("<details><summary>{}</summary>\n", number_of(table.rows.size(), "row"));
        write_rows(table, page);
        page.add("</details>\n");
    } else {
        write_rows(table, page);
    }
    page.add("<p class=\"small\">Counted: {} {} {}</p>\n", with_names(table.counts),
             table.not_placed == 0 ? std::string("All could be placed.")
                                   : grouped(table.not_placed) + " could not be placed.",
             with_names(table.note));
}

void write_figures(const Report& report, Markup& page) {
    page.add(
        "<p>Tables that audits asked for. What is not recorded stands in rows and columns of its own. <code>csapath "
        "report --figures</code> writes each as CSV, with those that go case by case.</p>\n");
    for (const FigureTable& table : report.figures)
        if (!table.names_cases) write_figure(table, page);
}

}  // namespace csapath::engine
