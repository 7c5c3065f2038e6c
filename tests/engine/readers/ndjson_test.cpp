// SPDX-License-Identifier: MIT
// NDJSON, good and bad, by the rows N of the catalogue of bad input.
#include "engine/readers/ndjson.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using namespace std::string_literals;
using Events = std::vector<std::string>;

namespace {
Reading read(std::string_view text, engine::ReadOptions options = {}, std::size_t at_a_time = 1 << 20) {
    return read_with(engine::ndjson_reader(), text, std::move(options), at_a_time);
}

const std::string good = R"({"case":"W-1","event":"visit","at":"2025-04-30"})"
                         "\n";

std::string member(const std::string& more) {
    return R"({"case":"W-1","event":"screening","at":"2025-04-30",)" + more + "}\n";
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}
}  // namespace

TEST_CASE("objects become events, as rows do") {
    const Reading reading = read(
        R"({"case":"W-0143","event":"referral","at":"2025-04-29","agency":"police","facts":{"date-of-birth":"2016-02-11","area":"North"}})"
        "\n"
        R"({"at":"2025-04-30T15:20","agency":"CSC","attended":["police"," GP"],"risk":"Very Low","outcome":"nfa","event":"screening","case":"W-0143"})"
        "\n");

    CHECK(reading.events ==
          Events{"W-0143 referral 2025-04-29 row 1 agency=police case.date-of-birth=2016-02-11 case.area=North",
                 "W-0143 screening 2025-04-30T15:20 row 2 agency=social-care attended=police;gp risk=very-low "
                 "outcome=nfa"});
    CHECK(reading.told().empty());
    CHECK(reading.report.format == "ndjson");
    CHECK(reading.report.rows_are_lines);
    CHECK(reading.report.used == 2);
    CHECK_FALSE(reading.report.incomplete);
}

TEST_CASE("each member is read as the type of its fact, in JSON") {
    const auto [more, value] = GENERATE(table<std::string, std::string>({
        {R"("seen":true)", " seen=yes"},
        {R"("seen":false)", " seen=no"},
        {R"("seen":"y")", " seen=yes"},
        {R"("visits":12)", " visits=12"},
        {R"("visits":-12)", " visits=-12"},
        {R"("visits":"12")", " visits=12"},
        {R"("visits":9223372036854775807)", " visits=9223372036854775807"},
        {R"("seen-on":"2024-02-29")", " seen-on=2024-02-29"},
        {R"("factors":["neglect","Drugs"])", " factors=neglect;drugs"},
        {R"("attended":[])", " attended=none"},
        {R"("attended":["police","CSC"])", " attended=social-care;police"},
        {R"("attended":null)", ""},
        {R"("comment":"")", ""},
        {R"("comment":null)", ""},
        {R"("comment":"a \"b\"\nc é é")", " comment=a \"b\"\nc é é"},
        {R"("comment":"\ud83d\ude00")", " comment=😀"},
        {R"("facts":{})", ""},
        {R"("facts":null)", ""},
        {R"("facts":{"agencies":["police","gp"]})", " case.agencies=police;gp"},
    }));
    CAPTURE(more);

    const Reading reading = read(member(more));
    CAPTURE(reading.told());
    CHECK(reading.events == Events{"W-1 screening 2025-04-30 row 1" + value});
    CHECK(reading.codes().empty());
}

TEST_CASE("an id may be a whole number that every program keeps exactly") {
    const auto line = [](const std::string& id) {
        return R"({"case":)" + id + R"(,"event":"visit","at":"2025-04-30"})";
    };
    CHECK(read(line("123")).events == Events{"123 visit 2025-04-30 row 1"});
    CHECK(read(line("9007199254740992")).events == Events{"9007199254740992 visit 2025-04-30 row 1"});  // 2^53
    CHECK(read(line("\"00123\"")).events == Events{"00123 visit 2025-04-30 row 1"});
}

