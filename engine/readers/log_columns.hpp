// SPDX-License-Identifier: MIT
/// The columns of a log that is laid out as a table. Event logs and JSON have no header: their columns are the names of
/// whatever stands in them anywhere, and are learned in a first look at the whole input.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// The sign between the values of a list that stands in one cell; no value may hold it.
inline constexpr std::string_view between_values = ";";

/// In byte order of their names, so that it does not matter in which order the input has them.
class LogColumns {
public:
    /// More are as good as endless, and a table with so many is refused where its header is read.
    static constexpr std::size_t most = 1025;

    void learn(std::string_view name) {
        if (places_.size() < most && !places_.contains(name)) places_.emplace(name, 0);
    }
    /// After the last was learned.
    void settle() {
        names_.clear();
        for (auto& [name, place] : places_) {
            place = names_.size();
            names_.push_back(name);
        }
    }
    std::optional<std::size_t> find(std::string_view name) const {
        const auto found = places_.find(name);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }
    const std::vector<std::string>& names() const { return names_; }

private:
    std::map<std::string, std::size_t, std::less<>> places_;
    std::vector<std::string> names_;
};

}  // namespace csapath::engine
