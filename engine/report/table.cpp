// SPDX-License-Identifier: MIT
#include "engine/report/table.hpp"

namespace csapath::engine {

PageTable::PageTable(Markup& page, std::string_view id, std::string_view caption, const std::vector<Column>& columns,
                     std::string_view of)
    : page_(page), columns_(columns.size()) {
    page_.add(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{}{}{}\">\n<table>\n"
        "<caption id=\"{}\">{}</caption>\n<thead><tr>",
        of, std::string_view(of.empty() ? "" : " "), id, id, caption);
    for (const Column& column : columns)
        page_.add("<th scope=\"col\"{}>{}</th>", Html{column.number ? " class=\"n\"" : ""}, column.title);
    page_.add("</tr></thead>\n<tbody>\n");
}

void PageTable::end() {
    if (!any_row_) page_.add("<tr><td colspan=\"{}\">None.</td></tr>\n", columns_);
    page_.add("</tbody>\n</table>\n</div>\n");
}

}  // namespace csapath::engine
