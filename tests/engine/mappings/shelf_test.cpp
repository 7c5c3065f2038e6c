// SPDX-License-Identifier: MIT
#include "engine/mappings/shelf.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace csapath;
using engine::MappingShelf;

namespace {
std::string text(const std::string& id) {
    return "mapping: " + id + "\ntitle: A mapping\ntables: {v: {case: C, events: {visit: At}}}\n";
}
}  // namespace

TEST_CASE("a mapping is a file, or a name in the first root that has it") {
    const TemporaryFolder own, shipped;
    own.write("mappings/both.yaml", text("own"));
    shipped.write("mappings/both.yaml", text("shipped"));
    shipped.write("mappings/other.yaml", text("other"));
    const std::string file = shipped.write("elsewhere.yaml", text("elsewhere")).string();
    const MappingShelf shelf({own.path(), shipped.path()}, std::make_shared<rules::Sources>());
    rules::Diagnostics diagnostics;
    const auto id = [&](const std::string& written) {
        const auto found = shelf.find(written, diagnostics);
        return found ? found->id : "";
    };
    CHECK(id("both") == "own");
    CHECK(id("other") == "other");
    CHECK(id(file) == "elsewhere");
    CHECK(diagnostics.empty());
    CHECK(id("othr").empty());
    REQUIRE(diagnostics.found().size() == 1);
    CHECK(diagnostics.found()[0].message.find("did you mean 'other'?") != std::string::npos);
    CHECK(id("../mappings/other").empty());
    REQUIRE(shelf.all().size() == 2);
    CHECK(shelf.all()[0]->id == "own");
}

TEST_CASE("a mapping that cannot be read does not take the others with it") {
    const TemporaryFolder root;
    root.write("mappings/a.yaml", "mapping: a\n");
    root.write("mappings/b.yaml", text("b"));
    const MappingShelf shelf({root.path()}, std::make_shared<rules::Sources>());
    REQUIRE(shelf.all().size() == 1);
    CHECK(shelf.all()[0]->id == "b");
    CHECK(shelf.faults().any_error());
}
