// SPDX-License-Identifier: MIT
#include "engine/cases/timeline.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>

namespace csapath::engine {

using rules::Moment;
using rules::Value;

const Value Timeline::missing_value_;

namespace {

bool after(const Moment& at, const Moment& as_of) {
    if (at.day != as_of.day) return at.day > as_of.day;
    return at.timed() && as_of.timed() && at.time > as_of.time;
}

bool earlier(const Timeline::Entry& left, const Timeline::Entry& right) {
    if (left.at.day != right.at.day) return left.at.day < right.at.day;
    if (left.at.time != right.at.time) return left.at.time < right.at.time;
    return std::tie(left.at.second_pass, left.type, left.text, left.origin) <
           std::tie(right.at.second_pass, right.type, right.text, right.origin);
}

/// What two tellings of one value come to: the one that is known, lists united, nothing where they disagree or where
/// one cannot be read. It is the same whichever of them comes first.
Value united(const Value& left, const Value& right, std::uint32_t& conflicts) {
    if (!left.known()) return left.spoiled ? left : right;
    if (!right.known()) return right.spoiled ? right : left;
    if (left.kind == Value::Kind::options && right.kind == Value::Kind::options) {
        Value both = Value::of_options(left.options | right.options);
        both.partial = left.partial || right.partial;
        return both;
    }
    if (rules::same(left, right)) return left;
    ++conflicts;
    Value nobody_knows;
    nobody_knows.spoiled = true;
    return nobody_knows;
}

}  // namespace

void Timeline::start(std::string_view case_id) {
    case_id_.assign(case_id);
    entries_.clear();
    cells_.clear();
    case_cells_.clear();
    also_.clear();
    sources_.clear();
    case_conflicts_ = 0;
    in_order_ = all_timed_ = true;
    any_text_ = false;
    kept_ = 0;
    born_twice_ = false;
    texts_.forget();
}

void Timeline::settle_texts_of(const Entry& entry, std::string_view row) {
    const std::less_equal<const char*> not_behind;
    for (std::uint32_t cell = entry.cells_begin; cell < entry.cells_end; ++cell) {
        Value& value = cells_[cell].value;
        if (value.kind != Value::Kind::text) continue;
        any_text_ = true;
        // A text that is part of its row goes where the row went; any other is kept.
        const std::string_view text = value.text;
        const bool inside = !text.empty() && not_behind(row.data(), text.data()) &&
                            not_behind(text.data() + text.size(), row.data() + row.size());
        value.text = inside ? entry.text.substr(static_cast<std::size_t>(text.data() - row.data()), text.size())
                            : texts_.keep(text);
    }
}

void Timeline::keep_texts() {
    for (Entry& entry : std::span(entries_).subspan(kept_)) {
        const std::string_view row = entry.text;
        entry.text = texts_.keep(row);
        if (any_text_) settle_texts_of(entry, row);
    }
    kept_ = entries_.size();
}

void Timeline::let_go_of_texts() {
    if (!in_order_ || !all_timed_ || any_text_ || sources_.size() > 1) return keep_texts();
    for (Entry& entry : std::span(entries_).subspan(kept_)) entry.text = {};
    kept_ = entries_.size();
}

void Timeline::note_source(std::uint16_t source) {
    const auto at = std::lower_bound(sources_.begin(), sources_.end(), source);
    if (at == sources_.end() || *at != source) sources_.insert(at, source);
}

void Timeline::add_case_cell(const Cell& cell) {
    for (Cell& known : case_cells_) {
        if (known.fact != cell.fact) continue;
        const std::uint32_t conflicts = case_conflicts_;
        Value both = united(known.value, cell.value, case_conflicts_);
        if (cell.fact == rules::fact_date_of_birth && case_conflicts_ != conflicts) born_twice_ = true;
        if (both.kind == Value::Kind::text && both.text.data() == cell.value.text.data())
            both.text = texts_.keep(both.text);
        known.value = both;
        return;
    }
    Value& value = case_cells_.push_back(cell).value;
    if (value.kind == Value::Kind::text) value.text = texts_.keep(value.text);
}

Timeline::Tidied Timeline::tidy(const Moment& as_of) {
    Tidied tidied;
    tidied.conflicts = case_conflicts_;
    tidied.born_twice = born_twice_;
    // As most cases come: each event later than the one before it, and none after the as-of.
    const bool plain = in_order_ && (entries_.empty() || !after(entries_.back().at, as_of));
    if (!plain) put_in_order(as_of, tidied);
    if (sources_.size() > 1) unite_sources(tidied);
    return tidied;
}

void Timeline::put_in_order(const Moment& as_of, Tidied& tidied) {
    std::erase_if(entries_, [&](const Entry& entry) {
        if (!after(entry.at, as_of)) return false;
        tidied.after_as_of.push_back(entry.origin);
        return true;
    });

    if (!std::is_sorted(entries_.begin(), entries_.end(), earlier))
        std::sort(entries_.begin(), entries_.end(), earlier);

    const auto same_row = [](const Entry& left, const Entry& right) {
        return left.at == right.at && left.type == right.type && left.origin.source == right.origin.source &&
               left.text == right.text;
    };
    std::size_t kept = 0;
    for (const Entry& entry : entries_) {
        if (kept > 0 && same_row(entries_[kept - 1], entry))
            tidied.duplicates.push_back(entry.origin);
        else
            entries_[kept++] = entry;
    }
    entries_.resize(kept);
}

/// Same type and date, times equal or absent on one side, from different sources: one event with both rows as evidence.
/// Where a source has several such events, those that deny each other nothing are put together first.
void Timeline::unite_sources(Tidied& tidied) {
    std::vector<bool> gone(entries_.size());
    for (const bool only_agreeing : {true, false}) {
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            for (std::size_t j = i + 1; j < entries_.size() && entries_[j].at.day == entries_[i].at.day; ++j) {
                if (gone[i]) break;
                Entry& first = entries_[i];
                const Entry& other = entries_[j];
                if (gone[j] || other.type != first.type || share_a_source(first, other)) continue;
                if (first.at.timed() && other.at.timed() && first.at != other.at) continue;
                if (only_agreeing && !agree(first, other)) continue;
                unite(first, other, tidied);
                gone[j] = true;
                ++tidied.united;
            }
        }
    }
    std::size_t keep = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (!gone[i]) entries_[keep++] = entries_[i];
    entries_.resize(keep);
    std::sort(entries_.begin(), entries_.end(), earlier);
}

