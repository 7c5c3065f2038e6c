// SPDX-License-Identifier: MIT
/// A finding as one line of JSON: an element of `findings` and `listed` in `json`, a line of `ndjson`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/findings/results.hpp"

namespace csapath::engine {

/// What every finding of a rule has in common is written once, when the run is known.
class FindingJson {
public:
    explicit FindingJson(const RunHeader& run);

    /// The object, without a line feed. Keys and their order are those of the results; a last key `also` in an event
    /// names the same event in other sources, where there is any.
    void append(const Finding& finding, std::string& to) const;

private:
    void append_identity(const Finding& finding, std::string& to) const;
    void append_times(const Finding& finding, std::string& to) const;
    void append_evidence(const std::optional<Evidence>& evidence, std::string& to) const;

    struct Rule {
        std::string id;   ///< quoted
        std::string end;  ///< from rule_text to the closing brace
    };
    std::vector<Rule> rules_;
    std::vector<std::string> steps_, sources_;  ///< quoted
    std::vector<std::string> units_;
    std::string version_;  ///< quoted
};

}  // namespace csapath::engine
