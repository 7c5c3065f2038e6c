// SPDX-License-Identifier: MIT
#include "engine/readers/json_records.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {

Reading plain(std::string_view text, std::size_t at_a_time = 1 << 20) {
    return read_with(engine::json_reader(), text, {.name = "events.json"}, at_a_time);
}

Reading children(std::string_view text) {
    const auto made = sound_mapping(
        "mapping: m\ntitle: A mapping\n"
        "tables:\n"
        "  children:\n"
        "    case: id\n"
        "    when: {column: purge, is-not: [\"true\"]}\n"
        "    of-case: {area: home.area}\n"
        "    events:\n"
        "      referral: {at: episodes.referred, facts: {comment: episodes.why}}\n"
        "      visit:\n"
        "        at: episodes.visits.on\n"
        "        facts: {seen: episodes.visits.seen, comment: episodes.why, "
        "factors: {column: episodes.visits.factors, split: \";\"}}\n");
    return read_with(engine::json_reader(), text, {.name = "children.json", .mapping = made.get()});
}

}  // namespace

TEST_CASE("a list of plain events needs no mapping") {
    const std::size_t at_a_time = GENERATE(std::size_t{1} << 20, std::size_t{3});
    const Reading reading = plain(
        "[ {\"case\":\"C1\", \"event\":\"visit\", \"at\":\"2025-04-29\", \"visits\":3, \"seen\":true,\n"
        "   \"attended\":[\"police\",\"gp\"], \"facts\":{\"area\":\"North\"}},\n"
        "  {\"case\":2, \"event\":\"visit\", \"at\":\"2025-04-30T15:20\", \"attended\":[], \"comment\":null} ]\n",
        at_a_time);
    CHECK(reading.events == Events{"C1 visit 2025-04-29 row 1 attended=police;gp seen=yes visits=3 case.area=North",
                                   "2 visit 2025-04-30T15:20 row 2 attended=none"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.format == "json");
}

TEST_CASE("records within records have rows of their own, which know the records around them") {
    const Reading reading = children(
        "[{\"id\":\"C1\",\"home\":{\"area\":\"North\"},\"purge\":false,\"episodes\":["
        "{\"visits\":[{\"on\":\"2025-05-01\",\"seen\":true,\"factors\":[\"neglect\",\"drugs\"]},"
        "{\"on\":\"2025-05-08\",\"seen\":false}],\"why\":\"worry\",\"referred\":\"2025-04-29\"},"
        "{\"referred\":\"2025-06-02\",\"visits\":[]}]},"
        "{\"id\":\"C2\",\"purge\":true,\"episodes\":[{\"referred\":\"2025-04-29\"}]},"
        "{\"id\":\"C3\",\"episodes\":[]}]");
    CHECK(reading.events ==
          Events{"C1 referral 2025-04-29 row 1 comment=worry case.area=North",
                 "C1 visit 2025-05-01 row 1 seen=yes factors=neglect;drugs comment=worry case.area=North",
                 "C1 visit 2025-05-08 row 1 seen=no comment=worry case.area=North",
                 "C1 referral 2025-06-02 row 1 case.area=North"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.filtered == 1);  // the referral of the child that is to be deleted
    CHECK(reading.report.used == 4);
}

TEST_CASE("one object, and objects one after another, are read as a list is") {
    const std::string one = "{\"id\":\"C1\",\"episodes\":[{\"referred\":\"2025-04-29\"}]}";
    CHECK(children(one).events == Events{"C1 referral 2025-04-29 row 1"});
    CHECK(children("\xEF\xBB\xBF" + one + "\n" + one).events.size() == 2);
}

TEST_CASE("records in a list of an outer object are read as the list alone would be") {
    const std::string list = "[{\"id\":\"C1\",\"episodes\":[{\"referred\":\"2025-04-29\"}]},{\"id\":\"C2\"}]";
    const std::string text = GENERATE_COPY(
        as<std::string>{}, "{\"children\":" + list + "}",
        "{\"status\":\"ok\",\"count\":2,\n \"children\": " + list + ",\"errors\":[],\"page\":{\"next\":null}}",
        "{\"errors\":[{\"code\":7}],\"children\":" + list + "}");
    CAPTURE(text);
    const Reading reading = children(text);
    CHECK(reading.events == Events{"C1 referral 2025-04-29 row 1"});
    CHECK(reading.codes().empty());
    CHECK(plain("{\"data\":[{\"case\":\"C1\",\"event\":\"visit\",\"at\":\"2025-04-29\"}]}").events ==
          Events{"C1 visit 2025-04-29 row 1"});
}

TEST_CASE("an outer object that could be read in two ways, or is cut off, says so") {
    const std::string list = "[{\"id\":\"C1\",\"episodes\":[{\"referred\":\"2025-04-29\"}]}]";
    CHECK(children("{\"one\":" + list + ",\"two\":" + list + "}").codes() == "M007");
    const Reading cut = children("{\"children\":" + list + ",\"page\"");
    CHECK(cut.codes() == "N001");
    CHECK(cut.report.incomplete);
    CHECK(children("{\"children\":[7]}").codes() == "M006");
}

TEST_CASE("a record that is no sound object is refused, and those around it are read") {
    const std::string good = "{\"case\":\"C1\",\"event\":\"visit\",\"at\":\"2025-04-29\"}";
    const auto [item, code] = GENERATE(table<std::string, std::string>({
        {"{\"case\":\"C1\",\"case\":\"C2\",\"event\":\"visit\",\"at\":\"2025-04-29\"}", "N002"},
        {"{\"case\":\"C1\",}", "N001"},
        {"7", "N001"},
        {"[]", "N001"},
        {"null", "N001"},
        {"{\"case\":\"\xFF\"}", "F005"},
        {"{\"case\":\"C1\",\"event\":\"visit\",\"at\":1e400}", "N004"},
        {"{\"event\":\"visit\",\"at\":\"2025-04-29\"}", "D007"},
        {"{\"case\":\"C1\",\"event\":\"visit\"}", "D009"},
        {"{\"case\":\"C1\",\"at\":\"2025-04-29\"}", "D008"},
        {"{\"case\":\"C1\",\"event\":\"visit\",\"at\":\"29/04/2025\"}", "D009"},
    }));
    CAPTURE(item);
    const Reading reading = plain("[" + good + "," + item + "," + good + "]");
    CHECK(reading.codes() == code);
    CHECK(reading.events.size() == 2);
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.refused == 1);
}

TEST_CASE("what is wrong between the records ends the reading, and is told") {
    const std::string good = "{\"case\":\"C1\",\"event\":\"visit\",\"at\":\"2025-04-29\"}";
    const std::string text =
        GENERATE_COPY(as<std::string>{}, "[" + good, "[" + good + ",", "[" + good + ",]", "[" + good + good + "]",
                      "[" + good + "] x", good + ",", "[" + good + "}", "[" + good + ", \"open");
    CAPTURE(text);
    const Reading reading = plain(text);
    CHECK(reading.codes() == "N001");
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.incomplete);
}

