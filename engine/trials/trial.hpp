// SPDX-License-Identifier: MIT
/// The cases that lie beside a definition and test it: what happens to a child, and what the rules must say of it.
///
///     cases-of: csa-response
///     as-of: 2025-09-01
///     cases:
///       - name: a strategy discussion held two working days late
///         events: |
///           event,at,risk
///           referral,2025-04-29,
///           screening,2025-04-30T15:20,red
///           strategy-discussion,2025-05-09,
///         expect:
///           screening.next.strategy-discussion: {verdict: late, due: 2025-05-07, late-by: 2 working days}
///
/// A trial is such a case as it was read. It names rules by their ids, so that it can be tried on a definition from
/// which a rule has been taken out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/verdict.hpp"
#include "rules/text/source.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

/// What must come of one activation. Only what is written is compared.
struct ExpectedVerdict {
    Verdict verdict = Verdict::met;
    std::optional<Kind> kind = {};
    std::optional<rules::Moment> due = {};
    std::string late_by = {};                               ///< "2 working days"
    std::optional<std::vector<std::string>> agencies = {};  ///< ids of those missing, in byte order
    std::string message = {};                               ///< a part of it
    rules::Span where = {};
};

/// What must come of a rule: one verdict for each of its activations, in their order.
struct Expectation {
    std::string rule;
    std::vector<ExpectedVerdict> verdicts;
    rules::Span where;  ///< the rule's id
};

struct Trial {
    std::string name;
    rules::Span where;               ///< its name
    std::vector<std::string> audit;  ///< ids of audit rows that it stands for
    std::vector<std::string> about;  ///< ids of the rules that it is about
    rules::Moment as_of;
    std::string events;                    ///< the plain event file, whole
    std::vector<std::string> cannot_show;  ///< events and attributes
    std::vector<Expectation> expectations;
    /// The rules that have findings in it, and no others; empty: none has. Absent: not compared.
    std::optional<std::vector<std::string>> findings;
    rules::Span findings_where;
};

/// Those of a whole file, in its order.
using Trials = std::vector<Trial>;

}  // namespace csapath::engine
