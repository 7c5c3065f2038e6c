// SPDX-License-Identifier: MIT
#include "engine/obligations/clock_telling.hpp"

#include "engine/calendar/due.hpp"
#include "engine/obligations/deadline.hpp"

namespace csapath::engine {

using rules::Unit;

void tell_clock(const rules::typed::Limit& limit, const Scene& scene, const Judgement& judgement,
                const std::optional<rules::Moment>& done, Finding& finding) {
    if (limit.kind != rules::typed::Limit::Kind::within) return;
    const rules::Moment& from = judgement.activated_at;
    if (judgement.has_due && limit.within.unit == Unit::working_days)
        finding.days = days_counted(from.day, judgement.due.day, *scene.by.calendar);
    const bool runs = judgement.verdict == Verdict::overdue || judgement.verdict == Verdict::pending;
    if (!done && !runs) return;
    const rules::Moment to = done.value_or(scene.as_of);
    if (limit.within.unit == Unit::hours) {
        if (!from.timed() || !to.timed()) return;
        const std::int64_t began = instants(from, *scene.by.zone).earliest;
        const std::int64_t ran = (instants(to, *scene.by.zone).latest - began + rules::hour - 1) / rules::hour;
        finding.clock = Finding::Clock{ran, 0, ran};
        return;
    }
    std::vector<Pause<rules::Date>> stood;
    if (limit.pausing) stood = pauses(*limit.pausing, scene);
    const auto reading = clock_reading(from.day, to.day, limit.within.unit, stood, *scene.by.calendar);
    if (reading) finding.clock = Finding::Clock{reading->gross, reading->paused, reading->net};
}

}  // namespace csapath::engine
