// SPDX-License-Identifier: MIT
#include "engine/calendar/from_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "engine/document/fields.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

using rules::Code;
using rules::Date;

constexpr int first_year = 1900, last_year = 2199;

/// "17:00" -> nanoseconds of the day; empty for anything else.
std::optional<std::int64_t> time_of_day(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    const int hours = (text[0] - '0') * 10 + (text[1] - '0');
    const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * rules::hour + minutes * 60 * rules::second;
}

class Reading {
public:
    Reading(const Node& document, const Calendar* base, rules::Diagnostics& diagnostics)
        : base_(base),
          diagnostics_(diagnostics),
          errors_before_(diagnostics.errors()),
          file_(document, "the calendar", diagnostics) {}

    std::optional<Calendar> calendar() {
        if (base_ == nullptr && file_.scalar("extends") != nullptr) return std::nullopt;
        read_head();
        read_years();
        read_counting();
        if (base_ == nullptr) file_.require("holidays");
        if (const Node* holidays = file_.map("holidays")) read_days(*holidays);
        const std::size_t holidays_end = parts_.holidays.size();
        if (const Node* closures = file_.map("closures")) read_days(*closures);
        file_.done();
        if (diagnostics_.errors() != errors_before_) return std::nullopt;

        warn_of_bare_years(holidays_end);
        if (base_ != nullptr)
            parts_.holidays.insert(parts_.holidays.begin(), base_->holidays().begin(), base_->holidays().end());
        return Calendar(std::move(parts_));
    }

private:
    void read_head() {
        file_.require("calendar");
        file_.require("title");
        parts_.id = file_.text("calendar").value_or("");
        parts_.title = file_.text("title").value_or("");
        file_.scalar("extends");
    }

    void read_years() {
        if (base_ != nullptr) {
            parts_.first_year = rules::year_month_day(base_->horizon_begin()).year;
            parts_.last_year = rules::year_month_day(base_->horizon_end()).year;
        } else {
            file_.require("years");
        }
        years_ = file_.map("years");
        if (years_ == nullptr) return;

        Fields years{*years_, "'years'", diagnostics_};
        years.require("from");
        years.require("until");
        const auto from = years.number("from", first_year, last_year);
        const auto until = years.number("until", first_year, last_year);
        years.done();
        if (!from || !until) return;
        if (*until < *from) {
            wrong(Code::calendar_years, years_->where,
                  fmt::format("the calendar's years begin with {} and end with {}", *from, *until));
            return;
        }
        if (base_ != nullptr && (*from < parts_.first_year || *until > parts_.last_year)) {
            wrong(Code::calendar_years, years_->where,
                  fmt::format("the calendar it extends knows the holidays of {} to {} alone", parts_.first_year,
                              parts_.last_year),
                  "name years among these, or leave 'years' out");
            return;
        }
        parts_.first_year = static_cast<int>(*from);
        parts_.last_year = static_cast<int>(*until);
    }

    void read_counting() {
        static const std::array<std::string, 2> counts{"exclusive", "inclusive"};
        if (base_ != nullptr) {
            parts_.first_day = base_->first_day();
            parts_.cut_off = base_->cut_off();
        }
        if (const auto count = file_.one_of("count", counts))
            parts_.first_day = *count == 0 ? FirstDay::excluded : FirstDay::included;
        if (const Node* cut_off = file_.scalar("cut-off")) {
            const auto time = time_of_day(cut_off->text());
            if (time && cut_off->style == Node::Style::quoted)
                parts_.cut_off = time;
            else
                wrong(Code::field_value, cut_off->where,
                      fmt::format("'cut-off' is a time of day in quotes, not {}", rules::printable(cut_off->text())),
                      "write hours and minutes as \"17:00\"");
        }
    }

    void read_days(const Node& titles) {
        for (const Node::Entry& entry : titles.entries) {
            if (!entry.value.is_list())
                wrong(Code::field_type, entry.value.where,
                      fmt::format("the days of '{}' must be a list", rules::printable(entry.key.text)),
                      "write [2025-12-25], also for a single day");
            for (const Node& item : entry.value.items) read_day(item, entry.key.text);
        }
    }

