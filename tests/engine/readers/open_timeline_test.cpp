// SPDX-License-Identifier: MIT
/// Events that a reader adds straight to the timeline of their case: nobody can tell from the cases that come out.
#include <string>
#include <vector>

#include "engine/cases/case_book.hpp"
#include "engine/readers/csv.hpp"
#include "engine/readers/ndjson.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using engine::CaseBook;
using engine::Timeline;
using Events = std::vector<std::string>;

namespace {

/// What a file comes to as cases: "A visit 2025-04-30 row 2 risk=red", the facts of a case behind its last event.
struct Cases {
    Events events;
    std::vector<std::string> texts;  ///< the row of each event, as the timeline has kept it
    engine::InputReport report;
    bool finished = false, out_of_order = false, too_many_events = false;
};

Cases cases_of(const engine::Reader& reader, const std::string& text, CaseBook::Order order,
               std::size_t at_a_time = 1 << 20) {
    const SmallPathway pathway;
    Cases cases;
    Timeline timeline;
    CaseBook book(order, timeline, [&]() -> Timeline& {
        const auto written = [&](const engine::Cell& cell) {
            const rules::Fact& fact = pathway.words.facts()[cell.fact];
            return (fact.of_case ? " case." : " ") + fact.name + '=' + pathway.written(cell.fact, cell.value);
        };
        for (std::uint32_t event = 0; event < timeline.size(); ++event) {
            const Timeline::Entry& entry = timeline[event];
            std::string line = timeline.case_id() + ' ' + pathway.schema.event_types[entry.type] + ' ' +
                               SmallPathway::written(entry.at) + " row " + std::to_string(entry.origin.row);
            for (const engine::Cell& cell : timeline.cells(event)) line += written(cell);
            cases.events.push_back(line);
            cases.texts.emplace_back(entry.text);
        }
        for (const engine::Cell& cell : timeline.case_cells()) cases.events.back() += written(cell);
        return timeline;
    });
    const engine::TakeEvent take([&](std::string_view id, const engine::Event& event) { return book.take(id, event); },
                                 [&] { return book.open(); });
    TextBytes bytes{text, at_a_time};
    engine::ReadOptions options;
    options.name = "cases";
    cases.finished = reader.read(bytes, pathway.schema, options, take, cases.report);
    cases.out_of_order = book.out_of_order();
    cases.too_many_events = book.too_many_events();
    if (cases.finished) book.finish();
    return cases;
}

Cases cases_of(const std::string& text, CaseBook::Order order = CaseBook::Order::ascending) {
    return cases_of(engine::csv_reader(), text, order);
}

}  // namespace

TEST_CASE("events of a case whose rows stand together have their own facts, and the case has those of all") {
    const auto order = GENERATE(CaseBook::Order::ascending, CaseBook::Order::any);
    const Cases cases = cases_of(
        "case,event,at,risk,seen,comment,case.area\n"
        "A,referral,2025-04-01,red,,first,North\n"
        "A,visit,2025-04-02T10:30,,yes,,\n"
        "A,visit,2025-04-03,,,\"says \"\"no\"\"\",\n"
        "B,referral,2025-04-01,amber,no,,South\n",
        order);

    CHECK(cases.finished);
    CHECK(cases.events == Events{
                              "A referral 2025-04-01 row 2 risk=red comment=first",
                              "A visit 2025-04-02T10:30 row 3 seen=yes",
                              "A visit 2025-04-03 row 4 comment=says \"no\" case.area=North",
                              "B referral 2025-04-01 row 5 risk=amber seen=no case.area=South",
                          });
    CHECK(cases.report.used == 4);
}

