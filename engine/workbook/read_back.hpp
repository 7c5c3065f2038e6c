// SPDX-License-Identifier: MIT
/// A workbook is read back once it is written. The package that writes it puts parts of it aside in files and does not
/// look whether the disk took them: a part that was torn off would be noticed by whoever opens the workbook, or not at
/// all.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// Whether every sheet is there, in order, and its last row that holds anything is the one that it should be.
bool reads_back(Bytes& workbook, const std::vector<std::pair<std::string, std::uint64_t>>& sheets_and_rows);

}  // namespace csapath::engine
