// SPDX-License-Identifier: MIT
#include "engine/quality_totals.hpp"

#include <algorithm>
#include <array>

namespace csapath::engine {

using rules::Code;

namespace {

std::string id_of(Code code) {
    return std::string(rules::row(code).id);
}

/// Names and codes that the definition or the mapping does not have: the value, or the row, counts for nothing.
constexpr std::array unknown_codes{Code::data_event_unknown, Code::data_agency_unknown, Code::data_value_unknown,
                                   Code::data_step_unknown};
/// Notes of rows that were left out.
constexpr std::array filtered_codes{Code::data_event_unknown, Code::data_event_unused, Code::data_blank_rows,
                                    Code::data_left_out};

template <std::size_t Size>
bool is_among(const std::array<Code, Size>& codes, Code code) {
    return std::ranges::find(codes, code) != codes.end();
}

/// What is left where reasons do not add up: something was counted that no reason was given for.
void add_rest(std::uint64_t all, std::string message, std::vector<DataQuality::Reason>& reasons) {
    std::uint64_t told = 0;
    for (const DataQuality::Reason& reason : reasons) told += reason.count;
    if (told < all) reasons.push_back({.code = {}, .message = std::move(message), .count = all - told});
}

}  // namespace

void QualityTotals::add(const std::vector<Doubt>& doubts) {
    for (const Doubt& doubt : doubts) {
        Counted& counted = doubts_[{code_of(doubt.what), in_words(doubt)}];
        ++counted.count;
        // Those that stand first in the inputs are kept, in whatever order the cases come.
        const std::pair row{doubt.row.source, doubt.row.row};
        counted.rows.insert(std::ranges::upper_bound(counted.rows, row), row);
        if (counted.rows.size() > DataQuality::most_rows) counted.rows.pop_back();
    }
}

DataQuality QualityTotals::finish(const std::vector<IntakeReport>& reports, std::uint64_t after_as_of,
                                  std::uint64_t duplicates) const {
    DataQuality quality;
    std::map<Code, std::uint64_t> refused, filtered;
    std::map<std::pair<Code, std::string>, std::uint64_t> unknown;
    for (const IntakeReport& report : reports) {
        const InputReport& read = report.read;
        quality.rows += read.rows;
        quality.used += read.used;
        quality.filtered += read.filtered;
        quality.refused += read.refused;
        for (const auto& [code, count] : read.refused_for) refused[code] += count;
        for (const auto& [what, count] : read.notes) {
            if (is_among(unknown_codes, what.first)) unknown[what] += count;
            if (is_among(filtered_codes, what.first)) filtered[what.first] += count;
        }
    }
    quality.used -= after_as_of + duplicates;
    quality.filtered += after_as_of + duplicates;
    if (after_as_of > 0) filtered[Code::data_after_as_of] += after_as_of;
    if (duplicates > 0) filtered[Code::data_duplicate] += duplicates;
    const auto reasons = [](const std::map<Code, std::uint64_t>& counts, std::vector<DataQuality::Reason>& into) {
        for (const auto& [code, count] : counts)
            into.push_back({.code = id_of(code), .message = std::string(rules::row(code).title), .count = count});
    };
    reasons(refused, quality.refused_for);
    reasons(filtered, quality.filtered_for);
    add_rest(quality.refused, "an element without the id of its child", quality.refused_for);
    add_rest(quality.filtered, "left out by the reader", quality.filtered_for);
    for (const auto& [what, count] : unknown)
        quality.unknown.push_back({.code = id_of(what.first), .message = what.second, .count = count});
    for (const auto& [what, counted] : doubts_)
        quality.doubtful.push_back(
            {.code = id_of(what.first), .message = what.second, .count = counted.count, .rows = counted.rows});
    return quality;
}

}  // namespace csapath::engine
