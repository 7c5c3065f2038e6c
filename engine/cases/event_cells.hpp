// SPDX-License-Identifier: MIT
/// The values that events carry, one after the other: one buffer serves case after case.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "rules/language/vocabulary.hpp"
#include "rules/value/value.hpp"

namespace csapath::engine {

struct Cell {
    rules::FactId fact = 0;
    rules::Value value;
};

/// Readers add millions of cells: to add one is a store, and not a call.
class EventCells {
public:
    EventCells() = default;
    EventCells(std::initializer_list<Cell> cells) : room_(cells), size_(cells.size()) {}

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    Cell* begin() { return room_.data(); }
    Cell* end() { return room_.data() + size_; }
    const Cell* begin() const { return room_.data(); }
    const Cell* end() const { return room_.data() + size_; }
    Cell& operator[](std::size_t at) { return room_[at]; }
    const Cell& operator[](std::size_t at) const { return room_[at]; }

    /// One more, which holds anything: the caller fills in all of it.
    [[gnu::always_inline]] Cell& add() {
        if (size_ == room_.size()) [[unlikely]]
            make_room(1);
        return room_[size_++];
    }
    Cell& push_back(Cell cell) { return add() = cell; }
    /// None of which may be one of these.
    void append(std::span<const Cell> cells) {
        if (room_.size() - size_ < cells.size()) make_room(cells.size());
        std::copy(cells.begin(), cells.end(), end());
        size_ += cells.size();
    }
    /// Leaves the first so many.
    void cut(std::size_t size) { size_ = size; }
    void clear() { size_ = 0; }
    void swap(EventCells& other) noexcept {
        room_.swap(other.room_);
        std::swap(size_, other.size_);
    }

private:
    void make_room(std::size_t more) { room_.resize(std::max(size_ + more, 2 * room_.size())); }

    std::vector<Cell> room_;
    std::size_t size_ = 0;
};

}  // namespace csapath::engine
