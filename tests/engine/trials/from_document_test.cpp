// SPDX-License-Identifier: MIT
#include "engine/trials/from_document.hpp"

#include "tests/support/days.hpp"
#include "tests/support/trials.hpp"

using namespace csapath;

TEST_CASE("a case is read with everything that is written of it") {
    const CasesBeside beside(
        "  - name: one of everything\n"
        "    audit: [S3, G3]\n"
        "    about: [screening.next.strategy-discussion, screening.next.case-closed]\n"
        "    why: by hand\n"
        "    as-of: 2025-05-06T12:00\n"
        "    cannot-show: [strategy-discussion, invited]\n"
        "    facts: {area: 'North, and east', agencies: [police, health]}\n"
        "    events: |\n"
        "      event,at\n"
        "\n"
        "      referral,2025-04-29\n"
        "      screening,2025-04-30\n"
        "    expect:\n"
        "      referral.next.screening: {verdict: met, due: 2025-04-30}\n"
        "      strategy-discussion.quorum: none\n"
        "    findings: none\n");
    REQUIRE(beside.trials().size() == 1);
    const engine::Trial& trial = beside.trials().front();
    CHECK(trial.name == "one of everything");
    CHECK(trial.where.text() == "one of everything");
    CHECK(trial.audit == std::vector<std::string>{"S3", "G3"});
    CHECK(trial.about == std::vector<std::string>{"screening.next.strategy-discussion", "screening.next.case-closed"});
    CHECK(trial.as_of == moment("2025-05-06T12:00"));
    CHECK(trial.cannot_show == std::vector<std::string>{"strategy-discussion", "invited"});
    CHECK(trial.events ==
          "case,case.area,case.agencies,event,at\n"
          "C,\"North, and east\",police;health,referral,2025-04-29\n"
          "C,,,screening,2025-04-30\n");
    REQUIRE(trial.expectations.size() == 2);
    CHECK(trial.expectations[0].rule == "referral.next.screening");
    CHECK(trial.expectations[0].where.text() == "referral.next.screening");
    REQUIRE(trial.expectations[0].verdicts.size() == 1);
    CHECK(trial.expectations[0].verdicts[0].due == moment("2025-04-30"));
    CHECK_FALSE(trial.expectations[0].verdicts[0].kind);
    CHECK(trial.expectations[1].verdicts.empty());
    REQUIRE(trial.findings);
    CHECK(trial.findings->empty());
}

TEST_CASE("a case without a day of its own has that of the file") {
    const CasesBeside beside(red_case("one") + "    findings: none\n");
    CHECK(beside.trials().front().as_of == moment("2025-06-30"));
}

TEST_CASE("a row may run over several lines inside quotes") {
    const CasesBeside beside(
        "  - name: a text of two lines\n"
        "    events: |\n"
        "      event,at,agency,item\n"
        "      referral,2025-04-29,police,\"first\n"
        "      second\"\n"
        "      screening,2025-04-30,,\n"
        "    expect: {referral.next.screening: met}\n");
    CHECK(beside.complaints().empty());
}

TEST_CASE("what is wrong with a case is told where it stands") {
    // A case begins in line 4, with its name.
    const auto [rest, told] = GENERATE(table<std::string, std::string>({
        {"    events: |\n      event,at\n      referral,2025-04-29\n", "C002 4:11\n"},
        {"    findings: none\n", "Y021 4:5\n"},
        {"    events: [referral]\n    findings: none\n", "Y022 5:13\n"},
        {"    events: |\n      event,at\n    findings: none\n", "D017 5:13\n"},
        {"    events: |\n      event,at\n      referal,2025-04-29\n    findings: none\n", "C005 7:7\n"},
        {"    events: |\n      event,at\n      referral,29/04/2025\n    findings: none\n", "D009 7:7\n"},
        {"    events: |\n      event,at,at\n      referral,2025-04-29,\n    findings: none\n", "D002 6:7\n"},
        {"    events: |\n      event,att\n      referral,2025-04-29\n    findings: none\n", "C005 6:13\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29,x\n    findings: none\n", "D004 7:7\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    findings: referral.way\n", "C004 8:15\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    findings: []\n", "Y023 8:15\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    findings: {a: b}\n", "Y022 8:15\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    expect: {referral.next.screening: []}\n",
         "Y023 8:39\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    expect: {referral.next.screening: [[met]]}\n",
         "Y022 8:40\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n    expect: {referral.next.screening: {kind: x}}\n",
         "Y021 8:39\nY023 8:46\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n"
         "    expect: {referral.next.screening: {verdict: late, due: tomorrow, late-by: soon}}\n",
         "Y026 8:60\nY023 8:79\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n"
         "    expect: {referral.next.screening: {verdict: late, due: 2025-05-06T12:00Z}}\n",
         "Y026 8:60\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n"
         "    expect: {referral.next.screening: {verdict: late, late-by: 0 days}}\n",
         "Y023 8:64\n"},
        {"    events: |\n      event,at\n      referral,2025-04-29\n"
         "    expect: {referral.next.screening: {verdict: late, late-by: 2 working day}}\n",
         "Y023 8:64\n"},
    }));
    CAPTURE(rest);
    const CasesBeside beside("  - name: wrong\n" + rest);
    CHECK_FALSE(beside.loaded());
    CHECK(codes_and_places(beside.diagnostics()) == told);
}

TEST_CASE("a file with one wrong case gives no cases at all") {
    const CasesBeside beside(red_case("right") + "    findings: none\n" + red_case("wrong"));
    CHECK_FALSE(beside.loaded());
    CHECK(beside.diagnostics().errors() == 1);
}

TEST_CASE("values and agencies that are not known are let through, since a case may be about them") {
    const CasesBeside beside(
        "  - name: a colour nobody knows\n"
        "    events: |\n"
        "      event,at,risk,attended\n"
        "      referral,2025-04-29,,\n"
        "      screening,2025-04-30,mauve,\n"
        "      strategy-discussion,2025-05-01,,social-care;polise\n"
        "    expect: {screening.next.strategy-discussion: undetermined, strategy-discussion.quorum: undetermined}\n");
    CHECK(beside.complaints().empty());
}
