// SPDX-License-Identifier: MIT
/// Plan x case x as-of -> judgements, findings. A pure function: the same case gives the same findings, whatever was
/// judged before it or beside it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/document/digest.hpp"
#include "engine/evaluation/doubts.hpp"
#include "engine/findings/exceptions.hpp"
#include "engine/findings/finding.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"
#include "engine/plan/plan.hpp"

namespace csapath::engine {

/// Where to look, and what to leave out before counting.
struct Question {
    const Plan* plan = nullptr;
    rules::Moment as_of;
    std::vector<Coverage> coverages;      ///< by source number
    std::vector<bool> rules_left_out;     ///< by number; empty: none
    std::optional<rules::Date> from, to;  ///< activations in this window only, both ends inclusive
    std::vector<SourceName> names = {};   ///< by source number
    const Exceptions* exceptions = nullptr;
};

/// A judgement that stands for a fault, with what it stands for besides.
struct Told {
    Told() {}  // as of Judgement: else each would be cleared before it is filled in

    std::uint32_t episode = 0;  ///< place in Case::episodes
    Judgement judgement;
    Severity severity = Severity::medium;
    std::uint32_t times = 1;
    std::vector<std::uint16_t> also;
};

/// What came of one case. Reused from case to case.
struct Judged {
    struct OfEpisode {
        std::uint32_t episode = 0;
        std::uint32_t begin = 0, end = 0;  ///< in `all`
    };
    Judgements all;  ///< every activation, episode by episode, rule by rule
    std::vector<OfEpisode> episodes;
    std::vector<Told> told;  ///< findings and what is listed, by activation, then rule
    Timeline::Tidied tidied;
    std::uint32_t in_tails = 0;  ///< events after the close of an episode
    std::uint32_t outside = 0;   ///< events outside any episode
    std::vector<Doubt> doubts;   ///< what cannot be right in the data
    /// The agreed exceptions that speak of what was found here, whether they hold or have run out; some stand twice.
    std::vector<const AgreedException*> excepted;
};

/// One thread's workspace.
class Evaluation {
public:
    explicit Evaluation(const Question& question);

    /// Tidies, arranges and judges a case.
    void judge(Case& of, Judged& into);
    /// Puts one thing that was judged into words. The result is overwritten by the next call.
    const Finding& tell(const Case& of, const Told& told);
    /// What the sources of a case can show, together.
    const Coverage& shows(const Case& of) { return sight(of.timeline.sources()).coverage; }

private:
    struct Sight {  ///< what a set of sources can show
        std::vector<std::uint16_t> sources;
        Coverage coverage;  ///< all of them together, whatever the days
        std::vector<Shown> shown;
        bool windowed = false;  ///< one of them holds certain days only
    };
    const Sight& sight(std::span<const std::uint16_t> sources);
    /// Takes back what was called missed on days of which no source of the case could show it; `begun` is the first
    /// day of the episode.
    void look_at_windows(const Sight& sight, rules::Date begun, std::span<Judgement> judgements) const;
    /// Excuses what was agreed, where `unless` would: after what is met, before what is not known of `unless`.
    void look_at_exceptions(const Case& of, Judged& into) const;
    Scene scene(const Case& of, std::uint32_t episode);
    void collect(const Case& of, Judged& into) const;
    void count_loose_events(const Case& of, Judged& into) const;

    const Question& question_;
    const Plan& plan_;
    std::vector<std::unique_ptr<Sight>> sights_;
    DoubtSeeker doubts_;
    Digest digest_;
    Finding finding_;
};

}  // namespace csapath::engine
