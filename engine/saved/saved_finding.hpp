// SPDX-License-Identifier: MIT
/// One finding of saved results, read again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/document/saved.hpp"
#include "engine/saved/results_from_json.hpp"

namespace csapath::engine {

/// The number of a step by its id; a new one where it is not known yet.
rules::StepId saved_step(Pathway& pathway, const std::string& id);

/// What `key` names, of an enumeration of `count` names. What is no such name is reported.
template <class Named, std::size_t count>
Named saved_name(SavedMembers& of, std::string_view key) {
    const std::string written = of.text(key);
    for (std::size_t number = 0; number < count; ++number)
        if (name(static_cast<Named>(number)) == written) return static_cast<Named>(number);
    if (!written.empty()) of.report(key, "one of the names that results have");
    return Named{};
}

/// Reads findings; what all findings of a rule have in common is told of the rule.
class SavedNames {
public:
    /// After the rules and inputs were read. `saved` must outlive it.
    explicit SavedNames(SavedResults& saved);

    Finding finding(SavedMembers& of);
    /// The number of the input and the row that the members `source` and `row` name.
    std::pair<std::uint16_t, std::uint32_t> place(SavedMembers& of) const;

private:
    std::uint16_t rule(SavedMembers& of, std::string_view key, const std::string& id) const;
    std::optional<Evidence> evidence(SavedMembers& of, std::string_view key) const;
    std::uint16_t source(SavedMembers& of) const;
    void read_clocks(SavedMembers& of, Finding& finding) const;
    void read_rule_text(SavedMembers& of, const Finding& finding);

    SavedResults& saved_;
    std::unordered_map<std::string, std::uint16_t> rules_, sources_, citations_;
};

}  // namespace csapath::engine
