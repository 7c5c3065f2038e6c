// SPDX-License-Identifier: MIT
/// A calendar file -> Calendar.
///
///     calendar: england-and-wales
///     title: England and Wales bank holidays
///     years: {from: 2010, until: 2028}        # every holiday of these years is listed
///     holidays:
///       New Year's Day: [2010-01-01, 2011-01-03]
///     closures: {Office closed: [2025-12-29]} # optional: closure days of a local calendar
///     extends: england-and-wales.yaml         # optional: a calendar this one adds to
///     count: exclusive                        # or inclusive; optional
///     cut-off: "17:00"                        # optional
///
/// A title that is more than a word stands in quotes. A day may be written as a map, {day: 2025-12-29, in-force: {from:
/// 2025-09-01}}: it is a holiday only if it lies itself between `from` and `until`. (What counts is the day, not when
/// it was decided: a limit that was running already is counted with it.)
///
/// A calendar that extends another has its holidays, and unless it says otherwise its years, count and cut-off; years
/// that the other does not know it cannot have. A day that both list is listed once.
///
/// Errors: a day that stands twice in the file, or outside its years. Warnings: a day on a weekend, and a year without
/// any holiday, whose limits would be counted as if it had none.
#pragma once

#include <functional>
#include <optional>

#include "engine/calendar/calendar.hpp"
#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// `base`: the calendar this one extends, already read; nullptr if it extends none, or if that one could not be read,
/// which was told there. Empty after any error.
std::optional<Calendar> calendar_from_document(const Node& document, const Calendar* base,
                                               rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
