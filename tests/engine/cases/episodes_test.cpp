// SPDX-License-Identifier: MIT
#include "engine/cases/episodes.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/timelines.hpp"

using namespace csapath;
using namespace csapath::test;
using engine::Episode;
using engine::Timeline;

namespace {

struct Arranged {
    Timeline timeline;
    std::vector<Episode> episodes;
};

Arranged arranged(const std::vector<Row>& rows, bool any_start = true) {
    Arranged result;
    fill(result.timeline, rows);
    result.timeline.tidy(moment("2026-03-31"));
    arrange(result.timeline, roles(any_start), result.episodes);
    return result;
}

}  // namespace

TEST_CASE("an episode opens at a start, closes at the first end, and keeps a tail until the next start") {
    const auto [timeline, episodes] = arranged({{referral, "2025-03-03"},
                                                {visit, "2025-03-05"},
                                                {closure, "2025-04-01"},
                                                {visit, "2025-04-03"},
                                                {letter, "2025-04-04"},
                                                {referral, "2025-06-02"},
                                                {visit, "2025-06-04"}});
    REQUIRE(episodes.size() == 2);
    CHECK(episodes[0].begin == 0);
    CHECK(episodes[0].end == 3);       // the closing event belongs to it
    CHECK(episodes[0].tail_end == 5);  // two events after the close
    CHECK(episodes[0].closed);
    CHECK(episodes[0].opened_by == rules::StepId{referral});
    CHECK(episodes[1].number == 2);
    CHECK(episodes[1].begin == 5);
    CHECK(episodes[1].end == 7);
    CHECK(episodes[1].tail_end == 7);
    CHECK_FALSE(episodes[1].closed);
}

TEST_CASE("a start inside an open episode belongs to it") {
    const auto [timeline, episodes] =
        arranged({{referral, "2025-03-03"}, {referral, "2025-03-10"}, {closure, "2025-04-01"}});
    REQUIRE(episodes.size() == 1);
    CHECK(episodes[0].end == 3);
}

TEST_CASE("where the first event that is a step is no start, an episode opens there and began unseen") {
    const auto [timeline, episodes] =
        arranged({{letter, "2025-03-01"}, {visit, "2025-03-03"}, {closure, "2025-04-01"}, {visit, "2025-04-09"}});
    REQUIRE(episodes.size() == 1);
    CHECK(episodes[0].begin == 1);  // the letter is an occurrence of no step and opens nothing
    CHECK(episodes[0].began_unseen);
    CHECK_FALSE(episodes[0].opened_by.has_value());
    CHECK(episodes[0].end == 3);
    CHECK(episodes[0].tail_end == 4);  // a visit after the close opens nothing either
}

TEST_CASE("where no step is marked starts, the whole case is one episode, not marked") {
    const auto [timeline, episodes] = arranged({{letter, "2025-03-01"}, {visit, "2025-03-03"}}, false);
    REQUIRE(episodes.size() == 1);
    CHECK(episodes[0].begin == 0);
    CHECK_FALSE(episodes[0].began_unseen);
}

TEST_CASE("a case without an event that is a step has no episode") {
    CHECK(arranged({{letter, "2025-03-01"}}).episodes.empty());
}

TEST_CASE("events of a day stand in the order of their recorded times") {
    CHECK(order_of(
              arranged({{referral, "2025-03-03T09:00"}, {visit, "2025-03-03T15:00"}, {screening, "2025-03-03T11:00"}})
                  .timeline) == "2 4 3");
}

TEST_CASE("where no episode is open, an event without a time comes just after the day's first start") {
    // The visit has no time and the referral is at 14:00: taken at 00:00 it would lie outside the episode.
    const auto [timeline, episodes] = arranged({{visit, "2025-03-03"}, {referral, "2025-03-03T14:00"}});
    CHECK(order_of(timeline) == "3 2");
    REQUIRE(episodes.size() == 1);
    CHECK_FALSE(episodes[0].began_unseen);
    CHECK(episodes[0].end == 2);
}

TEST_CASE("an untimed start is at midnight where no episode is open, and comes before all else of its day") {
    CHECK(order_of(
              arranged({{screening, "2025-03-03T00:00"}, {visit, "2025-03-03"}, {referral, "2025-03-03"}}).timeline) ==
          "4 2 3");  // 00:00 before 00:00 and "just after the first start": start, then what is at that time, then the
                     // untimed
}

TEST_CASE("an untimed end comes at the end of its day, and an untimed start after it where an episode is open") {
    const auto [timeline, episodes] = arranged({{referral, "2025-03-03"},
                                                {referral, "2025-04-01"},
                                                {closure, "2025-04-01"},
                                                {visit, "2025-04-01"},
                                                {visit, "2025-04-01T16:00"}});
    CHECK(order_of(timeline) == "2 5 6 4 3");
    REQUIRE(episodes.size() == 2);  // closed and opened anew on one day
    CHECK(episodes[0].end == 4);
    CHECK(episodes[0].tail_end == 4);
    CHECK(episodes[1].begin == 4);
}

TEST_CASE(
    "events of one day without times are ordered by type and then by the row's text, whatever the order of the file") {
    const auto one = arranged(
        {{referral, "2025-03-01"}, {visit, "2025-03-03", "b"}, {visit, "2025-03-03", "a"}, {screening, "2025-03-03"}});
    CHECK(order_of(one.timeline) == "2 5 4 3");
    const auto other = arranged(
        {{screening, "2025-03-03"}, {visit, "2025-03-03", "a"}, {visit, "2025-03-03", "b"}, {referral, "2025-03-01"}});
    CHECK(order_of(other.timeline) == "5 2 3 4");
}
