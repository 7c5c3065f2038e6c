// SPDX-License-Identifier: MIT
#include "engine/obligations/involve.hpp"

#include <tuple>

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "strategy-discussion.rule";

/// A referral, and a strategy discussion on Tue 6 May 2025 with these cells.
JudgedCase discussion(std::string_view sentence, std::string_view columns, std::string_view cells) {
    std::string rows = "event,at,";
    rows += columns;
    rows += "\nreferral,2025-05-01";
    rows.append(static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 1, ',');
    rows += "\nstrategy-discussion,2025-05-06,";
    rows += cells;
    rows += '\n';
    return {with_rule("strategy-discussion", sentence), rows, "2025-05-30"};
}
}  // namespace

TEST_CASE("to be included is to be in the list of those who attended, or to be the agency that acted") {
    auto [cells, verdict, agencies] = GENERATE(table<std::string, std::string, std::string>({
        {"social-care,police;health", "met", ""},
        {"social-care,police;gp", "met", ""},       // any member satisfies a group
        {",CSC;Police;health visitor", "met", ""},  // aliases, titles, letter case
        {"social-care,police", "failed (missing agency)", "health"},
        {"social-care,police;school", "failed (missing agency)", "health"},
        {"police,health", "failed (missing agency)", "social-care"},
        {"social-care,none", "failed (missing agency)", "police;health"},  // nobody is known to be nobody
        {"social-care,", "failed (not recorded)", "police;health"},        // a blank list shows nothing
        {"social-care,police;polcie", "undetermined", ""},                 // who is "polcie"?
        {"social-care,police;health;polcie", "met", ""},                   // whoever it is, nobody is missing
    }));
    CAPTURE(cells);
    JudgedCase judged = discussion("include social-care, police and health", "agency,attended", cells);
    CHECK(judged.verdicts(rule) == verdict);
    CHECK(judged.agencies(rule) == agencies);
}

TEST_CASE("the agency that acted took part even where attendance is blank") {
    CHECK(discussion("include social-care", "agency,attended", "social-care,").verdicts(rule) == "met");
    CHECK(discussion("include gp", "agency,attended", "health,").verdicts(rule) == "failed (not recorded)");
}

TEST_CASE("why it cannot be told is said") {
    CHECK(discussion("include police", "agency,attended", "social-care,polcie").because(rule) ==
          Because::unknown_names);
    CHECK(discussion("include police", "agency", "social-care").because(rule) == Because::not_carried);
    // It may have been the police who acted.
    CHECK(discussion("include police", "agency,attended", "polcie,school").because(rule) == Because::unknown_names);
}

TEST_CASE("at least so many: each recorded agency counts once, and a group beside its own member adds nothing") {
    auto [sentence, attended, verdict, agencies,
          number] = GENERATE(table<std::string, std::string, std::string, std::string, int>({
        {"include at least 2 of (police, health, school)", "police;school", "met", "", 0},
        {"include at least 2 of (police, health, school)", "gp;health-visitor", "met", "", 0},
        {"include at least 2 of (police, health, school)", "health;gp", "failed (missing agency)", "police;school", 1},
        {"include at least 2 of (police, health, school)", "police;police", "failed (missing agency)", "health;school",
         1},
        {"include at least 2 of (police, health, school)", "none", "failed (missing agency)", "police;health;school",
         0},
        {"include at least 3 agencies", "police;gp", "met", "", 0},  // and social-care, which acted
        {"include at least 3 agencies", "police;social-care", "failed (missing agency)", "", 2},
        {"include at least 3 agencies", "health;gp", "failed (missing agency)", "", 2},
    }));
    CAPTURE(sentence, attended);
    JudgedCase judged = discussion(sentence, "agency,attended", "social-care," + attended);
    CHECK(judged.verdicts(rule) == verdict);
    CHECK(judged.agencies(rule) == agencies);
    CHECK(judged.only(rule).number == static_cast<std::uint32_t>(number));
}

TEST_CASE("to be invited is to be in that list, or to have attended") {
    auto [cells, verdict] = GENERATE(table<std::string, std::string>({
        {"social-care,police;gp,", "met"},
        {"social-care,police,gp", "met"},
        {"social-care,,police;gp", "met"},
        {"gp,police,", "met"},
        {"social-care,police;health,police", "failed (missing agency)"},  // a group does not stand for its member
        {"social-care,none,police", "failed (missing agency)"},
        {"social-care,,police", "failed (not recorded)"},
        {"social-care,police;gee pee,", "undetermined"},
        {"social-care,police,gee pee", "undetermined"},
    }));
    CAPTURE(cells);
    CHECK(discussion("invite police and gp", "agency,invited,attended", cells).verdicts(rule) == verdict);
}

