// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/profile/look.hpp"
#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

class DoubtList {
public:
    std::vector<LookDoubt> found;

    template <class... Parts>
    void add(std::string kind, fmt::format_string<Parts...> sentence, Parts&&... parts) {
        found.push_back({std::move(kind), fmt::format(sentence, std::forward<Parts>(parts)...)});
    }
};

void doubt_form(const DateForm& form, DoubtList& doubts) {
    using Order = DateLayout::Order;
    if (form.layout.order == Order::short_year)
        doubts.add("short-year", "years of two figures ({}): nobody knows the century, and no mapping reads them",
                   rows_seen(form.seen));
    if (form.impossible) doubts.add("impossible", "no dates, however they are read: {}", rows_seen(form.impossible));
    if (form.decided() != nullptr || form.readings.size() < 2) return;
    const DateReading& day = form.readings[0];
    const DateReading& month = form.readings[1];
    if (day.fits == 0 && month.fits == 0) return;
    if (!day.against && !month.against)
        doubts.add("order-open", "no row tells whether the day comes first ({}) or the month ({})", day.pattern,
                   month.pattern);
    else
        doubts.add("order-both", "day and month stand in both orders: no dates as {}: {}; none as {}: {}", day.pattern,
                   rows_seen(day.against), month.pattern, rows_seen(month.against));
}

void doubt_dates(const ColumnProfile& column, DoubtList& doubts) {
    const DatesOfColumn& dates = column.dates;
    const std::size_t ways = dates.forms.size() + (dates.true_dates ? 1 : 0);
    if (ways > 1) doubts.add("mixed", "dates are written in {} ways", ways);
    for (const DateForm& form : dates.forms) doubt_form(form, doubts);
    if (column.not_dates) doubts.add("not-dates", "do not look like dates: {}", rows_seen(column.not_dates));
    if (dates.placeholders)
        doubts.add("placeholders", "days that systems write where they know none, such as 1900-01-01: {}",
                   rows_seen(dates.placeholders));
    if (dates.midnights > 1 && dates.other_times == 0)
        doubts.add("midnight", "every time of day is midnight ({}): perhaps only days are known",
                   counted(dates.midnights, "row"));
}

}  // namespace

std::string rows_seen(const Seen& seen) {
    return seen.count == 1 ? fmt::format("row {}", seen.first_row)
                           : fmt::format("{}, the first is row {}", counted(seen.count, "row"), seen.first_row);
}

std::vector<LookDoubt> doubts_of(const ColumnProfile& column) {
    DoubtList doubts;
    if (column.holds == Holds::dates) doubt_dates(column, doubts);
    if (column.holds != Holds::dates && column.dates.count() > 0 && !column.dates.true_dates &&
        column.whole_numbers == 0 && 10 * column.dates.count() >= column.values())
        doubts.add("some-dates", "{} of {} values look like dates", column.dates.count(), column.values());
    if (column.day_numbers)
        doubts.add("day-numbers",
                   "all could be a spreadsheet's count of days (45777 is 30 April 2025), or just numbers");
    for (const CodedValue& spelling : column.missing)
        doubts.add("missing", "'{}' seems to say that there is no value: {}", rules::printable(spelling.text),
                   rows_seen(spelling.seen));
    if (column.outer_spaces)
        doubts.add("outer-spaces", "values with spaces around them: {}", rows_seen(column.outer_spaces));
    if (column.spreadsheet_errors)
        doubts.add("spreadsheet-errors", "errors of a spreadsheet, where it lost the value: {}",
                   rows_seen(column.spreadsheet_errors));
    if (column.rounded_numbers)
        doubts.add("rounded", "long numbers that a spreadsheet has rounded: {}", rows_seen(column.rounded_numbers));
    return std::move(doubts.found);
}

std::vector<LookDoubt> doubts_of(const TableDoubts& table, std::uint64_t header_row, bool header_is_first) {
    DoubtList doubts;
    if (header_row == 0)
        doubts.add("no-header", "no row looks like a header: give the columns names, in a first row of their own");
    if (!header_is_first) doubts.add("header-row", "the header seems to stand in row {}, not in the first", header_row);
    for (const std::string& name : table.same_names)
        doubts.add("same-names", "several columns are called '{}': none of them can be read", rules::printable(name));
    if (table.nameless_columns > 0)
        doubts.add("nameless", "{} without a name: no mapping can read what stands there",
                   counted(table.nameless_columns, "column"));
    if (table.unreadable)
        doubts.add("unreadable", "cannot be taken apart ({}): {}", rules::printable(table.first_unreadable),
                   rows_seen(table.unreadable));
    if (table.header_again)
        doubts.add("header-again", "the header stands there again: {}", rows_seen(table.header_again));
    if (table.blank_rows) doubts.add("blank-rows", "nothing stands there: {}", rows_seen(table.blank_rows));
    return std::move(doubts.found);
}

}  // namespace csapath::engine
