// SPDX-License-Identifier: MIT
#include "engine/pathway/paths.hpp"

#include <algorithm>
#include <system_error>

namespace csapath::engine {

namespace fs = std::filesystem;

bool lies_in(const fs::path& folder, const fs::path& file) {
    if (folder.empty()) return false;
    std::error_code trouble;
    const fs::path inner = fs::weakly_canonical(file, trouble);
    if (trouble) return false;
    const fs::path outer = fs::weakly_canonical(folder, trouble);
    if (trouble) return false;
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

fs::path followed(const fs::path& file) {
    std::error_code trouble;
    fs::path canonical = fs::weakly_canonical(file, trouble);
    return trouble ? file : canonical;
}

}  // namespace csapath::engine
