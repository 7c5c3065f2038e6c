// SPDX-License-Identifier: MIT
#include "rules/text/snippet.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
/// Of the first place where `part` stands in `source`.
Span at(const Source& source, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(source.text().find(part));
    REQUIRE(begin < source.text().size());
    return {&source, begin, begin + static_cast<std::uint32_t>(part.size())};
}

Diagnostic unknown(Span where) {
    return {.code = Code::rule_unknown_name, .where = where, .message = "no such step"};
}
}  // namespace

TEST_CASE("a message shows its line, underlined where it is wrong") {
    const Source source("csa-response.yaml", "next:\n  stratgy-discussion: must within 3 working days\n");
    Diagnostic diagnostic = unknown(at(source, "stratgy-discussion"));
    diagnostic.message = "there is no step 'stratgy-discussion'; did you mean 'strategy-discussion'?";
    diagnostic.label = "not a step";
    diagnostic.help = "steps are declared under `steps`";
    CHECK(rendered(diagnostic) ==
          "csa-response.yaml:2:3: error[R004]: there is no step 'stratgy-discussion'; did you mean "
          "'strategy-discussion'?\n"
          "    2 |   stratgy-discussion: must within 3 working days\n"
          "      |   ^^^^^^^^^^^^^^^^^^ not a step\n"
          "      = help: steps are declared under `steps`\n");
}

TEST_CASE("severity and code are those of the catalogue") {
    const Source source("a.yaml", "x");
    const auto head = [&](Code code) { return headline({.code = code, .where = {&source, 0, 1}, .message = "m"}); };
    CHECK(head(Code::field_unknown) == "a.yaml:1:1: error[Y020]: m");
    CHECK(head(Code::rule_always) == "a.yaml:1:1: warning[R015]: m");
    CHECK(head(Code::data_duplicate) == "a.yaml:1:1: note[D015]: m");
}

TEST_CASE("a row of a data file has its address, and no line") {
    const Diagnostic diagnostic{.code = Code::data_date,
                                .where = {},
                                .message = "not a date",
                                .help = "write YYYY-MM-DD",
                                .address = "cases.csv: row 17, column 'at'"};
    CHECK(rendered(diagnostic) ==
          "cases.csv: row 17, column 'at': error[D009]: not a date\n"
          "      = help: write YYYY-MM-DD\n");
}

TEST_CASE("what has neither place nor address is told all the same") {
    CHECK(rendered({.code = Code::file_empty, .where = {}, .message = "nothing here"}) ==
          "error[F004]: nothing here\n");
}

TEST_CASE("where there is a place, the address of a row is not used") {
    const Source source("a.yaml", "x");
    Diagnostic diagnostic = unknown({&source, 0, 1});
    diagnostic.address = "cases.csv:17";
    CHECK(headline(diagnostic) == "a.yaml:1:1: error[R004]: no such step");
}

TEST_CASE("tabs before the place stand in the underline too") {
    const Source source("a.yaml", "\tx:\tyes\n");
    CHECK(rendered(unknown(at(source, "yes"))) ==
          "a.yaml:1:5: error[R004]: no such step\n"
          "    1 | \tx:\tyes\n"
          "      | \t  \t^^^\n");
}

TEST_CASE("a character of several bytes takes one column") {
    const Source source("a.yaml",
                        "Zo\xC3\xAB \xC5\x81\xC3\xB3"
                        "d\xC5\xBA: y\xC3\xA9s\n");  // Zoë Łódź: yés
    CHECK(rendered(unknown(at(source, "y\xC3\xA9s"))) ==
          "a.yaml:1:11: error[R004]: no such step\n"
          "    1 | Zo\xC3\xAB \xC5\x81\xC3\xB3"
          "d\xC5\xBA: y\xC3\xA9s\n"
          "      |           ^^^\n");
}

TEST_CASE("a control character is shown escaped, and the underline allows for it") {
    const Source source("a.yaml",
                        "a\x1b[2Jb\xE2\x80\xAE"
                        "c\xFF: yes\n");
    CHECK(rendered(unknown(at(source, "yes"))) ==
          "a.yaml:1:12: error[R004]: no such step\n"
          "    1 | a\\x1b[2Jb\\u202ec\\xff: yes\n"
          // 1 + 4 + 3 + 1 + 6 + 1 + 4 + 2 = 22 columns stand before it
          "      | " +
              std::string(22, ' ') + "^^^\n");
    CHECK(rendered(unknown(at(source, "\x1b"))) ==
          "a.yaml:1:2: error[R004]: no such step\n"
          "    1 | a\\x1b[2Jb\\u202ec\\xff: yes\n"
          "      |  ^^^^\n");
}

