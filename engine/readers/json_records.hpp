// SPDX-License-Identifier: MIT
/// JSON that is not one plain event a line: a list of records, records within records, an answer of an interface.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/log_reader.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// By the mapping in the options; a list of objects with the keys of the plain event file needs none.
const Reader& json_reader();
/// To look into one without reading it; the bytes must outlive it.
std::unique_ptr<Log> json_log(Bytes& bytes);
bool recognises_json(std::string_view name, std::string_view first_bytes);
/// The columns of a text, or of its beginning; and those of each list in it, if the text is one object.
std::vector<std::vector<std::string>> json_columns(Bytes& bytes);

}  // namespace csapath::engine
