// SPDX-License-Identifier: MIT
/// A table of a mapping, the header of a file and what a pathway reads, looked up once: so that a row costs no look-up
/// of names.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/schema.hpp"
#include "engine/mappings/mapping.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// The names in a header, and as plain words.
struct Header {
    std::vector<std::string> names, plain;

    static constexpr std::size_t most = 1024;  ///< columns
    explicit Header(const TableRow& row);
    explicit Header(const std::vector<std::string>& columns);
    /// The first of `names` that is a column; empty if none is.
    std::optional<std::size_t> find(const ColumnNames& wanted) const;
};

struct BoundValue {
    const ValueFrom* from = nullptr;
    std::size_t column = 0;  ///< of no meaning where the value is always the same
};
struct BoundFact {
    std::vector<rules::FactId> facts;
    BoundValue value;
};
struct BoundCondition {
    const Condition* condition = nullptr;
    std::size_t column = 0;
};
struct BoundEvent {
    const MappedEvent* event = nullptr;
    BoundValue at;
    std::vector<BoundCondition> when;
    std::vector<BoundFact> facts;  ///< of a wide table; those of a long one depend on the row's event
    bool again = false;            ///< an event of the same name is read from another column of the row too
};

struct BoundTable {
    const Mapping* mapping = nullptr;
    const MappedTable* table = nullptr;
    std::vector<std::string> columns;  ///< the header
    std::vector<std::size_t> case_id;
    std::vector<BoundCondition> when;
    std::vector<BoundEvent> events;  ///< of a long table one
    std::optional<BoundValue> event_name;
    std::vector<std::vector<BoundFact>> facts_of_type;  ///< of a long table
    std::vector<BoundFact> of_case;
    std::vector<std::shared_ptr<const ValueFrom>> own;  ///< of columns that are attributes by their own names
    Coverage coverage;
};

/// Whether a table with this header and this name (of its sheet, or of its file) is the one that `table` describes.
bool fits(const MappedTable& table, const Header& header, std::string_view name);
/// The tables of a mapping that it could be.
std::vector<const MappedTable*> fitting(const Mapping& mapping, const Header& header, std::string_view name);

/// Notes columns that are not there and facts that no definition declares. Empty, and faults told, where a column that
/// is needed is missing or stands twice.
std::optional<BoundTable> bind(const Mapping& mapping, const MappedTable& table, const Header& header,
                               const RowPlace& place, const Schema& schema, Faults& faults, InputReport& report);

}  // namespace csapath::engine
