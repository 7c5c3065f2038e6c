// SPDX-License-Identifier: MIT
#include "engine/mappings/value_map.hpp"

#include <algorithm>

#include "engine/mappings/plain_words.hpp"

namespace csapath::engine {

const std::string* ValueMap::add(std::string_view spelling, std::string_view meaning) {
    std::string plain = plain_words(spelling);
    if (!plain.ends_with('*')) {
        const auto [at, is_new] = whole_.emplace(std::move(plain), meaning);
        if (!is_new) return &at->second;
    } else {
        plain.pop_back();
        const auto same = std::ranges::find(beginnings_, plain, &std::pair<std::string, std::string>::first);
        if (same != beginnings_.end()) return &same->second;
        const auto shorter =
            std::ranges::find_if(beginnings_, [&](const auto& known) { return known.first.size() < plain.size(); });
        beginnings_.emplace(shorter, std::move(plain), meaning);
    }
    spellings_.emplace_back(spelling);
    return nullptr;
}

const std::string* ValueMap::find(std::string_view written) const {
    const std::string plain = plain_words(written);
    if (const auto at = whole_.find(plain); at != whole_.end()) return &at->second;
    for (const auto& [beginning, meaning] : beginnings_)
        if (plain.starts_with(beginning)) return &meaning;
    return nullptr;
}

std::vector<std::string> ValueMap::spellings() const {
    return spellings_;
}

std::vector<std::string> ValueMap::meanings() const {
    std::vector<std::string> all;
    for (const auto& [spelling, meaning] : whole_) all.push_back(meaning);
    for (const auto& [beginning, meaning] : beginnings_) all.push_back(meaning);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace csapath::engine
