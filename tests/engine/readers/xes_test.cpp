// SPDX-License-Identifier: MIT
#include "engine/readers/xes.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {

const std::string plain_log =
    "tables:\n"
    "  log:\n"
    "    case: \"case:concept:name\"\n"
    "    when: {column: \"lifecycle:transition\", is: [complete, \"\"]}\n"
    "    event: {column: \"concept:name\", values: {referral: [Referred], visit: [Visited]}}\n"
    "    at: \"time:timestamp\"\n"
    "    facts: {comment: note, visits: count, seen: \"seen/by us\", attended: {column: who, split: \";\"}}\n";

Reading read(std::string_view traces, const std::string& mapping = plain_log, std::size_t at_a_time = 1 << 20) {
    const auto made = sound_mapping("mapping: m\ntitle: A mapping\n" + mapping);
    const std::string text =
        "<?xml version=\"1.0\"?><log xmlns=\"http://www.xes-standard.org/\">" + std::string{traces} + "</log>";
    return read_with(engine::xes_reader(), text, {.name = "log.xes", .mapping = made.get()}, at_a_time);
}

std::string named(std::string_view name) {
    return "<string key=\"concept:name\" value=\"" + std::string{name} + "\"/>";
}
std::string at(std::string_view time) {
    return "<date key=\"time:timestamp\" value=\"" + std::string{time} + "\"/>";
}
std::string event(std::string_view name, std::string_view time, std::string_view more = "") {
    return "<event>" + named(name) + at(time) + std::string{more} + "</event>";
}
std::string trace(std::string_view name, std::string_view events) {
    return "\n<trace>" + named(name) + std::string{events} + "</trace>";
}

const std::string day = "2025-04-29T00:00:00Z";

}  // namespace

TEST_CASE("a trace is a case, and its events are the rows") {
    const std::size_t at_a_time = GENERATE(std::size_t{1} << 20, std::size_t{7});
    const Reading reading =
        read(trace("C1", event("Referred", "2025-04-29T10:00:00.000+01:00") +
                             event("Visited", "2025-05-01T09:00:00Z", "<int key=\"count\" value=\"3\"/>")) +
                 trace("C2", event("referred", "2025-06-30T23:30:00Z")),
             plain_log, at_a_time);
    // 23:30 in UTC on 30 June is half past midnight of 1 July in London.
    CHECK(reading.events == Events{"C1 referral 2025-04-29T10:00 row 2", "C1 visit 2025-05-01T10:00 row 2 visits=3",
                                   "C2 referral 2025-07-01T00:30 row 3"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.format == "xes");
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.used == 3);
}

TEST_CASE("what counts of an activity is said by the mapping, and the rest is counted") {
    const std::string complete = "<string key=\"lifecycle:transition\" value=\"complete\"/>";
    const std::string start = "<string key=\"lifecycle:transition\" value=\"start\"/>";
    const Reading reading =
        read(trace("C1", event("Referred", day, start) + event("Referred", day, complete) + event("Visited", day)));
    CHECK(reading.events.size() == 2);
    CHECK(reading.report.filtered == 1);
    CHECK(reading.noted(Code::data_left_out) == 1);
}

TEST_CASE("attributes inside others, lists and the defaults of a log are read") {
    const Reading reading = read(
        "<global scope=\"event\"><string key=\"note\" value=\"usual\"/>"
        "<date key=\"time:timestamp\" value=\"1970-01-01T00:00:00Z\"/></global>" +
        trace("C1",
              event("Visited", day,
                    "<string key=\"seen\" value=\"x\"><boolean key=\"by us\" value=\"true\"/></string>"
                    "<list key=\"who\"><values><string key=\"a\" value=\"police\"/><string key=\"a\" value=\"gp\"/>"
                    "</values></list>") +
                  event("Visited", day, "<string key=\"note\" value=\"other\"/><list key=\"who\"><values/></list>")));
    CHECK(reading.events == Events{"C1 visit 2025-04-29T01:00 row 2 attended=police;gp seen=yes comment=usual",
                                   "C1 visit 2025-04-29T01:00 row 2 attended=none comment=other"});
    CHECK(reading.codes().empty());
}

