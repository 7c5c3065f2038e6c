// SPDX-License-Identifier: MIT
/// A list of agreed exceptions, as people keep it in a spreadsheet -> Exceptions.
///
///     case,rule,reason,by,until
///     W-0143,screening.next.strategy-discussion,child abroad with parents,A. Lead,2026-06-30
///
/// All five are required of every row. `until` is a date as in the plain event file, or as a spreadsheet in this
/// country writes it, 30/06/2026 (day first). Other columns are passed over, and so are blank rows.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/findings/exceptions.hpp"
#include "engine/findings/results.hpp"
#include "engine/readers/reader.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Reads CSV, or the first sheet of a workbook. Everything that is wrong is reported, each with its row; then there are
/// no exceptions. The text of a row is never quoted. `rules` are those of the plan, by number.
std::optional<Exceptions> exceptions_from_file(const std::string& name, Bytes& bytes,
                                               const std::vector<ReportedRule>& rules, rules::Diagnostics& diagnostics);

/// The exceptions that excused nothing, each by its row: those that have run out while what they were about is still
/// found, and, where `whole_run`, those for which nothing was found. `met` are those that spoke of something.
void tell_idle_exceptions(const Exceptions& exceptions, const std::set<const AgreedException*>& met, rules::Date as_of,
                          bool whole_run, const std::string& name, rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