TEST_CASE("a line that cannot be read is refused, named, and no other suffers") {
    struct Bad {
        std::string name, line, code, told;
    };
    const auto event = [](const std::string& id, const std::string& at, const std::string& more = "") {
        return R"({"case":)" + id + R"(,"event":"visit","at":)" + at + more + "}";
    };
    const auto bad = GENERATE_COPY(values<Bad>({
        {"N01 a key twice", event("\"W-2\"", "\"2025-04-30\"", R"(,"risk":"red","risk":"amber")"), "N002",
         "a key stands twice"},
        {"N01 the case twice", event("\"W-2\"", "\"2025-04-30\"", R"(,"case":"W-3")"), "N002", "a key stands twice"},
        {"N01 a key twice, once escaped", event("\"W-2\"", "\"2025-04-30\"", R"(,"seen":true,"s\u0065en":true)"),
         "N002", "twice"},
        {"N01 twice among the facts", event("\"W-2\"", "\"2025-04-30\"", R"(,"facts":{"area":"x","area":"y"})"), "N002",
         "twice"},
        {"N03 two objects", "{} {}", "N001", "something stands after the object"},
        {"N03 text behind", event("\"W-2\"", "\"2025-04-30\"") + " x", "N001", "something stands after the object"},
        {"N03 a comma behind", event("\"W-2\"", "\"2025-04-30\"") + ",", "N001", "something stands after the object"},
        {"N03 a trailing comma", event("\"W-2\"", "\"2025-04-30\"", ","), "N001", "not JSON (byte"},
        {"a comment", event("\"W-2\"", "\"2025-04-30\"") + " // seen", "N001", "after the object"},
        {"single quotes", "{'case':'W-2'}", "N001", "not JSON"},
        {"a key without quotes", "{case:1}", "N001", "not JSON"},
        {"a list", "[1]", "N001", "a list, not a JSON object"},
        {"a text", "\"W-2\"", "N001", "not a JSON object"},
        {"a number", "12", "N001", "not a JSON object"},
        {"CSV", "W-2,visit,2025-04-30", "N001", "not JSON"},
        {"N05 65 levels", event("\"W-2\"", "\"2025-04-30\"", R"(,"x":)" + nested(64)), "N001",
         "nested more than 64 deep"},
        {"N05 a hundred thousand levels", event("\"W-2\"", "\"2025-04-30\"", R"(,"x":)" + nested(100'000)), "N001",
         "64 deep"},
        {"N06 an id beyond 2^53", event("9007199254740993", "\"2025-04-30\""), "N004", "key 'case'"},
        {"N06 an id beyond 2^64", event("18446744073709551616", "\"2025-04-30\""), "N004", "key 'case'"},
        {"N06 an id with a fraction", event("1.5", "\"2025-04-30\""), "N004", "key 'case'"},
        {"N06 a number that nothing can hold", event("\"W-2\"", "\"2025-04-30\"", R"(,"visits":1e400)"), "N004",
         "cannot be kept"},
        {"N06 NaN", event("\"W-2\"", "\"2025-04-30\"", R"(,"visits":NaN)"), "N001", "not JSON"},
        {"N06 leading zeros", event("0012", "\"2025-04-30\""), "N001", "not JSON"},
        {"N07 not UTF-8", event("\"W-\xFF\"", "\"2025-04-30\""), "F005", "byte offset"},
        {"N07 half a pair", event(R"("W-\ud800")", "\"2025-04-30\""), "N001", "not JSON"},
        {"N07 an escaped NUL", event(R"("W-\u0000")", "\"2025-04-30\""), "F006", "control character"},
        {"N07 an escaped control character", event(R"("W-\u001b")", "\"2025-04-30\""), "F006", "control character"},
        {"N07 a NUL", event("\"W-\0\""s, "\"2025-04-30\""), "F006", "NUL"},
        {"N08 seconds since 1970", event("\"W-2\"", "1745971200"), "N005",
         "key 'at': error[N005]: a number where a date as text"},
        {"N10 a case that is a list", event("[\"W-2\"]", "\"2025-04-30\""), "N005", "key 'case'"},
        {"N10 a case that is true", event("true", "\"2025-04-30\""), "N005", "key 'case'"},
        {"N10 a case that is null", event("null", "\"2025-04-30\""), "D007", "key 'case'"},
        {"N10 no date", event("\"W-2\"", "null"), "D009", "key 'at'"},
        {"E10 no case", R"({"event":"visit","at":"2025-04-30"})", "D007", "key 'case'"},
        {"no event", R"({"case":"W-2","at":"2025-04-30"})", "D008", "key 'event'"},
        {"an event that is a number", R"({"case":"W-2","event":7,"at":"2025-04-30"})", "N005", "key 'event'"},
        {"an empty object", "{}", "D007", "key 'case'"},
        {"D01 no such day", event("\"W-2\"", "\"2025-02-29\""), "D009", "there is no such day"},
        {"C21 a rounded id", event("\"1.23457E+11\"", "\"2025-04-30\""), "D019", "key 'case'"},
        {"C24 a lookup that failed", event("\"W-2\"", "\"#N/A\""), "D019", "key 'at'"},
    }));
    CAPTURE(bad.name);

    const Reading reading = read(good + bad.line + "\n" + good);
    CAPTURE(reading.told());

    CHECK(reading.codes() == bad.code);
    CHECK(reading.told().find(bad.told) != std::string::npos);
    CHECK(reading.told().find("cases: line 2") != std::string::npos);
    CHECK(reading.events == Events{"W-1 visit 2025-04-30 row 1", "W-1 visit 2025-04-30 row 3"});
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.refused == 1);
    CHECK(reading.report.incomplete);
}

TEST_CASE("a member of the wrong type spoils itself, not its line") {
    const auto [more, code, value] = GENERATE(table<std::string, std::string, std::string>({
        {R"("visits":1.5)", "N004", "visits=?"},
        {R"("visits":9223372036854775808)", "N004", "visits=?"},
        {R"("visits":true)", "N005", "visits=?"},
        {R"("visits":"two")", "D010", "visits=?"},
        {R"("seen":1)", "N005", "seen=?"},
        {R"("comment":5)", "N005", "comment=?"},
        {R"("risk":["red"])", "N005", "risk=?"},
        {R"("recorded":1745971200)", "N005", "recorded=?"},
        {R"("recorded":"30/04/2025")", "D009", "recorded=?"},
        {R"("attended":"police;gp")", "N005", "attended=?"},
        {R"("attended":["police",7])", "N005", "attended=?"},
        {R"("attended":{"police":true})", "N005", "attended=?"},
        {R"("facts":{"date-of-birth":2016})", "N005", "case.date-of-birth=?"},
    }));
    CAPTURE(more);

    const Reading reading = read(member(more));
    CAPTURE(reading.told());
    CHECK(reading.codes() == code);
    CHECK(reading.events == Events{"W-1 screening 2025-04-30 row 1 " + value});
    CHECK(reading.report.incomplete);
}

TEST_CASE("facts that are no object are told, and the line is used") {
    const Reading reading = read(member(R"("facts":["area"])"));
    CHECK(reading.codes() == "N005");
    CHECK(reading.events == Events{"W-1 screening 2025-04-30 row 1"});
}

TEST_CASE("N02 other shapes of JSON are recognised") {
    const Reading array = read("[\n" + good + "]\n");
    CHECK(array.codes() == "N003");
    CHECK(array.events.empty());
    CHECK(array.report.incomplete);

    const Reading printed = read("{\n  \"case\": \"W-1\",\n  \"event\": \"visit\"\n}\n");
    CHECK(printed.codes() == "N001");
    CHECK(printed.told().find("spread over several lines") != std::string::npos);
    CHECK(printed.report.rows == 1);
}

TEST_CASE("N04 blank lines, marks and line ends of all kinds") {
    const Reading reading = read(
        "\xEF\xBB\xBF\r\n"
        R"({"case":"W-1","event":"visit","at":"2025-04-30"})"
        "\r\n \n\n" +
        good.substr(0, good.size() - 1));
    CHECK(reading.events == Events{"W-1 visit 2025-04-30 row 2", "W-1 visit 2025-04-30 row 5"});
    CHECK(reading.report.rows == 5);
    CHECK(reading.report.filtered == 3);
    CHECK(reading.noted(Code::data_blank_rows) == 3);
    CHECK(read("\n\n").codes() == "D017");
    CHECK(read("").codes() == "D017");
    CHECK(read("\xFF\xFE{\0}\0"s).codes() == "F005");
}

TEST_CASE("N09 a last line cut off is refused") {
    const Reading reading = read(good + R"({"case":"W-2","event":"vi)");
    CHECK(reading.codes() == "N001");
    CHECK(reading.told().find("may have been cut off") != std::string::npos);
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.incomplete);
}

