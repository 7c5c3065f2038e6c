// SPDX-License-Identifier: MIT
/// `include`, `invite` and `hear from`: which agencies took part in an occurrence of the step.
///
/// Who attended was also invited and heard from, and the agency that acted attended. A list that was left blank shows
/// nothing; a list that names others shows who is missing; a name that the definition does not know leaves it open.
/// (`inform` is `be shared with`: share.hpp.)
#pragma once

#include "engine/obligations/about_step.hpp"
#include "engine/obligations/parties.hpp"

namespace csapath::engine {

class Involve final : public AboutStep {
public:
    Involve(Terms terms, const rules::typed::Involve& sentence);

    bool can_be_shown(const Coverage& coverage) const override;
    Kind kind() const override { return Kind::missing_agency; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    /// Who took part in an event, by the list that the sentence is about, by attendance, and by acting.
    Recorded recorded(const Scene& scene, std::uint32_t event) const;

    rules::typed::Involve::How how_;
    rules::FactId list_;  ///< the list that the sentence is about: attended, invited or contributed
    Parties parties_;
};

}  // namespace csapath::engine
