// SPDX-License-Identifier: MIT
#include "engine/readers/faults.hpp"

#include <algorithm>
#include <utility>

#include "rules/text/snippet.hpp"

namespace csapath::engine {

void Faults::add(rules::Code code, const RowPlace& row, std::string message, std::string help,
                 std::string_view column) {
    report_.incomplete = true;
    last_ = code;
    if (++counts_[code] > most_told) return;
    rules::Diagnostic fault{.code = code, .where = {}, .message = std::move(message)};
    fault.help = std::move(help);
    fault.address = address(row, column);
    held_.push_back({row.number, std::move(fault)});
}

void Faults::take_back(rules::Code code) {
    counts_.erase(code);
    std::erase_if(held_, [code](const Held& held) { return held.fault.code == code; });
}

void Faults::tell() {
    std::stable_sort(held_.begin(), held_.end(), [](const Held& a, const Held& b) { return a.row < b.row; });
    for (Held& held : held_) report_.faults.add(std::move(held.fault));
    for (const auto& [code, count] : counts_)
        if (count > most_told) report_.note(code, "more rows with this fault, not told one by one", count - most_told);
    held_.clear();
    counts_.clear();
}

std::string Faults::address(const RowPlace& place, std::string_view column) const {
    std::string text = rules::printable(options_.name);
    if (place.number == 0) return text;
    const std::string row = std::to_string(place.number);
    if (report_.rows_are_lines) {
        text += ": line " + row;
    } else {
        text += ": row " + row;
        if (place.last_line > place.line)
            text += " (lines " + std::to_string(place.line) + " to " + std::to_string(place.last_line) + ')';
        else if (place.line != place.number)
            text += " (line " + std::to_string(place.line) + ')';
    }
    if (!column.empty()) text += (report_.rows_are_lines ? ", key '" : ", column '") + rules::printable(column) + '\'';
    return text;
}

}  // namespace csapath::engine