TEST_CASE("N11 a line beyond the limit stops the reading") {
    const std::string line = R"({"case":"W-2","event":"visit","at":"2025-04-30","comment":")" +
                             std::string(std::size_t{5} << 20, 'x') + "\"}\n";
    const Reading reading = read(good + line + good);
    CHECK(reading.codes() == "D022");
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.refused == 1);
}

TEST_CASE("keys without end stop the reading") {
    std::string text;
    for (int line = 0; line < 1100; ++line) text += member("\"k" + std::to_string(line) + "\":1");
    CHECK(read(text).codes() == "D022");
}

TEST_CASE("N12 no message holds what stands in the lines, unless it may") {
    const std::string secret = "ZZCANARY";
    const std::string text =
        "{\"case\":\"" + secret + "\",\"event\":\"" + secret + "\",\"at\":\"2025-04-30\"}\n" + "{\"case\":\"" + secret +
        "\",\"event\":\"visit\",\"at\":\"" + secret + "\"}\n" + "{\"" + secret + "\" " + secret + "}\n" + secret +
        "\n\"" + secret + "\n" +
        member("\"risk\":\"" + secret + "\",\"visits\":\"" + secret + "\",\"attended\":[\"" + secret + "\"]");
    const Reading reading = read(text);
    CHECK(reading.report.refused == 4);
    CHECK(reading.told().find(secret) == std::string::npos);

    engine::ReadOptions options;
    options.show_values = true;
    CHECK(read(text, options).told().find("not a date: 'ZZCANARY'") != std::string::npos);
}

