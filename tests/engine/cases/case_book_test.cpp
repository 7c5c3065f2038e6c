// SPDX-License-Identifier: MIT
#include "engine/cases/case_book.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/timelines.hpp"

using namespace csapath;
using namespace csapath::test;
using engine::CaseBook;
using engine::Timeline;

namespace {

/// Takes a visit for each id and tells the cases that came out, with how many events each had: "A:2 B:1".
struct Taken {
    std::string cases;
    bool all_taken = true;
    bool out_of_order = false;
};

Taken taken(CaseBook::Order order, const std::vector<std::string>& ids) {
    Taken result;
    Timeline timeline;
    CaseBook book(order, timeline, [&]() -> Timeline& {
        result.cases += (result.cases.empty() ? "" : " ") + timeline.case_id() + ":" + std::to_string(timeline.size());
        return timeline;
    });
    for (const std::string& id : ids) {
        engine::Event event;
        event.type = visit;
        event.at = moment("2025-03-03");
        if (!book.take(id, event)) {
            result.all_taken = false;
            break;
        }
    }
    result.out_of_order = book.out_of_order();
    if (result.all_taken) book.finish();
    return result;
}

}  // namespace

TEST_CASE("while ids ascend, each case is handed on when the next begins") {
    const Taken result = taken(CaseBook::Order::ascending, {"A", "A", "B", "C", "C", "C"});
    CHECK(result.cases == "A:2 B:1 C:3");
    CHECK(result.all_taken);
}

TEST_CASE("ids of one length that differ in a single character are two cases, wherever it stands") {
    for (std::size_t size = 1; size <= 20; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            const std::string first(size, 'A');
            std::string second = first;
            second[place] = 'B';
            const Taken result = taken(CaseBook::Order::ascending, {first, first, second, second});
            REQUIRE(result.cases == first + ":2 " + second + ":2");
        }
    }
}

TEST_CASE("an id that comes after a greater one stops the streaming and says so") {
    const Taken result = taken(CaseBook::Order::ascending, {"A", "B", "A"});
    CHECK_FALSE(result.all_taken);
    CHECK(result.out_of_order);
    CHECK(result.cases == "A:1");
}

TEST_CASE("in any order, events are grouped and cases come out in byte order of their ids") {
    CHECK(taken(CaseBook::Order::any, {"b", "A", "a", "A", "B", "b", "10", "9"}).cases == "10:1 9:1 A:2 B:1 a:1 b:2");
}

TEST_CASE("a case with more events than the limit is stopped at") {
    for (const auto order : {CaseBook::Order::ascending, CaseBook::Order::any}) {
        Timeline timeline;
        CaseBook book(order, timeline, [&]() -> Timeline& { return timeline; });
        engine::Event event;
        event.type = visit;
        event.at = moment("2025-03-03");
        for (std::uint32_t i = 0; i < CaseBook::most_events; ++i) REQUIRE(book.take("A", event));
        CHECK_FALSE(book.take("A", event));
        CHECK(book.too_many_events());
        CHECK_FALSE(book.out_of_order());
    }
}

TEST_CASE("events of one run are of one case; another run may go on with the case or begin the next") {
    const auto order = GENERATE(CaseBook::Order::ascending, CaseBook::Order::any);
    std::string cases;
    Timeline timeline;
    CaseBook book(order, timeline, [&]() -> Timeline& {
        cases += timeline.case_id() + ":" + std::to_string(timeline.size()) + " ";
        return timeline;
    });
    // The first event of run 4 went elsewhere; of the last two no run is known.
    const std::vector<std::pair<std::string, std::uint64_t>> events = {{"A", 1}, {"A", 1}, {"A", 2}, {"B", 3},
                                                                       {"C", 4}, {"C", 4}, {"D", 0}, {"E", 0}};
    for (const auto& [id, run] : events) {
        engine::Event event;
        event.type = visit;
        event.at = moment("2025-03-03");
        event.case_run = run;
        REQUIRE(book.take(id, event));
    }
    book.finish();
    CHECK(cases == "A:3 B:1 C:2 D:1 E:1 ");
}

TEST_CASE("one run too has no more events than a case may have") {
    Timeline timeline;
    CaseBook book(CaseBook::Order::ascending, timeline, [&]() -> Timeline& { return timeline; });
    engine::Event event;
    event.type = visit;
    event.at = moment("2025-03-03");
    event.case_run = 1;
    for (std::uint32_t i = 0; i < CaseBook::most_events; ++i) REQUIRE(book.take("A", event));
    CHECK_FALSE(book.take("A", event));
    CHECK(book.too_many_events());
}
