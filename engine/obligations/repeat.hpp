// SPDX-License-Identifier: MIT
/// `repeat every D from X until Y`: one clock at a time, from X to the first Y at or after it. The step is due within
/// D, then within D of each occurrence of it; each gap is one activation.
#pragma once

#include "engine/obligations/timed.hpp"

namespace csapath::engine {

class Repeat final : public Timed {
public:
    Repeat(Terms terms, rules::typed::Repeat sentence, const rules::Vocabulary& words, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;

private:
    enum class Role : std::uint8_t { until, from, own, perhaps_own };  // in which an event that is several counts
    struct Beat {
        std::uint32_t event = no_event;
        Role role = Role::until;
    };
    /// The events that matter, in the order in which they take effect.
    std::vector<Beat> beats(const Scene& scene) const;
    void order_day(const Scene& scene, std::vector<Beat>& beats, std::size_t begin, std::size_t end,
                   bool running) const;
    rules::Truth counts(const Scene& scene, std::uint32_t event) const;
    /// Where a case goes as most do, with one X and at most one Y, and everything at a known time, judges it without a
    /// list of beats. Else false, and nothing is judged.
    bool examine_plain_course(const Scene& scene, Judgements& out) const;
    /// The clock that runs at the end of the episode and its tail.
    void judge_last_gap(const Scene& scene, std::uint32_t start, std::uint32_t perhaps, Judgements& out) const;
    /// Judges a gap that ended with an occurrence of the step; `perhaps` may have ended it before.
    void end_gap(const Scene& scene, std::uint32_t start, std::uint32_t own, std::uint32_t perhaps,
                 Judgements& out) const {
        if (out.counts_met() && plainly_met_in_days(scene, start, own))
            out.count_met(terms_.number);
        else
            judge_gap(scene, start, own, perhaps, out);
    }
    void judge_gap(const Scene& scene, std::uint32_t start, std::uint32_t own, std::uint32_t perhaps,
                   Judgements& out) const;
    /// The same of one without. `ended`, if not nullptr: at Y or the close, where a gap that is not past its due date
    /// is no activation.
    void judge_open_gap(const Scene& scene, std::uint32_t start, std::uint32_t perhaps, const rules::Moment* ended,
                        Judgements& out) const;

    rules::typed::Steps from_, until_;
    std::optional<rules::Program> where_;
};

}  // namespace csapath::engine
