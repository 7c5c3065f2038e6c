// SPDX-License-Identifier: MIT
#include "engine/figures/in_csv.hpp"

#include <fmt/format.h>

#include "engine/reporters/escape.hpp"

namespace csapath::engine {

namespace {

constexpr std::string_view figure_mark = "\xEF\xBB\xBF", figure_line_end = "\r\n";

struct InCsv {
    std::string& to;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { append_csv(text, Cells::defused, to); }
    void operator()(CountOf count) const { to += std::to_string(count.number); }
    void operator()(ShareOf share) const {
        if (share.whole > 0) to += percentage(share);
    }
    void operator()(rules::Date date) const { to += rules::iso(date); }
    void operator()(DaysLong length) const { to += std::to_string(length.days); }
};

void append_figure_line(const std::vector<FigureCell>& cells, std::string& to) {
    bool first = true;
    for (const FigureCell& cell : cells) {
        if (!first) to += ',';
        first = false;
        std::visit(InCsv{to}, cell);
    }
    to += figure_line_end;
}

}  // namespace

std::string percentage(ShareOf share) {
    const std::uint64_t tenths = (share.part * 2000 + share.whole) / (2 * share.whole);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string figure_file(const FigureTable& table) {
    return table.name + ".csv";
}

std::string figure_in_csv(const FigureTable& table) {
    std::string text{figure_mark};
    std::vector<FigureCell> head;
    head.reserve(table.columns.size());
    for (const FigureColumn& column : table.columns) head.emplace_back(column.name);
    append_figure_line(head, text);
    for (const FigureRow& row : table.rows) append_figure_line(row.cells, text);
    return text;
}

std::string list_of_figures_in_csv(const std::vector<FigureTable>& tables) {
    std::string text{figure_mark};
    append_figure_line({"file", "title", "rows", "counts", "not_placed", "note", "audits", "names_cases"}, text);
    for (const FigureTable& table : tables) {
        std::string audits;
        for (const std::string& audit : table.audits) audits += (audits.empty() ? "" : ";") + audit;
        append_figure_line({figure_file(table), table.title, CountOf{table.rows.size()}, table.counts,
                            CountOf{table.not_placed}, table.note, audits, table.names_cases ? "yes" : "no"},
                           text);
    }
    return text;
}

}  // namespace csapath::engine
