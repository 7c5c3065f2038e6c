// SPDX-License-Identifier: MIT
#include "engine/reporters/escape.hpp"

#include <nlohmann/json.hpp>
#include <random>

#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {
std::string json(std::string_view text) {
    std::string result;
    append_json(text, result);
    return result;
}

std::string csv(std::string_view text, Cells cells) {
    std::string result;
    append_csv(text, cells, result);
    return result;
}

std::string utf8(char32_t code) {
    const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    const auto tail = [&](unsigned shift) { return byte(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), tail(0)};
    if (code < 0x10000) return {byte(0xE0 | code >> 12), tail(6), tail(0)};
    return {byte(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

/// Random text in which the characters that need care are common. The same on every machine: the generator is the
/// standard's own, and no distribution is used.
std::string random_text(std::mt19937& random) {
    static const std::u32string awkward = U"\"\\</\n\r\t\b\f\x00\x1b\x7f\x80\x9f\u061c\u200b\u2028\u2029\u202e\ufeff";
    std::string text;
    for (auto left = random() % 40; left > 0; --left) {
        switch (random() % 4) {
            case 0:
                text += utf8(awkward[random() % awkward.size()]);
                break;
            case 1: {
                const auto code = static_cast<char32_t>(random() % 0x110000);
                if (code < 0xD800 || code > 0xDFFF) text += utf8(code);
                break;
            }
            default:
                text += static_cast<char>(' ' + random() % 95);
        }
    }
    return text;
}

/// Takes away what defusing added, by the words of the specification alone.
std::string undone(std::string text) {
    static const std::vector<std::string> signs = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    if (text.empty() || text.front() != '\'') return text;
    const std::string rest =
        text.substr(text.find_first_not_of('\'') == std::string::npos ? text.size() : text.find_first_not_of('\''));
    for (const std::string& sign : signs) {
        if (rest.rfind(sign, 0) == 0) return text.substr(1);
    }
    return text;
}
}  // namespace

TEST_CASE("JSON strings escape what has to be, what a terminal would obey, and what would end a script") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"", R"("")"},
        {"plain text of more than eight bytes", R"("plain text of more than eight bytes")"},
        {"say \"no\"", R"("say \"no\"")"},
        {"a\\b", R"("a\\b")"},
        {"line\nend\r\ttab", R"("line\nend\r\ttab")"},
        {std::string("zero\0byte", 9), R"("zero\u0000byte")"},
        {"\x1b[31mred", R"("\u001b[31mred")"},
        {"delete\x7f", R"("delete\u007f")"},
        {"c1 \u009b", R"("c1 \u009b")"},
        {"evil \u202e", R"("evil \u202e")"},
        {"two\u2028lines\u2029", R"("two\u2028lines\u2029")"},
        {"\ufeffmark", R"("\ufeffmark")"},
        {"</script>", R"("<\/script>")"},
        {"a < b / c <", R"("a < b / c <")"},
        {"Ŵyn, Zoë, 慧, 👧", R"("Ŵyn, Zoë, 慧, 👧")"},
    }));

    CHECK(json(text) == written);
}

TEST_CASE("a byte that is not UTF-8 becomes the replacement character, whatever stands around it") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"\xff", R"("\ufffd")"},
        {"seven b\x80ytes", R"("seven b\ufffdytes")"},
        {"cut \xe2\x80", R"("cut \ufffd\ufffd")"},
        {"overlong \xc0\xaf", R"("overlong \ufffd\ufffd")"},
        {"surrogate \xed\xa0\x80", R"("surrogate \ufffd\ufffd\ufffd")"},
    }));

    CHECK(json(text) == written);
}

TEST_CASE("a character that needs an escape is found at every place in a text") {
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t after = 0; after < 20; ++after) {
            const std::string text = std::string(before, 'a') + '"' + std::string(after, 'z');
            CHECK(json(text) == '"' + std::string(before, 'a') + "\\\"" + std::string(after, 'z') + '"');
        }
    }
}

TEST_CASE("whatever is written as a JSON string is read back as it was, and shows nothing a terminal obeys") {
    std::mt19937 random(20260331);
    for (int round = 0; round < 5000; ++round) {
        const std::string text = random_text(random);
        const std::string written = json(text);
        CAPTURE(written);

        REQUIRE(nlohmann::json::parse(written).get<std::string>() == text);
        REQUIRE(written.find("</") == std::string::npos);
        // A backslash is printable, so a text with nothing to hide is left alone.
        REQUIRE(rules::printable(written) == written);
    }
}

TEST_CASE("text for a terminal is what rules::printable makes of it") {
    std::mt19937 random(20260401);
    for (int round = 0; round < 1000; ++round) {
        const std::string text = random_text(random);
        REQUIRE(for_terminal(text) == rules::printable(text));
    }
    CHECK(for_terminal("W-0143") == "W-0143");
    CHECK(for_terminal("W-\x1b[2J") == "W-\\x1b[2J");
}

TEST_CASE("a CSV field is in quotes only where it has to be") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"W-0143", "W-0143"},
        {"police;health", "police;health"},
        {"a, b", "\"a, b\""},
        {"say \"no\"", "\"say \"\"no\"\"\""},
        {"\"", "\"\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"old\rline", "\"old\rline\""},
        {" ahead", "\" ahead\""},
        {"behind ", "\"behind \""},
        {"=1+1", "=1+1"},
        {"'=1", "'=1"},
    }));

    CHECK(csv(text, Cells::exact) == written);
}

TEST_CASE("a cell that a spreadsheet could take for a formula is defused") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"=1+1", "'=1+1"},
        {"+44 20", "'+44 20"},
        {"-7", "'-7"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\tx", "\"'\tx\""},
        {"\rx", "\"'\rx\""},
        {"＝1", "'＝1"},
        {"＋1", "'＋1"},
        {"－1", "'－1"},
        {"＠x", "'＠x"},
        {"'=1", "''=1"},
        {"''=1", "'''=1"},
        {"=A1,\"x\"", "\"'=A1,\"\"x\"\"\""},
    }));

    CHECK(csv(text, Cells::defused) == written);
}

TEST_CASE("a cell that no spreadsheet takes for a formula stays as it is") {
    const std::string text = GENERATE("", "W-0143", "'quoted'", "'", "''", "a=1", " =1", "２", "2025-05-06");
    CAPTURE(text);

    CHECK(csv(text, Cells::defused) == csv(text, Cells::exact));
}

TEST_CASE("defusing can always be undone") {
    const std::vector<std::string> pieces = {"'", "=", "+", "-", "@", "\t", "\r", "＝", "＠", "a", ""};
    for (const std::string& first : pieces) {
        for (const std::string& second : pieces) {
            for (const std::string& third : pieces) {
                const std::string text = first + second + third;
                std::string cell = csv(text, Cells::defused);
                if (!cell.empty() && cell.front() == '"') cell = cell.substr(1, cell.size() - 2);
                CAPTURE(text, cell);
                CHECK(undone(cell) == text);
            }
        }
    }
}
