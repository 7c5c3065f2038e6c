// SPDX-License-Identifier: MIT
/// Where a file lies once every link is followed.
#pragma once

#include <filesystem>

namespace csapath::engine {

/// Whether a file lies in a folder, or in a folder of that folder. One that cannot be told lies nowhere.
bool lies_in(const std::filesystem::path& folder, const std::filesystem::path& file);

/// The path without links and dots; as it was where it cannot be told.
std::filesystem::path followed(const std::filesystem::path& file);

}  // namespace csapath::engine
