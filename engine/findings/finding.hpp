// SPDX-License-Identifier: MIT
/// One thing found in a case, with everything a person needs to check it again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/verdict.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/value/date.hpp"
#include "rules/value/period.hpp"

namespace csapath::engine {

/// An event that a finding rests on.
struct Evidence {
    std::string event;  ///< its type
    rules::Moment at;
    std::uint16_t source = 0;
    std::uint32_t row = 0;
    std::vector<std::pair<std::uint16_t, std::uint32_t>> also = {};  ///< the same event in other sources
};

struct Finding {
    std::string id;  ///< "f-" and 20 hexadecimal digits, made by fingerprint()
    std::string case_id;
    std::uint32_t episode = 1;  ///< counted from 1 within the case
    std::uint16_t rule = 0;     ///< number in the plan's list of rules (see Report::rules)
    rules::StepId step = 0;
    Kind kind = Kind::delay;
    Verdict verdict = Verdict::met;
    Severity severity = Severity::medium;
    Basis basis = Basis::practice;
    std::vector<std::uint16_t> also;  ///< other rules that the same fault broke
    std::uint32_t times = 1;
    std::optional<Evidence> activated;
    std::optional<rules::Moment> due;  ///< the last day in time; for a limit in hours the last moment
    std::optional<Evidence> fulfilled;
    struct LateBy {
        std::int64_t value = 0;
        rules::Unit unit = rules::Unit::days;
    };
    std::optional<LateBy> late_by;
    struct Clock {
        std::int64_t gross = 0, paused = 0, net = 0;  ///< in the rule's own unit
    };
    std::optional<Clock> clock;
    std::vector<std::string> agencies;  ///< ids of those missing
    std::string message;                ///< one plain sentence, no full stop
    std::vector<std::string> why;       ///< what decided, a line each
    std::vector<rules::Date> days;      ///< the working days that were counted

    /// Empties it and keeps its memory, so that one Finding serves a whole run.
    void clear();
};

}  // namespace csapath::engine
