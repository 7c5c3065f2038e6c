// SPDX-License-Identifier: MIT
/// Which agencies took part: where rules ask for them by name, and in which cases they are recorded at all.
#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

void write_expected(const Report& report, Markup& page) {
    PageTable table(page, "table-expected", "Agencies that rules ask for by name: times expected, and what is recorded",
                    {{"Agency", false},
                     {"Expected"},
                     {"Recorded as there or reached"},
                     {"Absent: others are recorded, it is not"},
                     {"Not known: nothing is recorded to tell"},
                     {"Excused, or not yet due"},
                     {"Recorded, of those known"}});
    for (rules::AgencyId agency = 0; agency < report.survey.expected.size(); ++agency) {
        const Expected& of = report.survey.expected[agency];
        if (of.times == 0) continue;
        table.begin_row(agency_title(report, agency));
        table.cell(of.times);
        table.cell(of.recorded);
        table.cell(of.absent);
        table.cell(of.not_known);
        table.cell(of.not_asked);
        table.cell(Figure{share(of.recorded, of.recorded + of.absent)});
        table.end_row();
    }
    table.end();
}

constexpr std::size_t most_cases_in_matrix = 200;

/// Agency by case, as long as it fits a page that people read.
void write_matrix(const Report& report, Markup& page) {
    const auto& cases = report.survey.cases;
    if (cases.empty()) return;
    if (cases.size() > most_cases_in_matrix) {
        page.add(
            "<p>The table of each agency in each case is left out where there are more than {} cases. Each case in "
            "full has its own.</p>\n",
            most_cases_in_matrix);
        return;
    }
    const std::vector<PartCounts> sums = counted_parts(report);
    std::vector<rules::AgencyId> shown;
    std::vector<Column> columns{{"Case", false}};
    for (rules::AgencyId agency = 0; agency < sums.size(); ++agency) {
        if (sums[agency][static_cast<std::size_t>(AgencyPart::not_recorded)] == cases.size()) continue;
        shown.push_back(agency);
        columns.push_back({report.pathway.words.agencies()[agency].title, false});
    }
    PageTable table(page, "table-agency-by-case", "Each agency in each case", columns);
    for (const CaseLine& line : cases) {
        table.begin_row(line.id);
        for (const rules::AgencyId agency : shown)
            table.cell(html("<span class=\"{}\">{}</span>",
                            std::string_view(line.agencies[agency] == AgencyPart::took_part ? "" : "quiet"),
                            in_report(line.agencies[agency])));
        table.end_row();
    }
    table.end();
}

}  // namespace

std::vector<PartCounts> counted_parts(const Report& report) {
    std::vector<PartCounts> sums(report.pathway.words.agencies().size());
    for (const CaseLine& line : report.survey.cases)
        for (std::size_t agency = 0; agency < line.agencies.size(); ++agency)
            ++sums[agency][static_cast<std::size_t>(line.agencies[agency])];
    return sums;
}

std::string_view in_report(AgencyPart part) {
    switch (part) {
        case AgencyPart::took_part:
            return "took part";
        case AgencyPart::known_only:
            return "known, no part";
        case AgencyPart::not_known_to:
            return "not known to it";
        case AgencyPart::out_of_scope:
            return "out of scope";
        case AgencyPart::not_recorded:
            break;
    }
    return "not recorded";
}

void write_involvement(const Report& report, Markup& page) {
    page.add(
        "<p><em>Absent</em> is said only where a list is filled in and the agency is not on it. Where the list is "
        "blank, "
        "cannot be read, or is not in the data, it is <em>not known</em> who took part: that is never counted as "
        "absence, nor as presence. Rules that are content with some of several agencies are not in this table, since "
        "no "
        "one of them is expected.</p>\n");
    write_expected(report, page);
    page.add(
        "<p>An agency took part in a case if it acted, attended or contributed in any recorded event. A group took "
        "part "
        "where one of its members did. <em>Not recorded</em> does not say that it had no part.{}</p>\n",
        Html{report.pathway.words.agencies().empty()
                 ? ""
                 : " In how many cases each did is <a href=\"#figure-agencies\">a figure</a>."});
    write_matrix(report, page);
}

}  // namespace csapath::engine
