// SPDX-License-Identifier: MIT
/// Every case that was judged, a row each.
#include <algorithm>

#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

constexpr std::size_t rows_of_table = 500;
/// More than anybody reads, and than a browser likes.
constexpr std::size_t most_rows = 10'000;

/// A table of many thousand rows keeps a browser busy before it shows any of it: each of these is laid out when it
/// comes into sight. A browser that runs the script, which shows a hundred rows at a time, does not even read them but
/// for the first: they stand in a noscript, from which the script takes what it needs.
void write_part(const Report& report, std::size_t begin, std::size_t end, Markup& page) {
    const auto& cases = report.survey.cases;
    const bool whole = begin == 0 && end == cases.size();
    PageTable table(page, fmt::format("table-cases-{}", begin / rows_of_table + 1),
                    whole
                        ? std::string("Cases")
                        : fmt::format("Cases {} to {} of {}", grouped(begin + 1), grouped(end), grouped(cases.size())),
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
    for (std::size_t i = begin; i < end; ++i) {
        const CaseLine& line = cases[i];
        const auto judged = [&](Verdict verdict) { return line.judged[static_cast<std::size_t>(verdict)]; };
        table.row(case_name(line), std::string_view(line.area == 0 ? "not recorded" : report.survey.areas[line.area]),
                  std::string_view(line.team.empty() ? std::string_view("not recorded") : line.team),
                  Day{rules::iso(line.from)}, Day{rules::iso(line.to)},
                  std::string_view(line.episodes == 0 ? "no episode"
                                   : line.open        ? "open"
                                                      : "closed"),
                  line.events, line.all_findings(), line.findings[2], line.findings[1], line.findings[0],
                  judged(Verdict::pending), judged(Verdict::undetermined), judged(Verdict::not_visible));
    }
    table.end();
}

}  // namespace

void write_case_list(const Report& report, Markup& page) {
    if (report.survey.cases.empty()) {
        page.add("<p>There is none.</p>\n");
        return;
    }
    page.add(
        "<p>In the order of their ids. The severities count findings; the columns after them count times that a rule "
        "applied and nothing could be said of it yet, or at all.</p>\n");
    const std::size_t all = report.survey.cases.size(), cases = std::min(all, most_rows);
    if (cases < all)
        page.add(
            "<p><strong>Showing {} of {} cases.</strong> Every figure of this report counts all of them; "
            "<code>--area</code>, <code>--from</code> and <code>--to</code> make a report on fewer.</p>\n",
            grouped(cases), grouped(all));
    for (std::size_t begin = 0; begin < cases; begin += rows_of_table) {
        if (begin == rows_of_table) page.add("<noscript>\n");
        page.add("<div class=\"part\">\n");
        write_part(report, begin, std::min(cases, begin + rows_of_table), page);
        page.add("</div>\n");
    }
    if (cases > rows_of_table) page.add("</noscript>\n");
}

}  // namespace csapath::engine
