// SPDX-License-Identifier: MIT
#include "rules/text/passage.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
// In the file:                            what is meant:
//   0123456789                              0123456789012
//   must: |                                 ab c
//     ab c\n      (4 spaces, from byte 8)   defg
//     defg\n
const char* const file = "must: |\n    ab c\n    defg\n";

Passage block(const Source& source) {
    return {"ab c\ndefg\n", {&source, 6, 26}, {{0, 12}, {5, 21}}};
}
}  // namespace

TEST_CASE("a place in a block of several lines leads to the line it was written on") {
    const Source source("a.yaml", file);
    const Passage passage = block(source);

    CHECK(passage.span(0, 2).text() == "ab");
    CHECK(passage.span(3, 4).text() == "c");
    CHECK(passage.span(5, 9).text() == "defg");
    CHECK(passage.span(6, 8).text() == "ef");
}

TEST_CASE("a stretch over two lines holds the indentation between them") {
    const Source source("a.yaml", file);
    CHECK(block(source).span(3, 7).text() == "c\n    de");
}

TEST_CASE("a stretch that ends with its line does not reach into the next") {
    const Source source("a.yaml", file);
    CHECK(block(source).span(3, 5).text() == "c\n");
}

TEST_CASE("the end of the text is just after its last byte") {
    const Source source("a.yaml", file);
    const Passage passage = block(source);
    CHECK(passage.span(10, 10) == Span{&source, 26, 26});
    CHECK(passage.span(9, 10) == Span{&source, 25, 26});
}

TEST_CASE("an empty stretch stays at its place") {
    const Source source("a.yaml", file);
    CHECK(block(source).span(5, 5) == Span{&source, 21, 21});
}

TEST_CASE("an escape that is longer than what it means moves what follows") {
    // In quotes, an escaped quote: two bytes in the file, one in the text.
    const Source source("a.yaml", R"("a\"bc")");
    const Passage passage{"a\"bc", {&source, 0, 7}, {{0, 1}, {1, 2}, {2, 4}}};
    CHECK(passage.span(2, 4).text() == "bc");
    CHECK(passage.span(0, 1).text() == "a");
    CHECK(passage.span(0, 4).text() == R"(a\"bc)");
}

TEST_CASE("offsets beyond the text, or the wrong way round, stay inside it") {
    const Source source("a.yaml", file);
    const Passage passage = block(source);
    CHECK(passage.span(5, 900) == passage.span(5, 10));
    CHECK(passage.span(900, 901) == passage.span(10, 10));
    CHECK(passage.span(6, 2) == passage.span(6, 6));
}

TEST_CASE("a passage of nothing is where it was written, quotes and all") {
    const Source source("a.yaml", "x: \"\"");
    const Passage passage{"", {&source, 3, 5}, {}};
    CHECK(passage.span(0, 0) == Span{&source, 3, 5});
}

TEST_CASE("a whole source is a passage whose bytes stand where they are") {
    const Source source("a.txt", "record outcome");
    const Passage passage = whole(source);
    CHECK(passage.text == "record outcome");
    CHECK(passage.where == Span{&source, 0, 14});
    CHECK(passage.span(7, 14) == Span{&source, 7, 14});
    CHECK(whole(Source("a.txt", "")).text.empty());
}
