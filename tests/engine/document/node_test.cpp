// SPDX-License-Identifier: MIT
#include "engine/document/node.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

TEST_CASE("a map knows its keys in the order of the file, and what it does not have") {
    const auto steps = document("screening: {title: Screening}\nreferral:\n  title: Referral received\n");
    REQUIRE(steps.root);
    REQUIRE(steps.root->entries.size() == 2);
    CHECK(steps.root->entries[0].key.text == "screening");
    CHECK(steps.root->entries[1].key.text == "referral");
    REQUIRE(steps.root->find("referral") != nullptr);
    CHECK(steps.root->find("referral")->find("title")->text() == "Referral received");
    CHECK(steps.root->find("title") == nullptr);
}

TEST_CASE("what is no map has no keys") {
    const auto agencies = document("agencies: [police, health]\n");
    REQUIRE(agencies.root);
    const auto* list = agencies.root->find("agencies");
    REQUIRE(list != nullptr);
    CHECK(list->is_list());
    CHECK(list->find("police") == nullptr);
    CHECK(list->items.at(1).find("health") == nullptr);
}

}  // namespace
}  // namespace csapath
