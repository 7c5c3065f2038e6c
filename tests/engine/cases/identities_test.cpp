// SPDX-License-Identifier: MIT
#include "engine/cases/identities.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

/// Rows as a file has them: the header is row 1.
Identities map_of(std::vector<Identity> rows) {
    std::uint32_t number = 1;
    for (Identity& row : rows) row.row = ++number;
    return Identities(std::move(rows));
}

std::string told(const Identities& map, std::string source, const std::string& id, const std::string& kind = {}) {
    std::vector<bool> used(map.size());
    CaseNames names(&map, std::move(source), kind, used);
    return std::string(names.case_of(id));
}

}  // namespace

TEST_CASE("an id belongs to the case that a row names for its source, or for every source") {
    const Identities map = map_of({{"school", "17", "W-1"}, {"", "L-9", "W-2"}});
    CHECK(told(map, "school", "17") == "W-1");
    CHECK(told(map, "police", "17") == "17");
    CHECK(told(map, "school", "L-9") == "W-2");
    CHECK(told(map, "police", "L-9") == "W-2");
    CHECK(told(map, "school", "W-1") == "W-1");
}

TEST_CASE("what a row names is looked up in turn: a former id leads through the next one to the case") {
    const Identities map = map_of({{"ssd", "old", "former"}, {"ssd", "former", "now"}, {"", "now", "W-1"}});
    CHECK(told(map, "ssd", "old") == "W-1");
    CHECK(told(map, "ssd", "former") == "W-1");
    CHECK(told(map, "other", "old") == "old");
    CHECK(map.faults().empty());
}

TEST_CASE("an id of a declared kind is never taken for an equal id of another, unless a row says so") {
    const Identities none;
    CHECK(told(none, "pupil", "17", "pupil") == "pupil:17");
    CHECK(told(none, "visits", "17") == "17");
    const Identities map = map_of({{"pupil", "17", "17"}});
    CHECK(told(map, "pupil", "17", "pupil") == "17");
    CHECK(told(map, "pupil", "18", "pupil") == "pupil:18");
}

TEST_CASE("one id that leads to two cases is a fault of both rows") {
    const auto [rows, faulty] = GENERATE(table<std::vector<Identity>, bool>({
        {{{"a", "1", "X"}, {"a", "1", "Y"}}, true},
        {{{"", "1", "X"}, {"a", "1", "Y"}}, true},
        {{{"a", "1", "X"}, {"", "1", "Y"}}, true},
        {{{"a", "1", "X"}, {"b", "1", "Y"}}, false},                  // 1 of a is not 1 of b
        {{{"a", "1", "X"}, {"a", "1", "X"}}, false},                  // said twice
        {{{"a", "1", "2"}, {"a", "1", "X"}, {"", "2", "X"}}, false},  // two ways to one case
        {{{"a", "1", "X"}, {"a", "2", "X"}}, false},                  // two ids of one child
    }));
    const auto faults = map_of(rows).faults();
    REQUIRE(faults.size() == (faulty ? 1 : 0));
    if (!faulty) return;
    CHECK(faults[0].what == IdentityFault::What::two_cases);
}

TEST_CASE("ids that lead in a circle lead to no case") {
    const auto [rows, circles] = GENERATE(table<std::vector<Identity>, std::size_t>({
        {{{"a", "1", "2"}, {"a", "2", "1"}}, 1},
        {{{"", "1", "2"}, {"", "2", "3"}, {"", "3", "1"}, {"", "0", "1"}}, 1},
        {{{"a", "1", "2"}, {"", "2", "1"}}, 0},   // 2 of any is case 1, and what that is no row of any source says
        {{{"a", "1", "2"}, {"b", "2", "1"}}, 0},  // of different sources: 2 of a is no id of b
        {{{"a", "1", "1"}}, 0},                   // it is its own case
        {{{"a", "1", "2"}, {"a", "2", "3"}}, 0},
    }));
    const Identities map = map_of(rows);
    CHECK(map.faults().size() == circles);
    for (const IdentityFault& fault : map.faults()) {
        CHECK(fault.what == IdentityFault::What::circle);
        CHECK(fault.one->row < fault.other->row);
    }
}

TEST_CASE("a row is used where an id needs it, or a row that leads to it") {
    const Identities map = map_of({{"a", "1", "2"}, {"a", "2", "3"}, {"a", "9", "X"}});
    CHECK(map.unused({false, false, false}) == 3);
    CHECK(map.unused({true, false, false}) == 1);
    CHECK(map.unused({false, true, false}) == 2);
    CHECK(map.unused({true, true, true}) == 0);
}

}  // namespace csapath::engine
