// SPDX-License-Identifier: MIT
#include "engine/pathway/paths.hpp"

#include <algorithm>
#include <system_error>

namespace csapath::engine {

namespace fs = std::filesystem;

namespace {
/// From the root of the machine, every link followed; empty where that cannot be found out. A relative path to what is
/// not there would stay relative if it were not completed first.
fs::path whole_path(const fs::path& file) {
    std::error_code trouble;
    const fs::path whole = fs::absolute(file, trouble);
    if (trouble) return {};
    fs::path canonical = fs::weakly_canonical(whole, trouble);
    return trouble ? fs::path{} : canonical;
}
}  // namespace

bool lies_in(const fs::path& folder, const fs::path& file) {
    if (folder.empty()) return false;
    const fs::path inner = whole_path(file), outer = whole_path(folder);
    if (inner.empty() || outer.empty()) return false;
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

fs::path followed(const fs::path& file) {
    fs::path followed = whole_path(file);
    return followed.empty() ? file : followed;
}

}  // namespace csapath::engine
