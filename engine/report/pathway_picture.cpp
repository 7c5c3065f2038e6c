// SPDX-License-Identifier: MIT
/// The pathway drawn, with what came of each way; and the same in a table.
#include <algorithm>
#include <numeric>

#include "engine/graph/layout.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

/// An entry of `next`: one number, and an arrow to each of its targets.
struct Way {
    const Rule* rule = nullptr;
    std::optional<std::size_t> reported;  ///< none for `may`, which demands nothing
};

std::vector<Way> numbered_ways(const Report& report) {
    std::vector<Way> ways;
    for (const Rule& rule : report.pathway.rules) {
        if (rule.edge() == nullptr) continue;
        Way& way = ways.emplace_back();
        way.rule = &rule;
        for (std::size_t number = 0; number < report.rules.size(); ++number)
            if (report.rules[number].id == rule.id) way.reported = number;
    }
    return ways;
}

/// Steps that arrows join, however many there are between them; each in the order of the definition.
std::vector<std::vector<rules::StepId>> joined_steps(const Report& report, const std::vector<Way>& ways) {
    std::vector<std::size_t> leader(report.pathway.steps.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&](std::size_t step) {
        while (leader[step] != step) step = leader[step];
        return step;
    };
    for (const Way& way : ways) {
        for (const rules::StepId to : way.rule->edge()->to) {
            const std::size_t one = find(way.rule->step), other = find(to);
            leader[std::max(one, other)] = std::min(one, other);
        }
    }
    std::vector<std::vector<rules::StepId>> groups(leader.size());
    for (std::size_t step = 0; step < leader.size(); ++step)
        groups[find(step)].push_back(static_cast<rules::StepId>(step));
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
}

/// At most two lines of words.
std::vector<std::string> title_lines(const std::string& title) {
    constexpr std::size_t most = 25;
    if (width(title) <= most) return {title};
    std::size_t cut = title.rfind(' ', most);
    if (cut == std::string::npos || cut == 0) return {shortened(title, most)};
    return {title.substr(0, cut), shortened(title.substr(cut + 1), most)};
}

std::string_view thickness(const Report& report, const Way& way) {
    if (!way.reported) return " may";
    const VerdictCounts& counts = report.results.by_rule[*way.reported];
    if (broken(counts) == 0) return "";
    return broken(counts) * 5 >= decided(counts) ? " many" : " some";
}

class Picture {
public:
    Picture(const Report& report, const std::vector<Way>& ways, const std::vector<rules::StepId>& steps)
        : report_(report), ways_(ways), steps_(steps) {
        std::vector<std::pair<std::size_t, std::size_t>> arrows;
        for (std::size_t way = 0; way < ways.size(); ++way) {
            const auto from = place(ways[way].rule->step);
            if (!from) continue;
            for (const rules::StepId to : ways[way].rule->edge()->to) {
                arrows.emplace_back(*from, *place(to));
                way_of_arrow_.push_back(way);
            }
        }
        layout_ = laid_out(steps.size(), arrows, sizes_);
    }

    void write(std::size_t number, Markup& page) const {
        constexpr int margin = 6;
        const std::string& first = report_.pathway.steps[steps_.front()].title;
        page.add(
            "<figure>\n<figcaption id=\"picture-{}\">From {} on</figcaption>\n<div class=\"wide\" role=\"region\" "
            "tabindex=\"0\" aria-labelledby=\"picture-{}\">\n<svg role=\"img\" aria-labelledby=\"picture-{}-title "
            "picture-{}-told\" viewBox=\"{} {} {} {}\" width=\"{}\" height=\"{}\">\n<title "
            "id=\"picture-{}-title\">Steps "
            "of the pathway from {}, and the ways between them</title>\n<desc id=\"picture-{}-told\">{} and {}; the "
            "table below tells each way.</desc>\n",
            number, first, number, number, number, -margin, -margin, layout_.width + 2 * margin,
            layout_.height + 2 * margin, layout_.width + 2 * margin, layout_.height + 2 * margin, number, first, number,
            number_of(steps_.size(), "step"), number_of(layout_.arrows.size(), "way"));
        for (std::size_t arrow = 0; arrow < layout_.arrows.size(); ++arrow) write_arrow(arrow, page);
        for (std::size_t step = 0; step < steps_.size(); ++step) write_box(step, page);
        for (std::size_t arrow = 0; arrow < layout_.arrows.size(); ++arrow) write_label(arrow, page);
        page.add("</svg>\n</div>\n</figure>\n");
    }

private:
    std::optional<std::size_t> place(rules::StepId step) const {
        const auto found = std::find(steps_.begin(), steps_.end(), step);
        if (found == steps_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - steps_.begin());
    }

