// SPDX-License-Identifier: MIT
/// `record a, b and c`: the attributes were filled in for the occurrence of the step itself. What stands in an earlier
/// event does not do; a blank is "not recorded", and never worded as "not done".
#pragma once

#include <vector>

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class Record final : public AboutStep {
public:
    Record(Terms terms, const rules::typed::Record& sentence);

    bool can_be_shown(const Coverage& coverage) const override;
    Kind kind() const override { return Kind::not_recorded; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    rules::Value value(const Scene& scene, std::uint32_t event, rules::FactId fact) const;

    std::vector<rules::FactId> facts_;
};

}  // namespace csapath::engine
