// SPDX-License-Identifier: MIT
#include "engine/report/case_timeline.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

using rules::Date;

namespace {

constexpr int plot_left = 190, plot_right = 1000, plot_top = 30, row_height = 22, width_of_timeline = 1024;

class Timescale {
public:
    Timescale(Date first, Date last) : first_(first), days_(std::max(7, last - first + 1)) {}

    int x(Date day) const { return at(day - first_); }
    /// The middle of a day, where what happened on it is drawn.
    int middle(Date day) const { return plot_left + (2 * (day - first_) + 1) * (plot_right - plot_left) / (2 * days_); }
    Date first() const { return first_; }
    int days() const { return days_; }
    int width_of(int days) const { return at(days) - plot_left; }

private:
    int at(int day) const { return plot_left + day * (plot_right - plot_left) / days_; }

    Date first_;
    int days_;
};

Timescale timescale(const Report& report, const CaseFile& file) {
    Date first = file.happenings.front().at.day, last = file.happenings.back().at.day;
    for (const std::size_t clock : drawn_clocks(file)) {
        first = std::min(first, file.windows[clock].from.day);
        last = std::max(last, file.windows[clock].due.day);
    }
    const bool open = !file.episodes.empty() && !file.episodes.back().closed;
    if (open) last = std::max(last, report.as_of.day);
    return {first - 1, last + 1};
}

/// One path for all days that are not worked; a run of them is one piece. Nothing where a day is too narrow to see.
std::string days_off(const Calendar& calendar, const Timescale& scale, int height) {
    constexpr int widest_span = 500;
    std::string path;
    if (scale.days() > widest_span) return path;
    for (int day = 0; day < scale.days(); ++day) {
        int off = 0;
        while (day + off < scale.days() && calendar.knows(scale.first() + day + off) &&
               !calendar.worked(scale.first() + day + off))
            ++off;
        if (off == 0) continue;
        const int x = scale.x(scale.first() + day);
        const int width = scale.x(scale.first() + day + off) - x;
        path += fmt::format("M{} {}h{}v{}h-{}z", x, plot_top, width, height, width);
        day += off;
    }
    return path;
}

/// There may be thousands of drawings on a page, and what a browser does with it goes by the number of elements: so all
/// lines that look alike are one path, all dots are one, and so are the numbers on them.
struct Alike {
    struct Numbers {
        std::string digits, xs, ys;  ///< and where each of them stands

        void add(int x, int y, const std::string& number, int width_of_digit) {
            int at = x - width_of_digit * (static_cast<int>(number.size()) - 1) / 2;
            for (const char digit : number) {
                digits += digit;
                xs += fmt::format("{} ", at);
                ys += fmt::format("{} ", y);
                at += width_of_digit;
            }
        }
        void write(std::string_view mark, Markup& page) const {
            if (digits.empty()) return;
            page.add("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", mark, xs, ys, digits);
        }
    };
    std::string lines, dots;
    Numbers short_numbers, long_numbers;  ///< of three digits and more

