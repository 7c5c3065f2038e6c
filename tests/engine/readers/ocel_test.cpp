// SPDX-License-Identifier: MIT
#include "engine/readers/ocel.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {

const std::string objects =
    "{\"id\":\"C1\",\"type\":\"child\",\"attributes\":[{\"name\":\"area\",\"time\":\"2025-02-01T00:00:00Z\",\"value\":"
    "\"South\"},{\"name\":\"area\",\"time\":\"2025-01-01T00:00:00Z\",\"value\":\"North\"}]},"
    "{\"id\":\"C2\",\"type\":\"child\"},"
    "{\"id\":\"E1\",\"type\":\"episode\",\"relationships\":[{\"objectId\":\"C2\",\"qualifier\":\"of\"}]},"
    "{\"id\":\"S1\",\"type\":\"enquiry\",\"relationships\":[{\"objectId\":\"E1\",\"qualifier\":\"in\"}]}";

std::string event(const std::string& concerned, const std::string& attributes = "") {
    std::string relations;
    for (std::size_t at = 0; at + 1 < concerned.size(); at += 3)
        relations += (at == 0 ? "" : ",") + ("{\"objectId\":\"" + concerned.substr(at, 2) + "\",\"qualifier\":\"q\"}");
    const std::string id = concerned + '/' + std::to_string(attributes.size());  // the same for the same event
    return "{\"id\":\"" + id + "\",\"type\":\"Visited\",\"time\":\"2025-04-29T09:00:00Z\",\"attributes\":[" +
           attributes + "],\"relationships\":[" + relations + "]}";
}

Reading read(const std::string& events, const std::string& case_is = "type", const std::string& held = objects,
             std::size_t at_a_time = 1 << 20) {
    const auto made = sound_mapping(
        "mapping: m\ntitle: A mapping\n"
        "tables:\n"
        "  log:\n"
        "    case: {column: \"ocel:" +
        case_is +
        ":child\", split: \";\"}\n"
        "    event: {column: \"ocel:activity\", values: {visit: [Visited]}}\n"
        "    at: \"ocel:timestamp\"\n"
        "    facts: {visits: count, comment: note}\n"
        "    of-case: {area: \"ocel:type:child:area\"}\n");
    return read_with(engine::ocel_reader(),
                     "{\"objectTypes\":[{\"name\":\"child\",\"attributes\":[]}],\"eventTypes\":[],\"events\":[" +
                         events + "],\"objects\":[" + held + "]}",
                     {.name = "log.json", .mapping = made.get()}, at_a_time);
}

}  // namespace

TEST_CASE("an event goes to each case that it concerns") {
    const std::size_t at_a_time = GENERATE(std::size_t{1} << 20, std::size_t{5});
    const Reading reading =
        read(event("C1", "{\"name\":\"count\",\"value\":2}") + "," + event("C1,C2"), "type", objects, at_a_time);
    // A value of an object is told where the event concerns only one of its type; the latest counts.
    CHECK(reading.events == Events{"C1 visit 2025-04-29T10:00 row 1 visits=2 case.area=South",
                                   "C1 visit 2025-04-29T10:00 row 2", "C2 visit 2025-04-29T10:00 row 2"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.format == "ocel");
}

TEST_CASE("an event that concerns no case is left out and counted, unless the way to its case is declared") {
    const Reading direct = read(event("S1") + "," + event("C1"));
    CHECK(direct.events.size() == 1);
    CHECK(direct.report.filtered == 1);
    CHECK(direct.noted(Code::log_event_of_no_case) == 1);
    CHECK(direct.codes().empty());
    // The enquiry is in an episode, and the episode is of a child.
    const Reading through = read(event("S1") + "," + event("C1"), "through");
    CHECK(through.events ==
          Events{"C2 visit 2025-04-29T10:00 row 1", "C1 visit 2025-04-29T10:00 row 2 case.area=South"});
}

TEST_CASE("objects that are related in a circle are followed once") {
    const std::string circle =
        "{\"id\":\"S1\",\"type\":\"enquiry\",\"relationships\":[{\"objectId\":\"S2\"}]},"
        "{\"id\":\"S2\",\"type\":\"enquiry\",\"relationships\":[{\"objectId\":\"S1\"},{\"objectId\":\"C1\"}]},"
        "{\"id\":\"C1\",\"type\":\"child\"}";
    CHECK(read(event("S1"), "through", circle).events == Events{"C1 visit 2025-04-29T10:00 row 1"});
}

TEST_CASE("what is wrong with objects is told") {
    const auto [held, events, code] = GENERATE(table<std::string, std::string, std::string>({
        {objects, event("C1,C9"), "L003"},
        {objects + ",{\"id\":\"C1\",\"type\":\"child\"}", event("C1"), "L004"},
        {objects + ",{\"id\":\"C3\",\"type\":\"child\",\"relationships\":[{\"objectId\":\"C9\"}]}", event("C1"),
         "L003"},
        {objects + ",{\"id\":\"C3\",\"id\":\"C4\",\"type\":\"child\"}", event("C1"), "N002"},
    }));
    CAPTURE(held, events);
    const Reading reading = read(events, "type", held);
    CHECK(reading.codes() == code);
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.incomplete);
}

