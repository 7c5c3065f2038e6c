// SPDX-License-Identifier: MIT
/// Cases in full: a page each, drawn, and the same in tables.
#include <algorithm>

#include "engine/report/case_timeline.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

class CasePage {
public:
    CasePage(const Report& report, const CaseFile& file, std::size_t number, Markup& page)
        : report_(report), file_(file), number_(number), page_(page), line_(report.survey.cases[file.number]) {}

    void write() {
        page_.add(
            "<section class=\"case\" id=\"case-{}\" aria-labelledby=\"case-{}-title\">\n<h3 "
            "id=\"case-{}-title\">Case {}</h3>\n",
            number_, number_, number_, line_.id);
        head();
        write_case_timeline(report_, file_, number_, page_);
        findings();
        listed();
        pending();
        events();
        clocks();
        page_.add("<p class=\"small\"><a href=\"#cases\">Back to all cases</a></p>\n</section>\n");
    }

private:
    std::string id(std::string_view of) const { return fmt::format("{}-{}", of, number_); }
    /// The id of what it is called, which tells its tables from those of other cases.
    std::string heading() const { return fmt::format("case-{}-title", number_); }

    void head() {
        page_.add("<dl class=\"facts\">\n<dt>Area</dt><dd>{}</dd>\n<dt>Team</dt><dd>{}</dd>\n",
                  std::string_view(line_.area == 0 ? "not recorded" : report_.survey.areas[line_.area]),
                  std::string_view(line_.team.empty() ? std::string_view("not recorded") : line_.team));
        for (const auto& [title, value] : file_.facts) page_.add("<dt>{}</dt><dd>{}</dd>\n", title, value);
        for (const CaseFile::Run& run : file_.episodes) {
            page_.add("<dt>Episode {}</dt><dd>from {}, {}{}</dd>\n", run.number, rules::spelled(run.from),
                      run.closed ? "closed " + rules::spelled(*run.closed) : std::string("open"),
                      std::string_view(run.began_unseen ? "; it began before the data does" : ""));
        }
        page_.add("<dt>Findings</dt><dd>{}</dd>\n</dl>\n", std::uint64_t{line_.all_findings()});
    }

    std::string place(const Evidence& evidence) const {
        std::string words = "row " + std::to_string(evidence.row);
        if (report_.results.inputs.size() > 1) words += " of " + report_.results.inputs[evidence.source].path;
        for (const auto& [source, row] : evidence.also)
            words += ", row " + std::to_string(row) + " of " + report_.results.inputs[source].path;
        return words;
    }

    /// What it rests on, the rule, the days counted, and each reason.
    void tell(const Finding& finding, bool is_listed_one) {
        const ReportedRule& rule = report_.rules[finding.rule];
        page_.add("<div class=\"finding{}\">\n<p>{}", std::string_view(is_listed_one ? " listed" : ""),
                  tag(finding.verdict));
        if (!is_listed_one) page_.add(" {} <span class=\"quiet\">{}</span>", tag(finding.severity), name(finding.kind));
        page_.add("</p>\n<p><b>{}</b></p>\n<p class=\"small\">{}, {}{}", as_sentence(finding.message),
                  rule_name(report_, finding.rule), name(rule.basis),
                  std::string_view(rule.unverified ? ", its value not verified" : ""));
        if (finding.activated) page_.add("; put in force by {}", place(*finding.activated));
        if (finding.fulfilled) page_.add("; fulfilled by {}", place(*finding.fulfilled));
        if (finding.times > 1) page_.add("; stands for {} times", finding.times);
        page_.add("</p>\n");
        if (!finding.also.empty()) {
            std::vector<std::string> also;
            for (const std::uint16_t other : finding.also) also.push_back(report_.rules[other].id);
            page_.add("<p class=\"small\">The same fault also breaks {}.</p>\n", listed_in_words(also));
        }
        reasons(finding);
        if (!rule.why.empty() && !is_listed_one)
            page_.add("<p class=\"small quiet\">Why the rule is there: {}</p>\n", rule.why);
        page_.add("</div>\n");
    }

    void reasons(const Finding& finding) {
        if (finding.why.empty() && finding.days.empty() && !finding.clock) return;
        page_.add("<ul class=\"small\">\n");
        for (const std::string& why : finding.why) page_.add("<li>{}</li>\n", why);
        if (!finding.days.empty()) {
            std::vector<std::string> days;
            for (const rules::Date day : finding.days) days.push_back(rules::spelled(day));
            page_.add("<li>{} counted: {}</li>\n", number_of(days.size(), "working day"), listed_in_words(days));
        }
        if (finding.clock && finding.clock->paused > 0)
            page_.add("<li>the clock: {} in all, {} of them paused, {} net</li>\n", finding.clock->gross,
                      finding.clock->paused, finding.clock->net);
        page_.add("</ul>\n");
    }

    void findings() {
        page_.add("<h4>Findings</h4>\n");
        if (file_.findings.empty()) page_.add("<p>None.</p>\n");
        for (const Finding& finding : file_.findings) tell(finding, false);
    }

