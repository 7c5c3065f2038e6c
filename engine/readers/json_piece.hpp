// SPDX-License-Identifier: MIT
/// A piece of a larger JSON text, read as an object of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/readers/faults.hpp"
#include "engine/readers/json.hpp"
#include "engine/readers/json_items.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// Reads the item that was just found. A fault: it is no sound object.
std::optional<TableRow::Fault> read_piece(const JsonItems& items, JsonObject& json);

/// What a value that is neither a list nor an object says, as text; a null says nothing.
std::string plain_text(const JsonObject& json, const JsonObject::Value& value);

/// The texts of a list with the sign between values between them; "none" for an empty one. Empty if a value holds that
/// sign, or is a list or an object itself.
std::optional<std::string> joined_values(const JsonObject& json, std::size_t list);
/// How many lists could not be joined so, if any.
void tell_of_lists_not_joined(std::uint64_t count, Faults& faults);

}  // namespace csapath::engine
