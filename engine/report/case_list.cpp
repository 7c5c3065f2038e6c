// SPDX-License-Identifier: MIT
/// Every case that was judged, a row each.
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

void write_case_list(const Report& report, Markup& page) {
    page.add(
        "<p>In the order of their ids. The severities count findings; the columns after them count times that a "
        "rule applied and nothing could be said of it yet, or at all.</p>\n");
    Table table(page, "table-cases", "Cases",
                {{"Case", false},
                 {"Area", false},
                 {"Team", false},
                 {"First event", false},
                 {"Last event", false},
                 {"Stands", false},
                 {"Events"},
                 {"Findings"},
                 {"High"},
                 {"Medium"},
                 {"Low"},
                 {"Not yet due"},
                 {"Cannot tell"},
                 {"Not visible"}});
    const auto judged = [](const CaseLine& line, Verdict verdict) {
        return line.judged[static_cast<std::size_t>(verdict)];
    };
    for (const CaseLine& line : report.survey.cases) {
        table.row(line.file ? html("<a href=\"#case-{}\">{}</a>", *line.file + 1, line.id) : html("{}", line.id),
                  std::string_view(line.area == 0 ? "not recorded" : report.survey.areas[line.area]),
                  std::string_view(line.team.empty() ? std::string_view("not recorded") : line.team),
                  rules::iso(line.from), rules::iso(line.to),
                  std::string_view(line.episodes == 0 ? "no episode"
                                   : line.open        ? "open"
                                                      : "closed"),
                  line.events, line.all_findings(), line.findings[2], line.findings[1], line.findings[0],
                  judged(line, Verdict::pending), judged(line, Verdict::undetermined),
                  judged(line, Verdict::not_visible));
    }
}

}  // namespace csapath::engine
