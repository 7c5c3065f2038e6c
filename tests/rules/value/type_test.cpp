// SPDX-License-Identifier: MIT
#include "rules/value/type.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

TEST_CASE("each type that a definition may write has a name, and is found by it") {
    auto [kind, written] = GENERATE(table<Type::Kind, std::string>({
        {Type::Kind::text, "text"},
        {Type::Kind::number, "number"},
        {Type::Kind::yes_no, "yes-no"},
        {Type::Kind::date, "date"},
        {Type::Kind::instant, "instant"},
        {Type::Kind::one_of, "one-of"},
        {Type::Kind::many_of, "many-of"},
        {Type::Kind::agency, "agency"},
        {Type::Kind::agencies, "agencies"},
    }));
    CHECK(name(kind) == written);
    CHECK(type_kind(written) == kind);
}

TEST_CASE("other words name no type") {
    auto written =
        GENERATE(as<std::string>{}, "", "Text", "yes_no", "yes no", "one of", "bool", "integer", "text ", "agenc");
    CAPTURE(written);
    CHECK_FALSE(type_kind(written).has_value());
}

TEST_CASE("the type of `about` cannot be written") {
    CHECK(name(Type::Kind::step) == "step");
    CHECK_FALSE(type_kind("step").has_value());
}
