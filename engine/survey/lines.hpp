// SPDX-License-Identifier: MIT
/// What the figures of audits are counted from: a line for each episode, referral and plan of a run, as it was
/// recorded. Which of them a window holds, and how they are put together, is the figures' own business.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/survey/grade.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

/// One of Survey::areas.
using AreaNumber = std::uint32_t;

/// A run of a case through the pathway.
struct EpisodeLine {
    std::uint32_t of_case = 0;  ///< its place in Survey::cases
    AreaNumber area = 0;        ///< where the child was then
    rules::Date from;
    std::optional<rules::Date> to = {};  ///< when it closed; empty while it is open
};

/// Whether something came after something else.
enum class Followed : std::uint8_t {
    yes,
    not_recorded,
    cannot_tell  ///< the data has no place for it, or it is not known whether an event was it
};
inline constexpr std::size_t followed_kinds = 3;

struct ReferralLine {
    AreaNumber area = 0;
    rules::Date on;
    Followed discussed = Followed::not_recorded;  ///< a strategy discussion, in the same episode
    std::optional<std::uint32_t> rating = {};     ///< place among the values of the fact `risk`
    std::optional<rules::AgencyId> source = {};   ///< who referred
};

/// A child protection plan.
struct PlanLine {
    AreaNumber area = 0;
    std::optional<rules::Date> from = {};        ///< empty: its start is not in the data
    std::optional<rules::Date> to = {};          ///< empty: no end is recorded
    bool end_visible = true;                     ///< the data has a place for its end
    std::optional<rules::Date> last_ended = {};  ///< the end of the one before it, where the data has that
    bool earlier_unseen = false;  ///< plans before it are recorded, and the end of the last is not in the data
};

/// The indicative grades of a case, where the definition has a grading.
struct GradeLine {
    IndicativeGrade of_case;
    std::vector<IndicativeGrade> of_agencies = {};  ///< by AgencyId: of what was asked of each in this case
};

struct Lines {
    std::vector<EpisodeLine> episodes;
    std::vector<ReferralLine> referrals;
    std::vector<PlanLine> plans;
    std::vector<std::optional<std::uint32_t>> taught;  ///< by case: place among the values of `education-status`
    std::vector<GradeLine> grades;                     ///< by case
};

}  // namespace csapath::engine
