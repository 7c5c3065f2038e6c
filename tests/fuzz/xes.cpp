// SPDX-License-Identifier: MIT
#include "engine/readers/xes.hpp"

#include "tests/fuzz/reading_anything.hpp"

using namespace csapath::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Mapping mapping = fuzz::log_mapping("case:concept:name", "concept:name", "time:timestamp");
    return fuzz::read_anything(xes_reader(), data, size, &mapping);
}
