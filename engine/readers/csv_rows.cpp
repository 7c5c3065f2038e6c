// SPDX-License-Identifier: MIT
#include "engine/readers/csv_rows.hpp"

#include <algorithm>
#include <cstring>

namespace csapath::engine {

namespace {
/// How much is taken apart at a time: little enough that the offsets stay close to the processor.
constexpr std::size_t usual_stretch = std::size_t{16} * 1024;

std::uint64_t count_of(std::string_view text, char character) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), character));
}

/// Of a text that ends inside quotes: where the last of them opens.
std::size_t open_quote_in(std::string_view text) {
    std::size_t at = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        inside = !inside;
        if (inside) at = i;
    }
    return at;
}
}  // namespace

CsvRows::CsvRows(Window& window, std::size_t from, CsvSigns signs, std::uint64_t first_line)
    : window_(window),
      signs_(signs),
      at_(static_cast<std::uint32_t>(from)),
      stretch_(usual_stretch),
      line_(first_line) {}

CsvRows::Got CsvRows::more(CsvRow& row) {
    row.misquoted = false;
    while (left_ == 0) {
        if (structure_.misplaced() != CsvStructure::nowhere) return serve_misquoted(row);
        if (const Got got = index_on(); got != Got::row) {
            row.place = {row_number_ + 1, line_, line_};
            if (structure_.open()) {
                const std::string_view rest{window_.data() + at_, window_.size() - at_};
                row.place.line += count_of(rest.substr(0, open_quote_in(rest)), signs_.line_end);
            }
            return got;
        }
    }
    return Got::row;
}

/// Takes the next stretch apart; `row` if that may have brought rows.
CsvRows::Got CsvRows::index_on() {
    const bool brought_nothing = structure_.rows() == 0;
    const bool reached_the_end = indexed_ == window_.size();
    if (brought_nothing && !reached_the_end) {
        stretch_ *= 2;
    } else if (reached_the_end) {
        const bool more = window_.move_to(at_);
        at_ = 0;
        if (more) {
            if (brought_nothing) stretch_ *= 2;
        } else if (!window_.ended()) {
            return Got::too_long;
        } else if (window_.size() == 0) {
            return Got::end;
        } else if (brought_nothing) {
            if (structure_.open()) return Got::open_quote;
            window_.append(signs_.line_end);
            closed_ = true;
        }
    }
    if (!brought_nothing) stretch_ = usual_stretch;
    index();
    return Got::row;
}

void CsvRows::index() {
    indexed_ = static_cast<std::uint32_t>(std::min(window_.size(), at_ + stretch_));
    structure_.index(window_.data(), at_, indexed_, signs_);
    left_ = structure_.rows();
    ends_ = structure_.ends();
    even_ = all_as_expected();
    next_odd_ = 0;
    odd_ = structure_.odd().front();
}

void CsvRows::expect(std::size_t fields) {
    expected_ = fields;
    even_ = all_as_expected();
}

/// There are as many line ends as rows: if they stand where they should, none stands anywhere else.
bool CsvRows::all_as_expected() const {
    if (expected_ == 0) return false;
    const char* const data = window_.data();
    const std::uint32_t* const behind = structure_.ends_behind();
    if (static_cast<std::size_t>(behind - ends_) < left_ * expected_) return false;
    bool even = true;
    for (std::size_t row = 1; row <= left_; ++row) even &= data[ends_[row * expected_ - 1]] == signs_.line_end;
    return even;
}

CsvRun CsvRows::next_run() {
    CsvRun run{.place = {row_number_ + 1, line_, line_}, .data = window_.data(), .ends = ends_};
    if (!even_) return run;
    const auto end = [&](std::size_t row) { return ends_[row * expected_ - 1]; };
    run.rows = left_;
    if (left_ > 0 && end(left_) >= odd_) {
        std::size_t not_before_it = left_;
        run.rows = 0;
        while (not_before_it - run.rows > 1) {
            const std::size_t middle = run.rows + (not_before_it - run.rows) / 2;
            (end(middle) < odd_ ? run.rows : not_before_it) = middle;
        }
    }
    if (run.rows == 0) return run;
    at_ = end(run.rows) + 1;
    ends_ += run.rows * expected_;
    left_ -= run.rows;
    row_number_ += run.rows;
    line_ += run.rows;
    return run;
}

const std::uint32_t* CsvRows::without_return(const std::uint32_t* ends, std::size_t fields) {
    own_ends_.assign(ends - 1, ends + fields);
    --own_ends_.back();
    return own_ends_.data() + 1;
}

std::size_t CsvRows::fields_of_next() const {
    const std::uint32_t* end = ends_;
    while (window_.data()[*end] != signs_.line_end) ++end;
    return static_cast<std::size_t>(end - ends_) + 1;
}

/// Some odd block begins before the end of the row; does it reach into it?
void CsvRows::look_at_odd(CsvRow& row, std::uint32_t end) {
    const auto& odd = structure_.odd();
    while (odd[next_odd_] + CsvStructure::padding <= at_) ++next_odd_;
    odd_ = odd[next_odd_];
    if (odd_ <= end) look_at_lines(row);
}

/// A row that may hold line ends in quotes.
void CsvRows::look_at_lines(CsvRow& row) {
    row.odd = true;
    row.place.last_line += count_of(row.text, signs_.line_end);
    line_ = row.place.last_line + 1;
}

CsvRows::Got CsvRows::serve_misquoted(CsvRow& row) {
    const char* end = nullptr;
    for (std::size_t looked = structure_.misplaced();;) {
        end = static_cast<const char*>(std::memchr(window_.data() + looked, signs_.line_end, window_.size() - looked));
        if (end != nullptr) break;
        looked = window_.size() - at_;
        const bool more = window_.move_to(at_);
        at_ = 0;
        if (more) continue;
        if (!window_.ended()) return Got::too_long;
        window_.append(signs_.line_end);
        closed_ = true;
    }
    row.ends = nullptr;
    row.fields = 0;
    odd_ = CsvStructure::nowhere;
    place(row, static_cast<std::uint32_t>(end - window_.data()));
    row.misquoted = true;
    look_at_lines(row);
    index();
    return Got::row;
}

std::string_view unquoted(std::string_view field, std::string& scratch) {
    if (field.size() < 2 || field.front() != '"') return field;
    field = field.substr(1, field.size() - 2);
    if (field.find('"') == std::string_view::npos) return field;
    const std::size_t from = scratch.size();
    for (std::size_t i = 0; i < field.size(); ++i) {
        scratch += field[i];
        if (field[i] == '"') ++i;
    }
    return std::string_view{scratch}.substr(from);
}

}  // namespace csapath::engine
