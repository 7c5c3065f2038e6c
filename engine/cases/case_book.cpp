// SPDX-License-Identifier: MIT
#include "engine/cases/case_book.hpp"

#include <algorithm>
#include <numeric>

#include "engine/cases/same_id.hpp"

namespace csapath::engine {

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
    if (timeline_->full()) {
        too_many_events_ = true;
        return false;
    }
    run_ = event.case_run;
    timeline_->add(event);
    return true;
}

void CaseBook::keep_cell(const Cell& cell) {
    rules::Value& value = cells_.push_back(cell).value;
    if (value.kind == rules::Value::Kind::text) value.text = texts_.keep(value.text);
}

std::uint32_t CaseBook::number_of(std::string_view case_id) {
    const auto known = numbers_.find(case_id);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(ids_.size());
    ids_.push_back(texts_.keep(case_id));
    counts_.push_back(0);
    numbers_.emplace(ids_.back(), number);
    return number;
}

bool CaseBook::keep(std::string_view case_id, const Event& event) {
    const std::uint32_t number =
        event.case_run != 0 && event.case_run == run_ ? kept_.back().case_number : number_of(case_id);
    run_ = event.case_run;
    if (++counts_[number] > most_events) {
        too_many_events_ = true;
        return false;
    }
    Kept kept;
    kept.case_number = number;
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
            event.clear();
            event.cells.append({cells_.begin() + kept.cells_begin, cells_.begin() + kept.cells_end});
            event.case_cells.append({cells_.begin() + kept.cells_end, cells_.begin() + kept.case_cells_end});
            timeline_->add(event);
        }
        timeline_ = &complete_();
    }
}

}  // namespace csapath::engine
