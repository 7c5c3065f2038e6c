// SPDX-License-Identifier: MIT
/// `happen at least D before X`: a report three working days before the conference. Only occurrences after the previous
/// X count; met if D or more before, late if less, missed if not before it at all. X may be a date that is still ahead.
#pragma once

#include "engine/obligations/timed.hpp"

namespace csapath::engine {

class HappenBefore final : public Timed {
public:
    HappenBefore(Terms terms, rules::typed::HappenBefore sentence, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;

protected:
    void name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    void judge_x(const Scene& scene, Judgement judgement, const Viewpoint& from, std::uint32_t previous,
                 Judgements& out) const;
    Deadline before(const rules::Moment& x, const Scene& scene) const;

    rules::typed::Anchor anchor_;
};

}  // namespace csapath::engine
