// SPDX-License-Identifier: MIT
#include "engine/report/case_list_script.hpp"

#include <fstream>
#include <iterator>

#include "engine/document/digest.hpp"
#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

std::string text_of_file(const std::string& name) {
    std::ifstream file(CSAPATH_ROOT "/engine/report/" + name, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the script was made from its source as it stands") {
    CHECK(text_of_file("case_list_script.inc").find(sha256(text_of_file("script/case_list.ts"))) != std::string::npos);
}

TEST_CASE("the script is small, ends where it should, and asks for nothing") {
    const std::string_view script = case_list_script();
    CHECK(script.size() < 30'000);
    CHECK(script.starts_with("//<![CDATA[\n"));
    CHECK(script.find("]]>") == script.size() - 3);
    CHECK(script.find("</") == std::string_view::npos);
    for (const char* forbidden : {"http", "fetch", "XMLHttp", "import", "eval", "localStorage", "cookie"}) {
        CAPTURE(forbidden);
        CHECK(script.find(forbidden) == std::string_view::npos);
    }
}

TEST_CASE("the script makes elements of text in one place, from rows that csapath wrote") {
    const std::string_view script = case_list_script();
    const std::size_t place = script.find("innerHTML=");
    REQUIRE(place != std::string_view::npos);
    CHECK(script.substr(place).find(".markup") < 15);
    CHECK(script.find("innerHTML", place + 1) == std::string_view::npos);
    for (const char* other : {"outerHTML", "insertAdjacentHTML", "DOMParser", "document.write"}) {
        CAPTURE(other);
        CHECK(script.find(other) == std::string_view::npos);
    }
}

}  // namespace
}  // namespace csapath::engine
