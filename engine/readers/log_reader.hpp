// SPDX-License-Identifier: MIT
/// What the readers of logs have in common: a first look at the whole input for its columns, then its rows by a
/// mapping.
#pragma once

#include <memory>
#include <optional>

#include "engine/cases/schema.hpp"
#include "engine/mappings/mapping.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/log_columns.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// An input that is laid out as a table.
class Log {
public:
    virtual ~Log() = default;
    /// Looks at the input from its first byte to its last.
    virtual void learn() = 0;
    virtual bool holds_nothing() const { return false; }
    /// The table; the input stands at its first byte again.
    virtual std::unique_ptr<Table> open(const Mapping& mapping) = 0;
    /// Whether its rows are found by their lines; else they are counted.
    virtual bool rows_are_lines() const { return false; }
    /// The mapping that it needs where none is given.
    virtual std::optional<Mapping> own_mapping() const { return std::nullopt; }
    /// Tells why nothing can be made of it by that mapping, or by none; false where there is nothing to be said.
    virtual bool tell_unfit(const Mapping*, Faults&) const { return false; }
};

/// Whether one of the tables of the mapping can be read from these columns.
bool describes(const Mapping* mapping, const LogColumns& columns);

/// A log is not read without a mapping that says what it holds, and that is told.
bool read_log(Bytes& bytes, Log& log, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report);

}  // namespace csapath::engine
