// SPDX-License-Identifier: MIT
/// What a source writes -> what it means. Only what is listed is known: a code that nobody declared is never guessed
/// at.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace csapath::engine {

class ValueMap {
public:
    /// A spelling, compared as plain_words does; one that ends in * stands for all that begin so. Where the spelling
    /// is listed already, nothing is added and the meaning that it has is handed back; else nullptr.
    const std::string* add(std::string_view spelling, std::string_view meaning);

    /// nullptr if the text is not listed. A whole spelling goes before one with *, a longer one of those before a
    /// shorter.
    const std::string* find(std::string_view written) const;

    std::vector<std::string> spellings() const;  ///< as listed
    std::vector<std::string> meanings() const;   ///< in byte order, each once

private:
    std::unordered_map<std::string, std::string> whole_;           ///< by plain words
    std::vector<std::pair<std::string, std::string>> beginnings_;  ///< plain words; the longest first
    std::vector<std::string> spellings_;
};

}  // namespace csapath::engine
