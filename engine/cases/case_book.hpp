// SPDX-License-Identifier: MIT
/// Events -> cases. While case ids ascend in byte order, each case is handed on as soon as the next begins and memory
/// stays flat; where they do not, all events are kept and grouped at the end. Either way cases come out in byte order
/// of their ids.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/cases/timeline.hpp"

namespace csapath::engine {

class CaseBook {
public:
    enum class Order : std::uint8_t { ascending, any };
    /// Events that one case may have.
    static constexpr std::uint32_t most_events = Timeline::most_events;

    /// `first` is filled with the first case; when it has all its events, `complete` is called and says what to fill
    /// next.
    CaseBook(Order order, Timeline& first, std::function<Timeline&()> complete)
        : order_(order), timeline_(&first), complete_(std::move(complete)) {}

    /// False if an id came after a greater one though ascending order was promised (see out_of_order), or if a case has
    /// too many events.
    bool take(std::string_view case_id, const Event& event) {
        if (order_ == Order::any) return keep(case_id, event);
        const bool of_open_case = open_ && event.case_run != 0 && event.case_run == run_;
        if (!of_open_case || timeline_->full()) [[unlikely]]
            return take_ascending(case_id, event);
        timeline_->add(event);
        return true;
    }
    /// Where events with the case_run of the last one may be added straight, as long as it is not full; nullptr where
    /// events are kept to be grouped.
    Timeline* open() { return open_ && order_ == Order::ascending ? timeline_ : nullptr; }
    /// After the last event.
    void finish();

    bool out_of_order() const { return out_of_order_; }
    bool too_many_events() const { return too_many_events_; }

private:
    struct Kept {
        std::uint32_t case_number;
        std::uint32_t cells_begin, cells_end, case_cells_end;  ///< in cells_: attributes, then facts of the case
        EventTypeId type;
        rules::Moment at;
        Origin origin;
        std::string_view text;
    };

    bool take_ascending(std::string_view case_id, const Event& event);
    bool keep(std::string_view case_id, const Event& event);
    std::uint32_t number_of(std::string_view case_id);
    void keep_cell(const Cell& cell);

    Order order_;
    Timeline* timeline_;
    std::function<Timeline&()> complete_;
    std::uint64_t run_ = 0;  ///< Event::case_run of the last event
    bool open_ = false;
    bool out_of_order_ = false;
    bool too_many_events_ = false;

    std::vector<Kept> kept_;
    EventCells cells_;
    TextStore texts_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::vector<std::string_view> ids_;
    std::vector<std::uint32_t> counts_;
};

}  // namespace csapath::engine
