// SPDX-License-Identifier: MIT
#include "cli/output_file.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::cli {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

TEST_CASE("a file appears when it is published, whole, and only its owner may read it") {
    const TemporaryFolder folder;
    const fs::path target = folder.path() / "results.json";
    OutputFile file(target.string(), {});
    file.buffer += "one ";
    file.flush();
    file.buffer += "two";
    CHECK_FALSE(fs::exists(target));
    file.complete();
    CHECK_FALSE(fs::exists(target));
    file.publish();
    CHECK(text_of(target) == "one two");
    CHECK(fs::status(target).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what was there stays as it was until the new one is published") {
    const TemporaryFolder folder;
    const fs::path target = folder.write("results.json", "old");
    {
        OutputFile file(target.string(), {});
        file.buffer = "new";
        file.complete();
        CHECK(text_of(target) == "old");
    }
    CHECK(text_of(target) == "old");
    CHECK(files_in(folder.path()) == 1);
    OutputFile file(target.string(), {});
    file.buffer = "new";
    file.complete();
    file.publish();
    CHECK(text_of(target) == "new");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what was taken back is not in the file, however much of it was written") {
    const TemporaryFolder folder;
    const fs::path target = folder.path() / "results.json";
    OutputFile file(target.string(), {});
    file.buffer = "a first try that is long";
    file.flush();
    file.buffer = " and more";
    file.take_back();
    file.buffer = "short";
    file.complete();
    file.publish();
    CHECK(text_of(target) == "short");
}

TEST_CASE("a target that is not an ordinary file of its own is refused and left alone") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("file", "precious");
    fs::create_symlink("file", folder.path() / "link");
    fs::create_symlink("nowhere", folder.path() / "dangling");
    fs::create_directory(folder.path() / "folder");
    fs::create_hard_link(folder.write("first", "x"), folder.path() / "second");
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    const auto before = files_in(folder.path());

    const auto [name, why] = GENERATE(table<std::string, std::string>({
        {"link", "is a symbolic link"},
        {"dangling", "is a symbolic link"},
        {"folder", "is a folder"},
        {"pipe", "is not a regular file"},
        {"second", "is a file with several names"},
    }));
    CAPTURE(name);
    CHECK_THROWS_WITH(OutputFile((folder.path() / name).string(), {}), Catch::Contains(why));
    CHECK_THROWS_AS(OutputFile("/dev/null", {}), OutputError);
    CHECK(text_of(file) == "precious");
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("an input is never written over, whatever it is called") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("cases.csv", "precious");
    struct stat found {};
    REQUIRE(::stat(file.c_str(), &found) == 0);
    const std::vector<FileIdentity> inputs{{found.st_dev, found.st_ino}};
    CHECK_THROWS_WITH(OutputFile(file.string(), inputs), Catch::Contains("one of the inputs"));
    CHECK_THROWS_WITH(OutputFile((folder.path() / "." / "cases.csv").string(), inputs),
                      Catch::Contains("one of the inputs"));
    CHECK(text_of(file) == "precious");
}

TEST_CASE("a folder that is not there, and a name that is none, are told before anything is judged") {
    const TemporaryFolder folder;
    const auto name = GENERATE(as<std::string>{}, "nowhere/results.json", "", ".", "..", "folder/");
    fs::create_directory(folder.path() / "folder");
    CAPTURE(name);
    CHECK_THROWS_AS(OutputFile((folder.path() / name).string() + (name.empty() ? "/" : ""), {}), OutputError);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a name as long as names can be is no reason to fail") {
    const TemporaryFolder folder;
    const std::string name(255, 'n');
    OutputFile file((folder.path() / name).string(), {});
    file.complete();
    file.publish();
    CHECK(fs::exists(folder.path() / name));
    CHECK_THROWS_AS(OutputFile((folder.path() / (name + "n")).string(), {}), OutputError);
}

}  // namespace
}  // namespace csapath::cli
