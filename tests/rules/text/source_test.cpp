// SPDX-License-Identifier: MIT
#include "rules/text/source.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
Place place(std::uint32_t line, std::uint32_t column) {
    return {line, column};
}
}  // namespace

TEST_CASE("a place counts lines and characters from one") {
    const Source source("a.yaml", "one\ntwo\n\nfour");
    auto [offset, line, column] = GENERATE(table<std::uint32_t, std::uint32_t, std::uint32_t>({
        {0, 1, 1},
        {2, 1, 3},
        {3, 1, 4},  // the line feed stands after the last character
        {4, 2, 1},
        {8, 3, 1},
        {9, 4, 1},
        {12, 4, 4},
        {13, 4, 5},    // the end
        {1000, 4, 5},  // past it
    }));
    CAPTURE(offset);
    CHECK(source.place(offset) == place(line, column));
}

TEST_CASE("a line ends in LF, CR LF or CR") {
    const Source source("a.yaml", "a\r\nb\rc\n\rd");
    CHECK(source.line(1) == "a");
    CHECK(source.line(2) == "b");
    CHECK(source.line(3) == "c");
    CHECK(source.line(4).empty());
    CHECK(source.line(5) == "d");
    CHECK(source.place(1) == place(1, 2));
    CHECK(source.place(2) == place(1, 2));  // the LF of CR LF belongs to its line, and is no character of it
    CHECK(source.place(3) == place(2, 1));
    CHECK(source.place(5) == place(3, 1));
    CHECK(source.place(7) == place(4, 1));
    CHECK(source.place(8) == place(5, 1));
}

TEST_CASE("a line end at the very end begins an empty last line") {
    const Source source("a.yaml", "a\r");
    CHECK(source.place(2) == place(2, 1));
    CHECK(source.line(2).empty());
}

TEST_CASE("there is no line before the first or after the last") {
    const Source source("a.yaml", "a\nb");
    CHECK(source.line(0).empty());
    CHECK(source.line(3).empty());
    CHECK(source.line(4'000'000'000).empty());
}

TEST_CASE("a text of nothing has one empty line") {
    const Source source("a.yaml", "");
    CHECK(source.line(1).empty());
    CHECK(source.place(0) == place(1, 1));
    CHECK(source.place(7) == place(1, 1));
}

TEST_CASE("a column counts characters, not bytes") {
    // Z, o, e with diaeresis (2 bytes), space, an emoji (4 bytes), x
    const Source source("a.yaml", "Zo\xC3\xAB \xF0\x9F\x98\x80x");
    CHECK(source.place(2) == place(1, 3));
    CHECK(source.place(3) == place(1, 3));  // inside the character
    CHECK(source.place(4) == place(1, 4));
    CHECK(source.place(5) == place(1, 5));
    CHECK(source.place(8) == place(1, 5));
    CHECK(source.place(9) == place(1, 6));
}

TEST_CASE("a byte that is not UTF-8 counts as one character") {
    const Source source("a.yaml", "a\xFF\xC3z");
    CHECK(source.place(2) == place(1, 3));
    CHECK(source.place(3) == place(1, 4));
}

TEST_CASE("a byte order mark at the start is no part of the first line") {
    const Source source("a.yaml", "\xEF\xBB\xBFx: 1\ny");
    CHECK(source.line(1) == "x: 1");
    CHECK(source.place(0) == place(1, 1));
    CHECK(source.place(3) == place(1, 1));
    CHECK(source.place(4) == place(1, 2));
    CHECK(source.place(8) == place(2, 1));
}

TEST_CASE("two spans of one source join; others do not") {
    Sources sources;
    const Source& national = sources.add("national.yaml", "0123456789");
    const Source& local = sources.add("local.yaml", "0123456789");

    CHECK(joined({&national, 2, 4}, {&national, 7, 9}) == Span{&national, 2, 9});
    CHECK(joined({&national, 7, 9}, {&national, 2, 4}) == Span{&national, 2, 9});
    CHECK(joined({&national, 2, 8}, {&national, 3, 4}) == Span{&national, 2, 8});
    CHECK(joined({&national, 2, 4}, {&local, 7, 9}) == Span{&national, 2, 4});
    CHECK(joined({}, {&local, 7, 9}) == Span{&local, 7, 9});
    CHECK(joined({&local, 7, 9}, {}) == Span{&local, 7, 9});
}

TEST_CASE("a span knows its text and its address") {
    Sources sources;
    const Source& source = sources.add("dir/a.yaml", "title: x\nsteps: y\n");
    const Span span{&source, 9, 14};
    CHECK(span.text() == "steps");
    CHECK(address(span) == "dir/a.yaml:2:1");
    CHECK(address({&source, 16, 17}) == "dir/a.yaml:2:8");
}

TEST_CASE("what is nowhere has no text and no address") {
    CHECK(Span{}.empty());
    CHECK(Span{}.text().empty());
    CHECK(address({}).empty());
}

TEST_CASE("a source stays where it is when others are added") {
    Sources sources;
    const Source& first = sources.add("first", "text");
    for (int i = 0; i < 1000; ++i) sources.add("more", "text");
    CHECK(&sources.all().front() == &first);
    CHECK(first.name() == "first");
}
