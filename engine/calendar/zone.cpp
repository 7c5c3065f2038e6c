// SPDX-License-Identifier: MIT
#include "engine/calendar/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <iterator>

#include "engine/calendar/clock_changes.hpp"

namespace csapath::engine {

namespace {

constexpr std::int64_t day_length = 24 * rules::hour;

/// No zone has ever been further from UTC, not even the day it crossed the date line.
constexpr std::int64_t furthest_offset = 26 * rules::hour;

/// The instants that any day of 1900-2199 can have, in any zone.
constexpr std::int64_t range_begin = rules::first_date.days * day_length - furthest_offset;
constexpr std::int64_t range_end = (rules::last_date.days + 1) * day_length + furthest_offset;

/// What a machine calls its own zone: it stands among the files of the database, but is not of it.
constexpr std::string_view machine_zone = "localtime";

std::int64_t on_the_wall(rules::Date day, std::int64_t time) {
    return std::int64_t{day.days} * day_length + time;
}

rules::Moment moment_on_the_wall(std::int64_t wall) {
    const std::int64_t day = wall >= 0 ? wall / day_length : (wall - day_length + 1) / day_length;
    return {{static_cast<std::int32_t>(day)}, wall - day * day_length};
}

/// The closing line of a zone's file. The package does not read it, so that after 2037, and on some systems already
/// now, no clock would change. Empty where there is none.
std::string closing_rule(const std::string& name) {
    std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty() || bytes.back() != '\n') return {};
    bytes.pop_back();
    const std::size_t line = bytes.rfind('\n');
    return line == std::string::npos ? std::string{} : bytes.substr(line + 1);
}

/// The instants at which the wall clock shows one time: none if it was skipped, else one or two.
struct Passes {
    int count = 0;
    std::int64_t first = 0, last = 0;
    std::size_t after_gap = 0;  ///< of none: the change by which it was skipped
};

}  // namespace

struct Zone::Data {
    std::string name;
    std::vector<ClockChange> changes;  ///< 1900-2199; the first is what holds at the beginning
    std::vector<bool> clocks_change;   ///< by day since first_date

    explicit Data(const date::time_zone& zone);
    void change(std::int64_t at, std::int64_t offset);
    void mark(std::int64_t wall);
    std::int64_t offset(std::int64_t instant) const;
    Passes passes(std::int64_t wall) const;
};

Zone::Data::Data(const date::time_zone& zone)
    : name(zone.name()), clocks_change(static_cast<std::size_t>(rules::last_date - rules::first_date) + 1) {
    using std::chrono::seconds;
    const date::sys_seconds range_ends{seconds{range_end / rules::second}};
    date::sys_seconds from{seconds{range_begin / rules::second}};
    for (auto info = zone.get_info(from);; info = zone.get_info(from)) {
        change(from.time_since_epoch().count() * rules::second, info.offset.count() * rules::second);
        if (info.end >= range_ends) break;
        from = info.end;
    }

    const std::int64_t last_listed = from.time_since_epoch().count() * rules::second;
    const int year = rules::year_month_day(moment_on_the_wall(last_listed).day).year;
    const int last_year = rules::year_month_day(rules::last_date).year;
    if (const auto later = clock_changes(closing_rule(name), year, last_year))
        for (const ClockChange& next : *later)
            if (next.at > last_listed) change(next.at, next.offset);
}

void Zone::Data::change(std::int64_t at, std::int64_t offset) {
    if (!changes.empty()) {
        const std::int64_t before = changes.back().offset;
        if (before == offset) return;
        mark(at + before);
        mark(at + offset);
    }
    changes.push_back({at, offset});
}

void Zone::Data::mark(std::int64_t wall) {
    const rules::Date day = moment_on_the_wall(wall).day;
    if (rules::first_date <= day && day <= rules::last_date)
        clocks_change[static_cast<std::size_t>(day - rules::first_date)] = true;
}

std::int64_t Zone::Data::offset(std::int64_t instant) const {
    const auto after = std::upper_bound(changes.begin() + 1, changes.end(), instant,
                                        [](std::int64_t at, const ClockChange& change) { return at < change.at; });
    return std::prev(after)->offset;
}

Passes Zone::Data::passes(std::int64_t wall) const {
    const auto after = std::upper_bound(changes.begin() + 1, changes.end(), wall - furthest_offset,
                                        [](std::int64_t at, const ClockChange& change) { return at < change.at; });
    Passes found;
    for (auto at = static_cast<std::size_t>(std::prev(after) - changes.begin()); at < changes.size(); ++at) {
        const std::int64_t instant = wall - changes[at].offset;
        const bool begun = at == 0 || changes[at].at <= instant;
        const bool ended = at + 1 < changes.size() && changes[at + 1].at <= instant;
        if (begun && !ended) {
            if (found.count++ == 0) found.first = instant;
            found.last = instant;
        }
        if (!begun) {
            if (found.count == 0) found.after_gap = at;
            break;
        }
    }
    return found;
}

std::optional<Zone> Zone::named(std::string_view name) {
    if (name == machine_zone) return std::nullopt;
    try {
        Zone zone;
        zone.data_ = std::make_shared<const Data>(*date::locate_zone(name));
        return zone;
    } catch (const std::exception&) {  // the package's only way to say that there is no such zone
        return std::nullopt;
    }
}

std::vector<std::string> Zone::names() {
    std::vector<std::string> names;
    try {
        for (const auto& zone : date::get_tzdb().zones)
            if (zone.name() != machine_zone) names.push_back(zone.name());
    } catch (const std::exception&) {  // no database on this machine
        return {};
    }
    std::sort(names.begin(), names.end());
    return names;
}

const std::string& Zone::name() const {
    return data_->name;
}

std::int64_t Zone::instant(const rules::Moment& moment) const {
    const std::int64_t wall = on_the_wall(moment.day, moment.timed() ? moment.time : 0);
    const Passes passes = data_->passes(wall);
    if (passes.count > 0) return moment.second_pass ? passes.last : passes.first;
    // Skipped. A day begins when the clocks have gone forward; a time is counted on from before they did.
    const auto& changes = data_->changes;
    if (!moment.timed()) return changes[passes.after_gap].at;
    return wall - changes[passes.after_gap - 1].offset;
}

rules::Moment Zone::local(std::int64_t instant) const {
    const std::int64_t wall = instant + data_->offset(instant);
    rules::Moment moment = moment_on_the_wall(wall);
    if (clocks_change(moment.day)) {
        const Passes passes = data_->passes(wall);
        moment.second_pass = passes.count > 1 && instant != passes.first;
    }
    return moment;
}

Zone::Reading Zone::read(rules::Date day, std::int64_t time) const {
    const rules::Moment written{day, time};
    if (!clocks_change(day)) return {written, Written::plain};

    const std::int64_t wall = on_the_wall(day, time);
    const Passes passes = data_->passes(wall);
    if (passes.count == 1) return {written, Written::plain};
    if (passes.count > 1) {
        rules::Moment first = written;
        first.ambiguous = true;
        return {first, Written::twice};
    }
    const auto& changes = data_->changes;
    const std::int64_t gap = changes[passes.after_gap].offset - changes[passes.after_gap - 1].offset;
    const rules::Moment moved = moment_on_the_wall(wall + gap);
    return {moved.day == day ? moved : written, Written::skipped};
}

bool Zone::clocks_change(rules::Date day) const {
    if (day < rules::first_date || rules::last_date < day) return false;
    return data_->clocks_change[static_cast<std::size_t>(day - rules::first_date)];
}

}  // namespace csapath::engine
