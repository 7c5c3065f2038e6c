// SPDX-License-Identifier: MIT
/// What must hold of a reader whatever bytes it is given: it ends, every row has one fate, nothing that is refused
/// passes in silence, and the outcome does not depend on how many bytes come at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/mappings/mapping.hpp"
#include "tests/engine/readers/reading.hpp"

namespace csapath::engine::fuzz {

inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

inline int read_anything(const Reader& reader, const std::uint8_t* data, std::size_t size,
                         const Mapping* mapping = nullptr) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = [&](std::size_t at_a_time) {
        return test::read_with(reader, text, {.name = "anything", .mapping = mapping}, at_a_time);
    };
    const test::Reading whole = reading(std::size_t{1} << 20);
    const InputReport& report = whole.report;
    demand(whole.finished, "a reader stopped though nobody asked it to\n");
    demand(report.rows == report.used + report.filtered + report.refused, "a row has no fate, or two\n");
    demand(whole.events.size() == report.used, "an event was counted and not handed on, or the other way round\n");
    demand(report.refused == 0 || report.incomplete, "a row was refused in silence\n");
    demand(report.refused == 0 || !report.faults.found().empty(), "a row was refused and not told\n");
    const test::Reading pieces = reading(5);
    demand(pieces.events == whole.events, "the events depend on how many bytes come at a time\n");
    demand(pieces.codes() == whole.codes(), "the faults depend on how many bytes come at a time\n");
    return 0;
}

/// A log of any form: its case, event and date under these names, and attributes by their own.
inline Mapping log_mapping(const std::string& case_id, const std::string& event, const std::string& at,
                           const std::string& split = "") {
    Mapping mapping;
    mapping.id = mapping.title = "log";
    mapping.midnight_is_no_time = true;
    mapping.trim = true;
    MappedTable& table = mapping.tables.emplace_back();
    table.id = table.title = "log";
    table.case_id = {{case_id}};
    table.case_split = split;
    table.event_name.emplace().columns = {event};
    table.each.at.columns = {at};
    table.own_names = table.shows_seen = true;
    return mapping;
}

}  // namespace csapath::engine::fuzz
