// SPDX-License-Identifier: MIT
/// The mappings that are shipped: each sound, and each of its events and facts known to the national pathway.
#include <filesystem>

#include "engine/engine.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;

TEST_CASE("every shipped mapping is sound, and the national pathway knows what it fills") {
    const std::filesystem::path shipped = CSAPATH_ROOT "/pathway-definitions";
    const auto texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics;
    const auto national = engine::load(shipped / "national/csa-response.yaml", shipped, texts, diagnostics);
    REQUIRE(national);
    const engine::Pathway& pathway = national->pathway();
    const auto known = [&](const std::string& event) {
        return std::find(pathway.event_types.begin(), pathway.event_types.end(), event) != pathway.event_types.end();
    };

    const engine::MappingShelf shelf({shipped}, texts);
    std::string told;
    CHECK(shelf.all().size() == 5);
    for (const auto& fault : shelf.faults().found()) told += rules::rendered(fault);
    CHECK(told.empty());
    for (const auto& mapping : shelf.all()) {
        for (const engine::MappedTable& table : mapping->tables) {
            for (const engine::MappedEvent& event : table.events) {
                CAPTURE(mapping->id, table.id, event.name);
                CHECK(known(event.name));
                for (const engine::FactFrom& fact : event.facts) CHECK(pathway.words.attribute(fact.fact));
            }
            for (const engine::FactFrom& fact : table.of_case) CHECK(pathway.words.attribute_of_case(fact.fact));
        }
    }
}
