// SPDX-License-Identifier: MIT
/// A worklist -> bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/results.hpp"
#include "engine/reporters/escape.hpp"
#include "engine/reporters/reporter.hpp"
#include "engine/worklist/due_item.hpp"

namespace csapath::engine {

struct WorklistPage {
    const Pathway& pathway;
    const std::vector<ReportedRule>& rules;
    const std::vector<DueItem>& items;  ///< in their order
    const std::vector<InputResult>& inputs;
    rules::Moment as_of;
    std::string_view tool_version;
    bool incomplete = false;  ///< some of the input could not be used
};

/// By what the text is parted.
enum class WorklistParts : std::uint8_t { date, agency, team, area };

/// For people: parted by how soon, or by agency, team or area; within a part by due date.
std::string worklist_in_text(const WorklistPage& page, WorklistParts parts);
/// A row an item: case,due,overdue,agency,team,area,severity,rule,also,message,source,row,id.
std::string worklist_in_csv(const WorklistPage& page, Cells cells);
/// The same as one sheet of a workbook, with real dates and with agencies and rules in words. `scratch` is a folder for
/// what is put aside meanwhile. Throws WorkbookNotWritten.
void write_worklist_workbook(const WorklistPage& page, const std::string& scratch, Out& out);
/// RFC 5545: an all-day entry an item, on its due date; items without one are left out. Entries are marked private, and
/// keep their identity from one run to the next, so that importing the file again moves them and does not double them.
/// Nothing in it depends on when it was made, but on the as-of.
std::string worklist_in_icalendar(const WorklistPage& page);

}  // namespace csapath::engine
