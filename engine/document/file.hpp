// SPDX-License-Identifier: MIT
/// The bytes of a file that a person wrote: a definition, a calendar, a mapping.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// All of the file as it stands, read once: what is hashed and what is parsed are the same bytes. Empty, and reported,
/// if it cannot be read, holds more than `limit` bytes, or is anything but a regular file (or a link to one): no pipe
/// is waited for, and no device is read.
///
/// The diagnostics have no span; their address is the path.
std::optional<std::string> text_of_file(const std::filesystem::path& file, rules::Diagnostics& diagnostics,
                                        std::size_t limit = 1 << 20);

}  // namespace csapath::engine