TEST_CASE("an id that would become two refuses its event") {
    const Reading reading = read(event("C1") +
                                     ",{\"id\":\"e\",\"type\":\"Visited\",\"time\":\"2025-04-29\","
                                     "\"relationships\":[{\"objectId\":\"C;3\"}]}",
                                 "type", objects + ",{\"id\":\"C;3\",\"type\":\"child\"}");
    CHECK(reading.codes() == "L006");
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.refused == 1);
}

TEST_CASE("an event without a name or a time is refused") {
    const auto [bad, code] = GENERATE(table<std::string, std::string>({
        {"{\"time\":\"2025-04-29\",\"relationships\":[{\"objectId\":\"C1\"}]}", "D008"},
        {"{\"type\":\"Visited\",\"relationships\":[{\"objectId\":\"C1\"}]}", "D009"},
        {"{\"type\":\"Visited\",\"time\":\"yesterday\",\"relationships\":[{\"objectId\":\"C1\"}]}", "D009"},
        {"{\"type\":\"Visited\",\"type\":\"Visited\"}", "N002"},
        {"\"Visited\"", "N001"},
    }));
    CAPTURE(bad);
    const Reading reading = read(event("C1") + "," + bad);
    CHECK(reading.codes() == code);
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.refused == 1);
}

TEST_CASE("a log that lacks its parts, or is cut off, is not read to the end") {
    const auto made = sound_mapping(
        "mapping: m\ntitle: A mapping\ntables:\n  log:\n    case: {column: \"ocel:type:child\", split: \";\"}\n"
        "    event: \"ocel:activity\"\n    at: \"ocel:timestamp\"\n");
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"{\"objectTypes\":[],\"events\":[" + event("C1") + "]}", "L007"},
        {"{\"objectTypes\":[],\"objects\":[" + objects + "]}", "L007"},
        {"{\"objectTypes\":[],\"objects\":[" + objects, "N001"},
        {"{\"objects\":[" + objects + "],\"events\":[{}],\"objects\":[]}", "N002"},
        {"{\"objects\":[{\"id\":\"P\",\"type\":\"parcel\"}],\"events\":[" + event("C1") + "]}", "L008"},
        {"[]", "N001"},
    }));
    CAPTURE(text);
    const Reading reading = read_with(engine::ocel_reader(), text, {.name = "log.json", .mapping = made.get()});
    CHECK(reading.codes() == code);
    CHECK(reading.report.incomplete);
}

