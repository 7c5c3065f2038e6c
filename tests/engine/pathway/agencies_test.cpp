// SPDX-License-Identifier: MIT
#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

LoadedDefinition with_agencies(const std::string& lines) {
    return load_definition(definition("agencies:\n" + lines + "steps: {referral: {}}\n"));
}

TEST_CASE("agencies that cannot be told apart, or are nobody, are refused") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"one alias for two",
         "  police: {title: Police, aliases: [PVP]}\n"
         "  probation: {title: Probation, aliases: [pvp]}\n",
         "P009 9:43\n"},
        {"ids that fold to one",
         "  social-care: {title: Social work}\n"
         "  Social_Care: {title: Care}\n",
         "P009 9:3\n"},
        {"the title of one is the id of another",
         "  gp: {title: Health}\n"
         "  health: {title: Health board}\n",
         "P009 9:3\n"},
        {"two titles alike",
         "  a: {title: Children's services}\n"
         "  b: {title: children's-services}\n",
         "P009 9:14\n"},
        {"R06 a keyword", "  everyone: {title: All of them}\n", "P002 8:3\n"},
        {"nobody", "  nobody: {title: Nobody, aliases: [none]}\n", "P009 8:37\n"},
        {"a blank alias", "  police: {title: Police, aliases: [\"- -\"]}\n", "Y023 8:37\n"},
        {"two names in one", "  police: {title: Police, aliases: [\"CAIU; PVP\"]}\n", "Y023 8:37\n"},
        {"Y13 a key misspelt", "  police: {title: Police, alias: [CAIU]}\n", "Y020 8:27\n"},
        {"Y17 a bare title", "  police: Police\n", "Y022 8:11\n"},
        {"Y18 a title that is a list", "  police: {title: [Police]}\n", "Y022 8:19\n"},
        {"a blank title", "  police: {title: \" \"}\n", "Y023 8:19\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_agencies(lines);
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("a name that stands for two agencies is told with both places") {
    const LoadedDefinition loaded = with_agencies(
        "  police: {title: Police, aliases: [PVP]}\n"
        "  probation: {title: Probation, aliases: [pvp]}\n");
    REQUIRE(loaded.diagnostics.found().size() == 1);
    const rules::Diagnostic& told = loaded.diagnostics.found().front();
    CHECK(told.message == "'pvp' names the agency 'police' and also the agency 'probation'");
    REQUIRE(told.also.size() == 1);
    CHECK(rules::address(told.also.front().where) == "test.yaml:8:37");
}

TEST_CASE("an agency may be called by its own names as often as one likes") {
    const LoadedDefinition loaded = with_agencies("  police: {title: Police, aliases: [POLICE, the police]}\n");
    CHECK(loaded.codes() == "");
    REQUIRE(loaded.pathway);
    CHECK(loaded.pathway->words.agency("The-Police") == rules::AgencyId{0});
}

TEST_CASE("an agency may belong to one that comes later in the file") {
    const LoadedDefinition loaded = with_agencies("  gp: {part-of: health}\n  health: {}\n");
    REQUIRE(loaded.pathway);
    CHECK(loaded.pathway->words.members(1).has(0));
    CHECK(loaded.pathway->words.agencies()[0].title == "gp");
}

TEST_CASE("a circle of groups is told once, with all that are in it") {
    const auto [row, lines, place, message] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"Y32 of itself", "  a: {part-of: a}\n", "P008 8:16\n", "'a' is part of 'a'"},
        {"Y31 of three", "  a: {part-of: c}\n  b: {part-of: a}\n  c: {part-of: b}\n", "P008 8:16\n",
         "'a' is part of 'c', which is part of 'b', which is part of 'a'"},
        {"with one that leads in", "  a: {part-of: b}\n  b: {part-of: c}\n  c: {part-of: b}\n", "P008 9:16\n",
         "'b' is part of 'c', which is part of 'b'"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_agencies(lines);
    CHECK(loaded.codes() == place);
    REQUIRE(loaded.diagnostics.found().size() == 1);
    CHECK(loaded.diagnostics.found().front().message == message);
}

TEST_CASE("a group that does not exist is told with the nearest that does") {
    const LoadedDefinition loaded = with_agencies("  gp: {part-of: heath}\n  health: {}\n");
    CHECK(loaded.codes() == "P007 8:17\n");
    CHECK(loaded.told().find("did you mean 'health'?") != std::string::npos);
}

TEST_CASE("a definition may have 128 agencies, and not one more") {
    std::string lines;
    for (int number = 1; number <= 128; ++number) lines += "  agency" + std::to_string(number) + ": {}\n";
    CHECK(with_agencies(lines).codes() == "");
    CHECK(with_agencies(lines + "  more: {}\n").codes() == "Y023 136:3\n");
}

}  // namespace
}  // namespace csapath::engine
