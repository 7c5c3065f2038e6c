// SPDX-License-Identifier: MIT
#include "engine/readers/gzip.hpp"

#include <array>

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/packed.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::engine::test;

namespace {

struct Unpacked {
    std::string text, code;
};
Unpacked unpacked(const std::string& bytes, std::size_t at_a_time = 1 << 20) {
    TextBytes source(bytes, at_a_time);
    UnpackedBytes unpacking(source);
    Unpacked made;
    std::array<char, 5> room{};
    while (const std::size_t got = unpacking.read(room)) made.text.append(room.data(), got);
    if (unpacking.fault()) made.code = rules::row(unpacking.fault()->code).id;
    return made;
}

}  // namespace

TEST_CASE("a packed file is read as what it holds, however its bytes come") {
    // "case,event,at" and a line end, as the program gzip packs them.
    const std::string by_gzip{
        "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\x4e\x2c\x4e\xd5\x49\x2d\x4b\xcd\x2b\xd1\x49\x2c\xe1\x02\x00"
        "\x28\xa9\xca\x46\x0e\x00\x00\x00",
        34};
    const auto at_a_time = static_cast<std::size_t>(GENERATE(1, 7, 1 << 20));
    CHECK(unpacked(by_gzip, at_a_time).text == "case,event,at\n");
    CHECK(unpacked(by_gzip, at_a_time).code.empty());
    CHECK(unpacked(gzipped("one,") + gzipped("two"), at_a_time).text == "one,two");
    CHECK(unpacked(gzipped(""), at_a_time).text.empty());
    CHECK(unpacked(gzipped(""), at_a_time).code.empty());
}

TEST_CASE("a packed file that is cut off or damaged says so") {
    const std::string whole = gzipped("case,event,at\nW-1,visit,2025-04-30\n");
    for (std::size_t size = 3; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(unpacked(whole.substr(0, size)).code == "W006");
    }
    std::string spoiled = whole;
    spoiled[whole.size() - 6] = static_cast<char>(spoiled[whole.size() - 6] ^ 1);  // of its checksum
    CHECK(unpacked(spoiled).code == "W006");
    CHECK(unpacked(whole + "more").code == "W006");
}

TEST_CASE("a small file that unpacks to very much is cut off") {
    const Unpacked bomb = unpacked(gzipped(std::string(std::size_t{64} << 20, 'a')));
    CHECK(bomb.code == "D022");
    CHECK(bomb.text.size() < std::size_t{20} << 20);
}

TEST_CASE("a packed file is known by its first bytes, and called without .gz") {
    CHECK(is_gzip(gzipped("x")));
    CHECK_FALSE(is_gzip("case"));
    CHECK(name_unpacked("cases.csv.gz") == "cases.csv");
    CHECK(name_unpacked("cases.csv") == "cases.csv");
}