    void read_day(const Node& item, const std::string& title) {
        if (item.is_map()) {
            Fields day{item, "a day", diagnostics_};
            day.require("day");
            const auto date = day.date("day");
            const Node* in_force = day.map("in-force");
            day.done();
            const bool holds = in_force == nullptr || covers(*in_force, date);
            if (date && holds) add(*date, day.scalar("day")->where, title);
            return;
        }
        const auto date = item.is_scalar() ? rules::parse_date(item.text()) : std::nullopt;
        if (date)
            add(*date, item.where, title);
        else
            wrong(Code::field_date, item.where, fmt::format("a day of '{}' must be a date", rules::printable(title)),
                  "write a day that exists as YYYY-MM-DD: 2025-05-06");
    }

    bool covers(const Node& in_force, std::optional<Date> date) {
        Fields window{in_force, "'in-force'", diagnostics_};
        const auto from = window.date("from");
        const auto until = window.date("until");
        window.done();
        if (from && until && *until < *from)
            wrong(Code::pathway_dates, in_force.where,
                  fmt::format("it is in force from {} until {}, which is earlier", rules::iso(*from),
                              rules::iso(*until)));
        return date && (!from || *from <= *date) && (!until || *date <= *until);
    }

    void add(Date day, const rules::Span& where, const std::string& title) {
        const int year = rules::year_month_day(day).year;
        const bool years_known = parts_.first_year != 0;
        if (years_known && (year < parts_.first_year || year > parts_.last_year)) {
            rules::Diagnostic outside{.code = Code::calendar_year,
                                      .where = where,
                                      .message = fmt::format("{} lies outside the calendar's years, {} to {}",
                                                             rules::iso(day), parts_.first_year, parts_.last_year)};
            if (years_ != nullptr) outside.also.push_back({years_->where, "the years are given here"});
            diagnostics_.add(std::move(outside));
            return;
        }
        if (const auto [first, is_new] = places_.emplace(day, where); !is_new) {
            diagnostics_.add({.code = Code::calendar_twice,
                              .where = where,
                              .message = fmt::format("{} stands twice", rules::spelled(day)),
                              .also = {{first->second, "the first is here"}}});
            return;
        }
        if (rules::weekend(rules::weekday(day)))
            wrong(Code::calendar_weekend, where, fmt::format("{} is no working day anyway", rules::spelled(day)),
                  "a bank holiday at a weekend has its substitute on a weekday; list that");
        parts_.holidays.push_back({day, title});
    }

    /// A year whose holidays were forgotten would be counted as if it had none. Closure days do not make up for them.
    void warn_of_bare_years(std::size_t holidays_end) {
        if (base_ != nullptr) return;
        const auto begin = parts_.holidays.begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(holidays_end);
        for (int year = parts_.first_year; year <= parts_.last_year; ++year) {
            const bool has_one = std::any_of(begin, end, [year](const Calendar::Holiday& holiday) {
                return rules::year_month_day(holiday.day).year == year;
            });
            if (!has_one)
                wrong(Code::calendar_year_missing, years_->where, fmt::format("no holiday of {} is listed", year),
                      "list them, or end the calendar's years before");
        }
    }

    void wrong(Code code, const rules::Span& where, std::string message, std::string help = {}) {
        diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
    }

    const Calendar* base_;
    rules::Diagnostics& diagnostics_;
    std::size_t errors_before_;
    Fields file_;
    const Node* years_ = nullptr;
    Calendar::Parts parts_;
    std::map<Date, rules::Span> places_;
};

}  // namespace

std::optional<Calendar> calendar_from_document(const Node& document, const Calendar* base,
                                               rules::Diagnostics& diagnostics) {
    return Reading(document, base, diagnostics).calendar();
}

}  // namespace csapath::engine
