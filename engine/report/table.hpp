// SPDX-License-Identifier: MIT
/// A table that can be read by ear: a caption, a heading for each column and for each row, and a frame that scrolls
/// where the page is narrow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/markup.hpp"

namespace csapath::engine {

struct Column {
    std::string_view title;
    bool number = true;
};

/// A figure made of text: "71%", "2.5", or a dash where there is none.
struct Figure {
    std::string_view text;
};

/// A day or moment, which is not broken over two lines.
struct Day {
    std::string spelled;
};

class PageTable {
public:
    /// `id` is unique in the page. The first column holds the headings of the rows. `of` is the id of what tells this
    /// table from others with the same caption, as "case-3-title".
    PageTable(Markup& page, std::string_view id, std::string_view caption, const std::vector<Column>& columns,
              std::string_view of = {});
    PageTable(const PageTable&) = delete;
    PageTable& operator=(const PageTable&) = delete;

    /// After the last row. Where there was none, the table says so: headings alone leave people to wonder.
    void end();

    template <typename Heading, typename... Cells>
    void row(const Heading& heading, const Cells&... cells) {
        begin_row(heading);
        (cell(cells), ...);
        end_row();
    }
    /// The same, a cell at a time.
    template <typename Heading>
    void begin_row(const Heading& heading) {
        any_row_ = true;
        page_.add("<tr><th scope=\"row\">{}</th>", heading);
    }
    void end_row() { page_.add("</tr>\n"); }

    void cell(std::string_view text) { page_.add("<td>{}</td>", text); }
    void cell(const char* text) { cell(std::string_view(text)); }
    void cell(const Html& markup) { page_.add("<td>{}</td>", markup); }
    template <std::integral Number>
    void cell(Number number) {
        page_.add("<td class=\"{}\">{}</td>", std::string_view(number == 0 ? "n z" : "n"), number);
    }
    void cell(const Day& day) { page_.add("<td class=\"day\">{}</td>", day.spelled); }
    void cell(const Figure& figure) { page_.add("<td class=\"n\">{}</td>", figure.text); }

private:
    Markup& page_;
    std::size_t columns_;
    bool any_row_ = false;
};

}  // namespace csapath::engine
