// SPDX-License-Identifier: MIT
#include "engine/graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace csapath::engine {

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& apart) {
    // Less the room that those before it need, the numbers have only to ascend: neighbours that do not are pooled and
    // all take their mean.
    struct Pool {
        double sum;
        std::size_t size;
        double mean() const { return sum / static_cast<double>(size); }
    };
    std::vector<Pool> pools;
    std::vector<double> room(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        room[i] = i == 0 ? 0 : room[i - 1] + apart[i];
        pools.push_back({wanted[i] - room[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().size += last.size;
        }
    }
    std::vector<double> placed;
    for (const Pool& pool : pools)
        for (std::size_t i = 0; i < pool.size; ++i) placed.push_back(pool.mean() + room[placed.size()]);
    return placed;
}

namespace {

constexpr int bend_width = 14;

/// A box, or a bend of an arrow on its way through a layer.
struct Spot {
    bool bend = false;
    std::size_t layer = 0;
    double x = 0;  ///< of its middle
    std::vector<std::size_t> above, below;
};

class Arrangement {
public:
    Arrangement(std::size_t boxes, const std::vector<std::pair<std::size_t, std::size_t>>& arrows,
                const LayoutSizes& sizes)
        : sizes_(sizes), arrows_(arrows), spots_(boxes), reversed_(arrows.size()), chains_(arrows.size()) {
        open_circles();
        choose_layers();
        add_bends();
        order_layers();
        place();
    }

    Layout layout() const;

private:
    std::pair<std::size_t, std::size_t> downwards(std::size_t arrow) const {
        const auto [from, to] = arrows_[arrow];
        return reversed_[arrow] ? std::pair(to, from) : std::pair(from, to);
    }
    bool to_itself(std::size_t arrow) const { return arrows_[arrow].first == arrows_[arrow].second; }

    void open_circles();
    void choose_layers();
    void add_bends();
    void order_layers();
    bool sort_layer(std::vector<std::size_t>& layer, bool by_above);
    void remember_places();
    std::size_t crossings() const;
    void place();
    void settle(const std::vector<std::size_t>& layer, bool by_above, bool by_below);
    double width(const Spot& spot) const { return spot.bend ? bend_width : sizes_.box_width; }
    int top(std::size_t layer) const { return static_cast<int>(layer) * (sizes_.box_height + sizes_.gap_down); }
    std::vector<double> port(std::size_t spot, bool leaving) const;
    void place_labels(Layout& layout) const;

    LayoutSizes sizes_;
    const std::vector<std::pair<std::size_t, std::size_t>>& arrows_;
    std::vector<Spot> spots_;
    std::vector<bool> reversed_;
    std::vector<std::vector<std::size_t>> chains_;  ///< by arrow: spots from top to bottom
    std::vector<std::vector<std::size_t>> layers_;
    std::vector<std::size_t> places_;  ///< by spot: its place in its layer
};

void Arrangement::open_circles() {
    enum class Seen { no, on_the_way, done };
    std::vector<Seen> seen(spots_.size(), Seen::no);
    struct Step {
        std::size_t box, next_arrow;
    };
    for (std::size_t start = 0; start < spots_.size(); ++start) {
        if (seen[start] != Seen::no) continue;
        std::vector<Step> way{{start, 0}};
        seen[start] = Seen::on_the_way;
        while (!way.empty()) {
            const std::size_t box = way.back().box;
            const std::size_t arrow = way.back().next_arrow++;
            if (arrow == arrows_.size()) {
                seen[box] = Seen::done;
                way.pop_back();
            } else if (arrows_[arrow].first == box) {
                const std::size_t to = arrows_[arrow].second;
                if (seen[to] == Seen::on_the_way) reversed_[arrow] = true;
                if (seen[to] != Seen::no) continue;
                seen[to] = Seen::on_the_way;
                way.push_back({to, 0});
            }
        }
    }
}

/// The longest way from the top; then boxes that nothing leads to move down to those that they lead to.
void Arrangement::choose_layers() {
    for (std::size_t round = 0; round < spots_.size(); ++round) {
        bool moved = false;
        for (std::size_t arrow = 0; arrow < arrows_.size(); ++arrow) {
            if (to_itself(arrow)) continue;
            const auto [upper, lower] = downwards(arrow);
            if (spots_[lower].layer > spots_[upper].layer) continue;
            spots_[lower].layer = spots_[upper].layer + 1;
            moved = true;
        }
        if (!moved) break;
    }
    for (std::size_t box = 0; box < spots_.size(); ++box) {
        std::size_t highest_below = std::numeric_limits<std::size_t>::max();
        for (std::size_t arrow = 0; arrow < arrows_.size(); ++arrow) {
            const auto [upper, lower] = downwards(arrow);
            if (upper == box && lower != box) highest_below = std::min(highest_below, spots_[lower].layer);
        }
        if (spots_[box].layer == 0 && highest_below != std::numeric_limits<std::size_t>::max())
            spots_[box].layer = highest_below - 1;
    }
}

void Arrangement::add_bends() {
    for (std::size_t arrow = 0; arrow < arrows_.size(); ++arrow) {
        if (to_itself(arrow)) continue;
        const auto [upper, lower] = downwards(arrow);
        std::vector<std::size_t>& chain = chains_[arrow];
        chain.push_back(upper);
        for (std::size_t layer = spots_[upper].layer + 1; layer < spots_[lower].layer; ++layer) {
            chain.push_back(spots_.size());
            spots_.push_back({.bend = true, .layer = layer, .above = {}, .below = {}});
        }
        chain.push_back(lower);
        for (std::size_t i = 1; i < chain.size(); ++i) {
            spots_[chain[i - 1]].below.push_back(chain[i]);
            spots_[chain[i]].above.push_back(chain[i - 1]);
        }
    }
    for (std::size_t spot = 0; spot < spots_.size(); ++spot) {
        layers_.resize(std::max(layers_.size(), spots_[spot].layer + 1));
        layers_[spots_[spot].layer].push_back(spot);
    }
    places_.resize(spots_.size());
    remember_places();
}

void Arrangement::remember_places() {
    for (const auto& layer : layers_)
        for (std::size_t place = 0; place < layer.size(); ++place) places_[layer[place]] = place;
}

std::size_t Arrangement::crossings() const {
    std::size_t count = 0;
    for (const auto& layer : layers_) {
        std::vector<std::pair<std::size_t, std::size_t>> lines;
        for (const std::size_t spot : layer)
            for (const std::size_t below : spots_[spot].below) lines.emplace_back(places_[spot], places_[below]);
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t j = i + 1; j < lines.size(); ++j)
                count += (lines[i].first < lines[j].first && lines[i].second > lines[j].second) ||
                         (lines[i].first > lines[j].first && lines[i].second < lines[j].second);
    }
    return count;
}

/// By the mean place of what each is joined to; what is joined to nothing stays where it stands.
bool Arrangement::sort_layer(std::vector<std::size_t>& layer, bool by_above) {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (std::size_t place = 0; place < layer.size(); ++place) {
        const auto& joined = by_above ? spots_[layer[place]].above : spots_[layer[place]].below;
        double sum = 0;
        for (const std::size_t other : joined) sum += static_cast<double>(places_[other]);
        wanted.emplace_back(joined.empty() ? static_cast<double>(place) : sum / static_cast<double>(joined.size()),
                            layer[place]);
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    bool changed = false;
    for (std::size_t place = 0; place < layer.size(); ++place) {
        changed = changed || layer[place] != wanted[place].second;
        layer[place] = wanted[place].second;
        places_[layer[place]] = place;
    }
    return changed;
}

void Arrangement::order_layers() {
    constexpr int sweeps = 12;
    auto best = layers_;
    std::size_t fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        bool changed = false;
        if (sweep % 2 == 0)
            for (auto& layer : layers_) changed = sort_layer(layer, true) || changed;
        else
            for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer)
                changed = sort_layer(*layer, false) || changed;
        const std::size_t count = crossings();
        if (count < fewest) {
            fewest = count;
            best = layers_;
        }
        if (!changed) break;
    }
    layers_ = best;
    remember_places();
}

/// Moves the spots of a layer as near to the middle of what they are joined to as their order and sizes let them.
void Arrangement::settle(const std::vector<std::size_t>& layer, bool by_above, bool by_below) {
    std::vector<double> wanted, apart;
    for (std::size_t place = 0; place < layer.size(); ++place) {
        const Spot& spot = spots_[layer[place]];
        double sum = 0;
        std::size_t joined = 0;
        const auto add = [&](const std::vector<std::size_t>& others) {
            for (const std::size_t other : others) sum += spots_[other].x;
            joined += others.size();
        };
        if (by_above) add(spot.above);
        if (by_below) add(spot.below);
        wanted.push_back(joined == 0 ? spot.x : sum / static_cast<double>(joined));
        apart.push_back(place == 0 ? 0 : (width(spots_[layer[place - 1]]) + width(spot)) / 2 + sizes_.gap_across);
    }
    const std::vector<double> placed = spread(wanted, apart);
    for (std::size_t place = 0; place < layer.size(); ++place) spots_[layer[place]].x = placed[place];
}

void Arrangement::place() {
    constexpr int rounds = 8;
    for (const auto& layer : layers_) settle(layer, false, false);
    for (int round = 0; round < rounds; ++round) {
        for (const auto& layer : layers_) settle(layer, true, false);
        for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) settle(*layer, false, true);
    }
    for (const auto& layer : layers_) settle(layer, true, true);
    double left = 0;
    bool first = true;
    for (const Spot& spot : spots_) {
        const double edge = spot.x - width(spot) / 2;
        left = first ? edge : std::min(left, edge);
        first = false;
    }
    for (Spot& spot : spots_) spot.x -= left;
}

