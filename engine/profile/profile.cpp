// SPDX-License-Identifier: MIT
#include "engine/profile/profile.hpp"

namespace csapath::engine {

std::uint64_t ColumnProfile::missing_count() const {
    std::uint64_t count = 0;
    for (const CodedValue& spelling : missing) count += spelling.seen.count;
    return count;
}

}  // namespace csapath::engine