    void add_line(int x, int y, char to, int end) { lines += fmt::format("M{} {}{}{}", x, y, to, end); }
    void add_dot(int x, int y, std::size_t number) {
        dots += fmt::format("M{} {}h0", x, y);
        if (number < 100)
            short_numbers.add(x, y + 4, std::to_string(number), 6);
        else
            long_numbers.add(x, y + 3, std::to_string(number), 5);
    }
    void write(Markup& page) const {
        page.add("<path class=\"faint\" d=\"{}\" />\n<path class=\"happened\" d=\"{}\" />\n", lines, dots);
        short_numbers.write("mark", page);
        long_numbers.write("mark small-mark", page);
    }
};

void write_axis(const Timescale& scale, int height, Alike& alike, Markup& page) {
    constexpr int room_of_label = 74;
    const auto label = [&](Date day, const std::string& words) {
        alike.add_line(scale.x(day), plot_top - 6, 'V', plot_top + height);
        if (scale.x(day) + room_of_label <= plot_right)
            page.add("<text class=\"small-text\" x=\"{}\" y=\"20\">{}</text>\n", scale.x(day) + 3, words);
    };
    if (scale.width_of(30) < room_of_label * 2) {
        const int every = 1 + room_of_label / std::max(1, scale.width_of(30));
        for (Month month = month_of(scale.first());; ++month.number) {
            const auto day = rules::make_date(month.number / 12, static_cast<unsigned>(month.number % 12) + 1, 1);
            if (!day || *day - scale.first() >= scale.days()) break;
            if (*day >= scale.first() && month.number % every == 0) label(*day, spelled(month));
        }
        return;
    }
    const int every = 7 * (1 + room_of_label / std::max(1, scale.width_of(7)));
    for (Date day = scale.first(); day - scale.first() < scale.days(); day = day + 1)
        if (rules::weekday(day) == rules::Weekday::monday && (day - scale.first()) / 7 * 7 % every == 0)
            label(day, rules::spelled(day).substr(4));
}

/// An event with the number of its row in the table, in the first row of its lane where it has room.
struct EventMark {
    std::size_t number;
    int x, row;
};
struct Lane {
    std::optional<rules::AgencyId> agency;
    std::vector<EventMark> marks;
    int rows = 1;
};

/// In the order of the definition; those of whom nobody knows who they are come last.
std::vector<Lane> lanes_of(const CaseFile& file, const Timescale& scale) {
    constexpr int room = 19;
    std::map<std::pair<bool, rules::AgencyId>, Lane> by_agency;
    for (std::size_t i = 0; i < file.happenings.size(); ++i) {
        const auto& agency = file.happenings[i].agency;
        Lane& lane = by_agency[{!agency, agency.value_or(0)}];
        lane.agency = agency;
        const int x = scale.middle(file.happenings[i].at.day);
        std::vector<int> last_of_row(static_cast<std::size_t>(lane.rows), -room);
        for (const EventMark& mark : lane.marks) last_of_row[static_cast<std::size_t>(mark.row)] = mark.x;
        int row = 0;
        while (row < lane.rows && x - last_of_row[static_cast<std::size_t>(row)] < room) ++row;
        lane.rows = std::max(lane.rows, row + 1);
        lane.marks.push_back({i + 1, x, row});
    }
    std::vector<Lane> lanes;
    lanes.reserve(by_agency.size());
    for (auto& [agency, lane] : by_agency) lanes.push_back(std::move(lane));
    return lanes;
}

void write_lane(const Report& report, const Lane& lane, int top, Alike& alike, Markup& page) {
    page.add("<text x=\"0\" y=\"{}\">{}</text>\n", top + 15, shortened(agency_title(report, lane.agency), 26));
    alike.add_line(0, top + lane.rows * row_height, 'H', plot_right);
    for (const EventMark& mark : lane.marks)
        alike.add_dot(mark.x, top + mark.row * row_height + row_height / 2, mark.number);
}

/// From start to due a bar; beyond it, hatched, for as long as it was late or is overdue; a diamond where it was due.
void write_clock(const Report& report, const CaseFile::Window& window, char letter, const Timescale& scale, int top,
                 Markup& page) {
    const int y = top + row_height / 2;
    const int from = scale.middle(window.from.day), due = scale.middle(window.due.day);
    page.add("<g><title>{}</title><text x=\"0\" y=\"{}\"><tspan class=\"strong-text\">{}</tspan> {}</text>",
             rule_words(report, window.rule), y + 4, std::string_view(&letter, 1),
             shortened(report.pathway.steps[report.rules[window.rule].step].title, 24));
    page.add("<rect class=\"window\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"10\" />", std::min(from, due), y - 5,
             std::max(2, std::abs(due - from)));
    std::optional<int> over;
    if (window.verdict == Verdict::late && window.done) over = scale.middle(window.done->day);
    if (window.verdict == Verdict::overdue) over = scale.middle(report.as_of.day);
    if (over && *over > due)
        page.add("<rect class=\"over\" fill=\"url(#hatch)\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"10\" />", due,
                 y - 5, *over - due);
    page.add("<path class=\"due\" d=\"M{} {}l6 7l-6 7l-6 -7z\" />", due, y - 7);
    if (window.verdict == Verdict::missed)
        page.add("<path class=\"cross\" d=\"M{} {}l8 8m0 -8l-8 8\" />", due + 9, y - 4);
    if (window.done)
        page.add("<circle class=\"done\" cx=\"{}\" cy=\"{}\" r=\"5\" />", scale.middle(window.done->day), y);
    page.add("</g>\n");
}

}  // namespace

std::vector<std::size_t> drawn_clocks(const CaseFile& file) {
    constexpr std::size_t letters = 26;
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < file.windows.size() && drawn.size() < letters; ++i)
        if (file.windows[i].verdict != Verdict::met && file.windows[i].verdict != Verdict::undetermined)
            drawn.push_back(i);
    return drawn;
}

void write_case_timeline(const Report& report, const CaseFile& file, std::size_t number, Markup& page) {
    const Timescale scale = timescale(report, file);
    const std::vector<Lane> lanes = lanes_of(file, scale);
    const std::vector<std::size_t> clocks = drawn_clocks(file);
    int rows = clocks.empty() ? 0 : static_cast<int>(clocks.size()) + 1;
    for (const Lane& lane : lanes) rows += lane.rows;
    const int height = rows * row_height;
    page.add(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"drawn-{}\">\n<svg role=\"img\" "
        "aria-labelledby=\"drawn-{} told-{}\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\">\n<title "
        "id=\"drawn-{}\">Timeline of case {}, by agency</title>\n<desc id=\"told-{}\">{} from {} to {}, and {}. The "
        "tables below tell each.</desc>\n",
        number, number, number, width_of_timeline, plot_top + height + 8, width_of_timeline, plot_top + height + 8,
        number, report.survey.cases[file.number].id, number, number_of(file.happenings.size(), "event"),
        rules::spelled(file.happenings.front().at), rules::spelled(file.happenings.back().at),
        number_of(clocks.size(), "clock"));
    const std::string off = days_off(*report.pathway.calendar, scale, height);
    if (!off.empty()) page.add("<path class=\"off\" d=\"{}\" />\n", off);
    Alike alike;
    write_axis(scale, height, alike, page);
    int top = plot_top;
    for (const Lane& lane : lanes) {
        write_lane(report, lane, top, alike, page);
        top += lane.rows * row_height;
    }
    alike.write(page);
    if (!clocks.empty()) {
        page.add("<text class=\"strong-text\" x=\"0\" y=\"{}\">Clocks</text>\n", top + 16);
        top += row_height;
    }
    char letter = 'A';
    for (const std::size_t clock : clocks) {
        write_clock(report, file.windows[clock], letter++, scale, top, page);
        top += row_height;
    }
    if (report.as_of.day - scale.first() < scale.days())
        page.add(
            "<path class=\"as-of\" d=\"M{} {}V{}\" /><text class=\"small-text\" x=\"{}\" y=\"10\" "
            "text-anchor=\"end\">as of {}</text>\n",
            scale.middle(report.as_of.day), plot_top - 18, plot_top + height, scale.middle(report.as_of.day) - 3,
            rules::spelled(report.as_of.day));
    page.add("</svg>\n</div>\n");
}

}  // namespace csapath::engine
