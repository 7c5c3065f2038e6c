// SPDX-License-Identifier: MIT
#include "engine/readers/ocel.hpp"

#include "tests/fuzz/reading_anything.hpp"

using namespace csapath::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Mapping mapping = fuzz::log_mapping("ocel:through:child", "ocel:activity", "ocel:timestamp", ";");
    return fuzz::read_anything(ocel_reader(), data, size, &mapping);
}
