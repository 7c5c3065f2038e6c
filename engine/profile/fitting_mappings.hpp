// SPDX-License-Identifier: MIT
/// Which mappings that there are already describe a table, wholly or nearly.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/mappings/mapping.hpp"
#include "engine/profile/profile.hpp"

namespace csapath::engine {

struct MappingFit {
    std::string mapping, table, title;
    bool wholly = false;              ///< a run reads the table with it
    bool by_sight = true;             ///< it does so without anybody naming the mapping
    std::size_t found = 0, read = 0;  ///< columns: how many of those that the mapping reads are there
    struct Missing {
        std::string column, nearest;  ///< the nearest that the table has; empty if none is near
        bool needed = false;          ///< without it the mapping does not take the table for its own
    };
    std::vector<Missing> missing;
};

/// The wholly fitting first, then by how many columns are there; of the others only those that have at least half of
/// the columns.
std::vector<MappingFit> fitting_mappings(const TableProfile& table,
                                         const std::vector<std::shared_ptr<const Mapping>>& mappings);

}  // namespace csapath::engine
