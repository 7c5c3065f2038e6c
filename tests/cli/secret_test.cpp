// SPDX-License-Identifier: MIT
#include "cli/secret.hpp"

#include <sys/stat.h>

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace csapath::cli;
using Catch::Matchers::Contains;

namespace csapath {
namespace {

mode_t mode_of(const std::filesystem::path& file) {
    struct stat found {};
    REQUIRE(::stat(file.c_str(), &found) == 0);
    return found.st_mode & 07777;
}

TEST_CASE("a key is new each time, for its owner alone whatever the umask, and is read as it was made") {
    const TemporaryFolder folder;
    const mode_t before = ::umask(0);
    const std::string id = make_key_file(folder.path() / "a.key", "audit");
    ::umask(before);
    CHECK(mode_of(folder.path() / "a.key") == 0600);
    CHECK(key_from_file(folder.path() / "a.key").id() == id);
    CHECK(text_of(folder.path() / "a.key").find("purpose: audit\n") != std::string::npos);
    CHECK(make_key_file(folder.path() / "b.key", "audit") != id);
}

TEST_CASE("a key is never written over, nor through a link") {
    const TemporaryFolder folder;
    const auto there = folder.write("there.key", "mine");
    CHECK_THROWS_WITH(make_key_file(there, "p"), Contains("is there already"));
    CHECK(text_of(there) == "mine");
    std::filesystem::create_symlink("nowhere", folder.path() / "link.key");
    CHECK_THROWS_AS(make_key_file(folder.path() / "link.key", "p"), OutputError);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "nowhere"));
    CHECK_THROWS_AS(make_key_file(folder.path() / "no-folder" / "a.key", "p"), OutputError);
    CHECK_THROWS_AS(make_key_file(folder.path(), "p"), OutputError);
}

TEST_CASE("a key that others may read is no secret, and a link or a device is no key") {
    const TemporaryFolder folder;
    const auto key = folder.path() / "a.key";
    make_key_file(key, "p");
    for (const mode_t mode : {0640U, 0604U, 0610U, 0602U}) {
        CAPTURE(mode);
        REQUIRE(::chmod(key.c_str(), mode) == 0);
        CHECK_THROWS_WITH(key_from_file(key), Contains("may be read by others") && Contains("chmod 600"));
    }
    REQUIRE(::chmod(key.c_str(), 0400) == 0);
    CHECK_NOTHROW(key_from_file(key));
    std::filesystem::create_symlink(key, folder.path() / "link.key");
    CHECK_THROWS_WITH(key_from_file(folder.path() / "link.key"), Contains("symbolic link"));
    CHECK_THROWS_AS(key_from_file("/dev/null"), UsageError);
    CHECK_THROWS_AS(key_from_file(folder.path()), UsageError);
    CHECK_THROWS_AS(key_from_file(folder.path() / "none.key"), InputError);
}

TEST_CASE("a file that is no key is refused in words that hold nothing of it") {
    const TemporaryFolder folder;
    const auto file = folder.write("no.key", "ZZCANARY\n");
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
    try {
        key_from_file(file);
        FAIL("it was taken for a key");
    } catch (const UsageError& error) {
        CHECK_THAT(error.what(), Contains("is no key file") && !Contains("ZZCANARY"));
    }
}

}  // namespace
}  // namespace csapath
