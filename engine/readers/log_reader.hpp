// SPDX-License-Identifier: MIT
/// What the readers of logs have in common: a first look at the whole input for its columns, then the rows by a
/// mapping.
#pragma once

#include <functional>
#include <memory>

#include "engine/cases/schema.hpp"
#include "engine/mappings/mapping.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// `learn` looks at the input from its first byte; `open` makes its table, for which the input stands at its first byte
/// again. Without a mapping that says what it holds a log is not read, and that is told.
bool read_log(Bytes& bytes, const std::function<void()>& learn,
              const std::function<std::unique_ptr<Table>(const Mapping&)>& open, const Schema& schema,
              const ReadOptions& options, const TakeEvent& take, InputReport& report);

}  // namespace csapath::engine
