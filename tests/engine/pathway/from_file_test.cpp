// SPDX-License-Identifier: MIT
#include "engine/pathway/from_file.hpp"

#include <filesystem>
#include <string>
#include <tuple>

#include "engine/document/digest.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::engine {
namespace {

const std::string small = definition("steps: {referral: {}}\n");
const std::string calendar_of_2024 =
    "calendar: england-and-wales\n"
    "title: One year\n"
    "years: {from: 2024, until: 2024}\n"
    "holidays: {\"New Year\": [2024-01-01]}\n";

TEST_CASE("a definition is read with the shipped calendar, and knows the hashes of both files") {
    const TemporaryFolder folder;
    const auto file = folder.write("local/small.yaml", small);

    const FromFile read = from_file(file);
    INFO(read.told());
    REQUIRE(read.pathway);
    CHECK(read.diagnostics.empty());
    CHECK(read.pathway->calendar->horizon_begin().days == rules::make_date(2010, 1, 1)->days);
    REQUIRE(read.pathway->layers.size() == 1);
    CHECK(read.pathway->layers[0].path == file.string());
    CHECK(read.pathway->layers[0].sha256 == sha256(small));
    CHECK(read.pathway->calendar_sha256.size() == 64);
    CHECK(read.pathway->texts == read.texts);
    CHECK(read.pathway->steps.at(0).span.source->name() == file.string());
}

TEST_CASE("a calendar in the folder of the definition comes before the shipped one") {
    const TemporaryFolder folder;
    const auto file = folder.write("local/north/small.yaml", small);
    folder.write("calendars/england-and-wales.yaml", calendar_of_2024);

    const FromFile read = from_file(file);
    INFO(read.told());
    REQUIRE(read.pathway);
    CHECK(read.pathway->calendar->title() == "One year");
    CHECK(read.pathway->calendar_sha256 == sha256(calendar_of_2024));
}

TEST_CASE("the definitions root is the nearest folder above with calendars or mappings, else the shipped one") {
    const TemporaryFolder folder;
    folder.write("outer/mappings/m.yaml", "");
    folder.write("outer/inner/calendars/c.yaml", "");
    folder.write("outer/beside/calendars", "no folder");
    const auto& root = folder.path();
    CHECK(definitions_root(root / "outer/inner/local/x.yaml", "shipped") == root / "outer/inner");
    CHECK(definitions_root(root / "outer/inner/x.yaml", "shipped") == root / "outer/inner");
    CHECK(definitions_root(root / "outer/beside/x.yaml", "shipped") == root / "outer");
    CHECK(definitions_root(root / "outer/inner/../x.yaml", "shipped") == root / "outer");
    CHECK(definitions_root(root / "x.yaml", "shipped") == "shipped");
}

TEST_CASE("a file that cannot be read is told by its name") {
    const TemporaryFolder folder;
    folder.write("folder.yaml/x", "");
    const auto [row, name, code] = GENERATE(table<std::string, std::string, rules::Code>({
        {"Y01 none", "none.yaml", rules::Code::file_unreadable},
        {"Y01 a folder", "folder.yaml", rules::Code::file_not_regular},
    }));
    CAPTURE(row);
    const FromFile read = from_file(folder.path() / name);
    CHECK_FALSE(read.pathway);
    REQUIRE(read.diagnostics.found().size() == 1);
    CHECK(read.diagnostics.found()[0].code == code);
    CHECK(read.diagnostics.found()[0].address == (folder.path() / name).string());
}

TEST_CASE("a file that is no definition leaves no pathway, and its text for the messages") {
    const TemporaryFolder folder;
    const FromFile read = from_file(folder.write("wrong.yaml", "language: 1\npathway: [\n"));
    CHECK_FALSE(read.pathway);
    CHECK(read.diagnostics.any_error());
    CHECK(read.texts->all().size() == 1);
    CHECK(read.told().find("wrong.yaml:") != std::string::npos);
}

TEST_CASE("the shipped definitions load without a word") {
    int definitions = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(CSAPATH_ROOT "/pathway-definitions")) {
        const std::string path = entry.path().string();
        const bool definition = path.find("/national/") != path.npos || path.find("/examples/") != path.npos;
        if (!definition || entry.path().extension() != ".yaml" || path.ends_with(".cases.yaml")) continue;
        CAPTURE(path);
        ++definitions;
        const FromFile read = from_file(entry.path());
        CHECK(read.told() == "");
        CHECK(read.pathway);
    }
    CHECK(definitions > 0);
}

}  // namespace
}  // namespace csapath::engine
