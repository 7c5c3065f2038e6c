// SPDX-License-Identifier: MIT
#include "engine/report/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/table.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

std::vector<double> Series::values() const {
    std::vector<double> values;
    for (const Point& point : points)
        values.push_back(share ? 100 * static_cast<double>(point.part) / static_cast<double>(point.whole)
                               : static_cast<double>(point.part));
    return values;
}

namespace {

constexpr int width_of_chart = 760, height_of_chart = 240, left_edge = 52, right_edge = 740, top_edge = 14,
              bottom_edge = 200;

/// The least of 1, 2 and 5 times a power of ten that divides `top` into at most five.
double step_of_axis(double top) {
    for (double power = 1;; power *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (top <= 5 * step * power) return step * power;
}

struct LimitsShown {
    double lower, upper, top, step;
};
LimitsShown limits_shown(const Series& series, const ProcessChart& chart, const std::vector<double>& values) {
    const auto [lower, upper] = possible_limits(series, chart);
    LimitsShown of{lower, upper, 0, 0};
    const double highest = series.share ? 100.0 : std::max(*std::max_element(values.begin(), values.end()), of.upper);
    of.step = series.share ? 20 : step_of_axis(std::max(highest, 1.0));
    of.top = of.step * std::ceil(std::max(highest, 1.0) / of.step);
    return of;
}

std::string figure(const Series& series, double value) {
    return decimal(value) + (series.share ? "%" : "");
}

struct SignalWords {
    std::string_view name;
    bool Signals::*of;
};
constexpr std::array<SignalWords, 4> signal_words = {
    {{"outside the limits", &Signals::outside},
     {"seven or more in a row on one side of the mean", &Signals::shift},
     {"seven or more in a row rising or falling", &Signals::trend},
     {"two of three close to the same limit", &Signals::near_limit}}};

/// "Nov 2024 to Oct 2025, Dec 2025": the months of a signal, those side by side told together.
std::string months_of(const Series& series, const ProcessChart& chart, bool Signals::*of) {
    std::string text;
    for (std::size_t begin = 0; begin < series.points.size(); ++begin) {
        if (!(chart.signals[begin].*of)) continue;
        std::size_t last = begin;
        while (last + 1 < series.points.size() && chart.signals[last + 1].*of) ++last;
        text += (text.empty() ? "" : ", ") + spelled(series.points[begin].month);
        if (last > begin) text += (last == begin + 1 ? " and " : " to ") + spelled(series.points[last].month);
        begin = last;
    }
    return text;
}

/// On how much a month rests: little of it makes a share jump.
std::string size_of_months(const Series& series) {
    if (!series.share) return {};
    const auto [least, most] = std::minmax_element(
        series.points.begin(), series.points.end(),
        [](const Series::Point& left, const Series::Point& right) { return left.whole < right.whole; });
    return "A month rests on " + grouped(least->whole) + " to " + grouped(most->whole) + " times decided. ";
}

std::string told_in_words(const Series& series, const ProcessChart& chart, const LimitsShown& limits) {
    std::string text = "Mean " + figure(series, chart.centre) + ", limits " + figure(series, limits.lower) + " to " +
                       figure(series, limits.upper) + ", over " + number_of(series.points.size(), "month") + ". " +
                       size_of_months(series);
    if (chart.provisional) text += "Provisional: with fewer than 12 months the limits may still move a good deal. ";
    if (!chart.any_signal()) return text + "No signal: the months differ no more than they would of themselves.";
    std::string told;
    for (const SignalWords& words : signal_words) {
        const std::string months = months_of(series, chart, words.of);
        if (!months.empty()) told += (told.empty() ? "" : "; ") + std::string(words.name) + ": " + months;
    }
    return text + "Signals: " + told + ".";
}

class ChartDrawing {
public:
    ChartDrawing(const Series& series, const ProcessChart& chart, const LimitsShown& limits, Markup& page)
        : series_(series), chart_(chart), limits_(limits), page_(page) {
        first_ = series.points.front().month.number;
        months_ = std::max(1, series.points.back().month.number - first_);
    }

    void draw() {
        axes();
        across("centre", chart_.centre, "mean");
        across("limit", limits_.upper, "upper limit");
        across("limit", limits_.lower, "lower limit");
        line();
    }

private:
    int x(const Series::Point& point) const {
        return left_edge + 12 + (point.month.number - first_) * (right_edge - left_edge - 110) / months_;
    }
    int y(double value) const {
        return bottom_edge - static_cast<int>(std::lround(value / limits_.top * (bottom_edge - top_edge)));
    }

    void axes() {
        for (double tick = 0; tick <= limits_.top; tick += limits_.step)
            page_.add("<path class=\"faint\" d=\"M{} {}H{}\" /><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
                      left_edge, y(tick), right_edge - 86, left_edge - 8, y(tick) + 4, figure(series_, tick));
        page_.add("<path class=\"axis\" d=\"M{} {}V{}H{}\" />\n", left_edge, top_edge, bottom_edge, right_edge - 86);
        const std::int32_t every = months_ / 8 + 1;
        for (std::int32_t month = 0; month <= months_; month += every) {
            const Series::Point at{.month = {first_ + month}};
            page_.add("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" class=\"small-text\">{}</text>\n", x(at),
                      bottom_edge + 20, spelled(at.month));
        }
    }

    void across(std::string_view style, double value, std::string_view name) {
        page_.add("<path class=\"{}\" d=\"M{} {}H{}\" />", style, left_edge, y(value), right_edge - 86);
        if (std::abs(y(value) - y(chart_.centre)) >= 16 || style == "centre")
            page_.add("<text x=\"{}\" y=\"{}\" class=\"small-text\">{}</text>", right_edge - 80, y(value) + 4, name);
        page_.add("\n");
    }

    void line() {
        const std::vector<double> values = series_.values();
        std::string path;
        for (std::size_t i = 0; i < values.size(); ++i)
            path += fmt::format("{}{} {}", i == 0 ? "M" : "L", x(series_.points[i]), y(values[i]));
        page_.add("<path class=\"line\" d=\"{}\" />\n", path);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool signal = chart_.signals[i].any();
            page_.add("<circle class=\"dot{}\" cx=\"{}\" cy=\"{}\" r=\"{}\" />\n",
                      std::string_view(signal ? " signal" : ""), x(series_.points[i]), y(values[i]), signal ? 6 : 4);
        }
    }

    const Series& series_;
    const ProcessChart& chart_;
    const LimitsShown& limits_;
    Markup& page_;
    std::int32_t first_ = 0, months_ = 1;
};

void write_numbers(const Series& series, const ProcessChart& chart, const std::vector<double>& values,
                   std::size_t number, Markup& page) {
    page.add("<details><summary>The figures of this chart</summary>\n");
    std::vector<Column> columns{{"Month", false}, {series.what}};
    if (series.share) {
        columns.insert(columns.begin() + 1, {{"Times kept"}, {"Times decided"}});
    }
    columns.push_back({"Signals", false});
    {
        PageTable table(page, fmt::format("table-chart-{}", number), "Month by month", columns,
                        fmt::format("chart-{}-of", number));
        for (std::size_t i = 0; i < values.size(); ++i) {
            table.begin_row(spelled(series.points[i].month));
            if (series.share) {
                table.cell(series.points[i].part);
                table.cell(series.points[i].whole);
            }
            table.cell(Figure{figure(series, values[i])});
            const auto names = signal_names(chart.signals[i]);
            table.cell(names.empty() ? std::string("none") : listed_in_words(names));
            table.end_row();
        }
        table.end();
    }
    page.add("</details>\n");
}

}  // namespace