TEST_CASE("a row that is refused half-way leaves nothing in the timeline") {
    // The third row of A has a date that is fine and a risk, and then a value that a spreadsheet has lost; so has the
    // last row of A, and the only row of B.
    const Cases cases = cases_of(
        "case,event,at,risk,comment,case.area\n"
        "A,referral,2025-04-01,red,,\n"
        "A,visit,2025-04-02,amber,kept,\n"
        "A,visit,2025-04-03,red,#REF!,West\n"
        "A,visit,2025-04-04,,also kept,East\n"
        "A,visit,2025-04-05,red,#N/A,\n"
        "B,visit,2025-04-05,red,#N/A,\n"
        "C,visit,2025-04-06,,,\n"
        "C,visit,2025-04-07,amber,,\n");

    CHECK(cases.finished);
    CHECK(cases.events == Events{
                              "A referral 2025-04-01 row 2 risk=red",
                              "A visit 2025-04-02 row 3 risk=amber comment=kept",
                              "A visit 2025-04-04 row 5 comment=also kept case.area=East",
                              "C visit 2025-04-06 row 8",
                              "C visit 2025-04-07 row 9 risk=amber",
                          });
    CHECK(cases.report.refused == 3);
}

TEST_CASE("rows of a case may stand apart where nothing of another case is between them that is used") {
    const Cases cases = cases_of(
        "case,event,at,comment\n"
        "A,referral,2025-04-01,one\n"
        "A,visit,2025-04-02,two\n"
        "B,visit,not a date,\n"
        "A,visit,2025-04-03,three\n"
        "A,visit,2025-04-04,four\n"
        "A ,visit,2025-04-05,an id of its own\n"
        "A ,visit,2025-04-06,and again\n");

    CHECK(cases.finished);
    CHECK(cases.events == Events{
                              "A referral 2025-04-01 row 2 comment=one",
                              "A visit 2025-04-02 row 3 comment=two",
                              "A visit 2025-04-03 row 5 comment=three",
                              "A visit 2025-04-04 row 6 comment=four",
                              "A  visit 2025-04-05 row 7 comment=an id of its own",
                              "A  visit 2025-04-06 row 8 comment=and again",
                          });
}

TEST_CASE("a case that comes back after a greater one stops the streaming, and grouped it is one") {
    const std::string text =
        "case,event,at,comment\nA,visit,2025-04-01,1\nA,visit,2025-04-02,2\nB,visit,2025-04-01,3\n"
        "B,visit,2025-04-02,4\nA,visit,2025-04-03,5\n";
    const Cases streamed = cases_of(text);
    CHECK_FALSE(streamed.finished);
    CHECK(streamed.out_of_order);

    const Cases grouped = cases_of(text, CaseBook::Order::any);
    CHECK(grouped.events == Events{
                                "A visit 2025-04-01 row 2 comment=1",
                                "A visit 2025-04-02 row 3 comment=2",
                                "A visit 2025-04-03 row 6 comment=5",
                                "B visit 2025-04-01 row 4 comment=3",
                                "B visit 2025-04-02 row 5 comment=4",
                            });
}

TEST_CASE("a case keeps its texts when the window has moved on in the middle of it") {
    // Three cases of 4,000 rows of some 100 bytes: each is longer than the 256 KiB that are in memory at a time.
    std::string text = "case,event,at,comment,seen\n";
    Events expected, rows;
    for (int row = 0; row < 12'000; ++row) {
        const std::string id = row < 4'000 ? "A" : row < 8'000 ? "B" : "C";
        const std::string comment = "comment " + std::to_string(row) + std::string(80, 'x');
        const bool quoted = row % 10 == 0;
        rows.push_back(id + ",visit,2025-04-30," + (quoted ? "\"" + comment + "\"\"\"" : comment) + ",yes");
        text += rows.back() + '\n';
        std::string& line = expected.emplace_back(id);
        line += " visit 2025-04-30 row " + std::to_string(row + 2);
        line += " comment=" + comment;
        line += quoted ? "\" seen=yes" : " seen=yes";
    }
    const auto at_a_time = GENERATE(as<std::size_t>{}, 1000, 1 << 20);
    const Cases cases = cases_of(engine::csv_reader(), text, CaseBook::Order::ascending, at_a_time);
    CHECK(cases.events == expected);
    CHECK(cases.texts == rows);
}

