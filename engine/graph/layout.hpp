// SPDX-License-Identifier: MIT
/// Where to draw boxes and the arrows between them: in layers from top to bottom, so that arrows go down wherever they
/// can, with few crossings, and no two boxes over each other.
///
/// Circles are opened first (an arrow back to where one came from is laid the other way round), then every box gets the
/// layer below the lowest that leads to it; arrows over several layers get a bend in each. Layers are put in order by
/// the middle of what their boxes are joined to, and boxes moved as near to it as their neighbours let them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace csapath::engine {

struct LayoutSizes {
    int box_width = 184, box_height = 62;
    int gap_across = 22, gap_down = 74;
    int label = 26;  ///< width of the label of an arrow
};

struct Point {
    int x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Layout {
    struct Arrow {
        /// From the edge of the box it leaves to the edge of the one it reaches, in its own direction. Empty for an
        /// arrow from a box to itself.
        std::vector<Point> points;
        Point label;  ///< the middle of a place for a label, over which no box lies
    };
    std::vector<Point> boxes;   ///< upper left corners
    std::vector<Arrow> arrows;  ///< as they were given
    int width = 0, height = 0;
};

/// Each arrow leads from the first box to the second; boxes are counted from nought. The same input gives the same
/// layout.
Layout laid_out(std::size_t boxes, const std::vector<std::pair<std::size_t, std::size_t>>& arrows,
                const LayoutSizes& sizes);

/// Numbers as near to `wanted` as they can be (by the squares of the distances) so that each is at least `apart[i]`
/// after the one before it; `apart[0]` is not looked at.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& apart);

}  // namespace csapath::engine
