// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace csapath::engine {

/// A workbook could not be put together, or not whole: no room, most of the time.
struct WorkbookNotWritten : std::runtime_error {
    WorkbookNotWritten()
        : std::runtime_error(
              "the workbook could not be written whole; is there room in memory and in the folder it goes to?") {}
};

}  // namespace csapath::engine
