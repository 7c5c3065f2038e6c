// SPDX-License-Identifier: MIT
#include "engine/readers/mapped.hpp"
#include "tests/fuzz/reading_anything.hpp"

using namespace csapath::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Mapping mapping = fuzz::log_mapping("case", "event", "at");
    return fuzz::read_anything(mapped_csv_reader(), data, size, &mapping);
}
