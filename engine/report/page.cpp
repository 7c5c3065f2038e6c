// SPDX-License-Identifier: MIT
#include "engine/report/page.hpp"

#include <algorithm>
#include <array>

#include "engine/document/digest.hpp"
#include "engine/report/base64.hpp"
#include "engine/report/case_list_script.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/stylesheet.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

/// As a policy names what it allows.
Html hash(std::string_view text) {
    Digest digest;
    digest.add(text);
    return {base64(digest.finish())};
}

/// Nothing may be loaded, sent or run, but for the one stylesheet and the one script of the page itself.
Html policy() {
    return html(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(stylesheet()), hash(case_list_script()));
}

std::string title(const Report& report) {
    return report.pathway.title + ": report as of " + rules::spelled(report.as_of);
}

struct Section {
    std::string_view id, title;
    void (*write)(const Report& report, Markup& page);
    bool (*wanted)(const Report& report) = nullptr;  ///< nullptr: always
};

/// Whether the report has anything to say there.
bool any_baseline(const Report& report) {
    return report.fresh != nullptr && report.results.since;
}

constexpr std::array<Section, 14> sections = {{
    {"summary", "Summary", write_summary},
    {"new", "New since the baseline", write_new_since, any_baseline},
    {"timeliness", "Timeliness, rule by rule", write_timeliness},
    {"breakdowns", "By area, month and agency", write_breakdowns},
    {"heat-map", "Where findings lie: step by agency", write_heat_map},
    {"trends", "Month by month", write_trends},
    {"involvement", "Which agencies took part", write_involvement},
    {"figures", "Figures that audits asked for", write_figures},
    {"pathway", "The pathway and its delays", write_pathway_picture},
    {"cases", "All cases", write_case_list},
    {"case-pages", "Cases in full", write_case_files},
    {"data-quality", "The data", write_data_quality},
    {"not-checked", "What was not checked, and why", write_not_checked},
    {"method", "How this report was made", write_method},
}};

void write_head(const Report& report, Markup& page) {
    page.add(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
        "<meta name=\"robots\" content=\"noindex\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#summary\">Skip to the "
        "summary</a>\n",
        policy(), title(report), Html{std::string(stylesheet())});
    // What is late is hatched wherever it is drawn, so that it does not rest on a colour.
    page.add(
        "<svg class=\"defs\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"6\" "
        "height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
        "fill=\"#fff\" /><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#801650\" stroke-width=\"5\" "
        "/></pattern></defs></svg>\n");
}

std::string period_in_words(const Report& report) {
    if (!report.from && !report.to) return "everything in the data";
    std::string words = "what was put in force";
    if (report.from) words += " from " + rules::spelled(*report.from);
    if (report.to) words += " to " + rules::spelled(*report.to);
    return words;
}

std::string rows_in_words(const Results& results) {
    std::uint64_t rows = 0, used = 0, filtered = 0, refused = 0;
    for (const InputResult& input : results.inputs) {
        rows += input.rows;
        used += input.used;
        filtered += input.filtered;
        refused += input.refused;
    }
    return grouped(rows) + " read: " + grouped(used) + " used, " + grouped(filtered) + " left out, " +
           grouped(refused) + " refused";
}

std::string areas_in_words(const Report& report) {
    std::vector<std::string> areas;
    for (AreaNumber area = 1; area < report.survey.areas.size(); ++area) areas.push_back(report.survey.areas[area]);
    std::sort(areas.begin(), areas.end());
    return areas.empty() ? "none is recorded" : listed_in_words(areas);
}

void write_header(const Report& report, Markup& page) {
    page.add("<header>\n<p class=\"marking\">{}</p>\n", marking_in_words(report));
    page.add("<h1>{}</h1>\n<dl class=\"facts\">\n", report.pathway.title);
    const auto fact = [&](std::string_view name, std::string_view value) {
        page.add("<dt>{}</dt><dd>{}</dd>\n", name, value);
    };
    fact("Areas in the data", areas_in_words(report));
    fact("Period", period_in_words(report));
    fact("As the records stood", (report.as_of.timed() ? "on " : "at the end of ") + rules::spelled(report.as_of));
    fact("Judged by", report.pathway.id + " " + report.pathway.version);
    fact("Rows", rows_in_words(report.results));
    page.add("</dl>\n");
    if (report.results.incomplete)
        page.add(
            "<div class=\"warning\"><p><strong>INCOMPLETE.</strong> Some of the input could not be used, and no figure "
            "here covers it. <a href=\"#data-quality\">What was refused</a></p></div>\n");
    page.add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
    for (const Section& section : sections)
        if (section.wanted == nullptr || section.wanted(report))
            page.add("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.title);
    page.add("</ol>\n</nav>\n</header>\n");
}

}  // namespace

void write_page(const Report& report, Out& out) {
    Markup page(out);
    write_head(report, page);
    write_header(report, page);
    page.add("<main>\n");
    for (const Section& section : sections) {
        if (section.wanted != nullptr && !section.wanted(report)) continue;
        page.add("<section id=\"{}\" aria-labelledby=\"{}-title\">\n<h2 id=\"{}-title\">{}</h2>\n", section.id,
                 section.id, section.id, section.title);
        section.write(report, page);
        page.add("</section>\n");
    }
    page.add("</main>\n<script>{}</script>\n</body>\n</html>\n", Html{std::string(case_list_script())});
}

}  // namespace csapath::engine
