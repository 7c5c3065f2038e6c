// SPDX-License-Identifier: MIT
/// Which `dates` a mapping needs, at its top or at single columns.
#pragma once

#include <string>
#include <vector>

#include "engine/profile/look.hpp"

namespace csapath::engine {

struct DateKeys {
    /// For the top of the mapping; empty where dates are ISO alone, or where each column needs a key of its own.
    std::vector<std::string> for_all;
    bool by_column = false;
};

/// One key serves all columns only where each of them is decided, and no two read one way of writing differently: else
/// a column could be read by what holds for another.
DateKeys date_keys(const Look& look);

/// Patterns of one column that its rows decide, and whether something is left open.
struct DatesDecided {
    std::vector<std::string> patterns;
    bool open = false;
};
DatesDecided dates_decided(const ColumnProfile& column);

}  // namespace csapath::engine