TEST_CASE("a time that the log gives by default is the time of nothing") {
    const Reading reading = read("<global scope=\"event\">" + at("1970-01-01T00:00:00Z") + "</global>" +
                                 trace("C1", "<event>" + named("Visited") + "</event>" + event("Visited", day)));
    CHECK(reading.events.size() == 1);
    CHECK(reading.codes() == "D009");
    CHECK(reading.told().find("no date is given") != std::string::npos);
}

TEST_CASE("a midnight can mean that only the day is known, whatever offset it was written with") {
    const std::string written =
        GENERATE(as<std::string>{}, "2025-04-29T00:00:00Z", "2025-04-29T00:00:00.000+02:00", "2025-04-29T00:00:00");
    CHECK(read(trace("C1", event("Visited", written)), "midnight: no-time\n" + plain_log).events ==
          Events{"C1 visit 2025-04-29 row 2"});
    CHECK(read(trace("C1", event("Visited", "2025-04-29T00:00:00.5Z")), "midnight: no-time\n" + plain_log).events ==
          Events{"C1 visit 2025-04-29T01:00:00.5 row 2"});
}

TEST_CASE("a second trace of one name is refused, unless the mapping says that both are one case") {
    const std::string log =
        trace("C1", event("Referred", day)) + trace("C2", event("Referred", day)) + trace("C1", event("Visited", day));
    const Reading apart = read(log);
    CHECK(apart.events.size() == 2);
    CHECK(apart.codes() == "L001");
    CHECK(apart.report.refused == 1);
    CHECK(read(log, plain_log + "    traces: merged\n").events.size() == 3);
    CHECK(read(log, plain_log + "    traces: apart\n").events.size() == 2);
}

TEST_CASE("an event without a trace's name, a name of its own or a time is refused, and counted") {
    const auto [traces, codes] = GENERATE(table<std::string, std::string>({
        {"<trace>" + event("Visited", day) + "</trace>" + trace("C1", event("Visited", day)), "D007"},
        {trace("C1", "<event>" + at(day) + "</event>" + event("Visited", day)), "D008"},
        {trace("C1", "<event>" + named("Visited") + "</event>" + event("Visited", day)), "D009"},
        {trace("C1", event("Visited", "2025-04-31T00:00:00Z") + event("Visited", day)), "D009"},
        {trace("C1", event("Visited", "2025-04-29T10:00:00+25:00") + event("Visited", day)), "D009"},
    }));
    CAPTURE(traces);
    const Reading reading = read(traces);
    CHECK(reading.codes() == codes);
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.rows == 2);
    CHECK(reading.report.refused == 1);
}

TEST_CASE("a value that is not of its type spoils itself alone") {
    const Reading reading =
        read(trace("C1", event("Visited", day, "<int key=\"count\" value=\"3x\"/><string key=\"note\" value=\"n\"/>")));
    CHECK(reading.events == Events{"C1 visit 2025-04-29T01:00 row 2 visits=? comment=n"});
    CHECK(reading.codes() == "D010");
    CHECK(read(trace("C1", event("Visited", day, "<boolean key=\"note\" value=\"perhaps\"/>"))).codes() == "D010");
    CHECK(read(trace("C1", event("Visited", day, "<float key=\"note\" value=\"1,5\"/>"))).codes() == "D010");
}

TEST_CASE("a list with a value that would become two is unknown") {
    const Reading reading =
        read(trace("C1", event("Visited", day, "<list key=\"who\"><string key=\"a\" value=\"police;gp\"/></list>")));
    CHECK(reading.events == Events{"C1 visit 2025-04-29T01:00 row 2 attended=?"});
    CHECK(reading.codes() == "L006 D010");
}

