// SPDX-License-Identifier: MIT
#include "engine/report/published_page.hpp"

#include <optional>

#include "engine/document/digest.hpp"
#include "engine/published/hidden_counts.hpp"
#include "engine/report/base64.hpp"
#include "engine/report/stylesheet.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

constexpr std::string_view confidential = "c";

std::string shown_count(std::uint64_t count, bool hidden) {
    return hidden ? std::string(confidential) : grouped(count);
}
/// A share is shown only where both of its counts are.
std::string shown_share(std::uint64_t part, bool part_hidden, std::uint64_t whole, bool whole_hidden) {
    return part_hidden || whole_hidden ? std::string(confidential) : share(part, whole);
}

/// Cases with and without a finding, of one row of a table.
void found_row(PageTable& table, std::string_view name, const CasesFound& cases, const std::vector<bool>& cells,
               bool total_hidden) {
    const std::uint64_t all = cases.with + cases.without;
    table.row(name, Figure{shown_count(all, total_hidden)}, Figure{shown_count(cases.with, cells[0])},
              Figure{shown_count(cases.without, cells[1])},
              Figure{shown_share(cases.with, cells[0], all, total_hidden)});
}

std::vector<Column> found_columns(std::string_view of_what) {
    return {{of_what, false}, {"Cases"}, {"With at least one finding"}, {"Without"}, {"With, of all"}};
}

void write_all_cases(const CaseCounts& counts, const std::optional<Hidden>& hidden, Markup& page) {
    page.add("<section id=\"all\">\n<h2>All cases</h2>\n");
    if (hidden) {
        PageTable written(page, "table-all", "Cases that were looked at", found_columns("Which"));
        found_row(written, "All", counts.all, hidden->cells[0], hidden->row_totals[0]);
        written.end();
    } else {
        page.add("<p>There are too few cases for any number to be shown.</p>\n");
    }
    page.add("</section>\n");
}

struct NamedCases {
    std::string name;
    CasesFound cases;
};

/// The same cases, parted: their sums stand above already, so they hide nothing here.
void write_parted(std::string_view id, std::string_view title, std::string_view caption, bool sums_shown,
                  const std::vector<NamedCases>& parts, Markup& page) {
    page.add("<section id=\"{}\">\n<h2>{}</h2>\n", id, title);
    CountTable table{.columns = 2, .rows = {}, .columns_add_up = true, .column_totals_known = true};
    table.rows.reserve(parts.size());
    for (const NamedCases& part : parts) table.rows.push_back({part.cases.with, part.cases.without});
    const auto hidden = sums_shown ? protect(table) : std::optional<Hidden>();
    if (!hidden) {
        page.add("<p>There are too few cases for them to be shown in parts.</p>\n</section>\n");
        return;
    }
    PageTable written(page, "table-" + std::string(id), caption, found_columns(title));
    for (std::size_t row = 0; row < parts.size(); ++row)
        found_row(written, parts[row].name, parts[row].cases, hidden->cells[row], hidden->row_totals[row]);
    written.end();
    page.add("</section>\n");
}

void write_rules(const Report& report, const CaseCounts& counts, const std::vector<Hidden>& hidden, Markup& page) {
    page.add(
        "<section id=\"rules\">\n<h2>Rule by rule</h2>\n<p>A case counts once for a rule, however often the rule "
        "applied in it.</p>\n");
    PageTable written(page, "table-rules", "Cases in which a rule applied, and what came of it",
                      {{"Rule", false},
                       {"Cases"},
                       {"Kept"},
                       {"Late or not kept, at least once"},
                       {"Not decided"},
                       {"Kept, of those decided"}});
    for (std::size_t rule = 0; rule < counts.by_rule.size(); ++rule) {
        const CasesOfRule& of = counts.by_rule[rule];
        const std::uint64_t all = of.kept + of.broken + of.not_decided;
        if (all == 0) continue;
        const std::vector<bool>& cells = hidden[rule].cells[0];
        written.row(rule_name(report, rule), Figure{shown_count(all, hidden[rule].row_totals[0])},
                    Figure{shown_count(of.kept, cells[0])}, Figure{shown_count(of.broken, cells[1])},
                    Figure{shown_count(of.not_decided, cells[2])},
                    Figure{shown_share(of.kept, cells[0], of.kept + of.broken, cells[1])});
    }
    written.end();
    page.add("</section>\n");
}

