// SPDX-License-Identifier: MIT
/// One table of a mapping that is written for somebody to finish; for mapping_text alone.
#pragma once

#include "engine/profile/known_names.hpp"
#include "engine/profile/look.hpp"
#include "engine/profile/mapping_lines.hpp"

namespace csapath::engine {

struct DraftManner {
    bool dates_by_column = false;
    bool show_values = false;
};

/// The keys of the table, from `header-row` on.
void draft_table(const TableLook& table, const KnownNames& known, DraftManner manner, MappingLines& lines);

}  // namespace csapath::engine
