// SPDX-License-Identifier: MIT
#include "rules/language/syntax_error.hpp"

#include <string>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"

namespace csapath::rules {
namespace {

using Catch::Matchers::Contains;
using tests::kept;

enum class As { edge, sentence, condition, length };
constexpr As edge = As::edge, sentence = As::sentence, condition = As::condition, length = As::length;

/// The one error of a text that must not read.
Diagnostic fault(As as, const std::string& text) {
    const Passage passage = whole(kept(text));
    Diagnostics diagnostics;
    const bool read = as == edge        ? parse_edge(passage, diagnostics).has_value()
                      : as == sentence  ? parse_sentence(passage, diagnostics).has_value()
                      : as == condition ? parse_condition(passage, diagnostics).has_value()
                                        : parse_period(passage, diagnostics).has_value();
    INFO(text.substr(0, 200));
    CHECK_FALSE(read);
    REQUIRE(diagnostics.found().size() == 1);
    Diagnostic found = diagnostics.found().front();
    CHECK(row(found.code).severity == Severity::error);
    CHECK(found.message.size() <= 300);
    CHECK(found.help.size() <= 300);
    CHECK_FALSE(found.message.empty());
    for (const char* const leak : {"N5boost", "boost", "x3", "spirit", "lambda"})
        CHECK(found.message.find(leak) == std::string::npos);
    return found;
}

struct Row {
    As as;
    std::string text;
    Code code;
    std::size_t at;  ///< the first byte that cannot be right
    std::string message;
    std::string help = {};
};

void expect(const Row& row) {
    CAPTURE(row.text);
    const Diagnostic found = fault(row.as, row.text);
    CHECK(found.code == row.code);
    CHECK(found.where.begin == row.at);
    CHECK_THAT(found.message, Contains(row.message));
    CHECK_THAT(found.help, Contains(row.help));
}

TEST_CASE("R01 an empty text says what could be written") {
    for (const std::string blank : {"", " ", " \t\n "}) {
        CHECK(fault(edge, blank).code == Code::rule_empty);
        CHECK_THAT(fault(edge, blank).message, Contains("'must', 'may' or 'otherwise'"));
        CHECK_THAT(fault(sentence, blank).message, Contains("include police and health"));
        CHECK_THAT(fault(condition, blank).message, Contains("risk is red"));
        CHECK_THAT(fault(length, blank).message, Contains("15 working days"));
    }
    CHECK(fault(sentence, "# only a comment").code == Code::rule_character);
}

TEST_CASE("R02 what cannot be right is named where it begins") {
    expect(GENERATE(values<Row>({
        {condition, "a and or b", Code::rule_unexpected, 2, "not 'and'"},
        {condition, "a is b and or c", Code::rule_reserved, 11,
         "expected a condition such as 'risk is red', and 'or' is a reserved word"},
        {condition, "a b", Code::rule_unexpected, 2, "a test such as 'is red'"},
        {condition, "a is b )", Code::rule_unexpected, 7, "unexpected ')' after the end"},
        {condition, "a )", Code::rule_unexpected, 2, "not ')'"},
        {condition, "1.2.3", Code::rule_unexpected, 0, "expected a condition"},
        {condition, "a is b c", Code::rule_unexpected, 7, "unexpected 'c' after the end of the sentence"},
        {condition, "a.b.c is d", Code::rule_unexpected, 3, "not '.'"},
        {condition, "a . b is c", Code::rule_unexpected, 2, "without spaces"},
        {condition, "a. b is c", Code::rule_unexpected, 1, "without spaces"},
        {condition, "a is", Code::rule_unexpected, 2,
         "the text ends after 'is'; expected 'not', 'recorded', 'missing' or a value"},
        {condition, "not", Code::rule_unexpected, 0, "the text ends after 'not'; expected a condition"},
        {condition, "a includes", Code::rule_unexpected, 2, "the text ends after 'includes'"},
        {condition, "a in", Code::rule_unexpected, 2, "expected '('"},
        {condition, "a in ()", Code::rule_unexpected, 6, "expected a value, not ')'"},
        {condition, "a in (b,)", Code::rule_unexpected, 8, "expected a value, not ')'"},
        {condition, "a in b, c", Code::rule_unexpected, 5, "expected '('", "write: in (red, amber)"},
        {condition, "a is recorded yes", Code::rule_unexpected, 14, "unexpected 'yes'"},
        {condition, "a.b happened", Code::rule_unexpected, 4, "not 'happened'"},
        {condition, "age is recorded", Code::rule_reserved, 7, "'recorded' is a reserved word"},
        {condition, "count visits > 3", Code::rule_unexpected, 6, "expected 'of', not 'visits'"},
        {condition, "between a1 or b1", Code::rule_unexpected, 11, "expected 'and', not 'or'"},
        {edge, "must within 3 days of referral", Code::rule_unexpected, 19, "unexpected 'of' after the end"},
        {edge, "may within 3 days", Code::rule_unexpected, 4, "unexpected 'within' after the end"},
        {edge, "may unless a is b", Code::rule_unexpected, 4, "unexpected 'unless'"},
        {edge, "otherwise when a is b", Code::rule_unexpected, 10, "unexpected 'when'"},
        {edge, "must by", Code::rule_unexpected, 5, "the text ends after 'by'; expected an attribute"},
        {edge, "include police", Code::rule_unexpected, 0, "'must', 'may' or 'otherwise'"},
        {edge, "must unless a is b when c is d", Code::rule_unexpected, 19, "unexpected 'when'"},
        {sentence, "must within 3 days", Code::rule_unexpected, 0, "expected a sentence"},
        {sentence, "happen", Code::rule_unexpected, 0, "expected 'within', 'on', 'by', 'once', 'exactly' or 'at'"},
        {sentence, "happen within 3 days referral", Code::rule_unexpected, 21, "expected 'of', not 'referral'"},
        {sentence, "happen at least 3 days after x", Code::rule_unexpected, 23, "expected 'before', not 'after'"},
        {sentence, "include police,", Code::rule_unexpected, 14,
         "the text ends after ','; expected 'and' or an agency"},
        {sentence, "include police health", Code::rule_unexpected, 15, "unexpected 'health'"},
        {sentence, "include at least 2 police", Code::rule_unexpected, 19, "expected 'agencies' or 'of', not 'police'"},
        {sentence, "be shared with everyone", Code::rule_unexpected, 15, "'invited', 'involved' or 'absent'"},
        {sentence, "repeat every 3 days from a until b until c", Code::rule_unexpected, 35, "unexpected 'until'"},
        {sentence, "never happen between a or b", Code::rule_unexpected, 23, "expected 'and', not 'or'"},
        {sentence, "(happen once)", Code::rule_unexpected, 0, "expected a sentence"},
        {length, "3 days 4 hours", Code::rule_unexpected, 7, "unexpected '4' after the end"},
        {length, "days", Code::rule_unexpected, 0, "a length of time such as '15 working days'"},
    })));
}

TEST_CASE("R03 a bracket that is never closed is pointed at") {
    expect(GENERATE(values<Row>({
        {condition, "(a is b", Code::rule_unexpected, 0, "this bracket is never closed"},
        {condition, "x is y and (a is b or (c is d)", Code::rule_unexpected, 11, "this bracket is never closed"},
        {condition, "((a is b)", Code::rule_unexpected, 0, "this bracket is never closed"},
        {condition, "a in (b, c", Code::rule_unexpected, 5, "this bracket is never closed"},
        {sentence, "include at least 2 of (a, b", Code::rule_unexpected, 22, "this bracket is never closed"},
        {condition, "(a is b c is d)", Code::rule_unexpected, 8, "expected 'and', 'or' or ')', not 'c'"},
    })));
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST_CASE("R03 R04 brackets and nots nest 32 deep and no deeper") {
    const auto nested = [](const std::string& open, const std::string& close, int deep) {
        return repeated(open, deep) + "a is b" + repeated(close, deep);
    };
    const auto [open, close] = GENERATE(table<std::string, std::string>({{"(", ")"}, {"not ", ""}, {"(not ", ")"}}));
    const int each = open == "(not " ? 2 : 1;
    CHECK(tests::read(parse_condition, nested(open, close, deepest_nesting / each)).where.source != nullptr);

    for (const int deep : {deepest_nesting / each + 1, 10 * deepest_nesting / each, 600}) {
        const Diagnostic found = fault(condition, nested(open, close, deep));
        CHECK(found.code == Code::rule_too_deep);
        // The 33rd bracket or `not`, wherever the text ends.
        CHECK(found.where.begin == (each == 2 ? 16 * open.size() : 32 * open.size()));
        CHECK_THAT(found.message, Contains("32"));
    }
    CHECK(fault(condition, repeated("(", 4000)).code == Code::rule_too_deep);
    CHECK(fault(condition, repeated("not ", 1000)).code == Code::rule_too_deep);
    CHECK(fault(condition, repeated("- ", 2000)).code == Code::rule_unexpected);
}

TEST_CASE("brackets side by side are not nested, and cost no more than their length") {
    const std::string one = "(((((((((((((((a is b)))))))))))))))";
    CHECK_NOTHROW(tests::read(parse_condition, one + repeated(" and " + one, 90)));
}

TEST_CASE("R05 a sentence has a longest length") {
    const auto chain = [](int terms) { return "a is b" + repeated(" or a is b", terms); };
    CHECK(chain(409).size() == 4096);
    CHECK_NOTHROW(tests::read(parse_condition, chain(409)));
    const Diagnostic found = fault(condition, chain(409) + " ");
    CHECK(found.code == Code::rule_too_long);
    CHECK_THAT(found.message, Contains("4096"));
    CHECK(fault(sentence, chain(100'000)).code == Code::rule_too_long);
}

TEST_CASE("R06 a word of the language is no name") {
    expect(GENERATE(values<Row>({
        {condition, "and is red", Code::rule_reserved, 0, "'and' is a reserved word"},
        {condition, "case is red", Code::rule_unexpected, 5, "expected '.', not 'is'"},
        {condition, "a is b and time is c", Code::rule_unexpected, 16, "expected 'since', not 'is'"},
        {condition, "x.and is y", Code::rule_reserved, 2, "'and' is a reserved word"},
        {condition, "between when and x", Code::rule_reserved, 8, "'when' is a reserved word"},
        {condition, "a is when", Code::rule_reserved, 5, "reserved", "\"when\""},
        {condition, "a in (b, not)", Code::rule_reserved, 9, "reserved", "\"not\""},
        {edge, "must matching and", Code::rule_reserved, 14, "'and' is a reserved word"},
        {edge, "must within 1 day pausing from days to x", Code::rule_reserved, 31, "'days' is a reserved word"},
        {sentence, "include none", Code::rule_reserved, 8, "'none' is a reserved word"},
        {sentence, "include police and none", Code::rule_reserved, 19, "'none' is a reserved word"},
        {sentence, "include police and when age < 5 years", Code::rule_reserved, 19,
         "expected an agency, and 'when' is a reserved word"},
        {sentence, "follow age", Code::rule_reserved, 7, "expected a step, and 'age' is a reserved word"},
        {sentence, "be shared as with police", Code::rule_reserved, 13, "'with' is a reserved word"},
        {sentence, "record outcome and not", Code::rule_reserved, 19, "'not' is a reserved word"},
        {sentence, "be recorded in when", Code::rule_reserved, 15, "'when' is a reserved word"},
    })));
}

TEST_CASE("a misspelled word of the language brings the nearest one that could stand there") {
    expect(GENERATE(values<Row>({
        {edge, "mast within 3 days", Code::rule_unexpected, 0, "did you mean 'must'?"},
        {edge, "Must within 3 days", Code::rule_unexpected, 0, "did you mean 'must'?"},
        {edge, "must witihn 3 days", Code::rule_unexpected, 5, "unexpected 'witihn'; did you mean 'within'?"},
        {edge, "must within 3 days wen a is b", Code::rule_unexpected, 19, "did you mean 'when'?"},
        {edge, "must within 3 days unles a is b", Code::rule_unexpected, 19, "did you mean 'unless'?"},
        {edge, "must within 3 days pausing form a to b", Code::rule_unexpected, 27, "did you mean 'from'?"},
        {sentence, "hapen once", Code::rule_unexpected, 0, "did you mean 'happen'?"},
        {sentence, "happen within 5 days of the frist x", Code::rule_unexpected, 28, "did you mean 'first'?"},
        {sentence, "inculde police", Code::rule_unexpected, 0, "did you mean 'include'?"},
        {sentence, "include police adn health", Code::rule_unexpected, 15, "did you mean 'and'?"},
        {sentence, "be sharde with police", Code::rule_unexpected, 3, "did you mean 'shared'?"},
        {sentence, "be shared with everyone involvd", Code::rule_unexpected, 24, "did you mean 'involved'?"},
        {sentence, "never happen betwen a and b", Code::rule_unexpected, 13, "did you mean 'between'?"},
        {condition, "a isnt b", Code::rule_unexpected, 2, "not 'isnt'"},
        {condition, "a inculdes (b)", Code::rule_unexpected, 2, "did you mean 'includes'?"},
        {condition, "a ever happend", Code::rule_unexpected, 7, "did you mean 'happened'?"},
        {condition, "tiem since a > 3 days", Code::rule_unexpected, 5, "not 'since'"},
    })));
}

TEST_CASE("R13 a number is a whole number written with digits alone") {
    expect(GENERATE(values<Row>({
        {edge, "must within 1.5 days", Code::rule_number, 13, "without a point"},
        {edge, "must within 1. days", Code::rule_number, 13, "without a point"},
        {edge, "must within .5 days", Code::rule_number, 12, "without a point"},
        {edge, "must within 010 days", Code::rule_number, 12, "begins with 0"},
        {edge, "must within 00 days", Code::rule_number, 12, "begins with 0"},
        {edge, "must within +5 days", Code::rule_number, 12, "without a sign"},
        {edge, "must within -3 days", Code::rule_number, 12, "has no sign"},
        {edge, "must within - 3 days", Code::rule_unexpected, 12, "not '-'"},
        {edge, "must within 1_000 days", Code::rule_number, 12, "'1_000' is not a whole number"},
        {edge, "must within 1,000 days", Code::rule_number, 13, "without commas"},
        {edge, "must within 1e1 days", Code::rule_number, 12, "'1e1' is not a whole number"},
        {edge, "must within 0x10 days", Code::rule_number, 12, "'0x10' is not a whole number"},
        {edge, "must within inf days", Code::rule_unexpected, 12,
         "a length of time such as '15 working days', not 'inf'"},
        {edge, "must within two days", Code::rule_unexpected, 12, "not 'two'"},
        {edge, "must within 2024-01-01", Code::rule_unexpected, 12, "not '2024-01-01'"},
        {condition, "a < 1.", Code::rule_number, 5, "without a point"},
        {condition, "a < .5", Code::rule_number, 4, "without a point"},
        {condition, "a is 007", Code::rule_number, 5, "begins with 0"},
        {condition, "a is -3", Code::rule_number, 5, "has no sign"},
        {condition, "a is 9223372036854775808", Code::rule_number, 5, "too large"},
        {condition, "a is 999999999999999999999999999999", Code::rule_number, 5, "too large"},
        {condition, "a is 2024-02-30", Code::rule_date, 5, "'2024-02-30' is no day between 1900 and 2199"},
        {condition, "a is 2024-13-01", Code::rule_date, 5, "is no day"},
        {condition, "a < 1899-12-31", Code::rule_date, 4, "is no day"},
        {condition, "a before 2023-02-29", Code::rule_date, 9, "is no day"},
        {sentence, "happen exactly 0 times", Code::rule_number, 15, "0 is not enough", "never happen"},
        {sentence, "happen at least 40000 times", Code::rule_number, 16, "the most is 36,600"},
        {sentence, "include at least 0 of (police)", Code::rule_number, 17, "0 is not enough"},
        {sentence, "include at least 0 agencies", Code::rule_number, 17, "0 is not enough"},
        {sentence, "happen 3 times", Code::rule_unexpected, 7, "not '3'"},
    })));
}

TEST_CASE("a length of time needs a unit, and is neither nothing nor longer than a hundred years") {
    const std::string needs = " needs a unit: hours, days, working days, weeks, months or years";
    expect(GENERATE_COPY(values<Row>({
        {edge, "must within 5", Code::rule_duration, 12, "'5'" + needs},
        {edge, "must within 5 when a is b", Code::rule_duration, 14, "'5'" + needs + ", not 'when'"},
        {edge, "must within 10 dayz", Code::rule_duration, 15, "did you mean 'days'?"},
        {edge, "must within 10 wd", Code::rule_duration, 15, "not 'wd'"},
        {edge, "must within 10 Days", Code::rule_duration, 15, "did you mean 'days'?"},
        {edge, "must within 10 Working Days", Code::rule_duration, 15, "did you mean 'working days'?"},
        {edge, "must within 10 workingdays", Code::rule_duration, 15, "did you mean 'working days'?"},
        {edge, "must within 10 working-days", Code::rule_duration, 15, "did you mean 'working days'?"},
        {edge, "must within 10 working weeks", Code::rule_unexpected, 23, "expected 'days', not 'weeks'"},
        {edge, "must within 10 working", Code::rule_unexpected, 15, "expected 'days'"},
        {edge, "must within 10 moths", Code::rule_duration, 15, "did you mean 'months'?"},
        {edge, "must within 5days", Code::rule_duration, 12, "a space is missing", "write: 5 days"},
        {edge, "must within 0 days", Code::rule_duration, 12, "a length of time of 0", "on the same day"},
        {sentence, "happen within 0 hours of x", Code::rule_duration, 14, "a length of time of 0"},
        {sentence, "happen at least 0 days before x", Code::rule_duration, 16, "a length of time of 0"},
        {sentence, "repeat every 0 weeks from x until y", Code::rule_duration, 13, "a length of time of 0"},
        {condition, "x happened within 0 days", Code::rule_duration, 18, "a length of time of 0"},
        {edge, "must within 36601 days", Code::rule_duration, 12, "the most is 36,600"},
        {edge, "must within 2147483648 hours", Code::rule_duration, 12, "the most is 36,600"},
        {edge, "must within 99999999999999999999 days", Code::rule_duration, 12, "the most is 36,600"},
        {condition, "age < 40000 days", Code::rule_duration, 6, "the most is 36,600"},
        {condition, "age < 40000 working days", Code::rule_duration, 6, "the most is 36,600"},
        {sentence, "happen at least 5", Code::rule_duration, 16, "'5'" + needs},
        {length, "15", Code::rule_duration, 0, "'15'" + needs},
        {length, "15 fortnights", Code::rule_duration, 3, "not 'fortnights'"},
    })));
}

TEST_CASE("or between agencies or values can mean two things, so the error says what to write") {
    expect(GENERATE(values<Row>({
        {sentence, "include police or health", Code::rule_ambiguous, 15, "two things",
         "write: at least 1 of (police, health)"},
        {sentence, "include police, gp or health when a is b", Code::rule_ambiguous, 19, "two things",
         "write: at least 1 of (police, gp, health)"},
        {sentence, "inform police or gp or health", Code::rule_ambiguous, 14, "",
         "write: at least 1 of (police, gp, health)"},
        {sentence, "include at least 2 of (police or gp)", Code::rule_ambiguous, 30, "", "write: (police, gp)"},
        {sentence, "be shared with police or gp within 1 day", Code::rule_ambiguous, 22, "",
         "write: at least 1 of (police, gp)"},
        {condition, "risk is red or amber", Code::rule_ambiguous, 15, "'amber' is none", "write: risk in (red, amber)"},
        {condition, "risk is red or amber or green", Code::rule_ambiguous, 15, "",
         "write: risk in (red, amber, green)"},
        {condition, "risk is not red or amber", Code::rule_ambiguous, 19, "", "write: not risk in (red, amber)"},
        {condition, "a is b and s.risk is red or amber and c is d", Code::rule_ambiguous, 28, "",
         "write: s.risk in (red, amber)"},
        {condition, "name is \"a b\" or c", Code::rule_ambiguous, 17, "", "write: name in (\"a b\", c)"},
        {edge, "must when risk is red or amber unless a is b", Code::rule_ambiguous, 25, "",
         "write: risk in (red, amber)"},
    })));
}

TEST_CASE("R11 comparisons are not chained, and signs of other languages are named") {
    expect(GENERATE(values<Row>({
        {condition, "a < b < c", Code::rule_unexpected, 6, "not chained", "join two with 'and'"},
        {condition, "age < 5 years <= 6 years", Code::rule_unexpected, 14, "not chained"},
        {condition, "age < 5 working days < 6 days", Code::rule_unexpected, 21, "not chained"},
        {condition, "a is b is c", Code::rule_unexpected, 7, "not chained"},
        {condition, "a = b = c", Code::rule_unexpected, 2, "'=' is not used here; write 'is'"},
        {condition, "a == b", Code::rule_unexpected, 2, "'==' is not used here; write 'is'"},
        {condition, "a != b", Code::rule_unexpected, 2, "'!=' is not used here; write 'is not'"},
        {condition, "a <> b", Code::rule_unexpected, 2, "'<>' is not used here; write 'is not'"},
    })));
    CHECK_NOTHROW(tests::read(parse_condition, "a is b and c < d"));
}

TEST_CASE("R15 a character that has no place is named by its number, wherever it stands") {
    expect(GENERATE(values<Row>({
        {edge, "must within 10\u201315 days", Code::rule_character, 14, "U+2013", "write a plain -"},
        {condition, "name is \u201Cred\u201D", Code::rule_character, 8, "U+201C", "write a plain \""},
        {condition, "name is \u2018red\u2019", Code::rule_character, 8, "U+2018", "write a plain \""},
        {condition, "risk\u00A0is red", Code::rule_character, 4, "U+00A0", "plain space"},
        {condition, "age \u2264 5 years", Code::rule_character, 4, "U+2264", "write <="},
        {condition, "risk is \u00E9", Code::rule_character, 8, "U+00E9"},
        {condition, "ris\u043A is red", Code::rule_character, 3, "U+043A"},
        {condition, "a is \U0001F600", Code::rule_character, 5, "U+1F600"},
        {condition, "a is \xE9", Code::rule_character, 5, "the byte 0xE9"},
        {condition, "a is \xFF\xFE", Code::rule_character, 5, "the byte 0xFF"},
        {condition, std::string("a is \0b", 7), Code::rule_character, 5, "U+0000"},
        {condition, "a is \x1b[31m", Code::rule_character, 5, "U+001B"},
        {condition, "a is b # comment", Code::rule_character, 7, "'#' has no place"},
        {condition, "a + b is c", Code::rule_character, 2, "'+' has no place"},
        {condition, "a is b; c is d", Code::rule_character, 6, "';' has no place"},
        {condition, "a is b && c is d", Code::rule_character, 7, "'&' has no place"},
    })));
    for (int byte = 0x80; byte <= 0xFF; ++byte) fault(condition, "a is " + std::string(1, static_cast<char>(byte)));
    CHECK(fault(condition, "a is b \u00E9").where.text() == "\u00E9");
}

TEST_CASE("an earlier mistake is told before a character that has no place") {
    expect({condition, "a b \u201Cred\u201D", Code::rule_unexpected, 2, "not 'b'"});
    expect({edge, "mast \xFF", Code::rule_unexpected, 0, "did you mean 'must'?"});
}

TEST_CASE("R16 a quote that is never closed is pointed at") {
    expect(GENERATE(values<Row>({
        {condition, "name is \"red", Code::rule_text_open, 8, "never closed"},
        {condition, "name is 'red", Code::rule_text_open, 8, "never closed"},
        {condition, "name is \"red'", Code::rule_text_open, 8, "never closed"},
        {condition, "name is \"red\nand blue\"", Code::rule_text_open, 8, "never closed"},
        {condition, "name is \"a\\\"b\"", Code::rule_text_open, 8, "never closed", "holds no \\"},
        {condition, "name is \"", Code::rule_text_open, 8, "never closed"},
        {sentence, "include children's services", Code::rule_text_open, 16, "never closed"},
    })));
    CHECK(fault(sentence, "be shared as \"\" with police").code == Code::rule_unexpected);
}

TEST_CASE("R26 columns count characters, and a tab is one") {
    const Diagnostic found = fault(condition, "\ta is \"\u00E9\u00E9\"\tb");
    CHECK(address(found.where) == "a test:1:12");
}

TEST_CASE("a quoted word in a message is cut short and shown harmless") {
    const Diagnostic longer = fault(condition, "a is b " + std::string(3000, 'c'));
    CHECK(longer.message.size() < 120);
    const Diagnostic forged = fault(condition, "a is b \"\x1b[2J\"");
    CHECK(forged.message.find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace csapath::rules