/// Where the arrows of a box leave its lower edge, or reach its upper one, in the order of `below` or `above`: side by
/// side, in the order of what they are joined to.
std::vector<double> Arrangement::port(std::size_t spot, bool leaving) const {
    const std::vector<std::size_t>& joined = leaving ? spots_[spot].below : spots_[spot].above;
    if (spots_[spot].bend) return std::vector<double>(joined.size(), spots_[spot].x);
    std::vector<std::size_t> order(joined.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return spots_[joined[left]].x < spots_[joined[right]].x;
    });
    std::vector<double> ports(joined.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ports[order[i]] = spots_[spot].x - sizes_.box_width / 2.0 +
                          sizes_.box_width * static_cast<double>(i + 1) / static_cast<double>(order.size() + 1);
    return ports;
}

Layout Arrangement::layout() const {
    Layout layout;
    const auto rounded = [](double x) { return static_cast<int>(std::lround(x)); };
    const std::size_t boxes = static_cast<std::size_t>(
        std::count_if(spots_.begin(), spots_.end(), [](const Spot& spot) { return !spot.bend; }));
    for (std::size_t box = 0; box < boxes; ++box)
        layout.boxes.push_back({rounded(spots_[box].x - sizes_.box_width / 2.0), top(spots_[box].layer)});
    std::vector<std::size_t> left(spots_.size()), reached(spots_.size());  // ports used so far, in the order of arrows
    for (std::size_t arrow = 0; arrow < arrows_.size(); ++arrow) {
        Layout::Arrow& drawn = layout.arrows.emplace_back();
        const auto& chain = chains_[arrow];
        if (chain.empty()) continue;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const int y = top(spots_[chain[i]].layer);
            if (i > 0) drawn.points.push_back({rounded(port(chain[i], false)[reached[chain[i]]++]), y});
            if (i + 1 < chain.size())
                drawn.points.push_back({rounded(port(chain[i], true)[left[chain[i]]++]), y + sizes_.box_height});
        }
        if (reversed_[arrow]) std::reverse(drawn.points.begin(), drawn.points.end());
    }
    for (const Point& box : layout.boxes) layout.width = std::max(layout.width, box.x + sizes_.box_width);
    for (const Layout::Arrow& arrow : layout.arrows)
        for (const Point& point : arrow.points) layout.width = std::max(layout.width, point.x + bend_width);
    layout.height = layers_.empty() ? 0 : top(layers_.size() - 1) + sizes_.box_height;
    place_labels(layout);
    return layout;
}

