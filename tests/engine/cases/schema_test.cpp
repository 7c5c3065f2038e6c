// SPDX-License-Identifier: MIT
#include "engine/cases/schema.hpp"

#include "tests/support/catch.hpp"

using namespace csapath;
using engine::Schema;

namespace {
Schema schema_of_three_events() {
    Schema schema;
    schema.event_types = {"referral", "screening", "visit"};
    schema.used = {true, true, false};
    schema.facts_of_type.resize(3);
    schema.facts_of_type[1]["outcome"] = {rules::built_in_facts};
    return schema;
}
}  // namespace

TEST_CASE("an event type is known by its exact name") {
    const Schema schema = schema_of_three_events();

    CHECK(schema.event_type("referral") == engine::EventTypeId{0});
    CHECK(schema.event_type("screening") == engine::EventTypeId{1});
    CHECK(schema.event_type("visit") == engine::EventTypeId{2});
    for (const char* other : {"", "refer", "referrals", "Referral", "zebra", "aardvark"}) {
        CAPTURE(other);
        CHECK_FALSE(schema.event_type(other));
    }
}

TEST_CASE("an attribute is known where any event has it") {
    const Schema schema = schema_of_three_events();

    CHECK(schema.attribute_known("outcome"));
    CHECK_FALSE(schema.attribute_known("Outcome"));
    CHECK_FALSE(schema.attribute_known(""));
    CHECK_FALSE(Schema{}.attribute_known("outcome"));
}
