// SPDX-License-Identifier: MIT
/// What the program sees of the world around it. main() looks; everything else, tests too, is told.
#pragma once

#include <cstdint>
#include <filesystem>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

struct World {
    engine::Out& out;               ///< results and nothing else
    engine::Out& err;               ///< everything else
    int input = 0;                  ///< the descriptor that `-` reads
    std::filesystem::path shipped;  ///< the folder of the definitions that came with the program; empty if not found
    std::int64_t now = 0;           ///< nanoseconds since 1970-01-01T00:00Z; read once
    bool colour = false;            ///< messages go to a terminal that shows colours, and nobody asked for none
    unsigned processors = 1;
};

}  // namespace csapath::cli
