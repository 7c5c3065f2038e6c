// SPDX-License-Identifier: MIT
#include "engine/pathway/shared_events.hpp"

namespace csapath::engine {

namespace {
constexpr std::string_view names[] = {
    "assessment-completed",
    "assessment-started",
    "case-closed",
    "cin-plan-ended",
    "cin-plan-started",
    "cin-review",
    "cin-visit",
    "conference-held",
    "contact",
    "core-group",
    "delay-agreed",
    "health-appointment",
    "information-shared",
    "interview-held",
    "interview-planned",
    "management-decision",
    "medical-considered",
    "medical-held",
    "plan-action",
    "plan-ended",
    "plan-started",
    "police-decision",
    "police-investigation-started",
    "referral",
    "review-held",
    "s47-ended",
    "s47-started",
    "safety-plan",
    "screening",
    "specialist-referral",
    "specialist-started",
    "step-down-meeting",
    "strategy-discussion",
    "supervision",
    "transferred-in",
    "transferred-out",
    "visit",
};
}  // namespace

std::span<const std::string_view> shared_event_names() {
    return names;
}

}  // namespace csapath::engine