TEST_CASE("the row of an event stays where it may decide something: ties, and what stands twice") {
    const auto texts = [](const std::string& rows) { return cases_of("case,event,at,comment\n" + rows).texts; };
    const std::string one = "A,visit,2025-04-01T10:00,", two = "A,visit,2025-04-02T10:00,",
                      three = "A,visit,2025-04-03T10:00,", next = "B,visit,2025-04-01T10:00,";

    INFO("each event is later than the one before it: nothing is to be decided; the first is always kept");
    CHECK(texts(one + '\n' + two + '\n' + three + '\n') == Events{one, two, three});  // the file ends: who knows?
    CHECK(texts(one + '\n' + two + '\n' + three + '\n' + next + '\n') == Events{one, "", "", next});
    INFO("two at the same time");
    CHECK(texts(one + '\n' + two + '\n' + two + '\n' + next + '\n') == Events{one, two, two, next});
    INFO("not in their order");
    CHECK(texts(one + '\n' + three + '\n' + two + '\n' + next + '\n') == Events{one, three, two, next});
    INFO("a day alone");
    CHECK(texts(one + "\nA,visit,2025-04-02,\n" + three + '\n' + next + '\n') ==
          Events{one, "A,visit,2025-04-02,", three, next});
    INFO("a comment is a text of its row");
    CHECK(texts(one + '\n' + two + "said\n" + three + '\n' + next + '\n') == Events{one, two + "said", three, next});
    INFO("rows of other cases between them are left out, and the case goes on");
    CHECK(texts(one + '\n' + two + "\nB,visit,no date,\nB,unheard-of,2025-04-02,\n" + two + '\n' + next + '\n') ==
          Events{one, two, two, next});
    INFO("a row without a case between them may hide that the case goes on");
    CHECK(texts(one + '\n' + two + "\n,visit,2025-04-02,\n" + two + '\n' + next + '\n') == Events{one, two, two, next});
}

TEST_CASE("a case with more events than one may have is told, however its events came") {
    std::string text = "case,event,at\n";
    for (std::uint32_t row = 0; row < CaseBook::most_events; ++row) text += "A,visit,2025-04-30\n";
    CHECK(cases_of(text).finished);
    CHECK_FALSE(cases_of(text).too_many_events);

    text += "A,visit,2025-04-30\n";
    const auto order = GENERATE(CaseBook::Order::ascending, CaseBook::Order::any);
    const Cases cases = cases_of(text, order);
    CHECK_FALSE(cases.finished);
    CHECK(cases.too_many_events);
}

TEST_CASE("what a spreadsheet has lost is no event, and so none that the definition does not know") {
    const Cases cases = cases_of("case,event,at\nA,#REF!,2025-04-30\nA,#REF!,2025-04-30\nA,vist,2025-04-30\n");
    CHECK(cases.report.refused == 2);
    CHECK(cases.report.refused_for.at(rules::Code::data_excel_damage) == 2);
    CHECK(cases.report.filtered == 1);
    CHECK(cases.report.notes.size() == 1);
    CHECK(cases.report.notes.begin()->second == 1);
}

TEST_CASE("lines of JSON are added straight as well") {
    const Cases cases =
        cases_of(engine::ndjson_reader(),
                 "{\"case\":\"A\",\"event\":\"referral\",\"at\":\"2025-04-01\",\"risk\":\"red\"}\n"
                 "{\"case\":\"A\",\"event\":\"visit\",\"at\":\"2025-04-02\",\"comment\":\"a \\u00e9\"}\n"
                 "{\"case\":\"A\",\"event\":\"visit\",\"at\":\"2025-04-03\",\"comment\":\"#REF!\"}\n"
                 "{\"case\":\"A\",\"event\":\"visit\",\"at\":\"2025-04-04\"}\n",
                 CaseBook::Order::ascending);
    CHECK(cases.events == Events{
                              "A referral 2025-04-01 row 1 risk=red",
                              "A visit 2025-04-02 row 2 comment=a é",
                              "A visit 2025-04-04 row 4",
                          });
}
