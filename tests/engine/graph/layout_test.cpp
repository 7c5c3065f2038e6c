// SPDX-License-Identifier: MIT
#include "engine/graph/layout.hpp"

#include <algorithm>
#include <cstdint>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

using Arrows = std::vector<std::pair<std::size_t, std::size_t>>;
const LayoutSizes sizes;

bool overlap(const Point& left, const Point& right) {
    return left.x < right.x + sizes.box_width && right.x < left.x + sizes.box_width &&
           left.y < right.y + sizes.box_height && right.y < left.y + sizes.box_height;
}

bool within(const Point& point, const Point& box) {
    return point.x > box.x && point.x < box.x + sizes.box_width && point.y > box.y &&
           point.y < box.y + sizes.box_height;
}

/// Numbers that look like chance and are the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t most) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state_ >> 33) % most;
    }

private:
    std::uint64_t state_;
};

TEST_CASE("numbers are spread with the room they need, as near as can be to where they want to be") {
    CHECK(spread({0, 0}, {0, 10}) == std::vector<double>{-5, 5});
    CHECK(spread({0, 20}, {0, 10}) == std::vector<double>{0, 20});
    CHECK(spread({0, 0, 100}, {0, 10, 10}) == std::vector<double>{-5, 5, 100});
    // All three push each other: they want 30, 0 and 0, and stand around the mean of 30, -10 and -20, which is 0.
    CHECK(spread({30, 0, 0}, {0, 10, 10}) == std::vector<double>{0, 10, 20});
    CHECK(spread({}, {}).empty());
}

TEST_CASE("what follows lies below") {
    const Layout layout = laid_out(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}, sizes);
    REQUIRE(layout.boxes.size() == 4);
    for (std::size_t box = 1; box < 4; ++box) CHECK(layout.boxes[box].y > layout.boxes[box - 1].y);
    // The arrow over a layer has a bend: it leaves, passes the layer between, and arrives.
    CHECK(layout.arrows[2].points.size() == 4);
    CHECK(layout.height == layout.boxes[3].y + sizes.box_height);
}

TEST_CASE("of two boxes that lead to one, neither lies over the other") {
    const Layout layout = laid_out(3, {{0, 2}, {1, 2}}, sizes);
    CHECK(layout.boxes[0].y == layout.boxes[1].y);
    CHECK(layout.boxes[0].x + sizes.box_width + sizes.gap_across <= layout.boxes[1].x);
    // The third stands in the middle below both.
    CHECK(2 * layout.boxes[2].x == layout.boxes[0].x + layout.boxes[1].x);
}

TEST_CASE("a circle is opened, and its last arrow leads up again") {
    const Layout layout = laid_out(3, {{0, 1}, {1, 2}, {2, 0}}, sizes);
    CHECK(layout.boxes[0].y < layout.boxes[2].y);
    const auto& back = layout.arrows[2].points;
    REQUIRE(back.size() >= 2);
    CHECK(back.front().y > back.back().y);
}

TEST_CASE("an arrow from a box to itself is not laid, and harms nothing") {
    const Layout layout = laid_out(2, {{0, 0}, {0, 1}}, sizes);
    CHECK(layout.arrows[0].points.empty());
    CHECK(layout.arrows[1].points.size() == 2);
}

TEST_CASE("nothing at all has no size") {
    CHECK(laid_out(0, {}, sizes).boxes.empty());
    CHECK(laid_out(0, {}, sizes).height == 0);
    CHECK(laid_out(1, {}, sizes).boxes.front() == Point{0, 0});
}

TEST_CASE("whatever leads where, no box lies over another, nor a label over a box, and all have room") {
    const auto seed = GENERATE(range(1, 41));
    CAPTURE(seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    const std::size_t boxes = 1 + dice.below(30);
    Arrows arrows;
    for (std::size_t count = dice.below(2 * boxes); count > 0; --count)
        arrows.emplace_back(dice.below(boxes), dice.below(boxes));
    const Layout layout = laid_out(boxes, arrows, sizes);
    REQUIRE(layout.boxes.size() == boxes);
    REQUIRE(layout.arrows.size() == arrows.size());
    for (std::size_t i = 0; i < boxes; ++i) {
        CHECK(layout.boxes[i].x >= 0);
        CHECK(layout.boxes[i].x + sizes.box_width <= layout.width);
        CHECK(layout.boxes[i].y + sizes.box_height <= layout.height);
        for (std::size_t j = i + 1; j < boxes; ++j) CHECK_FALSE(overlap(layout.boxes[i], layout.boxes[j]));
    }
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        const auto& points = layout.arrows[i].points;
        if (arrows[i].first == arrows[i].second) continue;
        REQUIRE(points.size() >= 2);
        const Point& from = layout.boxes[arrows[i].first];
        const Point& to = layout.boxes[arrows[i].second];
        // It touches the edges of the two boxes that it joins.
        CHECK((points.front().y == from.y || points.front().y == from.y + sizes.box_height));
        CHECK((points.front().x > from.x && points.front().x < from.x + sizes.box_width));
        CHECK((points.back().y == to.y || points.back().y == to.y + sizes.box_height));
        CHECK((points.back().x > to.x && points.back().x < to.x + sizes.box_width));
        for (const Point& box : layout.boxes) CHECK_FALSE(within(layout.arrows[i].label, box));
        CHECK(layout.arrows[i].label.x + sizes.label / 2 <= layout.width);
    }
    const Layout again = laid_out(boxes, arrows, sizes);
    CHECK(again.boxes == layout.boxes);
}

}  // namespace
}  // namespace csapath::engine
