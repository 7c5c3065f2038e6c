// SPDX-License-Identifier: MIT
/// The events of one case, and the facts known about it. One Timeline is reused from case to case.
///
/// Events are added as they come; `tidy` then puts them in order by date, time, type and text, leaves out what lies
/// after the as-of, what stands twice, and unites what two sources both tell. The order within a day of events without
/// a time is settled by arrange() (episodes.hpp), which knows where an episode is open.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/event.hpp"
#include "engine/cases/text_store.hpp"

namespace csapath::engine {

class Timeline {
public:
    struct Entry {
        rules::Moment at;
        std::string_view text;  ///< empty where it could decide nothing
        std::uint32_t cells_begin = 0, cells_end = 0;
        std::uint32_t also_begin = 0, also_end = 0;  ///< further origins: the same event in other sources
        Origin origin;
        EventTypeId type = 0;
    };

    /// Events that one case may have. `add` does not ask.
    static constexpr std::uint32_t most_events = 100'000;
    bool full() const { return entries_.size() >= most_events; }

    void start(std::string_view case_id);
    void add(const Event& event) {
        const std::size_t begin = cells_.size();
        cells_.append(event.cells);
        add_filled<RowText::passes>(event, begin, true);
    }
    /// Where a reader may write the cells of the next event itself, behind those that stand here.
    EventCells& cells_to_fill() { return cells_; }
    enum class RowText : std::uint8_t {
        passes,  ///< holds only until the call returns
        stays    ///< holds until keep_texts() or let_go_of_texts(), one of which must be called before it goes
    };
    /// The same as `add`, of an event whose cells stand already in cells_to_fill(), from `begin` to the end;
    /// `event.cells` are not looked at. `any_text`: one of those cells may hold a text.
    template <RowText row_text>
    [[gnu::always_inline]] void add_filled(const Event& event, std::size_t begin, bool any_text) {
        in_order_ = in_order_ && (entries_.empty() || later(entries_.back().at, event.at));
        all_timed_ = all_timed_ && event.at.timed();
        entries_.push_back({event.at, row_text == RowText::stays ? event.text : texts_.keep(event.text),
                            static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cells_.size()), 0, 0,
                            event.origin, event.type});
        if (any_text) [[unlikely]]
            settle_texts_of(entries_.back(), event.text);
        if (!event.case_cells.empty()) [[unlikely]]
            for (const Cell& cell : event.case_cells) add_case_cell(cell);
        if (sources_.empty() || sources_.back() != event.origin.source) [[unlikely]]
            note_source(event.origin.source);
        if (row_text == RowText::passes) kept_ = entries_.size();
    }

    /// Takes copies of all texts that stay only so long.
    void keep_texts();
    /// The same, or does without the rows' texts, if the case is whole: where each event is later than the one before
    /// it, they neither decide ties nor find rows that stand twice.
    void let_go_of_texts();

    struct Tidied {
        std::vector<Origin> after_as_of;  ///< left out
        std::vector<Origin> duplicates;   ///< left out: the same row of the same source is there
        std::uint32_t united = 0;         ///< rows of a second source that tell an event already there
        std::uint32_t conflicts = 0;      ///< values of which two sources, or two rows, tell different things
        bool born_twice = false;          ///< one of them is the date of birth: perhaps they are two children
    };
    Tidied tidy(const rules::Moment& as_of);

    const std::string& case_id() const { return case_id_; }
    /// Every event that was added has a time.
    bool all_timed() const { return all_timed_; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    const Entry& operator[](std::uint32_t event) const { return entries_[event]; }
    std::span<Entry> entries() { return entries_; }
    std::span<const Entry> entries() const { return entries_; }
    std::span<const Origin> also(std::uint32_t event) const {
        const Entry& entry = entries_[event];
        return std::span(also_).subspan(entry.also_begin, entry.also_end - entry.also_begin);
    }
    /// Missing where the event does not carry it.
    const rules::Value& value(std::uint32_t event, rules::FactId fact) const { return among(cells(event), fact); }
    const rules::Value& case_value(rules::FactId fact) const { return among(case_cells_, fact); }
    std::span<const Cell> case_cells() const { return case_cells_; }
    std::span<const Cell> cells(std::uint32_t event) const {
        const Entry& entry = entries_[event];
        return std::span(cells_).subspan(entry.cells_begin, entry.cells_end - entry.cells_begin);
    }
    /// The sources that have a row for this case, in ascending order.
    std::span<const std::uint16_t> sources() const { return sources_; }

private:
    static const rules::Value& among(std::span<const Cell> cells, rules::FactId fact) {
        for (const Cell& cell : cells)
            if (cell.fact == fact) return cell.value;
        return missing_value_;
    }
    static const rules::Value missing_value_;

    static bool later(const rules::Moment& left, const rules::Moment& right) {
        return left.day < right.day || (left.day == right.day && left.time < right.time);
    }
    /// Sees to it that the texts of an event stay as long as the text of its row, which stood at `row` before.
    void settle_texts_of(const Entry& entry, std::string_view row);
    void note_source(std::uint16_t source);
    void add_case_cell(const Cell& cell);
    void put_in_order(const rules::Moment& as_of, Tidied& tidied);
    void unite_sources(Tidied& tidied);
    void unite(Entry& into, const Entry& other, Tidied& tidied);
    bool share_a_source(const Entry& left, const Entry& right) const;
    bool agree(const Entry& left, const Entry& right) const;
    rules::Value both_systems(const rules::Value& left, const rules::Value& right);

    std::string case_id_;
    std::vector<Entry> entries_;
    EventCells cells_, case_cells_;
    std::vector<Origin> also_;
    std::vector<std::uint16_t> sources_;
    std::uint32_t case_conflicts_ = 0;
    bool in_order_ = true;   ///< each event was added after one that is earlier
    bool all_timed_ = true;  ///< each has a time
    bool any_text_ = false;  ///< some value is a text
    std::size_t kept_ = 0;   ///< of the events before it the texts were kept
    bool born_twice_ = false;
    TextStore texts_;
};

}  // namespace csapath::engine
