// SPDX-License-Identifier: MIT
#include "engine/reporters/places.hpp"

#include <algorithm>
#include <utility>

#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

std::string rows_in_words(const Finding& finding, const std::vector<std::string>& sources,
                          const std::vector<bool>& rows_are_lines) {
    std::vector<std::pair<std::uint16_t, std::vector<std::uint32_t>>> by_source;
    const auto add_row = [&](std::uint16_t source, std::uint32_t row) {
        auto same =
            std::find_if(by_source.begin(), by_source.end(), [&](const auto& entry) { return entry.first == source; });
        if (same == by_source.end()) same = by_source.insert(by_source.end(), {source, {}});
        std::vector<std::uint32_t>& rows = same->second;
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    };
    for (const auto* evidence : {&finding.activated, &finding.fulfilled}) {
        if (!*evidence) continue;
        add_row((*evidence)->source, (*evidence)->row);
        for (const auto& [source, row] : (*evidence)->also) add_row(source, row);
    }

    std::vector<std::string> places;
    for (const auto& [source, rows] : by_source) {
        const bool lines = source < rows_are_lines.size() && rows_are_lines[source];
        std::vector<std::string> numbers;
        for (const std::uint32_t row : rows) numbers.push_back(std::to_string(row));
        std::string place = lines ? "line" : "row";
        if (rows.size() > 1) place += 's';
        places.push_back(place + " " + listed_in_words(numbers));
        if (sources.size() > 1) places.back() += " of " + sources[source];
    }
    return listed_in_words(places);
}

}  // namespace csapath::engine
