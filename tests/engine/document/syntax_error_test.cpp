// SPDX-License-Identifier: MIT
#include "engine/document/syntax_error.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

/// One file that is no YAML, or more than one document of it: what is told of it and where, and a piece of the words.
using Refused = std::tuple<std::string, std::string, std::string, std::string>;

void check_refused(const Refused& row) {
    const auto& [name, text, told, words] = row;
    CAPTURE(name, text);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("a quote that is never closed is told at the quote that opens") {
    check_refused(GENERATE(values<Refused>({
        {"Y03 at the end of the file", "a: \"abc\nb: 2\n", "Y003 1:4\n", "noticed only here"},
        {"Y03 single", "a: b\nc: 'abc\nd: 2\n\n\n", "Y003 2:4\n", "quote that opens here"},
        {"Y03 in a list", "- id: x\n- id: \"y\n- id: z\n- id: w\n", "Y003 2:7\n", "quote that opens here"},
        {"Y03 closed by the next one", "a: \"b\nc: \"d\"\n", "Y003 1:4\n", "noticed only here"},
        {"Y03 closed by a later one", "a: 'b\nc: d\ne: 'f'\n", "Y003 1:4\n", "noticed only here"},
        {"Y03 over a document mark", "a: \"x\n---\ny\"\n", "Y003 1:4\n", "quote that opens here"},
        {"Y03 before three blanks", "a: \"b   ", "Y003 1:4\n", "close it"},
    })));
}

TEST_CASE("Y03: the end of the file is told as well where a quote is never closed") {
    const auto read = document("a: \"abc\nb: 2\n");
    REQUIRE(read.diagnostics.found().size() == 1);
    const auto& also = read.diagnostics.found()[0].also;
    REQUIRE(also.size() == 1);
    CHECK(read.source->place(also[0].where.begin) == rules::Place{2, 5});
}

TEST_CASE("what follows the document is told where it begins") {
    check_refused(GENERATE(values<Refused>({
        {"Y04 a key after a list", "- a\nb: 1\n", "Y004 2:1\n", "after the end of the document"},
        {"Y05 two documents", "a: 1\n---\nb: 2\n", "Y004 2:1\n", "split this file"},
        {"Y05 a second document that is broken", "a: 1\n--- {[\n", "Y004 2:1\n", "split this file"},
        {"Y06 text after ...", "a: 1\n...\nanything {[\n", "Y004 3:1\n", "after the end of the document"},
        {"Y07 a comma alone", ",\n", "Y004 1:1\n", "after the end"},
        {"Y07 quoted text and more", "\"foo\",bar\n", "Y004 1:6\n", "after the end"},
    })));
}

TEST_CASE("Y50: a missing colon or space is told on its own line, not on the next") {
    check_refused(GENERATE(values<Refused>({
        {"no colon on the last line", "a: 1\nb 2\n", "Y010 2:1\n", "is a colon missing?"},
        {"no colon before another key", "a: 1\nb 2\nc: 3\n", "Y001 2:1\n", "is a colon missing?"},
        {"no colon on the first line", "b 2\nc: 3\n", "Y001 1:1\n", "is a colon missing?"},
        {"no colon within a step", "referral:\n  title Referral\n  stage: x\n", "Y001 2:3\n", "is a colon missing?"},
        {"no colon, then a comment", "a: 1\nb 2\n# why\nc: 3\n", "Y001 2:1\n", "is a colon missing?"},
        {"no space before another key", "x:\n  a:1\n  b: 2\n", "Y001 2:3\n", "is a space missing after the colon?"},
        {"no space in brackets", "x: {a:1}\n", "Y010 1:5\n", "is a space after the colon missing?"},
        {"no space in the whole file", "a:1\n", "Y001 1:1\n", "is a space missing after the colon?"},
        {"words alone", "pathway\n", "Y001 1:1\n", "is a colon missing?"},
        {"a second colon", "title: Referral: received\n", "Y001 1:16\n", "in quotes"},
    })));
}

TEST_CASE("indentation that does not fit is told where it does not") {
    check_refused(GENERATE(values<Refused>({
        {"Y50 too far", "title: Referral\n  stage: x\n", "Y001 2:3\n", "has a value already"},
        {"Y50 to no line above", "a:\n    b: 1\n  c: 2\n", "Y001 3:3\n", "does not fit the lines above"},
        {"Y45 a tab", "a:\n\tb: 1\n", "F006 2:1\n", "U+0009 (a tab)"},
        {"Y45 spaces and a tab", "a:\n  \tb: 1\n", "F006 2:3\n", "indent with spaces"},
        {"Y45 a tab alone in its line", "a: 1\n\t\nb: 2\n", "F006 2:1\n", "U+0009 (a tab)"},
        {"Y45 spaces, then a tab", "a:\n  b: 1\n\tc: 2\n", "F006 3:1\n", "U+0009 (a tab)"},
    })));
}

TEST_CASE("brackets, and signs of YAML where text was meant, are named") {
    check_refused(GENERATE(values<Refused>({
        {"Y07 never closed", "a: [b\nc: d\n", "Y001 1:4\n", "the bracket [ is never closed"},
        {"Y07 a map never closed", "a: {b: [c, d]\n", "Y001 1:4\n", "the bracket { is never closed"},
        {"Y07 closed twice", "a: [b]]\n", "Y001 1:7\n", "does not match"},
        {"Y07 closed by another", "a: [b}\n", "Y001 1:6\n", ""},
        {"Y07 text after a bracket", "a: [x] y\n", "Y001 1:8\n", "after a closing bracket"},
        {"Y07 text after a quote", "a: \"b\" c\n", "Y001 1:8\n", "after a closing quote"},
        {"Y07 an apostrophe in single quotes", "a: 'don't'\nb: c\n", "Y001 1:9\n", "double each single quote"},
        {"Y51 @", "a: @x\n", "Y013 1:4\n", "'@' cannot stand here"},
        {"Y51 `", "a: `x`\n", "Y013 1:4\n", "put the text in quotes"},
        {"Y51 %", "a: %x\n", "Y013 1:4\n", "'%' cannot stand here"},
        {"Y51 | and text", "a: | \xC3\xA9t\xC3\xA9\n", "Y013 1:6\n", "'\xC3\xA9' cannot stand here"},
        {"Y09 an alias of nothing", "b: *x\n", "Y007 1:4\n", "extends"},
        {"Y09 * alone", "b: *\n", "Y007 1:4\n", "in quotes"},
        {"Y48 a tag that never ends", "b: !<x y\n", "Y008 1:4\n", "tags"},
        {"an escape that does not exist", "a: \"\\d\"\n", "Y001 1:7\n", "backslash"},
    })));
}

}  // namespace
}  // namespace csapath
