// SPDX-License-Identifier: MIT
#include "engine/document/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath {
namespace {

using engine::text_of_file;
using rules::Code;
using rules::Diagnostics;

TEST_CASE("a file is read as it stands, byte for byte") {
    using namespace std::string_literals;
    const TemporaryFolder folder;
    const std::string bytes = GENERATE(""s, "a: b\r\n"s, "\xEF\xBB\xBF\0\xFF"s, std::string(200'000, 'x'));

    Diagnostics diagnostics;
    CHECK(text_of_file(folder.write("a.yaml", bytes), diagnostics) == bytes);
    CHECK(diagnostics.empty());
}

TEST_CASE("a link to a file is as good as the file") {
    const TemporaryFolder folder;
    folder.write("a.yaml", "a: b\n");
    std::filesystem::create_symlink("a.yaml", folder.path() / "b.yaml");

    Diagnostics diagnostics;
    CHECK(text_of_file(folder.path() / "b.yaml", diagnostics) == "a: b\n");
}

TEST_CASE("Y47: a file may be as large as the limit, and not a byte larger") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.yaml", "12345678");

    Diagnostics diagnostics;
    CHECK(text_of_file(file, diagnostics, 8) == "12345678");
    CHECK(diagnostics.empty());
    CHECK_FALSE(text_of_file(file, diagnostics, 7));
    REQUIRE(diagnostics.found().size() == 1);
    CHECK(diagnostics.found()[0].code == Code::file_too_large);
}

TEST_CASE("Y01: what is no regular file is named, and never waited for") {
    const TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::vector<std::pair<std::string, std::string>> rows{
        {folder.path().string(), "a folder where a file was expected"},
        {pipe.string(), "a pipe where a file was expected"},
        {"/dev/zero", "a device where a file was expected"},
    };
    for (const auto& [path, message] : rows) {
        CAPTURE(path);
        Diagnostics diagnostics;
        CHECK_FALSE(text_of_file(path, diagnostics));
        REQUIRE(diagnostics.found().size() == 1);
        CHECK(diagnostics.found()[0].code == Code::file_not_regular);
        CHECK(diagnostics.found()[0].message == message);
        CHECK(diagnostics.found()[0].address == path);
    }
}

TEST_CASE("Y01: a file that cannot be opened is named with the system's reason") {
    const TemporaryFolder folder;
    const auto missing = folder.path() / "missing.yaml";
    Diagnostics diagnostics;
    CHECK_FALSE(text_of_file(missing, diagnostics));
    REQUIRE(diagnostics.found().size() == 1);
    CHECK(rules::headline(diagnostics.found()[0]) ==
          missing.string() + ": error[F001]: the file cannot be read: No such file or directory");
}

TEST_CASE("Y01: a file that may not be read is named with the system's reason") {
    if (::geteuid() == 0) return;  // to the superuser no file is closed
    const TemporaryFolder folder;
    const auto file = folder.write("secret.yaml", "a: b\n");
    REQUIRE(::chmod(file.c_str(), 0) == 0);
    Diagnostics diagnostics;
    CHECK_FALSE(text_of_file(file, diagnostics));
    REQUIRE(diagnostics.found().size() == 1);
    CHECK(diagnostics.found()[0].code == Code::file_unreadable);
    CHECK(diagnostics.found()[0].message == "the file cannot be read: Permission denied");
}

}  // namespace
}  // namespace csapath