TEST_CASE("what stands in the wrong place of a log is told") {
    CHECK(read("\n<trace>" + event("Visited", day) + named("C1") + "</trace>").codes() == "L002 D007");
    CHECK(read(trace("C1", event("Visited", day, "<memo/>"))).noted(Code::xml_element_unknown) == 1);
    CHECK(read(trace("C1", event("Visited", day)) + "text").noted(Code::xml_stray_text) == 1);
    CHECK(read(trace("C1", event("Visited", day)) + trace("C2", "")).noted(Code::data_case_empty) == 1);
}

TEST_CASE("a file that is no sound XES log is refused where it goes wrong") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"<!DOCTYPE log [<!ENTITY a \"b\">]><log/>", "X002"},
        {"<Message/>", "X003"},
        {"<log xmlns=\"http://elsewhere/\"/>", "X003"},
        {"<log>", "X001"},
        {"", "X001"},
        {"<log/>", "D017"},
        {"<log>" + trace("C1", "") + "</log>", "M006"},
        {"<log>" + trace("C1", event("Visited", day)), "X001"},
        {"<log>" + trace("C1", event("Visited", day)) + "</log><log/>", "X001"},
    }));
    CAPTURE(text);
    const auto made = sound_mapping("mapping: m\ntitle: A mapping\n" + plain_log);
    const Reading reading = read_with(engine::xes_reader(), text, {.name = "log.xes", .mapping = made.get()});
    CHECK(reading.codes() == code);
    CHECK(reading.report.incomplete);
}

TEST_CASE("a log shows the events that stand in it and count, or those that the mapping names") {
    const std::string log = trace(
        "C1", event("Referred", day) + event("Visited", day, "<string key=\"lifecycle:transition\" value=\"start\"/>"));
    const auto shows = [](const Reading& reading) {
        std::string shown;
        const std::vector<std::string> types = {"contact", "referral", "screening", "supervision", "visit"};
        for (std::size_t type = 0; type < types.size(); ++type)
            if (reading.report.coverage.events[type]) shown += types[type] + ' ';
        return shown;
    };
    CHECK(shows(read(log)) == "referral visit ");
    CHECK(shows(read(log, plain_log + "    shows: seen\n")) == "referral ");
    CHECK(shows(read(log, plain_log + "    shows: [visit]\n")) == "visit ");
}

TEST_CASE("without a mapping a log is not read") {
    const Reading reading = read_with(engine::xes_reader(), "<log>" + trace("C1", event("Visited", day)) + "</log>");
    CHECK(reading.codes() == "M006");
    CHECK(reading.events.empty());
}

TEST_CASE("a log that breaks off before its columns were seen says where, with a mapping or without") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"<log><trace>", "X001"},
        {"<log><trace><event><string key=\"concept:name\" value=\"a & b\"/>", "X001"},
        {"<log><trace><event><string key=\"concept:name\" value=\"a&#1;\"/>", "X001"},
        {"<log><trace><event><string key=\"k\" value=\"" + std::string((1 << 20) + 1, 'x') + "\"/>", "X004"},
        {"<log><trace><event><string key=\"a\" value=\"b\"/><!DOCTYPE x>", "X001"},
    }));
    CHECK(read_with(engine::xes_reader(), text).codes() == code);
    const auto made = sound_mapping("mapping: m\ntitle: A mapping\n" + plain_log);
    CHECK(read_with(engine::xes_reader(), text, {.name = "log.xes", .mapping = made.get()}).codes() == code);
}

TEST_CASE("a log is known by its root element") {
    CHECK(engine::recognises_xes("a", "<x:log xmlns:x=\"http://www.xes-standard.org/\">"));
    CHECK(engine::recognises_xes("a", "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"b\">]><log>"));
    CHECK(engine::recognises_xes("a", std::string_view{"\xFF\xFE<\0l\0o\0g\0>\0", 12}));
    CHECK_FALSE(engine::recognises_xes("a", "<log><object-types><object-type name=\"child\">"));
    CHECK(engine::recognises_xes("a", "<?xml version=\"1.0\"?>\n<!-- made -->\n<log xes.version=\"2.0\">"));
    CHECK_FALSE(engine::recognises_xes("a.xes", "<logs>"));
    CHECK_FALSE(engine::recognises_xes("a.xes", "case,event,at\n"));
}
