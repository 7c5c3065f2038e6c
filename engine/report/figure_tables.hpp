// SPDX-License-Identifier: MIT
/// A figure as a table of the page, with what it counts beneath it.
#pragma once

#include "engine/figures/figure_table.hpp"
#include "engine/report/markup.hpp"

namespace csapath::engine {

/// Its heading has the id "figure-…", by the name of the figure.
void write_figure(const FigureTable& table, Markup& page);

}  // namespace csapath::engine
