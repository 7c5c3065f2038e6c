// SPDX-License-Identifier: MIT
/// Looks at one case after the other and writes its lines: episodes, referrals, plans, where the child is taught.
///
/// What counts as a referral or a plan goes by the names that all definitions share.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/cases/answers.hpp"
#include "engine/cases/coverage.hpp"
#include "engine/pathway/pathway.hpp"
#include "engine/survey/lines.hpp"

namespace csapath::engine {

/// The step of this name; else, of an event that all definitions share, every step of which it is an occurrence.
std::vector<rules::StepId> steps_called(const Pathway& pathway, std::string_view name);

/// The facts of events that have this name and type: one for all events, or those that steps declare for themselves; of
/// the latter those that have the values of the first.
std::vector<rules::FactId> facts_called(const Pathway& pathway, std::string_view name, rules::Type::Kind kind);

class LineWriter {
public:
    /// It must outlive the writer.
    explicit LineWriter(const Pathway& pathway);

    /// `areas`: of each episode of the case, where the child was.
    void write(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas, std::uint32_t number,
               Lines& lines) const;

    /// What an episode's events say of where the child was then: the first that says it. Missing where none does.
    rules::Value area(const Case& of, const Episode& episode) const;

private:
    using Steps = std::vector<rules::StepId>;

    bool can_be_shown(const Steps& steps, const Coverage& shown) const;
    Followed discussed(const Case& of, const Episode& episode, std::uint32_t referral, const Coverage& shown) const;
    std::optional<std::uint32_t> rating(const Case& of, const Episode& episode, std::uint32_t referral) const;
    std::optional<rules::AgencyId> referred_by(const Case& of, std::uint32_t referral) const;
    void write_referrals(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas,
                         Lines& lines) const;
    void write_plans(const Case& of, const Coverage& shown, const std::vector<AreaNumber>& areas, Lines& lines) const;

    const Pathway& pathway_;
    Steps referral_, screening_, discussion_, plan_started_, plan_ended_;
    std::vector<rules::FactId> source_, risk_, education_, earlier_plans_, area_;
};

}  // namespace csapath::engine
