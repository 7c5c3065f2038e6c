// SPDX-License-Identifier: MIT
#include "engine/pathway/layer_files.hpp"

#include <filesystem>
#include <string>
#include <tuple>

#include "engine/document/digest.hpp"
#include "engine/findings/results.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::engine {
namespace {

namespace fs = std::filesystem;

const std::string small =
    definition("steps: {referral: {starts: true, next: {screening: must}}, screening: {ends: true}}\n");

std::string over(std::string_view path) {
    return "language: 1\nextends: " + std::string{path} + '\n';
}

/// A folder of definitions with a national one.
struct Definitions : TemporaryFolder {
    Definitions() {
        write("root/calendars/none.txt", "");
        write("root/national/small.yaml", small);
    }
};

TEST_CASE("national, regional and local are laid over each other, and each value points into its own file") {
    const Definitions folder;
    folder.write("root/regional/east.yaml", over("../national/small.yaml") + "title: East\nversion: \"2\"\n");
    const auto local =
        folder.write("root/local/north.yaml", over("{path: ../regional/east.yaml}") +
                                                  "title: North\nsteps:\n  referral:\n    next: {screening: must "
                                                  "within 2 days}\n    must: {one: happen once}\n");

    const FromFile read = from_file(local);
    INFO(read.told());
    REQUIRE(read.pathway);
    CHECK(read.diagnostics.empty());
    const Pathway& pathway = *read.pathway;
    CHECK(pathway.id == "test");
    CHECK(pathway.title == "North");
    CHECK(pathway.version == "2");
    REQUIRE(pathway.rules.size() == 2);
    CHECK(pathway.rules[0].id == "referral.next.screening");
    CHECK(rules::address(pathway.rules[0].text.where) == local.string() + ":6:23");
    CHECK(pathway.steps[0].span.source->name() == (folder.path() / "root/national/small.yaml").string());

    REQUIRE(pathway.layers.size() == 3);
    CHECK(pathway.layers[0].path == (folder.path() / "root/national/small.yaml").string());
    CHECK(pathway.layers[0].sha256 == sha256(small));
    CHECK(pathway.layers[1].path == (folder.path() / "root/regional/east.yaml").string());
    CHECK(pathway.layers[2].path == local.string());
}

TEST_CASE("a mistake in the file under a layer is told in that file") {
    const Definitions folder;
    folder.write("root/national/wrong.yaml", small + "sharing: {events: [no-such-event]}\n");
    const FromFile read = from_file(folder.write("root/local/a.yaml", over("../national/wrong.yaml")));
    CHECK_FALSE(read.pathway);
    CHECK(read.codes() == "P004 wrong.yaml 8:20\n");
}

TEST_CASE("Y37 a file to extend that is not there is told with the files that led there") {
    const Definitions folder;
    folder.write("root/regional/b.yaml", over("../national/gone.yaml"));
    const FromFile read = from_file(folder.write("root/local/a.yaml", over("../regional/b.yaml")));
    CHECK_FALSE(read.pathway);
    CHECK(read.codes() == "P014 b.yaml 2:10\n");
    CHECK(read.says("there is no definition '../national/gone.yaml'"));
    REQUIRE(read.diagnostics.found()[0].also.size() == 1);
    CHECK(rules::address(read.diagnostics.found()[0].also[0].where) ==
          (folder.path() / "root/local/a.yaml").string() + ":2:10");
}

TEST_CASE("Y38 definitions that extend one another in a circle are refused, and the circle is told") {
    const Definitions folder;
    const auto& root = folder.path();
    folder.write("root/local/self.yaml", over("self.yaml"));
    folder.write("root/local/a.yaml", over("b.yaml"));
    folder.write("root/local/b.yaml", over("./x/../a.yaml"));
    folder.write("root/local/c.yaml", over("link.yaml"));
    fs::create_symlink("c.yaml", root / "root/local/link.yaml");
    folder.write("root/local/d.yaml", over("hard.yaml"));
    fs::create_hard_link(root / "root/local/d.yaml", root / "root/local/hard.yaml");
    const auto [file, circle] = GENERATE(table<std::string, std::string>({
        {"self.yaml", "self.yaml extends self.yaml"},
        {"a.yaml", "a.yaml extends b.yaml extends a.yaml"},
        {"c.yaml", "c.yaml extends c.yaml"},
        {"d.yaml", "d.yaml extends d.yaml"},
    }));
    CAPTURE(file);
    const FromFile read = from_file(root / "root/local" / file);
    CHECK_FALSE(read.pathway);
    INFO(read.told());
    REQUIRE(read.diagnostics.found().size() == 1);
    CHECK(read.diagnostics.found()[0].code == rules::Code::pathway_extends);
    CHECK(read.says("in a circle: " + circle));
}

TEST_CASE("Y39 a path that is none of this folder is refused") {
    const Definitions folder;
    folder.write("outside.yaml", small);
    const std::string path =
        GENERATE(as<std::string>{}, "../../outside.yaml", "../../../../../../etc/passwd", "/etc/passwd", "~/small.yaml",
                 "~root/x.yaml", "file:///etc/passwd", "file:x.yaml", "https://example.org/a.yaml", "C:/small.yaml",
                 "'..\\national\\small.yaml'", "''", "\"a\\tb\\0c.yaml\"");
    CAPTURE(path);
    const FromFile read = from_file(folder.write("root/local/a.yaml", over(path)));
    CHECK_FALSE(read.pathway);
    CHECK(read.diagnostics.any_error());
    CHECK(read.texts->all().size() == 1);  // nothing else was opened
}

TEST_CASE("Y40 a link that leads out of the folder is refused") {
    const Definitions folder;
    folder.write("outside.yaml", small);
    fs::create_directories(folder.path() / "root/local");
    fs::create_symlink(folder.path() / "outside.yaml", folder.path() / "root/local/link.yaml");
    const FromFile read = from_file(folder.write("root/local/a.yaml", over("link.yaml")));
    CHECK_FALSE(read.pathway);
    CHECK(read.says("'link.yaml' leads out of the folder of the definitions"));
}

TEST_CASE("a file that lies in no folder of definitions can extend what lies beside it, and nothing else") {
    const TemporaryFolder folder;
    folder.write("mine/base.yaml", small);
    folder.write("other.yaml", small);
    CHECK(from_file(folder.write("mine/a.yaml", over("base.yaml"))).pathway);
    CHECK_FALSE(from_file(folder.write("mine/b.yaml", over("../other.yaml"))).pathway);
}

TEST_CASE("a name is that of a definition that came with the program, from any folder") {
    const TemporaryFolder own;
    const FromFile read = from_file(own.write("mine/local.yaml", over("regional/london") + "title: Mine\n"));
    INFO(read.told());
    REQUIRE(read.pathway);
    CHECK(read.pathway->title == "Mine");
    REQUIRE(read.pathway->layers.size() == 3);
    CHECK(read.pathway->layers[0].path == CSAPATH_ROOT "/pathway-definitions/national/csa-response.yaml");
    CHECK(read.pathway->layers[1].path == CSAPATH_ROOT "/pathway-definitions/regional/london.yaml");
}

TEST_CASE("a name that nothing shipped has, and one that would lead out of what was shipped, are refused") {
    const TemporaryFolder own;
    const auto [name, message] = GENERATE(table<std::string, std::string>({
        {"regional/londn", "there is no definition 'regional/londn'"},
        {"../README", "'../README' leads out of the folder of the definitions"},
    }));
    const FromFile read = from_file(own.write("local.yaml", over(name)));
    CHECK_FALSE(read.pathway);
    CHECK(read.says(message));
}

TEST_CASE("a file of one's own folder stands before a shipped definition of that name") {
    const TemporaryFolder own;
    own.write("regional/london", small);
    const FromFile read = from_file(own.write("local.yaml", over("regional/london")));
    INFO(read.told());
    REQUIRE(read.pathway);
    CHECK(read.pathway->layers[0].path == (own.path() / "regional/london").string());
}

TEST_CASE("Y41 sixteen files may extend one another, and no more") {
    const Definitions folder;
    folder.write("root/local/layer-1.yaml", small);
    for (int layer = 2; layer <= 17; ++layer)
        folder.write("root/local/layer-" + std::to_string(layer) + ".yaml",
                     over("layer-" + std::to_string(layer - 1) + ".yaml"));
    const FromFile most = from_file(folder.path() / "root/local/layer-16.yaml");
    REQUIRE(most.pathway);
    CHECK(most.pathway->layers.size() == most_layers);
    const FromFile more = from_file(folder.path() / "root/local/layer-17.yaml");
    CHECK_FALSE(more.pathway);
    CHECK(more.says("more than 16 definitions that extend one another"));
}

TEST_CASE("Y43 a step that is removed is missed by each who uses it") {
    const Definitions folder;
    const FromFile read = from_file(folder.write(
        "root/local/a.yaml", over("../national/small.yaml") + "steps: {screening: {remove: {reason: No}}}\n"));
    CHECK_FALSE(read.pathway);
    CHECK(read.codes() == "P006 small.yaml 7:41\n");
    CHECK(read.says("there is no step 'screening'"));
}

TEST_CASE("Y44 a file that changed since it was signed off is refused") {
    const Definitions folder;
    const auto [hash, code] = GENERATE(table<std::string, std::string>({
        {sha256(small), ""},
        {sha256("another"), "P015 a.yaml 2:49\n"},
        {"1234", "Y023 a.yaml 2:49\n"},
    }));
    CAPTURE(hash);
    const FromFile read = from_file(folder.write(
        "root/local/a.yaml", "language: 1\nextends: {path: ../national/small.yaml, sha256: \"" + hash + "\"}\n"));
    CHECK(read.codes() == code);
    CHECK((read.pathway != nullptr) == code.empty());
}

TEST_CASE("what extends says is held to its form") {
    const Definitions folder;
    const auto [extends, told] = GENERATE(table<std::string, std::string>({
        {"[../national/small.yaml]", "Y022"},
        {"{sha256: x}", "Y021"},
        {"{path: ../national/small.yaml, hash: x}", "Y020"},
        {"{path: [a]}", "Y022"},
    }));
    CAPTURE(extends);
    const FromFile read = from_file(folder.write("root/local/a.yaml", over(extends)));
    CHECK_FALSE(read.pathway);
    CHECK(read.codes().find(told) == 0);
}

TEST_CASE("a layer in a newer language is refused before it is laid over anything") {
    const Definitions folder;
    const FromFile read =
        from_file(folder.write("root/local/a.yaml", "language: 2\nextends: ../national/small.yaml\nsteps: changed\n"));
    CHECK(read.codes() == "P001 a.yaml 1:11\n");
}

}  // namespace
}  // namespace csapath::engine