/// Each label stands in the gap below the upper end of its arrow, beside those of the other arrows there.
void Arrangement::place_labels(Layout& layout) const {
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        std::vector<std::pair<double, std::size_t>> here;
        for (std::size_t arrow = 0; arrow < arrows_.size(); ++arrow) {
            if (chains_[arrow].empty() || spots_[chains_[arrow].front()].layer != layer) continue;
            const auto& points = layout.arrows[arrow].points;
            const Point& start = reversed_[arrow] ? points.back() : points.front();
            const Point& next = reversed_[arrow] ? points[points.size() - 2] : points[1];
            here.emplace_back((start.x + next.x) / 2.0, arrow);
        }
        std::sort(here.begin(), here.end());
        std::vector<double> wanted;
        wanted.reserve(here.size());
        for (const auto& [x, arrow] : here) wanted.push_back(x);
        const std::vector<double> placed =
            spread(wanted, std::vector<double>(wanted.size(), static_cast<double>(sizes_.label)));
        const double inwards = placed.empty() ? 0 : std::max(0.0, sizes_.label / 2.0 - placed.front());
        for (std::size_t i = 0; i < here.size(); ++i) {
            const int x = static_cast<int>(std::lround(placed[i] + inwards));
            layout.arrows[here[i].second].label = {x, top(layer) + sizes_.box_height + sizes_.gap_down / 2};
            layout.width = std::max(layout.width, x + sizes_.label / 2);
        }
    }
}

}  // namespace

Layout laid_out(std::size_t boxes, const std::vector<std::pair<std::size_t, std::size_t>>& arrows,
                const LayoutSizes& sizes) {
    return Arrangement(boxes, arrows, sizes).layout();
}

}  // namespace csapath::engine
