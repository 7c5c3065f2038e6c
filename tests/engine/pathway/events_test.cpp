// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <tuple>

#include "engine/pathway/shared_events.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("the events of a definition are the shared ones and its own, in byte order and once each") {
    const auto pathway = pathway_of(definition(R"(event-types: [duty-call, visit]
steps:
  call: {events: [duty-call]}
  visit: {}
)"));
    CHECK(pathway->event_types.size() == shared_event_names().size() + 1);  // `visit` is shared already
    CHECK(std::is_sorted(pathway->event_types.begin(), pathway->event_types.end()));
    const auto call = pathway->event_type("duty-call");
    REQUIRE(call);
    CHECK(pathway->steps[0].events == std::vector<EventTypeId>{*call});
}

TEST_CASE("events may be declared as a list, or as a map with titles") {
    const std::string declared =
        GENERATE(as<std::string>{}, "event-types: [duty-call]", "event-types: duty-call",
                 "event-types: {duty-call: {}}", "event-types: {duty-call: {title: Call to the duty desk}}");
    CAPTURE(declared);
    CHECK(load_definition(definition(declared + "\nsteps: {duty-call: {}}\n")).codes() == "");
}

TEST_CASE("events that are declared or used wrongly are told at their place") {
    const auto [row, text, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y29 a step with no event of its name", "steps: {triage: {}}\n", "P004 7:9\n"},
        {"Y29 an event of a step", "steps: {triage: {events: [screening, referal]}}\n", "P004 7:38\n"},
        {"Y29 an event of sharing", "sharing: {events: [email]}\nsteps: {referral: {}}\n", "P004 7:20\n"},
        {"sharing without events", "sharing: {}\nsteps: {referral: {}}\n", "Y021 7:10\n"},
        {"sharing by another key", "sharing: {event: [visit]}\nsteps: {referral: {}}\n", "Y021 7:10\nY020 7:11\n"},
        {"one event twice", "steps: {triage: {events: [visit, visit]}}\n", "R016 7:34\n"},
        {"no event at all", "steps: {triage: {events: []}}\n", "Y023 7:26\n"},
        {"Y18 a map of events", "steps: {triage: {events: {visit: a}}}\n", "Y022 7:26\n"},
        {"Y28 a name of other signs", "event-types: [\"duty call\"]\nsteps: {visit: {}}\n", "P002 7:15\n"},
        {"a list within the list", "event-types: [[duty-call]]\nsteps: {visit: {}}\n", "Y022 7:15\n"},
        {"Y13 a key misspelt", "event-types: {visit: {titel: Visit}}\nsteps: {visit: {}}\n", "Y020 7:23\n"},
        {"Y17 a bare title", "event-types: {visit: Visit}\nsteps: {visit: {}}\n", "Y022 7:22\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = load_definition(definition(text));
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("an event that nothing declares is told with the nearest that is") {
    const LoadedDefinition loaded =
        load_definition(definition("steps: {strategy-meeting: {events: [strategy-discusion]}}\n"));
    CHECK(loaded.told().find("did you mean 'strategy-discussion'?") != std::string::npos);
}

TEST_CASE("an event of the definition's own that nothing uses is warned of, and one that looks like another") {
    const auto [row, text, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"unused", "event-types: [duty-call]\nsteps: {visit: {}}\n", "P026 7:15\n"},
        {"used for sharing", "event-types: [email]\nsharing: {events: [email]}\nsteps: {visit: {}}\n", ""},
        {"Y28 like a shared one", "event-types: [core_group]\nsteps: {core_group: {}}\n", "P025 7:15\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = load_definition(definition(text));
    CHECK(loaded.codes() == codes);
    CHECK(loaded.pathway);
}

}  // namespace
}  // namespace csapath::engine
