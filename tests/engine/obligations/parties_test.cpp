// SPDX-License-Identifier: MIT
#include "engine/obligations/parties.hpp"

#include "tests/support/catch.hpp"

namespace csapath {

using engine::Parties;
using engine::Recorded;
using rules::Options;
using rules::Value;

namespace {
/// 0 police, 1 health, 2 gp (health), 3 practice nurse (gp), 4 school.
rules::Vocabulary words() {
    rules::Vocabulary words;
    for (const char* id : {"police", "health", "gp", "nurse", "school"})
        words.add_agency({.id = id, .title = id, .aliases = {}, .part_of = {}});
    words.set_part_of(2, 1);
    words.set_part_of(3, 2);
    return words;
}
Options set(std::initializer_list<std::size_t> agencies) {
    Options all;
    for (const std::size_t agency : agencies) all.add(agency);
    return all;
}
}  // namespace

TEST_CASE("of a group and its member only the member counts") {
    const rules::Vocabulary known = words();
    CHECK(engine::each_once(set({0, 1, 2}), known) == set({0, 2}));
    CHECK(engine::each_once(set({1, 3}), known) == set({3}));  // a member's member
    CHECK(engine::each_once(set({1, 2, 3}), known) == set({3}));
    CHECK(engine::each_once(set({1, 4}), known) == set({1, 4}));
    CHECK(engine::each_once({}, known) == Options{});
}

TEST_CASE("a group is there when any member is, at any depth; a member is not there when its group is") {
    const rules::Vocabulary known = words();
    const Parties both({.all = true, .at_least = 2, .agencies = {0, 1}}, known);
    CHECK(both.satisfied_by(set({0, 3})));
    CHECK_FALSE(both.satisfied_by(set({0})));
    CHECK(both.lacking(set({0, 4})) == set({1}));
    const Parties gp({.all = true, .at_least = 1, .agencies = {2}}, known);
    CHECK_FALSE(gp.satisfied_by(set({1})));
    CHECK(gp.satisfied_by(set({3})));
}

TEST_CASE("at least so many of a list counts only what belongs to the list") {
    const rules::Vocabulary known = words();
    const Parties two({.all = false, .at_least = 2, .agencies = {0, 1}}, known);
    CHECK(two.count(set({0, 4})) == 1);
    CHECK(two.count(set({2, 1, 0})) == 2);
    CHECK(two.satisfied_by(set({0, 3})));
    const Parties any({.all = false, .at_least = 2, .agencies = {}}, known);
    CHECK(any.satisfied_by(set({0, 4})));
    CHECK_FALSE(any.satisfied_by(set({1, 2})));
}

TEST_CASE("agencies beyond the sixty-fourth are agencies too") {
    rules::Vocabulary many;
    for (int i = 0; i < 100; ++i) {
        const std::string id = "a" + std::to_string(i);
        many.add_agency({.id = id, .title = id, .aliases = {}, .part_of = {}});
    }
    many.set_part_of(99, 70);
    const Parties parties({.all = true, .at_least = 2, .agencies = {5, 70}}, many);
    CHECK(parties.satisfied_by(set({5, 99})));
    CHECK(parties.lacking(set({99})) == set({5}));
    CHECK(parties.lacking(set({5})) == set({70}));
}

TEST_CASE("lists add up, and remember what was wrong with any of them") {
    Recorded recorded;
    CHECK_FALSE(recorded.any_list);
    recorded.add(Value{});
    recorded.add_actor(Value::of_option(4));
    CHECK_FALSE(recorded.any_list);  // who acted is known, but no list is filled in
    recorded.add(Value::of_options({}));
    CHECK(recorded.any_list);  // nobody, and that is known
    Value partial = Value::of_options(set({0}));
    partial.partial = true;
    recorded.add(partial);
    CHECK(recorded.unknown_names);
    CHECK(recorded.agencies == set({0, 4}));
    CHECK_FALSE(recorded.spoiled);
    Value spoiled;
    spoiled.spoiled = true;
    recorded.add(spoiled);
    CHECK(recorded.spoiled);
}

}  // namespace csapath