TEST_CASE("which object is a case has to be said where a log has several types") {
    const Reading reading = read_with(
        engine::ocel_reader(), "{\"objectTypes\":[],\"events\":[" + event("C1") + "],\"objects\":[" + objects + "]}");
    CHECK(reading.codes() == "L008");
    CHECK(reading.told().find("'child', 'enquiry', 'episode'") != std::string::npos);
}

TEST_CASE("a log is known by the lists of its types") {
    CHECK(engine::recognises_ocel("a", "{ \"objectTypes\": ["));
    CHECK(engine::recognises_ocel("a", "\xEF\xBB\xBF{\"eventTypes\":["));
    CHECK_FALSE(engine::recognises_ocel("a.jsonocel", "{\"la_child_id\":\"C1\"}"));
    CHECK_FALSE(engine::recognises_ocel("a.jsonocel", "[{\"objectTypes\":1}]"));
}

TEST_CASE("a second event with the id of another is refused; one that stands twice to the letter is not") {
    const auto with_id = [](std::string text, const std::string& id) {
        const std::size_t at = text.find("\"id\":\"") + 6;
        return text.replace(at, text.find('"', at) - at, id);
    };
    const std::string first = event("C1"), other = event("C2");
    const Reading apart = read(with_id(first, "e1") + "," + with_id(other, "e2"));
    CHECK(apart.codes().empty());
    const Reading clash = read(with_id(first, "e1") + "," + with_id(other, "e1"));
    CHECK(clash.codes() == "L009");
    CHECK(clash.events.size() == 1);
    CHECK(clash.report.refused == 1);
    const Reading twice = read(with_id(first, "e1") + "," + with_id(first, "e1"));
    CHECK(twice.codes().empty());
    CHECK(twice.events.size() == 2);  // whoever gathers the cases counts it once
}

TEST_CASE("a log without events is a fault, unless it may be empty") {
    const std::string text = "{\"objectTypes\":[],\"eventTypes\":[],\"events\":[],\"objects\":[" + objects + "]}";
    CHECK(read_with(engine::ocel_reader(), text).codes() == "D017");
    const Reading allowed = read_with(engine::ocel_reader(), text, {.name = "log.json", .allow_empty = true});
    CHECK(allowed.codes().empty());
    CHECK_FALSE(allowed.report.incomplete);
    const std::string_view cut = std::string_view{text}.substr(0, text.size() - 3);
    CHECK(read_with(engine::ocel_reader(), cut, {.name = "log.json", .allow_empty = true}).report.incomplete);
    CHECK(read_with(engine::ocel_reader(), "{\"events\":{},\"objects\":[]}", {.name = "log.json", .allow_empty = true})
              .codes() == "L007");
}

TEST_CASE("an object without an id or a type, and a relationship without an object, are told") {
    CHECK(read(event("C1"), "type", objects + ",{\"type\":\"child\"}").codes() == "L007");
    CHECK(read(event("C1"), "type", objects + ",{\"id\":\"C8\"}").codes() == "L007");
    const std::string none = "{\"id\":\"f\",\"type\":\"Visited\",\"time\":\"2025-04-29\",\"relationships\":[";
    CHECK(read(none + "{\"qualifier\":\"q\"},{\"objectId\":\"C1\"}]}").codes() == "L003");
    CHECK(read(none + "7,{\"objectId\":\"C1\"}]}").codes() == "L003");
}

TEST_CASE("a long chain of objects is followed to its end") {
    constexpr int length = 20'000;
    std::string chain;
    for (int at = 0; at < length; ++at)
        chain += "{\"id\":\"S" + std::to_string(at) + "\",\"type\":\"enquiry\",\"relationships\":[{\"objectId\":\"S" +
                 std::to_string(at + 1) + "\"}]},";
    chain += "{\"id\":\"S" + std::to_string(length) +
             "\",\"type\":\"enquiry\",\"relationships\":[{\"objectId\":\"C1\"}]},{\"id\":\"C1\",\"type\":\"child\"}";
    CHECK(read(event("S0"), "through", chain).events == Events{"C1 visit 2025-04-29T10:00 row 1"});
}
