// SPDX-License-Identifier: MIT
#include "engine/pathway/ids.hpp"

#include <string>
#include <tuple>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("an id is a letter, then letters, digits, - or _") {
    const auto [id, usable] = GENERATE(table<std::string, bool>({
        {"referral", true},
        {"a", true},
        {"S47-started", true},
        {"step_2", true},
        {"", false},
        {"2nd-visit", false},
        {"-visit", false},
        {"_visit", false},
        {"a.b", false},
        {"a b", false},
        {"visit!", false},
        {"r\xC3\xA9union", false},      // é
        {"c\xD0\xB0se-closed", false},  // a Cyrillic а
        {"visit\xE2\x80\x8B", false},   // a zero-width space
    }));
    CAPTURE(id);
    CHECK(is_id(id) == usable);

    rules::Diagnostics diagnostics;
    CHECK(usable_id(id, {}, "a step", Keywords::free, diagnostics) == usable);
    CHECK(diagnostics.errors() == (usable ? 0U : 1U));
}

TEST_CASE("how many words of the sentence language are closed to an id depends on what it names") {
    const auto [id, free, attribute, sentence] = GENERATE(table<std::string, bool, bool, bool>({
        {"visit", true, true, true},
        {"within", true, true, false},
        {"record", true, true, false},
        {"none", true, true, false},
        {"age", true, false, false},
        {"case", true, false, false},
    }));
    CAPTURE(id);
    rules::Diagnostics diagnostics;
    CHECK(usable_id(id, {}, "a source", Keywords::free, diagnostics) == free);
    CHECK(usable_id(id, {}, "a fact", Keywords::attribute, diagnostics) == attribute);
    CHECK(usable_id(id, {}, "a step", Keywords::sentence, diagnostics) == sentence);
}

TEST_CASE("two names that differ in case or in the sign between words alone are warned of, once") {
    rules::Diagnostics diagnostics;
    warn_of_near_names({{"core-group", {}}, {"visit", {}}, {"Core_Group", {}}, {"core-groups", {}}}, "the step",
                       diagnostics);

    REQUIRE(diagnostics.found().size() == 1);
    CHECK(diagnostics.found().front().code == rules::Code::pathway_near_ids);
    CHECK(diagnostics.found().front().message ==
          "the step 'core-group' and the step 'Core_Group' are two different names that look alike");
}

TEST_CASE("one name that is used twice does not look like another") {
    rules::Diagnostics diagnostics;
    warn_of_near_names({{"visits", {}}, {"visits", {}}}, "the track", diagnostics);
    CHECK(diagnostics.empty());
}

TEST_CASE("an id is spelled out with spaces between its words") {
    CHECK(spelled_out("strategy-discussion") == "strategy discussion");
    CHECK(spelled_out("core_group") == "core group");
}

}  // namespace
}  // namespace csapath::engine