std::vector<std::string> signal_names(const Signals& signals) {
    std::vector<std::string> names;
    for (const SignalWords& words : signal_words)
        if (signals.*words.of) names.emplace_back(words.name);
    return names;
}

std::pair<double, double> possible_limits(const Series& series, const ProcessChart& chart) {
    return {std::max(chart.lower, 0.0), series.share ? std::min(chart.upper, 100.0) : chart.upper};
}

void write_chart(const Series& series, std::size_t number, Markup& page) {
    const std::vector<double> values = series.values();
    const ProcessChart chart = process_chart(values);
    const LimitsShown limits = limits_shown(series, chart, values);
    page.add("<figure>\n<figcaption id=\"chart-{}-of\">{}</figcaption>\n", number, series.title);
    page.add(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"chart-{}-of\">\n<svg role=\"img\" "
        "aria-labelledby=\"chart-{} chart-{}-told\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\">\n"
        "<title id=\"chart-{}\">Process chart: {}, by month</title>\n<desc id=\"chart-{}-told\">{}</desc>\n",
        number, number, number, width_of_chart, height_of_chart, width_of_chart, height_of_chart, number, series.what,
        number, told_in_words(series, chart, limits));
    ChartDrawing(series, chart, limits, page).draw();
    page.add("</svg>\n</div>\n<p>{}</p>\n", told_in_words(series, chart, limits));
    write_numbers(series, chart, values, number, page);
    page.add("</figure>\n");
}

}  // namespace csapath::engine