TEST_CASE("a text that holds nothing to read says so") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"", "D017"},
        {"[]", "D017"},
        {"[{}]", "D017"},
        {"nonsense", "N001"},
        {"[1, 2]", "N001 N001"},
        {"[{\"a\":1}]", "M006"},
    }));
    CAPTURE(text);
    CHECK(plain(text).codes() == code);
}

TEST_CASE("a list whose values cannot be told apart is unknown") {
    const Reading reading =
        plain("[{\"case\":\"C1\",\"event\":\"visit\",\"at\":\"2025-04-29\",\"attended\":[\"police;gp\"]}]");
    CHECK(reading.events == Events{"C1 visit 2025-04-29 row 1 attended=?"});
    CHECK(reading.codes() == "L006 D010");
}

TEST_CASE("nesting without end costs nothing") {
    const std::string deep(100'000, '[');
    CHECK(plain("[{\"case\":" + deep + "}]").codes() == "N001");
    CHECK(plain(deep).codes() == "N001");
}

TEST_CASE("what begins with a list, or with an object that is no plain event, is read here") {
    CHECK(engine::recognises_json("a", " [\n"));
    CHECK(engine::recognises_json("a", "\xEF\xBB\xBF{\"la_child_id\": \"C1\""));
    CHECK_FALSE(engine::recognises_json("a.json", "{\"case\":\"C1\",\"event\":\"visit\"}"));
    CHECK_FALSE(engine::recognises_json("a.json", "case,event,at\n"));
}
