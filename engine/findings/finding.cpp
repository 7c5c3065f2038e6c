// SPDX-License-Identifier: MIT
#include "engine/findings/finding.hpp"

namespace csapath::engine {

void Finding::clear() {
    id.clear();
    case_id.clear();
    episode = 1;
    rule = 0;
    step = 0;
    kind = Kind::delay;
    verdict = Verdict::met;
    severity = Severity::medium;
    basis = Basis::practice;
    also.clear();
    times = 1;
    activated.reset();
    due.reset();
    fulfilled.reset();
    late_by.reset();
    clock.reset();
    agencies.clear();
    message.clear();
    why.clear();
    days.clear();
}

}  // namespace csapath::engine
