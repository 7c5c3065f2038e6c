// SPDX-License-Identifier: MIT
#include "engine/obligations/record.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "conference-held.rule";

JudgedCase conference(std::string_view sentence, std::string_view columns, std::string_view referral,
                      std::string_view cells) {
    std::string rows = "event,at,";
    rows.append(columns).append("\nreferral,2025-05-01,").append(referral);
    rows.append("\nconference-held,2025-05-20,").append(cells).append("\n");
    return {with_rule("conference-held", sentence), rows, "2025-06-30"};
}
}  // namespace

TEST_CASE("an attribute is recorded, or its cell is blank") {
    auto [cells, verdict] = GENERATE(table<std::string, std::string>({
        {"Wants to stay with Nan,no", "met"},  // "no" is recorded too
        {"Wants to stay with Nan,", "failed (not recorded)"},
        {",yes", "failed (not recorded)"},
        {",", "failed (not recorded)"},
        {",perhaps", "failed (not recorded)"},  // the first is blank, whatever the second is
        {"Wants to stay with Nan,perhaps", "undetermined"},
    }));
    CAPTURE(cells);
    CHECK(conference("record views and genogram", "views,genogram", ",", cells).verdicts(rule) == verdict);
}

TEST_CASE("what an earlier event says is not recorded for this one") {
    CHECK(conference("record views", "views", "Wants to stay", "").verdicts(rule) == "failed (not recorded)");
}

TEST_CASE("a list that is known to be empty, or names somebody unknown, is recorded") {
    CHECK(conference("record attended", "attended", "", "none").verdicts(rule) == "met");
    CHECK(conference("record attended", "attended", "", "polcie").verdicts(rule) == "met");
    CHECK(conference("record attended", "attended", "police", "").verdicts(rule) == "failed (not recorded)");
}

TEST_CASE("a column that is not there is not visible, and does not speak for the others") {
    CHECK(conference("record views", "genogram", "", "").verdicts(rule) == "not visible");
    CHECK(conference("record views and genogram", "views", "", "Wants to stay").verdicts(rule) == "not visible");
    CHECK(conference("record views", "genogram", "", "").because(rule) == Because::not_carried);
}

TEST_CASE("a fact of the case is recorded on any row") {
    CHECK(conference("record date-of-birth", "case.date-of-birth", "2016-02-11", "").verdicts(rule) == "met");
    CHECK(conference("record date-of-birth", "case.date-of-birth", "", "").verdicts(rule) == "failed (not recorded)");
}

TEST_CASE("when and unless") {
    CHECK(conference("record views when risk is red", "views,risk", ",", ",green").verdicts(rule) == "not applicable");
    CHECK(conference("record views when risk is red", "views,risk", ",", ",").verdicts(rule) == "undetermined");
    CHECK(conference("record views when risk is red", "views", "", "").verdicts(rule) == "not visible");
    CHECK(conference("record views unless risk is green", "views,risk", ",", ",green").verdicts(rule) == "excused");
    CHECK(conference("record views unless risk is green", "views,risk", ",", ",").verdicts(rule) == "undetermined");
}

TEST_CASE("only what is missing is named, by its title and its name") {
    CHECK(conference("record views and genogram", "views,genogram", ",", ",").message(rule) ==
          "voice of the child (views) and genogram not recorded for the conference of Tue 20 May 2025");
    CHECK(conference("record views and genogram", "views,genogram", ",", ",no").message(rule) ==
          "voice of the child (views) not recorded for the conference of Tue 20 May 2025");
    CHECK(conference("record views", "genogram", "", "").message(rule) ==
          "cannot be seen whether voice of the child (views) was recorded for the conference of Tue 20 May 2025: the "
          "data loaded for this case cannot show it");
}

}  // namespace csapath
