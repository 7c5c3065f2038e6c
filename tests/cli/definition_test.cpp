// SPDX-License-Identifier: MIT
#include "cli/definition.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("a pathway is a path, or else a name among those shipped") {
    const TemporaryFolder folder;
    const auto shipped = folder.path() / "shipped";
    const auto national = folder.write("shipped/national/csa-response.yaml", "language: 1\n");
    const auto own = folder.write("own.yaml", "language: 1\n");
    folder.write("secret.yaml", "language: 1\n");

    CHECK(definition_file("national/csa-response", shipped) == national);
    CHECK(definition_file(own.string(), shipped) == own);
    CHECK(definition_file("national/other", shipped) == "national/other");
    CHECK(definition_file("national/csa-response", "") == "national/csa-response");
}

TEST_CASE("a name does not lead out of the shipped folder") {
    const TemporaryFolder folder;
    folder.write("secret.yaml", "language: 1\n");
    folder.write("shipped/national/csa-response.yaml", "language: 1\n");
    const auto shipped = folder.path() / "shipped";
    CHECK(definition_file("../secret", shipped) == "../secret");
    CHECK(definition_file("national/../../secret", shipped) == "national/../../secret");
    const std::string absolute = (folder.path() / "secret").string();
    CHECK(definition_file(absolute, shipped) == absolute);
}

TEST_CASE("the shipped names are those of definitions, not of calendars, mappings, examples and cases") {
    const TemporaryFolder folder;
    for (const char* file :
         {"regional/london.yaml", "national/csa-response.yaml", "national/csa-response.cases.yaml",
          "calendars/england-and-wales.yaml", "mappings/cin-census.yaml", "examples/small.yaml", "README.md"})
        folder.write(file, "x\n");
    CHECK(shipped_names(folder.path()) == std::vector<std::string>{"national/csa-response", "regional/london"});
    CHECK(shipped_names(folder.path() / "nowhere").empty());
}

TEST_CASE("mistakes are counted by how bad they are") {
    rules::Diagnostics diagnostics;
    CHECK(counted(diagnostics) == "no errors");
    const auto add = [&](rules::Code code) { diagnostics.add({.code = code, .where = {}, .message = "m"}); };
    add(rules::Code::pathway_unreachable);
    CHECK(counted(diagnostics) == "1 warning");
    add(rules::Code::field_unknown);
    add(rules::Code::field_missing);
    CHECK(counted(diagnostics) == "2 errors, 1 warning");
    CHECK(counted(1, "step") == "1 step");
    CHECK(counted(0, "step") == "0 steps");
}

TEST_CASE("of more than a hundred mistakes the first hundred are told, and how many more there are") {
    const auto [total, last_line] = GENERATE(table<std::size_t, std::string>({
        {100, "error"},
        {101, "… and 1 more\n"},
        {250, "… and 150 more\n"},
    }));
    rules::Diagnostics diagnostics;
    for (std::size_t number = 0; number < total; ++number)
        diagnostics.add({.code = rules::Code::field_unknown, .where = {}, .message = std::to_string(number)});
    TextOut out;
    tell(diagnostics, out, rules::Colour::plain);
    const std::string text = out.text();
    CHECK(std::count(text.begin(), text.end(), '\n') == (total > 100 ? 101 : 100));
    CHECK(text.find(last_line) != std::string::npos);
}

}  // namespace
}  // namespace csapath::cli
