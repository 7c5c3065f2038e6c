// SPDX-License-Identifier: MIT
/// What must come of a case: its keys `expect`, `findings` and `about`.
#pragma once

#include <string>
#include <vector>

#include "engine/document/fields.hpp"
#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// A date, or a date and a time of the pathway's own zone; reported where it is neither.
std::optional<rules::Moment> read_moment(const Node& value, std::string_view key, const Zone& zone,
                                         rules::Diagnostics& diagnostics);

class ExpectationReader {
public:
    ExpectationReader(const Plan& plan, rules::Diagnostics& diagnostics);

    std::vector<Expectation> expectations(const Node& expect);
    std::vector<std::string> findings(const Node& findings);
    /// Rules that may also be edges which only allow.
    std::vector<std::string> about(const std::vector<const Node*>& names);

private:
    bool has_verdicts(const std::string& rule, const rules::Span& where);
    void add_verdicts(const Node& value, std::vector<ExpectedVerdict>& into);
    ExpectedVerdict verdict(const Node& value);
    void hold_together(const ExpectedVerdict& expected, const Node& value);
    void add(rules::Code code, const rules::Span& where, std::string message, std::string help = {});

    const Plan& plan_;
    rules::Diagnostics& diagnostics_;
    std::vector<std::string> judged_, known_;  ///< ids of rules: those with verdicts, and all
    std::vector<std::string> verdict_names_, kind_names_;
};

}  // namespace csapath::engine
