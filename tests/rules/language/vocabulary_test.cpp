// SPDX-License-Identifier: MIT
#include "rules/language/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "tests/support/catch.hpp"

namespace csapath::rules {
namespace {

using Kind = Type::Kind;

TEST_CASE("the facts that always exist stand first, in the order of their numbers") {
    const Vocabulary words;
    REQUIRE(words.facts().size() == built_in_facts);

    const auto [name, id, kind, of_case] = GENERATE(table<std::string, BuiltIn, Kind, bool>({
        {"agency", fact_agency, Kind::agency, false},
        {"attended", fact_attended, Kind::agencies, false},
        {"invited", fact_invited, Kind::agencies, false},
        {"contributed", fact_contributed, Kind::agencies, false},
        {"shared_with", fact_shared_with, Kind::agencies, false},
        {"about", fact_about, Kind::step, false},
        {"item", fact_item, Kind::text, false},
        {"at", fact_at, Kind::instant, false},
        {"recorded", fact_recorded, Kind::instant, false},
        {"system", fact_system, Kind::text, false},
        {"date-of-birth", fact_date_of_birth, Kind::date, true},
        {"expected-delivery", fact_expected_delivery, Kind::date, true},
        {"area", fact_area, Kind::text, true},
        {"team", fact_team, Kind::text, true},
        {"agencies", fact_agencies, Kind::agencies, true},
    }));
    CAPTURE(name);

    const Fact& fact = words.facts()[id];
    CHECK(fact.name == name);
    CHECK(fact.type.kind == kind);
    CHECK(fact.of_case == of_case);
    CHECK(fact.built_in);
    CHECK_FALSE(fact.step);
    CHECK(words.attribute(name) == id);
    CHECK(words.attribute_of_case(name) == (of_case ? std::optional<FactId>{id} : std::nullopt));
}

TEST_CASE("an attribute declared for a step is not found bare, and wins for that step") {
    Vocabulary words;
    const StepId screening = words.add_step("screening", "Screening decision");
    const StepId review = words.add_step("review-held", "Review");
    const FactId outcome = words.add_fact({.name = "outcome", .type = {Kind::text}, .step = {}});
    const FactId of_screening =
        words.add_fact({.name = "outcome", .type = {Kind::one_of, {"assess", "nfa"}}, .step = screening});
    const FactId risk = words.add_fact({.name = "risk", .type = {Kind::one_of, {"red"}}, .step = screening});
    const FactId disability =
        words.add_fact({.name = "disability", .type = {Kind::yes_no}, .step = {}, .of_case = true});

    CHECK(words.attribute("outcome") == outcome);
    CHECK(words.attribute("risk") == std::nullopt);
    CHECK(words.attribute("screening.risk") == std::nullopt);  // a path is not a name
    CHECK(words.attribute("disability") == disability);
    CHECK(words.attribute_of_step(screening, "outcome") == of_screening);
    CHECK(words.attribute_of_step(review, "outcome") == outcome);
    CHECK(words.attribute_of_step(screening, "risk") == risk);
    CHECK(words.attribute_of_step(review, "risk") == std::nullopt);
    CHECK(words.attribute_of_step(review, "screening.risk") == std::nullopt);
    CHECK(words.attribute_of_step(review, "agency") == fact_agency);
    CHECK(words.attribute_of_step(review, "disability") == std::nullopt);  // no event carries it
    CHECK(words.attribute_of_case("outcome") == std::nullopt);
    CHECK(words.attribute_of_case("disability") == disability);

    const auto names = words.attribute_names();
    CHECK(std::count(names.begin(), names.end(), "outcome") == 1);
    CHECK(std::count(names.begin(), names.end(), "screening.outcome") == 1);
    CHECK(std::count(names.begin(), names.end(), "screening.risk") == 1);
    CHECK(std::count(names.begin(), names.end(), "risk") == 0);
}

TEST_CASE("steps are found by their id and by nothing else") {
    Vocabulary words;
    const StepId referral = words.add_step("referral", "Referral received");
    const StepId screening = words.add_step("screening", "Screening decision");
    CHECK(words.step("referral") == referral);
    CHECK(words.step("screening") == screening);
    CHECK(words.step("Referral") == std::nullopt);
    CHECK(words.step("Referral received") == std::nullopt);
    CHECK(words.step("") == std::nullopt);
    CHECK(words.step_title(screening) == "Screening decision");
}

TEST_CASE("an agency is found by id, title or alias, however it is spaced and capitalised") {
    Vocabulary words;
    const AgencyId social_care =
        words.add_agency({"social-care", "Children's social care", {"CSC", "LA", "children's services"}, {}});
    const AgencyId police = words.add_agency({"police", "Police", {"CAIU"}, {}});

    const auto [name, expected] = GENERATE_COPY(table<std::string, std::optional<AgencyId>>({
        {"social-care", social_care},
        {"Social Care", social_care},
        {"  social_care ", social_care},
        {"SOCIAL - CARE", social_care},
        {"children's social care", social_care},
        {"csc", social_care},
        {"Children's-Services", social_care},
        {"caiu", police},
        {"POLICE", police},
        {"socialcare", std::nullopt},
        {"polic", std::nullopt},
        {"", std::nullopt},
        {" - ", std::nullopt},
    }));
    CAPTURE(name);
    CHECK(words.agency(name) == expected);
}

TEST_CASE("an agency without a title is not found by an empty name") {
    Vocabulary words;
    words.add_agency({"police", "", {}, {}});
    CHECK(words.agency("") == std::nullopt);
    CHECK(words.agency_names() == std::vector<std::string>{"police"});
}

TEST_CASE("a group holds itself and its members, also those of groups inside it, in whatever order they are told") {
    Vocabulary words;
    const AgencyId health = words.add_agency({"health", "Health", {}, {}});
    const AgencyId primary = words.add_agency({"primary-care", "Primary care", {}, {}});
    const AgencyId gp = words.add_agency({"gp", "General practitioner", {}, {}});
    const AgencyId police = words.add_agency({"police", "Police", {}, {}});
    const bool outer_first = GENERATE(true, false);
    if (outer_first) words.set_part_of(primary, health);
    words.set_part_of(gp, primary);
    if (!outer_first) words.set_part_of(primary, health);

    CHECK(words.members(health).count() == 3);
    CHECK(words.members(health).has(health));
    CHECK(words.members(health).has(primary));
    CHECK(words.members(health).has(gp));
    CHECK(words.members(primary).count() == 2);
    CHECK(words.members(gp).count() == 1);
    CHECK_FALSE(words.members(health).has(police));
    CHECK(words.members(police).count() == 1);
}

TEST_CASE("a group named when its member is added counts at once") {
    Vocabulary words;
    const AgencyId health = words.add_agency({"health", "Health", {}, {}});
    const AgencyId gp = words.add_agency({"gp", "GP", {}, health});
    CHECK(words.members(health).has(gp));
    CHECK(words.agencies()[gp].part_of == health);
}

TEST_CASE("groups that go round in a circle do not hang") {
    Vocabulary words;
    const AgencyId a = words.add_agency({"a", "A", {}, {}});
    const AgencyId b = words.add_agency({"b", "B", {}, {}});
    words.set_part_of(a, b);
    words.set_part_of(b, a);
    words.set_part_of(a, a);
    CHECK(words.members(a).has(a));
    CHECK(words.members(a).has(b));
}

TEST_CASE("more agencies than a set can hold are our own mistake") {
    Vocabulary words;
    for (std::size_t i = 0; i < Options::most; ++i) words.add_agency({"agency" + std::to_string(i), "", {}, {}});
    CHECK(words.members(127).has(127));
    CHECK_THROWS_AS(words.add_agency({"one-too-many", "", {}, {}}), std::length_error);
}

}  // namespace
}  // namespace csapath::rules
