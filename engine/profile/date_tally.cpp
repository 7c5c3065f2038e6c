// SPDX-License-Identifier: MIT
#include "engine/profile/date_tally.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace csapath::engine {

namespace {

/// Days that systems write where they know none.
constexpr std::array<std::string_view, 5> placeholder_days = {"1899-12-30", "1900-01-01", "1970-01-01", "9999-12-31",
                                                              "0001-01-01"};
constexpr std::size_t length_of_day = 10;

bool is_midnight(std::string_view iso) {
    return iso.substr(length_of_day).starts_with("T00:00") && iso.find_first_not_of("T0:.Z", length_of_day) == iso.npos;
}

void widen(std::string& earliest, std::string& latest, std::string_view day) {
    if (earliest.empty() || day < earliest) earliest = day;
    if (latest.empty() || latest < day) latest = day;
}

}  // namespace

const DateReading* DateForm::decided() const {
    const DateReading* left = nullptr;
    for (const DateReading& reading : readings) {
        if (reading.fits == 0 || reading.against.count > impossible.count) continue;
        if (left != nullptr) return nullptr;
        left = &reading;
    }
    return left;
}

std::uint64_t DatesOfColumn::count() const {
    std::uint64_t sum = true_dates.count;
    for (const DateForm& one : forms) sum += one.seen.count;
    return sum;
}

void DateTally::Reading::take(const std::string& iso) {
    ++fits;
    if (iso.size() > length_of_day) ++(is_midnight(iso) ? midnights : other_times);
    widen(earliest, latest, std::string_view{iso}.substr(0, length_of_day));
}

DateTally::Form& DateTally::form(const DateLayout& layout) {
    const auto known = std::ranges::find(forms_, layout, &Form::layout);
    if (known != forms_.end()) return *known;
    Form& made = forms_.emplace_back();
    made.layout = layout;
    std::string wrong;
    const std::vector<std::string> patterns = patterns_of(layout, {.first = true, .second = true, .hour = true});
    made.readings.reserve(patterns.size());
    for (const std::string& pattern : patterns)
        if (auto known_pattern = DatePattern::from(pattern, wrong))
            made.readings.push_back(
                {.pattern = *std::move(known_pattern), .against = {}, .earliest = {}, .latest = {}});
    return made;
}

bool DateTally::add(std::string_view text, std::uint64_t row) {
    const auto written = date_written(text);
    if (!written) return false;
    Form& of = form(written->layout);
    of.seen.in(row);
    of.one_figure.first |= written->one_figure.first;
    of.one_figure.second |= written->one_figure.second;
    of.one_figure.hour |= written->one_figure.hour;
    bool any = of.readings.empty(), placeholder = text.find("9999") != std::string_view::npos;
    for (Reading& reading : of.readings) {
        const DatePattern::Fit fit = reading.pattern.read(text, iso_);
        if (fit != DatePattern::Fit::yes && fit != DatePattern::Fit::confirmed) {
            reading.against.in(row);
            continue;
        }
        any = true;
        reading.take(iso_);
        placeholder =
            placeholder || std::ranges::find(placeholder_days, std::string_view{iso_}.substr(0, length_of_day)) !=
                               placeholder_days.end();
    }
    if (placeholder) placeholders_.in(row);
    if (!any) of.impossible.in(row);
    return true;
}

void DateTally::add_true_date(std::string_view iso, std::uint64_t row) {
    true_dates_.in(row);
    if (iso.size() > length_of_day) ++(is_midnight(iso) ? true_midnights_ : true_times_);
    widen(earliest_, latest_, iso.substr(0, length_of_day));
}

DatesOfColumn DateTally::done() && {
    DatesOfColumn dates;
    dates.true_dates = true_dates_;
    dates.placeholders = placeholders_;
    dates.midnights = true_midnights_;
    dates.other_times = true_times_;
    dates.earliest = earliest_;
    dates.latest = latest_;
    dates.forms.reserve(forms_.size());
    for (const Form& from : forms_) {
        DateForm& made = dates.forms.emplace_back();
        made.layout = from.layout;
        made.seen = from.seen;
        made.impossible = from.impossible;
        const std::vector<std::string> spelled = patterns_of(from.layout, from.one_figure);
        made.readings.reserve(from.readings.size());
        for (std::size_t at = 0; at < from.readings.size(); ++at)
            made.readings.push_back(
                {.pattern = spelled[at], .fits = from.readings[at].fits, .against = from.readings[at].against});
        // All readings of a form see the same time of day; of the days, only those of a decided one mean anything.
        const auto most = std::ranges::max_element(from.readings, {}, &Reading::fits);
        if (most != from.readings.end()) {
            dates.midnights += most->midnights;
            dates.other_times += most->other_times;
        }
        const DateReading* const decided = made.decided();
        if (decided == nullptr) continue;
        const Reading& reading = from.readings[static_cast<std::size_t>(decided - made.readings.data())];
        widen(dates.earliest, dates.latest, reading.earliest);
        widen(dates.earliest, dates.latest, reading.latest);
    }
    std::ranges::stable_sort(dates.forms, std::greater{}, [](const DateForm& one) { return one.seen.count; });
    return dates;
}

}  // namespace csapath::engine