TEST_CASE("what a file carries is known before its first event, from all its lines") {
    const SmallPathway pathway;
    const std::string text =
        good + member(R"("x":{"outcome":1},"facts":{"area":"North"})") + member(R"("attended":null,"worker":"b")");
    TextBytes bytes{text};
    engine::InputReport report;
    int taken = 0;
    const engine::TakeEvent take = [&](std::string_view, const engine::Event&) {
        const engine::Coverage& coverage = report.coverage;
        CHECK(coverage.facts[rules::fact_at]);
        CHECK(coverage.facts[rules::fact_attended]);
        CHECK_FALSE(coverage.facts[rules::fact_invited]);
        CHECK_FALSE(coverage.facts[pathway.outcome]);
        CHECK(coverage.case_facts[rules::fact_area]);
        ++taken;
        return true;
    };
    CHECK(engine::ndjson_reader().read(bytes, pathway.schema, {}, take, report));
    CHECK(taken == 3);
}

TEST_CASE("keys that nothing declares are named once") {
    const Reading reading = read(member(R"("worker":"a")") + member(R"("worker":"b","facts":{"height":1})"));
    CHECK(reading.events.size() == 2);
    CHECK(reading.noted(Code::data_column_unknown) == 2);
    CHECK(reading.told().find("'worker' is not declared") != std::string::npos);
    CHECK(reading.told().find("'case.height' is not declared") != std::string::npos);
}

TEST_CASE("it makes no difference how many bytes come at a time in NDJSON") {
    std::string text;
    for (int line = 0; line < 300; ++line)
        text += line % 9 == 4 ? "{\"case\":\n"
                              : member("\"comment\":\"" + std::string(static_cast<std::size_t>(line) * 9, 'x') + "\"");
    const auto at_a_time = GENERATE(as<std::size_t>{}, 1, 7, 64, 4096);

    const Reading whole = read(text), pieces = read(text, {}, at_a_time);
    CHECK(whole.events.size() > 200);
    CHECK(pieces.events == whole.events);
    CHECK(pieces.told() == whole.told());
    CHECK(whole.report.rows == whole.report.used + whole.report.filtered + whole.report.refused);
}
