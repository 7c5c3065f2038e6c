// SPDX-License-Identifier: MIT
#include "engine/readers/database.hpp"
#include "tests/fuzz/reading_anything.hpp"

using namespace csapath::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::read_anything(sqlite_reader(), data, size);
}
