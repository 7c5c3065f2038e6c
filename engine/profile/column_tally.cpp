// SPDX-License-Identifier: MIT
#include "engine/profile/column_tally.hpp"

#include <algorithm>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "engine/profile/code_meanings.hpp"
#include "engine/readers/cell.hpp"

namespace csapath::engine {

namespace {

bool numeral(char c) {
    return c >= '0' && c <= '9';
}

std::uint64_t characters_of(std::string_view text) {
    return static_cast<std::uint64_t>(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

/// FNV-1a. Two values of one hash count as one: among a million that is one chance in thirty million.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

enum class NumberKind : std::uint8_t { none, whole, other };

NumberKind number_kind(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = text.find_first_of(".,");
    const std::string_view rest = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const std::string_view whole = text.substr(0, point);
    if (whole.empty() || !std::ranges::all_of(whole, numeral) || !std::ranges::all_of(rest, numeral))
        return NumberKind::none;
    return rest.empty() ? (point == std::string_view::npos ? NumberKind::whole : NumberKind::none) : NumberKind::other;
}

}  // namespace

void ColumnTally::add(const TableCell& cell, std::uint64_t row) {
    const std::string_view text = without_outer_spaces(cell.text);
    if (text.empty()) {
        ++made_.blank;
        return;
    }
    ++made_.filled;
    if (text.size() != cell.text.size()) made_.outer_spaces.in(row);
    if (cell.date) {
        dates_.add_true_date(text, row);
        count_different(text);
        return;
    }
    if (says_missing(text)) {
        constexpr std::size_t most_spellings = 20;
        const auto known = missing_.find(text);
        if (known != missing_.end())
            known->second.in(row);
        else if (missing_.size() < most_spellings)
            missing_.emplace(text, Seen{1, row});
        return;
    }
    if (spreadsheet_error(text)) made_.spreadsheet_errors.in(row);
    count_value(text, row);
}

void ColumnTally::count_value(std::string_view text, std::uint64_t row) {
    const std::uint64_t length = characters_of(text);
    made_.least_length = made_.least_length == 0 ? length : std::min(made_.least_length, length);
    made_.greatest_length = std::max(made_.greatest_length, length);
    if (text.find(' ') != std::string_view::npos) ++several_words_;
    if (std::ranges::any_of(text, numeral)) ++with_figures_;
    if (rounded_number(text)) made_.rounded_numbers.in(row);
    const NumberKind number = number_kind(text);
    if (number == NumberKind::whole) ++made_.whole_numbers;
    if (number == NumberKind::other) ++made_.other_numbers;
    if (!dates_.add(text, row)) made_.not_dates.in(row);
    count_different(text);
    if (too_many_codes_) return;
    constexpr std::size_t longest_code = 80;
    const auto known = codes_.find(text);
    if (known != codes_.end()) {
        known->second.in(row);
    } else if (codes_.size() < most_codes && text.size() <= longest_code) {
        codes_.emplace(text, Seen{1, row});
    } else {
        too_many_codes_ = true;
        codes_.clear();
    }
}

void ColumnTally::count_different(std::string_view text) {
    if (made_.different_at_least) return;
    hashes_.push_back(hash_of(text));
    if (hashes_.size() >= 2 * settled_ + 1024) settle_different();
    if (settled_ > most_different) {
        made_.different_at_least = true;
        made_.different = settled_;
        hashes_ = {};
    }
}

void ColumnTally::settle_different() {
    std::ranges::sort(hashes_);
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    settled_ = hashes_.size();
}

/// Decided by nearly all of the values: single mistakes are doubts, not another kind of column.
Holds ColumnTally::held() const {
    const std::uint64_t values = made_.values();
    const auto most = [values](std::uint64_t count) { return count > 0 && 10 * count >= 8 * values; };
    if (values == 0) return Holds::nothing;
    const DatesOfColumn& dates = made_.dates;
    std::uint64_t written_dates = dates.true_dates.count, figures_alone = 0, of_them_impossible = 0;
    for (const DateForm& form : dates.forms) {
        using Order = DateLayout::Order;
        const bool alone = form.layout.order == Order::day_number || form.layout.order == Order::eight_figures;
        if (form.layout.order == Order::eight_figures) {
            figures_alone += form.seen.count;
            of_them_impossible += form.impossible.count;
        }
        if (!alone) written_dates += form.seen.count;
    }
    if (most(written_dates)) return Holds::dates;
    if (figures_alone == values && of_them_impossible == 0) return Holds::dates;
    const auto answers = std::count_if(codes_.begin(), codes_.end(),
                                       [](const auto& code) { return KnownNames::yes_no(code.first).has_value(); });
    const bool numbers = made_.whole_numbers + made_.other_numbers == values;
    if (!codes_.empty() && static_cast<std::size_t>(answers) == codes_.size() && !numbers) return Holds::yes_no;
    const bool single_words = most(values - several_words_);
    const bool listed = !codes_.empty() && values >= 3 * codes_.size();
    constexpr std::uint64_t longest_of_codes = 4;
    const bool counts = made_.other_numbers > 0 || made_.repeats() || made_.least_length < longest_of_codes;
    if (numbers) return listed ? Holds::codes : counts ? Holds::numbers : Holds::ids;
    const bool numbered = several_words_ == 0 && with_figures_ == values && made_.least_length > longest_of_codes;
    if (listed && !numbered) return Holds::codes;
    return single_words && most(with_figures_) ? Holds::ids : Holds::texts;
}

ColumnProfile ColumnTally::done(const KnownNames& known) && {
    if (!made_.different_at_least) {
        settle_different();
        made_.different = hashes_.size();
    }
    made_.dates = std::move(dates_).done();
    const auto attribute = known.attribute(made_.name);
    for (const auto& [text, seen] : missing_) {
        // "not known" can be an answer, where the fact has that among its values.
        const auto answer = attribute ? known.value(text, attribute->name) : std::nullopt;
        if (answer && answer->exact)
            codes_.emplace(text, seen);
        else
            made_.missing.push_back({text, seen, {}, true});
    }
    for (const DateForm& form : made_.dates.forms)
        if (form.layout.order == DateLayout::Order::day_number && form.seen.count == made_.values() &&
            !form.impossible && "1990" < made_.dates.earliest && made_.dates.latest < "2040")
            made_.day_numbers = form.seen;
    made_.holds = held();
    for (const auto& [text, seen] : codes_) made_.codes.push_back({text, seen, {}, false});
    give_meanings(made_, known);
    return std::move(made_);
}

}  // namespace csapath::engine
