// SPDX-License-Identifier: MIT
/// A table looked into: its profile, what its columns seem to be, and which mappings describe it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/mappings/mapping.hpp"
#include "engine/profile/fitting_mappings.hpp"
#include "engine/profile/known_names.hpp"
#include "engine/profile/profile.hpp"

namespace csapath::engine {

/// What the columns seem to be, by their place in the table. Nothing of this is decided before a person has said so.
struct Roles {
    std::vector<std::size_t> cases;    ///< could hold the id of the case
    std::optional<std::size_t> event;  ///< names what happened
    std::vector<std::size_t> dates;
};
Roles roles_of(const TableProfile& table);

/// Something about a column that a person has to look at.
struct LookDoubt {
    std::string kind;      ///< a word for programs: "order-open"
    std::string sentence;  ///< for people; quotes no data but spellings of nothing
};
std::vector<LookDoubt> doubts_of(const ColumnProfile& column);
std::vector<LookDoubt> doubts_of(const TableDoubts& table, std::uint64_t header_row, bool header_is_first);

/// "3 rows, the first is row 17"; "row 17".
std::string rows_seen(const Seen& seen);

struct TableLook {
    TableProfile profile;
    Roles roles;
    std::vector<MappingFit> fits;
};

/// How the tables were to be read, for the mapping that is written.
struct HowRead {
    Encoding encoding = Encoding::utf_8;
    std::optional<char> delimiter;
};

/// All that was looked into. Values of people's data are shown only where they are harmless, unless `show_values`.
struct Look {
    std::string pathway;  ///< whose words the values were compared with
    std::vector<TableLook> tables;
    HowRead how;
    bool show_values = false;
};

}  // namespace csapath::engine
