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
/// A day may be written as a map {day: 2025-12-29, in-force: {from: …, until: …}}.
#pragma once

#include <functional>
#include <optional>

#include "engine/calendar/calendar.hpp"
#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// `base`: the calendar this one extends, already read; nullptr if it extends none.
std::optional<Calendar> calendar_from_document(const Node& document, const Calendar* base,
                                               rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
