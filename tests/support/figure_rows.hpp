// SPDX-License-Identifier: MIT
/// A figure as a test reads it: a line for each row, "North | 29 | 43 | 0 | 72 | 29/72".
#pragma once

#include <string>
#include <vector>

#include "engine/figures/figure_table.hpp"

namespace csapath {

struct InWords {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(engine::CountOf count) const { return std::to_string(count.number); }
    std::string operator()(engine::ShareOf share) const {
        return std::to_string(share.part) + "/" + std::to_string(share.whole);
    }
    std::string operator()(rules::Date date) const { return rules::iso(date); }
    std::string operator()(engine::DaysLong length) const { return std::to_string(length.days) + " days"; }
};

inline std::vector<std::string> rows_of(const engine::FigureTable& table) {
    std::vector<std::string> rows;
    for (const engine::FigureRow& row : table.rows) {
        std::string text;
        for (const engine::FigureCell& cell : row.cells)
            text += (text.empty() ? "" : " | ") + std::visit(InWords{}, cell);
        rows.push_back(text);
    }
    return rows;
}

}  // namespace csapath
