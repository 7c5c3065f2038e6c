// SPDX-License-Identifier: MIT
/// The process itself: made safe before anything is read, and asked about.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace csapath::cli {

/// Descriptors 0 to 2 that the parent left closed are filled, so that no file is ever opened in their place; using
/// them fails. No core file is written, and no other process may look into this one's memory.
void make_safe();

/// Whether the program runs with rights that its caller does not have.
bool borrowed_rights();

/// Where the program itself may lie, the surest first: as the system tells it, and as it was called. In a sandbox the
/// first may be missing, or name a place that is not to be seen from within.
std::vector<std::filesystem::path> program_paths();

/// The folder of the definitions that came with the program: beside it, above it in a build, or where an
/// installation puts it. Empty if there is none.
std::filesystem::path shipped_definitions(const std::vector<std::filesystem::path>& programs);

/// What the linker called this very build, in hexadecimal; "unknown" if it did not.
std::string build_id();

}  // namespace csapath::cli