TEST_CASE("of a place of several lines the first is underlined to its end") {
    const Source source("a.yaml", "x: one\r\n  two\r\nthree");
    CHECK(rendered(unknown(at(source, "one\r\n  two"))) ==
          "a.yaml:1:4: error[R004]: no such step\n"
          "    1 | x: one\n"
          "      |    ^^^\n");
}

TEST_CASE("an empty place is one mark") {
    const Source source("a.yaml", "x: one\ny:");
    const auto mark = [&](std::uint32_t offset) { return rendered(unknown({&source, offset, offset})); };
    CHECK(mark(3) ==
          "a.yaml:1:4: error[R004]: no such step\n"
          "    1 | x: one\n"
          "      |    ^\n");
    SECTION("at the end of a line") {
        CHECK(mark(6) ==
              "a.yaml:1:7: error[R004]: no such step\n"
              "    1 | x: one\n"
              "      |       ^\n");
    }
    SECTION("at the end of the file, or past it") {
        const char* const end =
            "a.yaml:2:3: error[R004]: no such step\n"
            "    2 | y:\n"
            "      |   ^\n";
        CHECK(mark(9) == end);
        CHECK(mark(900) == end);
    }
}

TEST_CASE("an empty line is shown without trailing blanks") {
    const Source source("a.yaml", "x\n");
    CHECK(rendered(unknown({&source, 2, 2})) ==
          "a.yaml:2:1: error[R004]: no such step\n"
          "    2 |\n"
          "      | ^\n");
}

TEST_CASE("line numbers up to 99999 keep the bars under one another") {
    const Source source("a.yaml", std::string(12344, '\n') + "here");
    CHECK(rendered(unknown(at(source, "here"))) ==
          "a.yaml:12345:1: error[R004]: no such step\n"
          "12345 | here\n"
          "      | ^^^^\n");
}

TEST_CASE("a line of 160 characters is shown whole") {
    const std::string line(160, 'x');
    const Source source("a.yaml", line);
    CHECK(rendered(unknown({&source, 0, 1})) ==
          "a.yaml:1:1: error[R004]: no such step\n"
          "    1 | " +
              line +
              "\n"
              "      | ^\n");
}

TEST_CASE("a longer line is cut around the place") {
    const std::string before(500, 'a'), after(500, 'b');
    const Source source("a.yaml", before + "HERE" + after);

    SECTION("on both sides: 60 characters before the place, 160 in all") {
        CHECK(rendered(unknown(at(source, "HERE"))) ==
              "a.yaml:1:501: error[R004]: no such step\n"
              "    1 | …" +
                  std::string(60, 'a') + "HERE" + std::string(96, 'b') +
                  "…\n"
                  "      |  " +
                  std::string(60, ' ') + "^^^^\n");
    }
    SECTION("at its beginning nothing is left out there") {
        CHECK(rendered(unknown({&source, 10, 12})) ==
              "a.yaml:1:11: error[R004]: no such step\n"
              "    1 | " +
                  std::string(160, 'a') +
                  "…\n"
                  "      | " +
                  std::string(10, ' ') + "^^\n");
    }
    SECTION("at its end nothing is left out there") {
        CHECK(rendered(unknown({&source, 1003, 1004})) ==
              "a.yaml:1:1004: error[R004]: no such step\n"
              "    1 | …" +
                  std::string(160, 'b') +
                  "\n"
                  "      |  " +
                  std::string(159, ' ') + "^\n");
    }
    SECTION("an underline does not reach past what is shown") {
        CHECK(rendered(unknown({&source, 0, 1004})) ==
              "a.yaml:1:1: error[R004]: no such step\n"
              "    1 | " +
                  std::string(160, 'a') +
                  "…\n"
                  "      | " +
                  std::string(160, '^') + "\n");
    }
    SECTION("just after its end there is still a mark") {
        CHECK(rendered(unknown({&source, 1004, 1004})) ==
              "a.yaml:1:1005: error[R004]: no such step\n"
              "    1 | …" +
                  std::string(160, 'b') +
                  "\n"
                  "      |  " +
                  std::string(160, ' ') + "^\n");
    }
}