bool Timeline::share_a_source(const Entry& left, const Entry& right) const {
    const auto tells = [this](const Entry& entry, std::uint16_t source) {
        if (entry.origin.source == source) return true;
        const auto others = std::span(also_).subspan(entry.also_begin, entry.also_end - entry.also_begin);
        return std::any_of(others.begin(), others.end(), [&](const Origin& one) { return one.source == source; });
    };
    const auto others = std::span(also_).subspan(right.also_begin, right.also_end - right.also_begin);
    return tells(left, right.origin.source) ||
           std::any_of(others.begin(), others.end(), [&](const Origin& one) { return tells(left, one.source); });
}

bool Timeline::agree(const Entry& left, const Entry& right) const {
    std::uint32_t conflicts = 0;
    for (std::uint32_t i = right.cells_begin; i < right.cells_end; ++i) {
        if (cells_[i].fact == rules::fact_system) continue;
        const auto here = std::span(cells_).subspan(left.cells_begin, left.cells_end - left.cells_begin);
        united(among(here, cells_[i].fact), cells_[i].value, conflicts);
    }
    return conflicts == 0;
}

/// The systems in which an event stands are those that any row names: "liquidlogic;systmone".
Value Timeline::both_systems(const Value& left, const Value& right) {
    if (left.kind != Value::Kind::text || right.kind != Value::Kind::text) return left.known() ? left : right;
    std::vector<std::string_view> names;
    for (std::string_view list : {left.text, right.text}) {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find(';'), list.size());
            if (end > 0) names.push_back(list.substr(0, end));
            list.remove_prefix(std::min(end + 1, list.size()));
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string all;
    for (const std::string_view name : names) {
        if (!all.empty()) all += ';';
        all += name;
    }
    return Value::of_text(texts_.keep(all));
}

void Timeline::unite(Entry& into, const Entry& other, Tidied& tidied) {
    const auto begin = static_cast<std::uint32_t>(cells_.size());
    for (std::uint32_t i = into.cells_begin; i < into.cells_end; ++i) cells_.push_back(cells_[i]);
    for (std::uint32_t i = other.cells_begin; i < other.cells_end; ++i) {
        const Cell cell = cells_[i];
        const auto there = std::find_if(cells_.begin() + begin, cells_.end(),
                                        [&](const Cell& known) { return known.fact == cell.fact; });
        if (there == cells_.end())
            cells_.push_back(cell);
        else if (cell.fact == rules::fact_system)
            there->value = both_systems(there->value, cell.value);
        else
            there->value = united(there->value, cell.value, tidied.conflicts);
    }
    into.cells_begin = begin;
    into.cells_end = static_cast<std::uint32_t>(cells_.size());

    const auto also_begin = static_cast<std::uint32_t>(also_.size());
    for (std::uint32_t i = into.also_begin; i < into.also_end; ++i) also_.push_back(Origin(also_[i]));
    also_.push_back(other.origin);
    for (std::uint32_t i = other.also_begin; i < other.also_end; ++i) also_.push_back(Origin(also_[i]));
    into.also_begin = also_begin;
    into.also_end = static_cast<std::uint32_t>(also_.size());
    if (!into.at.timed()) into.at = other.at;
}

}  // namespace csapath::engine
