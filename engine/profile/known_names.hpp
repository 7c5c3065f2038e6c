// SPDX-License-Identifier: MIT
/// The words that a definition knows, for comparing them with what stands in a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/pathway/pathway.hpp"
#include "engine/profile/profile.hpp"

namespace csapath::engine {

class KnownNames {
public:
    explicit KnownNames(const Pathway& pathway);

    /// What a code of a column could mean, where the column as a whole holds meanings `of` that sort.
    std::optional<Meaning> event(std::string_view text) const;
    std::optional<Meaning> agency(std::string_view text) const;
    std::optional<Meaning> value(std::string_view text, const std::string& fact) const;
    static std::optional<Meaning> yes_no(std::string_view text);

    /// The facts that can hold one of several values, each once.
    const std::vector<std::string>& facts_with_values() const { return facts_with_values_; }

    /// The attribute that a column is called after: of events, or of the case.
    struct Attribute {
        std::string name;
        bool of_case = false;
        bool exact = true;
        rules::Type type;
    };
    std::optional<Attribute> attribute(std::string_view column) const;
    /// The event whose date a column is called after: "Date of referral" is near to `referral`.
    std::optional<Meaning> event_of_column(std::string_view column) const;

private:
    using Names = std::unordered_map<std::string, std::string>;  ///< plain words -> name

    Names events_, titles_, agencies_;
    std::vector<std::string> event_names_, agency_names_, attribute_names_, facts_with_values_;
    std::unordered_map<std::string, Names> values_;  ///< by fact
    std::unordered_map<std::string, Attribute> attributes_;
};

/// What people write where there is no value: N/A, NULL, -, not known. A blank cell is none of these.
bool says_missing(std::string_view text);

}  // namespace csapath::engine
