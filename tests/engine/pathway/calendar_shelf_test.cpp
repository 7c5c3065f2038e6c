// SPDX-License-Identifier: MIT
#include "engine/pathway/calendar_shelf.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/document/digest.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::engine {
namespace {

const std::string base =
    "calendar: base\n"
    "title: Base\n"
    "years: {from: 2024, until: 2024}\n"
    "holidays: {\"New Year\": [2024-01-01]}\n";

std::string extending(std::string_view path, std::string_view id = "local") {
    return "calendar: " + std::string{id} + "\ntitle: Local\nextends: \"" + std::string{path} +
           "\"\nclosures: {\"Office closed\": [2024-12-27]}\n";
}

struct Found {
    std::shared_ptr<rules::Sources> texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics;
    FoundCalendar found;
};

Found find(std::vector<std::filesystem::path> roots, const std::string& name) {
    Found found;
    found.found = CalendarShelf{std::move(roots), found.texts}.find(name, {}, found.diagnostics);
    return found;
}

TEST_CASE("a calendar comes from the first root that has it") {
    const TemporaryFolder own, shipped;
    shipped.write("calendars/base.yaml", base);
    shipped.write("calendars/other.yaml", "");
    own.write("calendars/only-here.yaml", base);

    const Found found = find({own.path(), shipped.path()}, "base");
    REQUIRE(found.found.calendar);
    CHECK(found.diagnostics.empty());
    CHECK(found.found.calendar->id() == "base");
    CHECK(found.found.sha256 == sha256(base));
    REQUIRE(found.texts->all().size() == 1);
    CHECK(found.texts->all().front().name() == (shipped.path() / "calendars/base.yaml").string());
}

TEST_CASE("a calendar that no root has is told with the nearest of all roots") {
    const TemporaryFolder own, shipped;
    shipped.write("calendars/england-and-wales.yaml", base);
    own.write("calendars/sutton.yaml", base);
    own.write("calendars/notes.txt", "");
    const auto [name, meant] = GENERATE(table<std::string, std::string>({
        {"england-and-wale", "; did you mean 'england-and-wales'?"},
        {"suton", "; did you mean 'sutton'?"},
        {"notes", ""},
        {"scotland", ""},
    }));
    CAPTURE(name);
    const Found found = find({own.path(), shipped.path()}, name);
    CHECK_FALSE(found.found.calendar);
    REQUIRE(found.diagnostics.found().size() == 1);
    CHECK(found.diagnostics.found()[0].code == rules::Code::pathway_calendar_unknown);
    CHECK(found.diagnostics.found()[0].message == "there is no calendar '" + name + "'" + meant);
}

TEST_CASE("roots without calendars, or that are not there, have none") {
    const TemporaryFolder own;
    CHECK_FALSE(find({own.path(), own.path() / "nowhere"}, "base").found.calendar);
    CHECK_FALSE(find({}, "base").found.calendar);
}

TEST_CASE("a calendar may extend another of its root, and its hash is of both files") {
    const TemporaryFolder root;
    root.write("calendars/base.yaml", base);
    root.write("calendars/local.yaml", extending("base.yaml"));

    const Found found = find({root.path()}, "local");
    REQUIRE(found.found.calendar);
    CHECK(found.found.sha256 == sha256(base + extending("base.yaml")));
    CHECK_FALSE(found.found.calendar->worked(date("2024-01-01")));
    CHECK_FALSE(found.found.calendar->worked(date("2024-12-27")));
    CHECK(found.found.calendar->worked(date("2024-12-30")));
}

TEST_CASE("what a calendar extends is a file within its root") {
    const TemporaryFolder outer;
    outer.write("base.yaml", base);
    outer.write("root/base.yaml", base);
    outer.write("root/calendars/folder/x", "");
    std::filesystem::create_symlink(outer.path() / "base.yaml", outer.path() / "root/calendars/link.yaml");
    std::filesystem::create_symlink(outer.path() / "root/base.yaml", outer.path() / "root/calendars/inner.yaml");
    const auto [row, path, found] = GENERATE(table<std::string, std::string, bool>({
        {"beside its folder", "../base.yaml", true},
        {"a link within the root", "inner.yaml", true},
        {"Y37 no file", "missing.yaml", false},
        {"a folder", "folder", false},
        {"Y39 above the root", "../../base.yaml", false},
        {"Y39 a full path", "/etc/passwd", false},
        {"Y39 from home", "~/base.yaml", false},
        {"Y39 an address", "https://example.org/base.yaml", false},
        {"Y39 backslashes", "..\\\\base.yaml", false},
        {"Y40 a link that leads out", "link.yaml", false},
    }));
    CAPTURE(row);
    outer.write("root/calendars/local.yaml", extending(path));
    const Found local = find({outer.path() / "root"}, "local");
    CHECK(static_cast<bool>(local.found.calendar) == found);
    REQUIRE(local.diagnostics.errors() == (found ? 0 : 1));
    if (!found) CHECK(local.diagnostics.found()[0].code == rules::Code::pathway_calendar_unknown);
}

TEST_CASE("a full path is refused even where it leads to a file of the root") {
    const TemporaryFolder root;
    const auto file = root.write("calendars/base.yaml", base);
    root.write("calendars/local.yaml", extending(file.string()));
    CHECK_FALSE(find({root.path()}, "local").found.calendar);
}

TEST_CASE("calendars that extend one another in a circle are told with the circle") {
    const TemporaryFolder root;
    root.write("calendars/a.yaml", extending("b.yaml", "a"));
    root.write("calendars/b.yaml", extending("./c.yaml", "b"));
    root.write("calendars/c.yaml", extending("../calendars/b.yaml", "c"));
    root.write("calendars/self.yaml", extending("self.yaml", "self"));
    const auto [name, circle] = GENERATE(table<std::string, std::string>({
        {"a", "b.yaml extends c.yaml extends b.yaml"},
        {"self", "self.yaml extends self.yaml"},
    }));
    CAPTURE(name);
    const Found found = find({root.path()}, name);
    CHECK_FALSE(found.found.calendar);
    REQUIRE(found.diagnostics.found().size() == 1);
    CHECK(found.diagnostics.found()[0].message == "calendars that extend one another in a circle: " + circle);
}

TEST_CASE("calendars may extend one another sixteen deep, and no deeper") {
    const TemporaryFolder root;
    root.write("calendars/c1.yaml", base);
    for (int depth = 2; depth <= 17; ++depth)
        root.write("calendars/c" + std::to_string(depth) + ".yaml",
                   extending("c" + std::to_string(depth - 1) + ".yaml"));
    CHECK(find({root.path()}, "c16").found.calendar);
    const Found deeper = find({root.path()}, "c17");
    CHECK_FALSE(deeper.found.calendar);
    REQUIRE(deeper.diagnostics.found().size() == 1);
    CHECK(deeper.diagnostics.found()[0].message == "more than 16 calendars that extend one another");
}

TEST_CASE("what is wrong within a calendar is told there") {
    const TemporaryFolder root;
    root.write("calendars/wrong.yaml",
               "calendar: wrong\nyears: {from: 2024, until: 2024}\nholidays: {A: [2024-02-30]}\n");
    const Found found = find({root.path()}, "wrong");
    CHECK_FALSE(found.found.calendar);
    CHECK(found.diagnostics.any_error());
    REQUIRE_FALSE(found.diagnostics.found()[0].where.empty());
    CHECK(found.diagnostics.found()[0].where.source->name() == (root.path() / "calendars/wrong.yaml").string());
}

}  // namespace
}  // namespace csapath::engine