void write_published_head(const Report& report, Markup& page) {
    Digest digest;
    digest.add(stylesheet());
    page.add(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri "
        "'none'; form-action 'none'\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
        "<title>{}: counts as of {}</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n",
        Html{base64(digest.finish())}, report.pathway.title, rules::spelled(report.as_of),
        Html{std::string(stylesheet())});
    page.add("<p class=\"marking\">{}</p>\n",
             report.marking.empty() ? std::string_view("For publication: counts of cases, small numbers hidden")
                                    : std::string_view(report.marking));
    page.add("<h1>{}</h1>\n<dl class=\"facts\">\n", report.pathway.title);
    const auto fact = [&](std::string_view name, const std::string& value) {
        page.add("<dt>{}</dt><dd>{}</dd>\n", name, value);
    };
    if (report.from) fact("From", rules::spelled(*report.from));
    if (report.to) fact("To", rules::spelled(*report.to));
    const auto only = [&](std::string_view name, const std::set<std::string>& some) {
        if (!some.empty()) fact(name, listed_in_words({some.begin(), some.end()}));
    };
    only("Only areas", report.only_areas);
    only("Only rules", report.only_rules);
    fact("As the records stood", (report.as_of.timed() ? "on " : "at the end of ") + rules::spelled(report.as_of));
    fact("Judged by", report.pathway.id + " " + report.pathway.version);
    page.add("</dl>\n");
    if (report.results.incomplete)
        page.add(
            "<div class=\"warning\"><p><strong>INCOMPLETE.</strong> Some of the input could not be used, and no figure "
            "here covers it.</p></div>\n");
    page.add("</header>\n<main>\n");
}

}  // namespace

void write_published_page(const Report& report, const CaseCounts& counts, Out& out) {
    Markup page(out);
    write_published_head(report, page);
    const HiddenCounts hidden = protect(counts.all, counts.by_rule);
    write_all_cases(counts, hidden.all, page);
    // Nothing can be parted further of which something is hidden as a whole.
    const bool sums_shown = hidden.all && !hidden.all->any();
    std::vector<NamedCases> areas, quarters;
    for (const auto& [area, cases] : counts.by_area)
        areas.push_back({area.empty() ? "area not recorded" : area, cases});
    for (const auto& [quarter, cases] : counts.by_quarter) quarters.push_back({spelled(quarter), cases});
    write_parted("areas", "By area", "Cases by area", sums_shown, areas, page);
    write_parted("quarters", "By quarter of the first event", "Cases by the quarter of their first event", sums_shown,
                 quarters, page);
    write_rules(report, counts, hidden.by_rule, page);
    page.add(
        "<section id=\"method\">\n<h2>How small numbers are hidden</h2>\n<p><strong>{}</strong> stands for a count "
        "that "
        "is not shown. Counts of 1 to {} never are, and others are hidden too where with them a hidden one could be "
        "worked out: of every hidden count at least {} values remain possible to a reader of this page. 0 is shown. A "
        "share is hidden with its counts. Of a rule that nothing less protects the whole row is hidden, what is 0 in "
        "it too.</p>\n<p>This holds for this page by itself. Two pages of the same cases, a "
        "week apart or of other windows, can tell by their difference what neither tells alone.</p>\n"
        "<p>Withheld: cases and their findings; figures of referrals, plans, grades, agencies and months, which count "
        "the "
        "same children in other ways and could tell what is hidden here; and medians, which of a few cases tell the "
        "cases.</p>\n<p>These counts "
        "tell what records show: not recorded is not the same as not done. csapath {}</p>\n</section>\n"
        "</main>\n</body>\n</html>\n",
        confidential, largest_small_count, least_choices, report.tool_version);
}

}  // namespace csapath::engine
