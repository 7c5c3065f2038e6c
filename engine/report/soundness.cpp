// SPDX-License-Identifier: MIT
/// What is wrong with the data, by reason, and what cannot be right in them.
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/quality_text.hpp"

namespace csapath::engine {

namespace {
void write_reasons(std::string_view id, std::string_view caption, const std::vector<DataQuality::Reason>& reasons,
                   Markup& page) {
    if (reasons.empty()) return;
    PageTable table(page, id, caption, {{"Why", false}, {"How often"}, {"Code", false}});
    for (const DataQuality::Reason& reason : reasons)
        table.row(reason.message, reason.count, std::string_view(reason.code));
    table.end();
}
}  // namespace

void write_soundness(const Report& report, Markup& page) {
    const DataQuality& quality = report.results.quality;
    page.add("<p>Rows read: {}. Of these {} used, {} left out and {} refused. ", grouped(quality.rows),
             grouped(quality.used), grouped(quality.filtered), grouped(quality.refused));
    page.add("Cases that were not judged, because nothing in them is a step of this pathway: {}. ",
             grouped(quality.cases_not_judged));
    page.add("Values that two rows or two sources tell differently, and that count as not known: {}.</p>\n",
             grouped(quality.conflicts));
    if (report.results.identities)
        page.add("<p>Ids were joined by {}: {}, of which not needed: {}.</p>\n", report.results.identities->path,
                 number_of(report.results.identities->rows, "row"), grouped(report.results.identities->unused));
    write_reasons("table-refused", "Why rows were refused", quality.refused_for, page);
    write_reasons("table-filtered", "Why rows were left out", quality.filtered_for, page);
    if (quality.doubtful.empty()) return;
    page.add(
        "<p>The following cannot be right, or hardly. It was judged as it stands; look it up before a finding is "
        "believed that rests on it.</p>\n");
    PageTable table(page, "table-doubtful", "What is doubtful in the data",
                    {{"What", false}, {"How often"}, {"Where", false}, {"Code", false}});
    for (const DataQuality::Reason& reason : quality.doubtful)
        table.row(reason.message, reason.count, places_in_words(reason, report.results), std::string_view(reason.code));
    table.end();
}

}  // namespace csapath::engine
