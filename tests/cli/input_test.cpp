// SPDX-License-Identifier: MIT
#include "cli/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::cli {
namespace {

constexpr int no_input = -1;

std::string all_of(engine::Bytes& bytes) {
    std::string text;
    std::array<char, 3> room{};
    while (const std::size_t count = bytes.read(room)) text.append(room.data(), count);
    return text;
}

std::vector<std::string> names(const Inputs& inputs) {
    std::vector<std::string> all;
    for (const auto& file : inputs.files) all.push_back(std::filesystem::path(file.name).filename().string());
    return all;
}

TEST_CASE("a file is read from its start, as often as it is asked for") {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.csv", "case,event,at\n").string();
    const Inputs found = inputs({path}, "csv", no_input);
    REQUIRE(found.files.size() == 1);
    CHECK(found.files[0].name == path);
    CHECK(found.files[0].format == "csv");
    const auto bytes = found.files[0].open();
    CHECK(all_of(*bytes) == "case,event,at\n");
    CHECK(all_of(*bytes).empty());
    REQUIRE(bytes->rewind());
    CHECK(all_of(*bytes) == "case,event,at\n");
    CHECK(all_of(*found.files[0].open()) == "case,event,at\n");
}

TEST_CASE("of a folder the files of events are read, in byte order of their names, and nothing below it") {
    const TemporaryFolder folder;
    for (const char* file : {"b.csv", "a.ndjson", "B.csv", "c.jsonl", "d.xml", "e.txt", "f", "inside/g.csv", "csv",
                             "h.csv.gz", "i.xlsx", "j.gz"})
        folder.write(file, std::string("text of ") + file);
    std::filesystem::create_directory(folder.path() / "folder.csv");
    CHECK(names(inputs({folder.path().string()}, "", no_input)) ==
          std::vector<std::string>{"B.csv", "a.ndjson", "b.csv", "c.jsonl", "d.xml", "h.csv.gz", "i.xlsx"});
}

TEST_CASE("a folder without events is a mistake of the command line") {
    const TemporaryFolder folder;
    folder.write("notes.txt", "");
    CHECK_THROWS_AS(inputs({folder.path().string()}, "", no_input), UsageError);
}

TEST_CASE("what comes through a pipe is kept, so that it can be read again") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    REQUIRE(::write(ends[1], "hello", 5) == 5);
    ::close(ends[1]);
    const Inputs found = inputs({"-"}, "", ends[0]);
    REQUIRE(found.files.size() == 1);
    CHECK(found.files[0].name == "standard input");
    const auto bytes = found.files[0].open();
    CHECK(all_of(*bytes) == "hello");
    REQUIRE(bytes->rewind());
    CHECK(all_of(*bytes) == "hello");
    CHECK(all_of(*found.files[0].open()) == "hello");
    ::close(ends[0]);
}

TEST_CASE("standard input that is a file is read from where it stands, and not kept") {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.csv", "before|after").string();
    const int descriptor = ::open(path.c_str(), O_RDONLY);
    REQUIRE(::lseek(descriptor, 7, SEEK_SET) == 7);
    const Inputs found = inputs({"-"}, "", descriptor);
    CHECK(all_of(*found.files[0].open()) == "after");
    CHECK(all_of(*found.files[0].open()) == "after");
    CHECK(found.identities.size() == 1);
    ::close(descriptor);
}

TEST_CASE("one file is not read twice, by whatever path") {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.csv", "x").string();
    const std::string round = (folder.path() / "." / "a.csv").string();
    const std::string link = (folder.path() / "link.csv").string();
    const std::string hard = (folder.path() / "hard.csv").string();
    std::filesystem::create_symlink("a.csv", link);
    std::filesystem::create_hard_link(path, hard);
    CHECK_THROWS_AS(inputs({path, path}, "", no_input), UsageError);
    CHECK_THROWS_AS(inputs({path, round}, "", no_input), UsageError);
    CHECK_THROWS_AS(inputs({link, path}, "", no_input), UsageError);
    CHECK_THROWS_AS(inputs({path, hard}, "", no_input), UsageError);
    CHECK_THROWS_AS(inputs({path, folder.path().string()}, "", no_input), UsageError);
    const int descriptor = ::open(path.c_str(), O_RDONLY);
    CHECK_THROWS_AS(inputs({"-", path}, "", descriptor), UsageError);
    CHECK_THROWS_AS(inputs({"-", "-"}, "", descriptor), UsageError);
    ::close(descriptor);
}

TEST_CASE("what is no file is refused at once and never waited for") {
    const TemporaryFolder folder;
    const std::string pipe = (folder.path() / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(inputs({pipe}, "", no_input), Catch::Contains("is a pipe, not a file"));
    CHECK_THROWS_WITH(inputs({"/dev/zero"}, "", no_input), Catch::Contains("is a device, not a file"));
}

TEST_CASE("a file that cannot be opened is named with the reason of the system, its name made harmless") {
    CHECK_THROWS_WITH(inputs({"no\nsuch.csv"}, "", no_input), "no\\nsuch.csv: No such file or directory");
    CHECK_THROWS_AS(inputs({""}, "", no_input), InputError);
    CHECK_THROWS_AS(inputs({"-"}, "", no_input), InputError);
}

TEST_CASE("a file that is gone by the time it is opened is told then") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.csv", "x");
    const Inputs found = inputs({path.string()}, "", no_input);
    std::filesystem::remove(path);
    CHECK_THROWS_AS(found.files[0].open(), InputError);
}

}  // namespace
}  // namespace csapath::cli