TEST_CASE("other places follow, each with its own line") {
    const Source national("national.yaml", "title: one\n");
    const Source local("local.yaml", "\n\ntitle: two\n");
    Diagnostic diagnostic{.code = Code::yaml_key_twice, .where = at(local, "title"), .message = "'title' stands twice"};
    diagnostic.help = "keep one of them\nand drop the other";
    diagnostic.also = {{at(national, "title"), "the first is here"}, {{}, "and one more"}};
    CHECK(rendered(diagnostic) ==
          "local.yaml:3:1: error[Y009]: 'title' stands twice\n"
          "    3 | title: two\n"
          "      | ^^^^^\n"
          "      = help: keep one of them\n"
          "              and drop the other\n"
          "national.yaml:1:1: the first is here\n"
          "    1 | title: one\n"
          "      | ^^^^^\n"
          "and one more\n");
}

TEST_CASE("no message, name or label can forge a line or drive a terminal") {
    const Source source("a\n.yaml", "x");
    const Diagnostic diagnostic{.code = Code::rule_value,
                                .where = {&source, 0, 1},
                                .message = "one\ntwo\x1b[31m",
                                .label = "three\nfour",
                                .help = "five\rsix",
                                .also = {{{}, "seven\neight"}}};
    CHECK(rendered(diagnostic) ==
          "a\\n.yaml:1:1: error[R006]: one\\ntwo\\x1b[31m\n"
          "    1 | x\n"
          "      | ^ three\\nfour\n"
          "      = help: five\\rsix\n"
          "seven\\neight\n");
}

TEST_CASE("a terminal shows the same text in colour") {
    const Source source("a.yaml", "one: two\n");
    Diagnostic diagnostic = unknown(at(source, "two"));
    diagnostic.label = "here";
    diagnostic.help = "help";
    diagnostic.also = {{at(source, "one"), "there"}};
    const std::string coloured = rendered(diagnostic, Colour::terminal);

    CHECK(coloured.find("\x1b[1;31merror[R004]:\x1b[0m") != std::string::npos);
    CHECK(coloured.find("\x1b[1;31m^^^ here\x1b[0m") != std::string::npos);

    std::string bare;
    for (std::size_t at = 0; at < coloured.size(); ++at) {
        if (coloured[at] == '\x1b')
            at = coloured.find('m', at);
        else
            bare += coloured[at];
    }
    CHECK(bare == rendered(diagnostic));
    CHECK(rendered(diagnostic).find('\x1b') == std::string::npos);
}

TEST_CASE("warnings and notes have their own colours") {
    const auto coloured = [](Code code) {
        return rendered({.code = code, .where = {}, .message = "m"}, Colour::terminal);
    };
    CHECK(coloured(Code::rule_always).find("\x1b[1;33mwarning[R015]:\x1b[0m") != std::string::npos);
    CHECK(coloured(Code::data_duplicate).find("\x1b[1;36mnote[D015]:\x1b[0m") != std::string::npos);
}

TEST_CASE("what can be printed is left as it is, and nothing else") {
    auto [text, shown] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"plain text, 'quoted' \\ \"so\"", "plain text, 'quoted' \\ \"so\""},
        {"Zo\xC3\xAB \xE6\x97\xA5 \xF0\x9F\x98\x80", "Zo\xC3\xAB \xE6\x97\xA5 \xF0\x9F\x98\x80"},
        {"a\nb\rc\td", "a\\nb\\rc\\td"},
        {std::string("\0\x01\x1b\x1f\x7f", 5), "\\x00\\x01\\x1b\\x1f\\x7f"},
        {"\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0", "\\u0080\\u009b\\u009f\xC2\xA0"},  // C1, and a no-break space
        {"\xE2\x80\x8B\xE2\x80\x8D\xE2\x80\x8E\xE2\x80\x8F", "\\u200b\\u200d\\u200e\\u200f"},
        {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"},  // line and paragraph separators
        {"\xE2\x80\xAA\xE2\x80\xAE", "\\u202a\\u202e"},
        {"\xE2\x81\xA6\xE2\x81\xA9", "\\u2066\\u2069"},
        {"\xD8\x9C\xE2\x81\xA0", "\\u061c\\u2060"},  // Arabic letter mark, word joiner
        {"\xEF\xBB\xBFx", "\\ufeffx"},
        {"\xFF\xC3(\xED\xA0\x80", "\\xff\\xc3(\\xed\\xa0\\x80"},                           // not UTF-8
        {"\xE2\x80\x90\xE2\x80\xA7\xE2\x80\xAF", "\xE2\x80\x90\xE2\x80\xA7\xE2\x80\xAF"},  // neighbours that may stand
    }));
    CHECK(printable(text) == shown);
}
