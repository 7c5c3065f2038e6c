// SPDX-License-Identifier: MIT
/// Calendars for tests: the shipped one, and ones as a test writes them.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/from_document.hpp"
#include "engine/document/yaml.hpp"

namespace csapath {

/// The days that are holidays by the file under pathway-definitions/calendars/.
inline engine::Calendar shipped_calendar(const std::string& id) {
    const std::string path = CSAPATH_ROOT "/pathway-definitions/calendars/" + id + ".yaml";
    std::ifstream file(path, std::ios::binary);
    const rules::Source source(path, std::string{std::istreambuf_iterator<char>(file), {}});
    rules::Diagnostics diagnostics;
    const auto document = engine::node_from_yaml(source, diagnostics);
    auto calendar = document ? engine::calendar_from_document(*document, nullptr, diagnostics) : std::nullopt;
    if (!calendar || !diagnostics.empty()) throw std::runtime_error("something is wrong with " + path);
    return *std::move(calendar);
}

inline const engine::Calendar& england_and_wales() {
    static const engine::Calendar calendar = shipped_calendar("england-and-wales");
    return calendar;
}

/// The bank holidays of England and Wales in a calendar that counts or cuts off otherwise.
inline engine::Calendar england_and_wales(engine::FirstDay first_day, std::optional<std::int64_t> cut_off = {}) {
    engine::Calendar::Parts parts{.id = "england-and-wales",
                                  .title = "England and Wales bank holidays",
                                  .first_year = 2010,
                                  .last_year = 2028,
                                  .holidays = england_and_wales().holidays(),
                                  .first_day = first_day,
                                  .cut_off = cut_off};
    return engine::Calendar(std::move(parts));
}

}  // namespace csapath