    void write_arrow(std::size_t arrow, Markup& page) const {
        const std::vector<Point>& points = layout_.arrows[arrow].points;
        if (points.empty()) return;
        std::string path = fmt::format("M{} {}", points[0].x, points[0].y);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const Point& from = points[i - 1];
            const Point& to = points[i];
            const int middle = (from.y + to.y) / 2;
            path += from.x == to.x ? fmt::format("V{}", to.y)
                                   : fmt::format("C{} {} {} {} {} {}", from.x, middle, to.x, middle, to.x, to.y);
        }
        page.add("<path class=\"arrow{}\" marker-end=\"url(#head)\" d=\"{}\" />\n",
                 thickness(report_, ways_[way_of_arrow_[arrow]]), path);
    }

    void write_label(std::size_t arrow, Markup& page) const {
        if (layout_.arrows[arrow].points.empty()) return;
        const Point& at = layout_.arrows[arrow].label;
        const std::size_t way = way_of_arrow_[arrow];
        const std::string_view style = thickness(report_, ways_[way]);
        page.add(
            "<circle class=\"arrow-label{}\" cx=\"{}\" cy=\"{}\" r=\"11\" /><text class=\"small-text{}\" x=\"{}\" "
            "y=\"{}\" text-anchor=\"middle\">{}</text>\n",
            style, at.x, at.y, std::string_view(style == " some" || style == " many" ? " light" : ""), at.x, at.y + 4,
            way + 1);
    }

    void write_box(std::size_t step, Markup& page) const {
        const Point& at = layout_.boxes[step];
        const Step& of = report_.pathway.steps[steps_[step]];
        page.add("<rect class=\"box{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" />\n",
                 std::string_view(of.starts ? " start" : ""), at.x, at.y, sizes_.box_width, sizes_.box_height,
                 of.starts ? 20 : 0);
        if (of.ends)
            page.add("<rect class=\"box\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" />\n", at.x + 4, at.y + 4,
                     sizes_.box_width - 8, sizes_.box_height - 8);
        const std::vector<std::string> lines = title_lines(of.title);
        int y = at.y + (lines.size() == 1 ? 28 : 22);
        for (const std::string& line : lines) {
            page.add("<text class=\"strong-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                     at.x + sizes_.box_width / 2, y, line);
            y += 15;
        }
        std::uint64_t findings = 0;
        for (std::size_t rule = 0; rule < report_.rules.size(); ++rule)
            if (report_.rules[rule].step == steps_[step]) findings += report_.survey.rules[rule].findings;
        page.add("<text class=\"small-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{} recorded, {}</text>\n",
                 at.x + sizes_.box_width / 2, y + 1, grouped(report_.survey.occurrences[steps_[step]]),
                 number_of(findings, "finding"));
    }

    const Report& report_;
    const std::vector<Way>& ways_;
    const std::vector<rules::StepId>& steps_;
    LayoutSizes sizes_;
    std::vector<std::size_t> way_of_arrow_;
    Layout layout_;
};

/// "1 working day", "2.5 working days".
std::string length_in_words(double length, rules::Unit unit) {
    return length == 1 ? rules::in_words(1, unit) : decimal(length) + " " + rules::name(unit);
}

void write_ways(const Report& report, const std::vector<Way>& ways, Markup& page) {
    PageTable table(page, "table-ways", "The ways of the pathway, by their number in the picture",
                    {{"Way", false},
                     {"From", false},
                     {"To", false},
                     {"What is asked", false},
                     {"Applied"},
                     {"In time"},
                     {"Late"},
                     {"Overdue or missed"},
                     {"Median", false}});
    for (std::size_t number = 0; number < ways.size(); ++number) {
        const Way& way = ways[number];
        std::vector<std::string> targets;
        for (const rules::StepId to : way.rule->edge()->to) targets.push_back(report.pathway.steps[to].title);
        std::string to;
        for (const std::string& target : targets) to += (to.empty() ? "" : " or ") + target;
        table.begin_row(fmt::format("{}", number + 1));
        table.cell(report.pathway.steps[way.rule->step].title);
        table.cell(to);
        table.cell(way.rule->text.text);
        if (way.reported) {
            const VerdictCounts& counts = report.results.by_rule[*way.reported];
            const Durations& took = report.survey.rules[*way.reported].took;
            const auto median = took.median();
            table.cell(applicable(counts));
            table.cell(times_of(counts, Verdict::met));
            table.cell(times_of(counts, Verdict::late));
            table.cell(times_of(counts, Verdict::overdue) + times_of(counts, Verdict::missed));
            table.cell(median ? length_in_words(*median, report.survey.rules[*way.reported].unit)
                              : std::string(no_figure));
        } else {
            for (int column = 0; column < 5; ++column) table.cell(Figure{no_figure});
        }
        table.end_row();
    }
    table.end();
}

void write_steps(const Report& report, Markup& page) {
    PageTable table(page, "table-steps", "The steps of the pathway: how often each is recorded, and its findings",
                    {{"Step", false}, {"Stage", false}, {"Track", false}, {"Recorded"}, {"Findings"}});
    for (std::size_t step = 0; step < report.pathway.steps.size(); ++step) {
        const Step& of = report.pathway.steps[step];
        std::uint64_t findings = 0;
        for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
            if (report.rules[rule].step == step) findings += report.survey.rules[rule].findings;
        table.row(of.title, std::string_view(of.stage.empty() ? "none" : of.stage), std::string_view(of.track),
                  report.survey.occurrences[step], findings);
    }
    table.end();
}

}  // namespace

void write_pathway_picture(const Report& report, Markup& page) {
    const std::vector<Way> ways = numbered_ways(report);
    page.add(
        "<p>A box is a step, rounded where a case begins and doubled where it ends. An arrow leads to what has to "
        "follow, dashed to what may. Its number is that of the table. An arrow is dark red where something was late, "
        "overdue or missed, and thicker where that is one time in five or more of those decided. Steps that no way "
        "joins "
        "to another are in the table of steps alone.</p>\n"
        "<svg class=\"defs\" aria-hidden=\"true\" focusable=\"false\"><defs><marker id=\"head\" viewBox=\"0 0 10 10\" "
        "refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" "
        "orient=\"auto\"><path "
        "class=\"head\" d=\"M0 0L10 5L0 10z\" /></marker></defs></svg>\n");
    std::size_t number = 0;
    page.add("<div class=\"pictures\">\n");
    for (const auto& steps : joined_steps(report, ways)) Picture(report, ways, steps).write(++number, page);
    page.add("</div>\n");
    write_ways(report, ways, page);
    write_steps(report, page);
}

}  // namespace csapath::engine
