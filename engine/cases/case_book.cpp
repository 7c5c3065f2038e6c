// SPDX-License-Identifier: MIT
#include "engine/cases/case_book.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace csapath::engine {

namespace {
std::uint64_t eight_bytes(const char* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
}

/// Asked of each event: ids are short, and two that are alike most often differ near their ends or not at all.
bool same_id(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    if (left.size() < 8 || left.size() > 16) return left == right;
    const std::size_t last = left.size() - 8;
    return eight_bytes(left.data() + last) == eight_bytes(right.data() + last) &&
           eight_bytes(left.data()) == eight_bytes(right.data());
}
}  // namespace

bool CaseBook::take_ascending(std::string_view case_id, const Event& event) {
    if (!open_ || !same_id(case_id, timeline_->case_id())) {
        if (open_) {
            if (case_id < timeline_->case_id()) {
                out_of_order_ = true;
                return false;
            }
            timeline_ = &complete_();
        }
        timeline_->start(case_id);
        open_ = true;
    }
    if (timeline_->size() == most_events) {
        too_many_events_ = true;
        return false;
    }
    timeline_->add(event);
    return true;
}

void CaseBook::keep_cell(const Cell& cell) {
    cells_.push_back(cell);
    rules::Value& value = cells_.back().value;
    if (value.kind == rules::Value::Kind::text) value.text = texts_.keep(value.text);
}

bool CaseBook::keep(std::string_view case_id, const Event& event) {
    auto known = numbers_.find(case_id);
    if (known == numbers_.end()) {
        const std::string_view id = texts_.keep(case_id);
        known = numbers_.emplace(id, static_cast<std::uint32_t>(ids_.size())).first;
        ids_.push_back(id);
        counts_.push_back(0);
    }
    if (++counts_[known->second] > most_events) {
        too_many_events_ = true;
        return false;
    }
    Kept kept;
    kept.case_number = known->second;
    kept.type = event.type;
    kept.at = event.at;
    kept.origin = event.origin;
    kept.text = texts_.keep(event.text);
    kept.cells_begin = static_cast<std::uint32_t>(cells_.size());
    for (const Cell& cell : event.cells) keep_cell(cell);
    kept.cells_end = static_cast<std::uint32_t>(cells_.size());
    for (const Cell& cell : event.case_cells) keep_cell(cell);
    kept.case_cells_end = static_cast<std::uint32_t>(cells_.size());
    kept_.push_back(kept);
    return true;
}

void CaseBook::finish() {
    if (open_) {
        timeline_ = &complete_();
        open_ = false;
    }
    if (order_ == Order::ascending || kept_.empty()) return;

    // Where each case's events begin when they are laid side by side, case by case.
    std::vector<std::uint32_t> begin(ids_.size() + 1, 0);
    std::partial_sum(counts_.begin(), counts_.end(), begin.begin() + 1);
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1), events(kept_.size());
    for (std::uint32_t event = 0; event < kept_.size(); ++event) events[next[kept_[event].case_number]++] = event;

    std::vector<std::uint32_t> cases(ids_.size());
    std::iota(cases.begin(), cases.end(), 0u);
    std::sort(cases.begin(), cases.end(),
              [&](std::uint32_t left, std::uint32_t right) { return ids_[left] < ids_[right]; });

    Event event;
    for (const std::uint32_t number : cases) {
        timeline_->start(ids_[number]);
        for (std::uint32_t i = begin[number]; i < begin[number + 1]; ++i) {
            const Kept& kept = kept_[events[i]];
            event.type = kept.type;
            event.at = kept.at;
            event.origin = kept.origin;
            event.text = kept.text;
            event.cells.assign(cells_.begin() + kept.cells_begin, cells_.begin() + kept.cells_end);
            event.case_cells.assign(cells_.begin() + kept.cells_end, cells_.begin() + kept.case_cells_end);
            timeline_->add(event);
        }
        timeline_ = &complete_();
    }
}

}  // namespace csapath::engine