    void listed() {
        if (file_.listed.empty()) return;
        page_.add("<h4>Excused, or not to be told from the records</h4>\n");
        for (const Finding& finding : file_.listed) tell(finding, true);
    }

    void pending() {
        if (file_.pending.empty()) return;
        PageTable table(page_, id("pending"), "Not yet due", {{"What", false}, {"Due", false}, {"Rule", false}},
                        heading());
        for (const Finding& finding : file_.pending)
            table.row(as_sentence(finding.message), Day{finding.due ? rules::spelled(*finding.due) : "no date"},
                      rule_name(report_, finding.rule));
        table.end();
    }

    void events() {
        PageTable table(page_, id("events"), "Events, as the timeline numbers them",
                        {{"No.", false},
                         {"When", false},
                         {"What", false},
                         {"Agency", false},
                         {"Details", false},
                         {"Recorded in", false}},
                        heading());
        for (std::size_t i = 0; i < file_.happenings.size(); ++i) {
            const CaseFile::Happening& one = file_.happenings[i];
            std::string recorded;
            for (const auto& [title, value] : one.attributes)
                recorded.append(recorded.empty() ? "" : "; ").append(title).append(": ").append(value);
            table.row(
                std::to_string(i + 1), Day{rules::spelled(one.at)},
                one.is_step ? html("{}", one.title) : html("{} <span class=\"quiet\">(no step)</span>", one.title),
                agency_title(report_, one.agency), recorded.empty() ? std::string("–") : recorded,
                place({one.title, one.at, one.source, one.row, {}}));
        }
        table.end();
    }

    /// A rule about sharing or recording may be met by no single event: then its verdict says all there is to say.
    static Day done(const CaseFile::Window& window) {
        if (window.done) return {rules::spelled(*window.done)};
        const bool absent = window.verdict == Verdict::overdue || window.verdict == Verdict::missed;
        return {absent ? "not recorded" : "see the verdict"};
    }

    void clocks() {
        const std::vector<std::size_t> drawn = drawn_clocks(file_);
        if (!drawn.empty()) {
            PageTable table(page_, id("clocks"), "Clocks, as the timeline letters them",
                            {{"Clock", false},
                             {"Rule", false},
                             {"From", false},
                             {"Due", false},
                             {"Recorded", false},
                             {"Verdict", false}},
                            heading());
            for (std::size_t i = 0; i < drawn.size(); ++i) {
                const CaseFile::Window& window = file_.windows[drawn[i]];
                table.row(std::string(1, static_cast<char>('A' + i)), rule_name(report_, window.rule),
                          Day{rules::spelled(window.from)}, Day{rules::spelled(window.due)}, done(window),
                          tag(window.verdict));
            }
            table.end();
        }
        const auto kept = static_cast<std::uint64_t>(
            std::count_if(file_.windows.begin(), file_.windows.end(),
                          [](const CaseFile::Window& window) { return window.verdict == Verdict::met; }));
        if (kept > 0)
            page_.add("<p>{} kept in time and {} not drawn; <code>csapath explain</code> tells {}.</p>\n",
                      number_of(kept, drawn.empty() ? "clock" : "other clock") + (kept == 1 ? " was" : " were"),
                      std::string_view(kept == 1 ? "is" : "are"), std::string_view(kept == 1 ? "it" : "them"));
    }

    const Report& report_;
    const CaseFile& file_;
    std::size_t number_;
    Markup& page_;
    const CaseLine& line_;
};

}  // namespace

void write_case_files(const Report& report, Markup& page) {
    const Survey& survey = report.survey;
    if (survey.files.empty()) {
        page.add("<p>There is no case with a finding, so none is told in full.</p>\n");
        return;
    }
    page.add("<p>{} told in full: those with findings, and any that were asked for by their id.",
             number_of(survey.files.size(), "case") + (survey.files.size() == 1 ? " is" : " are"));
    if (survey.files_left_out > 0)
        page.add(
            " <strong>Showing {} of {}: {} with findings {} left out</strong> and {} in the list of all cases; "
            "<code>--case</code> asks for one by its id.",
            grouped(survey.files.size()), grouped(survey.files.size() + survey.files_left_out),
            number_of(survey.files_left_out, "case"), std::string_view(survey.files_left_out == 1 ? "is" : "are"),
            std::string_view(survey.files_left_out == 1 ? "stands" : "stand"));
    page.add(
        "</p>\n<p>In a timeline a numbered circle is an event. Below the agencies stand clocks that were not kept, "
        "are excused, or still run: a bar from what started them to the day they were due, which is a diamond; "
        "hatched beyond it for as long as something was late or is overdue; a cross where it was missed; a green "
        "circle "
        "where it is recorded. "
        "Days that are not worked are grey, except where the timeline covers more than 500 days.</p>\n");
    std::size_t number = 0;
    for (const CaseFile& file : survey.files) CasePage(report, file, ++number, page).write();
}

}  // namespace csapath::engine
