// SPDX-License-Identifier: MIT
/// What went in, and how figures were made from it.
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

void write_data_quality(const Report& report, Markup& page) {
    const Results& results = report.results;
    page.add(
        "<p>Every row that was read is used, left out (it stands twice, lies after the day of judging, names an event "
        "that the definition does not know, or has a status such as cancelled), or refused because it could not be "
        "read.</p>\n");
    {
        PageTable table(page, "table-inputs", "Files that were read",
                        {{"File", false}, {"Format", false}, {"Rows read"}, {"Used"}, {"Left out"}, {"Refused"}});
        for (const InputResult& input : results.inputs)
            table.row(input.path, std::string_view(input.format), input.rows, input.used, input.filtered,
                      input.refused);
        table.end();
    }
    if (!results.errors.empty()) {
        page.add("<h3>What could not be read</h3>\n<ul>\n");
        constexpr std::size_t most = 100;
        for (std::size_t i = 0; i < std::min(results.errors.size(), most); ++i)
            page.add("<li>{}</li>\n", results.errors[i]);
        page.add("</ul>\n");
        if (results.errors.size() > most) page.add("<p>And {} more.</p>\n", grouped(results.errors.size() - most));
    }
    write_soundness(report, page);
    if (results.notes.empty()) {
        page.add("<p>Nothing else was noticed in the data.</p>\n");
        return;
    }
    PageTable table(page, "table-notes", "What was noticed in the data",
                    {{"What", false}, {"How often"}, {"Code", false}});
    for (const Note& note : results.notes) table.row(note.message, note.count, std::string_view(note.code));
    table.end();
}

namespace {

void write_definition(const Report& report, Markup& page) {
    const Pathway& pathway = report.pathway;
    PageTable table(page, "table-definition", "The definition: its files, the one that was named last",
                    {{"File", false}, {"SHA-256", false}});
    for (const Pathway::Layer& layer : pathway.layers) table.row(layer.path, html("<code>{}</code>", layer.sha256));
    table.row("calendar " + pathway.calendar->id(), html("<code>{}</code>", pathway.calendar_sha256));
    table.end();
}

void write_inputs(const Report& report, Markup& page) {
    PageTable table(page, "table-input-hashes", "The inputs", {{"File", false}, {"SHA-256", false}});
    for (const InputResult& input : report.results.inputs) table.row(input.path, html("<code>{}</code>", input.sha256));
    if (const auto& joined = report.results.identities)
        table.row("ids joined by " + joined->path, html("<code>{}</code>", joined->sha256));
    table.end();
}

}  // namespace

void write_method(const Report& report, Markup& page) {
    const Pathway& pathway = report.pathway;
    page.add(
        "<p>Made by csapath {} from the records named below, judged by {} ({} {}) as they stood {} {}. The "
        "same version, definition, records and day give the same bytes.</p>\n",
        report.tool_version, pathway.title, pathway.id, pathway.version,
        std::string_view(report.as_of.timed() ? "on" : "at the end of"), rules::spelled(report.as_of));
    write_definition(report, page);
    write_inputs(report, page);
    page.add(
        "<h3>How figures are made</h3>\n<ul>\n"
        "<li>Each rule is a sentence of the definition. Every time that something puts it in force is judged by "
        "itself: kept, late, overdue (not recorded and past its day, the case open), missed (not recorded, and "
        "the case closed or what it had to come before has happened), failed (what is recorded does not hold), "
        "not yet due, excused (the rule's own exception holds), cannot tell (what would decide it is not recorded, "
        "or too coarse), not visible (no file loaded can show it).</li>\n"
        "<li>Working days leave out Saturdays, Sundays and the holidays of the calendar {}. A limit counts from "
        "the day after it was put in force{}.</li>\n"
        "<li>The 90th percentile is taken by nearest rank; the median of an even number lies half-way between the "
        "two in the middle.</li>\n"
        "<li>Shares are rounded to whole numbers; none is written as 0% or 100% that is not exactly so.</li>\n"
        "</ul>\n",
        pathway.calendar->id(),
        std::string_view(pathway.calendar->first_day() == FirstDay::included
                             ? ", or from that day itself where it is a working day"
                             : ""));
    if (!report.only_rules.empty() || !report.only_areas.empty()) {
        const std::vector<std::string> rules_named(report.only_rules.begin(), report.only_rules.end());
        const std::vector<std::string> areas_named(report.only_areas.begin(), report.only_areas.end());
        page.add("<p>This report was limited on purpose");
        if (!rules_named.empty()) page.add(" to the rules {}", listed_in_words(rules_named));
        if (!areas_named.empty())
            page.add("{} to cases of {}", std::string_view(rules_named.empty() ? "" : " and"),
                     listed_in_words(areas_named));
        page.add(".</p>\n");
    }
    page.add("<h3>What the rules rest on</h3>\n<ul>\n");
    for (const Citation& source : pathway.citations)
        page.add("<li>{} ({})</li>\n", source.title.empty() ? source.id : source.title, name(source.basis));
    page.add("</ul>\n");
}

}  // namespace csapath::engine
