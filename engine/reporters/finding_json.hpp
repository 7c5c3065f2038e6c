// SPDX-License-Identifier: MIT
/// A finding as one line of JSON: an element of `findings` and `listed` in `json`, a line of `ndjson`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/append.hpp"
#include "engine/findings/finding.hpp"
#include "engine/findings/pen.hpp"
#include "engine/findings/results.hpp"

namespace csapath::engine {

/// What every finding of a rule has in common is written once, when the run is known.
class FindingJson {
public:
    explicit FindingJson(const RunHeader& run);

    /// The object, without a line feed. Keys and their order are those of the results; a last key `also` in an event
    /// names the same event in other sources, where there is any.
    void append(const Finding& finding, std::string& to);

private:
    struct Rule {
        std::string id;                               ///< quoted
        std::string nature;                           ///< from `rule` to `version`, of the last finding
        std::uint64_t nature_of = ~std::uint64_t{0};  ///< what it was made from
        std::string end;                              ///< from `rule_text` to the closing brace
    };
    const std::string& nature(const Finding& finding);
    void write_times(const Finding& finding, Pen& pen);
    void write_evidence(const std::optional<Evidence>& evidence, Pen& pen);
    void write_reasons(const Finding& finding, Pen& pen);
    void write_quoted(const rules::Moment& moment, Pen& pen);

    std::vector<Rule> rules_;
    std::vector<std::string> steps_, sources_;  ///< quoted
    std::vector<std::string> units_;
    std::string version_;  ///< quoted
    IsoDays days_;
};

}  // namespace csapath::engine
