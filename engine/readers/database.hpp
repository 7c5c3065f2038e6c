// SPDX-License-Identifier: MIT
/// Which tables of a database are read, and each of them as events.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/mappings/mapping.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/sqlite.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// Without selects in the mapping, every table and view by its name. With selects, each of these by the id of its table
/// in the mapping, and of the database's own tables only those that a table of the mapping without a select is called
/// after, by its id or by `found-by`.
std::vector<std::string> tables_meant(const Database& database, const Mapping* mapping);

/// What stands under such a name.
std::unique_ptr<Table> table_meant(Database& database, const Mapping* mapping, const std::string& name,
                                   std::optional<TableRow::Fault>& fault);

const Reader& sqlite_reader();

}  // namespace csapath::engine
