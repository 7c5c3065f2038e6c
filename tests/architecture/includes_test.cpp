// SPDX-License-Identifier: MIT
/// Holds the tree against rooms.txt; and the law against small trees that break it, so that it is known to bite.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/architecture/law.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::architecture;
namespace fs = std::filesystem;

namespace {
std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<File> tree(const fs::path& root) {
    std::vector<File> files;
    for (const char* folder : {"rules", "engine", "cli", "tests"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".hpp" && kind != ".cpp" && kind != ".inc") continue;
            files.push_back({fs::relative(entry.path(), root).generic_string(), read(entry.path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

using Breaches = std::vector<std::string>;

File file(const std::string& path, const std::string& text) {
    return {path, "// SPDX-License-Identifier: MIT\n" + text};
}

const char* const small_law =
    "# a comment\n"
    "room rules/text   :\n"
    "room rules/value  : rules/text\n"
    "room engine/cases : rules/*\n"
    "room engine       : rules/* engine/*\n"
    "room cli          : engine\n"
    "door fmt/         : *\n"
    "door boost/       :\n"
    "door boost/graph/ : engine/cases/graph.cpp engine/cases/walk*\n";

Breaches judged(std::vector<File> files) {
    files.push_back(file("rules/text/source.hpp", ""));
    files.push_back(file("engine/cases/event.hpp", ""));
    files.push_back(file("engine/engine.hpp", ""));
    return breaches(read_law(small_law), files);
}
}  // namespace

TEST_CASE("the house keeps its own law") {
    const fs::path root = CSAPATH_ROOT;
    const std::vector<File> files = tree(root);
    CHECK(files.size() > 40);
    for (const std::string& breach : breaches(read_law(read(root / "tests/architecture/rooms.txt")), files)) {
        FAIL_CHECK(breach);
    }
}

TEST_CASE("a room includes itself and those it names") {
    CHECK(judged({file("rules/text/a.cpp", "#include \"rules/text/source.hpp\"\n#include <vector>\n"),
                  file("rules/value/a.cpp", "#include \"rules/text/source.hpp\"\n"),
                  file("engine/cases/a.cpp", "#include \"rules/text/source.hpp\"\n"),
                  file("engine/engine.cpp", "#include \"engine/cases/event.hpp\"\n"),
                  file("cli/commands/check.cpp", "#include \"engine/engine.hpp\"\n")})
              .empty());
}

TEST_CASE("a room does not include another, above or below, that it does not name") {
    CHECK(judged({file("rules/text/a.cpp", "\n#include \"engine/cases/event.hpp\"\n")}) ==
          Breaches{"rules/text/a.cpp:3: rules/text may not include engine/cases"});
    CHECK(judged({file("cli/a.cpp", "#  include \"engine/cases/event.hpp\"\n")}) ==
          Breaches{"cli/a.cpp:2: cli may not include engine/cases"});
    CHECK(judged({file("engine/cases/a.cpp", "#include \"engine/engine.hpp\"\n")}) ==
          Breaches{"engine/cases/a.cpp:2: engine/cases may not include engine"});
}

TEST_CASE("a file of the house includes no test") {
    CHECK(judged({file("cli/a.cpp", "#include \"tests/support/made.hpp\"\n"), file("tests/support/made.hpp", "")}) ==
          Breaches{"cli/a.cpp:2: tests/support/made.hpp is no part of the house"});
}

TEST_CASE("a folder that is no room is not built in") {
    CHECK(judged({file("engine/utils/a.cpp", "")}) == Breaches{"engine/utils/a.cpp: stands in no room of rooms.txt"});
    CHECK(judged({file("rules/a.cpp", "")}) == Breaches{"rules/a.cpp: stands in no room of rooms.txt"});
}

TEST_CASE("an include is an address from the root") {
    CHECK(judged({file("rules/text/a.cpp", "#include \"source.hpp\"\n")}) ==
          Breaches{"rules/text/a.cpp:2: \"source.hpp\" is no address from the root"});
    CHECK(judged({file("tests/rules/a_test.cpp", "#include \"../source.hpp\"\n")}).size() == 1);
    CHECK(judged({file("rules/text/a.cpp", "#include HEADER\n")}).size() == 1);
}

TEST_CASE("a package is known at its door alone") {
    const std::string graph = "#include <boost/graph/adjacency_list.hpp>\n";
    CHECK(judged({file("engine/cases/graph.cpp", graph), file("engine/cases/walk_down.cpp", graph)}).empty());
    CHECK(judged({file("engine/cases/other.cpp", graph)}) ==
          Breaches{"engine/cases/other.cpp:2: is not a door of boost/graph/"});
    CHECK(judged({file("engine/cases/graph.cpp", "#include <boost/any.hpp>\n")}) ==
          Breaches{"engine/cases/graph.cpp:2: is not a door of boost/"});
    CHECK(judged({file("rules/text/a.cpp", "#include <fmt/format.h>\n")}).empty());
}

TEST_CASE("a package that nobody named may not be used, in tests neither") {
    CHECK(judged({file("rules/text/a.cpp", "#include <regex.h>\n")}) ==
          Breaches{"rules/text/a.cpp:2: <regex.h> has no door in rooms.txt"});
    CHECK(judged({file("tests/rules/a_test.cpp", "#include <gtest/gtest.h>\n")}) ==
          Breaches{"tests/rules/a_test.cpp:2: <gtest/gtest.h> has no door in rooms.txt"});
}

TEST_CASE("no two files include each other, at however many removes") {
    CHECK(judged({file("rules/text/a.hpp", "#include \"rules/text/b.hpp\"\n"),
                  file("rules/text/b.hpp", "#include \"rules/text/c.hpp\"\n#include \"rules/text/source.hpp\"\n"),
                  file("rules/text/c.hpp", "#include \"rules/text/b.hpp\"\n")}) ==
          Breaches{"files that include each other: rules/text/b.hpp -> rules/text/c.hpp -> rules/text/b.hpp"});
}

TEST_CASE("a file says its licence first, and has an end") {
    CHECK(judged({{"rules/text/a.cpp", "#pragma once\n"}}) == Breaches{"rules/text/a.cpp: no SPDX line"});
    CHECK(judged({file("rules/text/a.cpp", std::string(399, '\n'))}).empty());
    CHECK(judged({file("rules/text/a.cpp", std::string(400, '\n'))}) ==
          Breaches{"rules/text/a.cpp: 401 lines; split it by topic"});
}

TEST_CASE("the law itself has no circles and no slips of the pen") {
    auto text = GENERATE(as<std::string>{}, "room a : b\nroom b :\n",  // b does not stand above a
                         "room a : a\n", "room a :\nroom a :\n", "romo a :\n", "room a b\n", "room\n");
    CAPTURE(text);
    CHECK_THROWS_AS(read_law(text), std::runtime_error);
}