TEST_CASE("without a column of invitations attendance can show that somebody was invited, but not that nobody was") {
    CHECK(discussion("invite police", "attended", "police").verdicts(rule) == "met");
    CHECK(discussion("invite police", "attended", "school").verdicts(rule) == "not visible");
    CHECK(discussion("invite police", "agency", "police").verdicts(rule) == "not visible");
    // What cannot be seen need not be excused.
    CHECK(discussion("invite police unless risk is green", "attended,risk", "school,green").verdicts(rule) ==
          "not visible");
}

TEST_CASE("to be heard from is to have contributed, or to have attended") {
    auto [cells, verdict] = GENERATE(table<std::string, std::string>({
        {"school,", "met"},
        {",school", "met"},
        {"police,health", "failed (missing agency)"},
        {",health", "failed (not recorded)"},
    }));
    CAPTURE(cells);
    CHECK(discussion("hear from school", "contributed,attended", cells).verdicts(rule) == verdict);
}

TEST_CASE("it applies only when its condition holds") {
    auto [risk, verdict] = GENERATE(table<std::string, std::string>({
        {"red", "failed (missing agency)"},
        {"green", "not applicable"},
        {"", "undetermined"},
    }));
    CAPTURE(risk);
    CHECK(discussion("include police when risk is red", "attended,risk", "school," + risk).verdicts(rule) == verdict);
    CHECK(discussion("include police when risk is red", "attended", "school").verdicts(rule) == "not visible");
}

TEST_CASE("an exception agreed by the end of the day excuses, a later one does not") {
    const std::string yaml = with_rule("strategy-discussion", "include police unless delay-agreed happened");
    auto [agreed, attended, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-02", "school", "excused"},
        {"2025-05-06", "school", "excused"},
        {"2025-05-07", "school", "failed (missing agency)"},
        {"2025-05-06", "police", "met"},
        {"2025-05-06", "polcie", "excused"},
    }));
    CAPTURE(agreed, attended);
    const JudgedCase judged(yaml,
                            "event,at,attended\nreferral,2025-05-01,\nstrategy-discussion,2025-05-06," + attended +
                                "\ndelay-agreed," + agreed + ",\n",
                            "2025-05-30");
    CHECK(judged.verdicts(rule) == verdict);
}

TEST_CASE("each occurrence in the episode is asked, and none after its close") {
    const JudgedCase judged(with_rule("strategy-discussion", "include police"),
                            "event,at,attended\n"
                            "referral,2025-05-01,\n"
                            "strategy-discussion,2025-05-06,police\n"
                            "strategy-discussion,2025-05-07,school\n"
                            "case-closed,2025-05-08,\n"
                            "strategy-discussion,2025-05-09,school\n",
                            "2025-05-30");
    CHECK(judged.verdicts(rule) == "met; failed (missing agency)");
}

TEST_CASE("in an episode that began unseen who took part is known all the same") {
    const JudgedCase judged(with_rule("strategy-discussion", "include police"),
                            "event,at,attended\nstrategy-discussion,2025-05-06,school\n", "2025-05-30");
    CHECK(judged.verdicts(rule) == "failed (missing agency)");
}

TEST_CASE("a missing agency is told with those who were there, and a blank list without blame") {
    auto [sentence, columns, cells, message] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"include police and health", "agency,attended", "social-care,police",
         "strategy discussion of Tue 6 May 2025 without Health (attended: Children's social care and Police)"},
        {"include police and health", "agency,attended", "social-care,",
         "attendance at the strategy discussion of Tue 6 May 2025 is not recorded, so Police and Health cannot be "
         "shown "
         "to have taken part"},
        {"include police", "attended", "none", "strategy discussion of Tue 6 May 2025 without Police (attended: none)"},
        {"invite gp", "invited", "police",
         "strategy discussion of Tue 6 May 2025 without an invitation to GP (invited: Police)"},
        {"invite gp", "invited", "",
         "invitations to the strategy discussion of Tue 6 May 2025 are not recorded, so GP cannot be shown to have "
         "been "
         "invited"},
        {"hear from school", "contributed", "gp",
         "strategy discussion of Tue 6 May 2025 without word from School (heard from: GP)"},
        {"include at least 2 of (police, health)", "attended", "gp",
         "strategy discussion of Tue 6 May 2025 with only 1 agency where at least 2 of Police and Health should be "
         "(attended: GP)"},
        {"include police", "attended", "polcie",
         "cannot tell whether Police took part in the strategy discussion of Tue 6 May 2025: a list names somebody "
         "that "
         "the definition does not know"},
    }));
    CHECK(discussion(sentence, columns, cells).message(rule) == message);
}

}  // namespace csapath
