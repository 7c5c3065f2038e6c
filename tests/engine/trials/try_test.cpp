// SPDX-License-Identifier: MIT
#include "engine/trials/try.hpp"

#include "tests/support/trials.hpp"

using namespace csapath;

// Mon 5 May 2025 is a bank holiday: three working days after Wed 30 April are 1, 2 and 6 May.
namespace {
constexpr std::string_view held_on_8_may = "strategy-discussion,2025-05-08,,social-care\n";
}

TEST_CASE("a case that comes out as expected is not complained of") {
    const auto expected =
        GENERATE(as<std::string>(),  //
                 "late",             //
                 "{verdict: late}",  //
                 "{verdict: late, kind: delay}", "{verdict: late, due: 2025-05-06}",
                 "{verdict: late, late-by: 2 working days}", "{verdict: late, message: held Thu 8 May 2025}", "[late]");
    CAPTURE(expected);
    const CasesBeside beside(red_case("late", held_on_8_may) +
                             "    expect: {screening.next.strategy-discussion: " + expected + "}\n");
    CHECK(beside.complaints().empty());
}

TEST_CASE("each thing that comes out otherwise is complained of") {
    const auto [expected, told] = GENERATE(table<std::string, std::string>({
        {"met", "met"},
        {"{verdict: overdue}", "overdue"},
        {"{verdict: late, kind: missed step}", "late (missed step)"},
        {"{verdict: late, due: 2025-05-07}", "late, due 2025-05-07"},
        {"{verdict: late, due: 2025-05-06T12:00}", "late, due 2025-05-06T12:00"},
        {"{verdict: late, late-by: 2 days}", "late, 2 days late"},
        {"{verdict: late, message: Easter}", "late, saying 'Easter'"},
        {"{verdict: late, agencies: [health]}", "late, without health"},
        {"[late, late]", "late; late"},
        {"none", "none"},
    }));
    CAPTURE(expected);
    const CasesBeside beside(red_case("late", held_on_8_may) +
                             "    expect: {screening.next.strategy-discussion: " + expected + "}\n");
    CHECK(beside.complaints() == "screening.next.strategy-discussion: expected " + told +
                                     ", got late (delay), due 2025-05-06, 2 working days late");
}

TEST_CASE("agencies that are missing are compared as a set") {
    const auto [agencies, passes] = GENERATE(table<std::string, bool>({
        {"[police, health]", true},
        {"[health, police]", true},
        {"police", false},
        {"[health, police, social-care]", false},
        {"[]", false},
    }));
    CAPTURE(agencies);
    const CasesBeside beside(red_case("two missing", held_on_8_may) +
                             "    expect: {strategy-discussion.quorum: {verdict: failed, agencies: " + agencies +
                             "}}\n");
    CHECK(beside.complaints().empty() == passes);
}

TEST_CASE("the rules that have findings are compared as a set, and only where the case names them") {
    const auto [findings, told] = GENERATE(table<std::string, std::string>({
        {"    findings: [strategy-discussion.quorum, screening.next.strategy-discussion]\n", ""},
        {"    expect: {referral.next.screening: met}\n", ""},
        {"    findings: strategy-discussion.quorum\n",
         ": expected strategy-discussion.quorum, got screening.next.strategy-discussion, strategy-discussion.quorum"},
        {"    findings: none\n", ": expected none, got screening.next.strategy-discussion, strategy-discussion.quorum"},
    }));
    CAPTURE(findings);
    CHECK(CasesBeside(red_case("late", held_on_8_may) + findings).complaints() == told);
}

TEST_CASE("a rule that tells its fault together with another has a finding all the same") {
    // Two screenings, no discussion, and the case closed: one step missed, for two rules.
    const CasesBeside beside(red_case("closed", "case-closed,2025-06-02,,\n") +
                             "    findings: screening.next.strategy-discussion\n" +
                             red_case("twice", "screening,2025-05-01,red,\ncase-closed,2025-06-02,,\n") +
                             "    expect: {screening.next.strategy-discussion: [missed, missed]}\n");
    CHECK(beside.complaints().empty());
}

TEST_CASE("verdicts are expected in the order of their activations, through all episodes") {
    const std::string twice = red_case("twice",
                                       "strategy-discussion,2025-05-06,,\ncase-closed,2025-05-07,,\n"
                                       "referral,2025-06-02,,\nscreening,2025-06-03,green,\n");
    CHECK(CasesBeside(twice + "    expect: {screening.next.strategy-discussion: [met, not applicable]}\n")
              .complaints()
              .empty());
    CHECK(
        CasesBeside(twice + "    expect: {screening.next.strategy-discussion: [not applicable, met]}\n").complaints() ==
        "screening.next.strategy-discussion: expected not applicable; met, "
        "got met, due 2025-05-06; not applicable");
}

TEST_CASE("a case is judged as of its own day") {
    const std::string open = red_case("open");
    CHECK(CasesBeside(open + "    expect: {screening.next.strategy-discussion: overdue}\n").complaints().empty());
    CHECK(CasesBeside(open + "    as-of: 2025-05-06\n    expect: {screening.next.strategy-discussion: pending}\n")
              .complaints()
              .empty());
}

TEST_CASE("what a case cannot show is not visible") {
    const auto [unshown, verdict] = GENERATE(table<std::string, std::string>({
        {"[strategy-discussion]", "not visible"},
        {"[health-appointment]", "overdue"},
    }));
    CAPTURE(unshown);
    CHECK(CasesBeside(red_case("open") + "    cannot-show: " + unshown +
                      "\n    expect: {screening.next.strategy-discussion: " + verdict + "}\n")
              .complaints()
              .empty());
}

TEST_CASE("a rule that is left out has nothing come of it") {
    const CasesBeside beside(red_case("open") + "    expect: {screening.next.strategy-discussion: overdue}\n");
    std::vector<bool> left_out(beside.plan().rules.size(), true);
    const auto complaints = engine::complaints(beside.trials().front(), beside.plan(), left_out);
    REQUIRE(complaints.size() == 1);
    CHECK(complaints.front().got == "none");
    CHECK(complaints.front().messages.empty());
}
