// SPDX-License-Identifier: MIT
/// The front door for tables that nobody has described yet: look into them, and begin a mapping.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "engine/mappings/mapping.hpp"

namespace csapath::engine {

struct MapWanted {
    const Definition& definition;
    std::vector<InputFile> inputs;           ///< one for each table
    const MappingShelf* mappings = nullptr;  ///< those that may describe a table already
    std::optional<Encoding> encoding = {};   ///< of CSV; else UTF-8
    std::optional<char> delimiter = {};      ///< of CSV; else by the header
    bool show_values = false;                ///< people's data may be shown
};

enum class LookForm : std::uint8_t { text, json };

struct Map {
    std::string told;        ///< what the tables hold, in the form that was asked for
    std::string draft;       ///< a mapping to finish by hand
    unsigned questions = 0;  ///< that the draft asks
    std::size_t tables = 0;  ///< that could be looked into; with none there is no draft
    /// What could not be looked into, and why; of the shelf, what could not be read.
    rules::Diagnostics faults;
};

/// Looks into each table. `name` is what the draft is to be called. Throws std::system_error where an input cannot be
/// read.
Map map_tables(const MapWanted& wanted, LookForm form, const std::string& name);

}  // namespace csapath::engine
