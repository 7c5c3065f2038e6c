// SPDX-License-Identifier: MIT
#include "engine/pathway/shared_events.hpp"

#include <algorithm>
#include <string>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("the event names that all definitions share are 37, in byte order, none twice") {
    const auto names = shared_event_names();
    CHECK(names.size() == 37);  // counted in the table of the language reference
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("an event of each kind of work is among the shared names") {
    const std::string name =
        GENERATE(as<std::string>{}, "contact", "referral", "screening", "strategy-discussion", "s47-started",
                 "s47-ended", "assessment-completed", "medical-held", "interview-planned", "conference-held",
                 "plan-action", "core-group", "visit", "safety-plan", "cin-review", "supervision", "police-decision",
                 "information-shared", "delay-agreed", "health-appointment", "transferred-out");
    CAPTURE(name);
    const auto names = shared_event_names();
    CHECK(std::binary_search(names.begin(), names.end(), name));
}

TEST_CASE("a name that is spelled otherwise is not shared") {
    const std::string name = GENERATE(as<std::string>{}, "", "Referral", "strategy_discussion", "strategy-meeting");
    CAPTURE(name);
    const auto names = shared_event_names();
    CHECK_FALSE(std::binary_search(names.begin(), names.end(), name));
}

}  // namespace
}  // namespace csapath::engine
