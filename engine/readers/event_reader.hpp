// SPDX-License-Identifier: MIT
/// From the fields of a row to an event: the same for every form of the plain event file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/same_id.hpp"
#include "engine/cases/timeline.hpp"
#include "engine/readers/cell.hpp"
#include "engine/readers/columns.hpp"
#include "engine/readers/event_names.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// What became of a row.
enum class Fate : std::uint8_t {
    used,
    filtered,
    refused,
    stop,  ///< whoever takes the events wants no more
    begun  ///< nothing yet: it is still being read
};

class EventReader {
public:
    /// All must outlive this.
    EventReader(const Schema& schema, const ReadOptions& options, const TakeEvent& take, InputReport& report,
                Faults& faults);
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /// Begins an event, from the three fields that every row must have. The place must hold until the end of the row.
    /// Anything but `begun`: it has come to that already. `Text` is std::string_view or PaddedText, here and below.
    template <class Text>
    [[gnu::always_inline]] Fate begin(const RowPlace& place, std::string_view row, std::string_view case_id, Text event,
                                      std::string_view at) {
        place_ = &place;
        if (case_id.empty() || !same_id(case_id, current_case_)) [[unlikely]]
            if (const auto fate = begin_case(case_id)) return *fate;
        case_id_ = case_id;

        const EventNames::Answer& found = names_.find(event);
        if (found.noted != nullptr) {
            if (found.nameless) [[unlikely]]
                return refuse_nameless(event);
            ++*found.noted;
            return Fate::filtered;
        }

        cells_of_event_->cut(begin_of_cells_);
        event_.case_cells.clear();
        any_text_ = false;
        event_.type = found.type;
        event_.origin.row = static_cast<std::uint32_t>(place.number);
        event_.text = row;
        event_.at.second_pass = event_.at.ambiguous = false;
        if (!cells_.read_moment(rules::fact_at, at, event_.at)) [[unlikely]]
            return refuse_moment(at);
        if (event_.at.timed()) ++(event_.at.time == 0 ? midnights_ : other_times_);
        return Fate::begun;
    }
    EventTypeId type() const { return event_.type; }

    /// Adds an attribute, or a fact about the case. False, and the row is refused, where a spreadsheet has lost the
    /// value; any other text that cannot be read is told and spoils its own value only. Blank text adds nothing.
    template <class Name, class Text>
    [[gnu::always_inline]] bool add(rules::FactId fact, const Name& column, Text text) {
        if (std::string_view{text}.empty()) return true;
        if (const rules::Value* known = cells_.recall(fact, text)) {
            keep(fact, *known);
            return true;
        }
        return put(fact, column, cells_.read(fact, text));
    }
    /// The same for a value that `cells()` has just read.
    bool put(rules::FactId fact, std::string_view column, rules::Value value);

    /// Of a row whose text stays where it is until let_go_of_rows() or the end of the input, `RowText::stays`.
    template <Timeline::RowText row_text = Timeline::RowText::passes>
    [[gnu::always_inline]] Fate finish() {
        if (timeline_ == nullptr || timeline_->full()) [[unlikely]]
            return hand_over();
        timeline_->add_filled<row_text>(event_, begin_of_cells_, any_text_);
        begin_of_cells_ = cells_of_event_->size();
        return Fate::used;
    }
    /// The rows that were read until now will go from where they are.
    void let_go_of_rows();
    Fate refuse(rules::Code code, const RowPlace& place, std::string message, std::string help = {},
                std::string_view column = {});

    CellReader& cells() { return cells_; }
    /// Counts rows in the report, by their fate; those that are refused one by one.
    void count(Fate fate, std::uint64_t rows = 1) {
        report_.rows += rows;
        (fate == Fate::refused ? report_.refused : fate == Fate::filtered ? report_.filtered : report_.used) += rows;
        if (fate == Fate::refused && faults_.last()) ++report_.refused_for[*faults_.last()];
    }
    /// Notes what can be said only of all rows together.
    void tell_of_all(std::uint64_t blank_rows);

private:
    /// What was read before is never a text.
    [[gnu::always_inline]] void keep(rules::FactId fact, const rules::Value& value) {
        Cell& cell = (of_case_[fact] ? event_.case_cells : *cells_of_event_).add();
        cell.fact = fact;
        cell.value = value;
    }
    static bool doubtful(std::string_view id);
    std::optional<Fate> begin_case(std::string_view case_id);
    std::optional<Fate> check_case(std::string_view case_id);
    Fate refuse_nameless(std::string_view event);
    Fate hand_over();
    void close();
    Fate refuse_moment(std::string_view at);
    Fate refuse_here(std::string_view column, rules::Code code, std::string message, std::string help = {});
    Fate refuse_spoiled(std::string_view column);

    std::vector<char> of_case_;  ///< by fact
    const ReadOptions& options_;
    const TakeEvent& take_;
    InputReport& report_;
    Faults& faults_;
    EventNames names_;
    CellReader cells_;

    const RowPlace* place_ = nullptr;
    std::string_view case_id_;
    std::string current_case_;  ///< the last id that there is nothing to say about; empty if the last was another
    std::uint64_t case_runs_ = 0;
    Event event_;
    /// What was handed over last went there, and further events of its case go there straight; nullptr: they do not.
    Timeline* timeline_ = nullptr;
    /// The timeline before, until another case is handed over; nullptr: nothing of it is where it was read.
    Timeline* behind_ = nullptr;
    /// Where the cells of the event are put, from `begin_of_cells_` on: its own, or those of the timeline.
    EventCells* cells_of_event_ = &event_.cells;
    std::size_t begin_of_cells_ = 0;
    bool any_text_ = false;  ///< one of them is a text
    std::uint64_t midnights_ = 0, other_times_ = 0;
};

}  // namespace csapath::engine
