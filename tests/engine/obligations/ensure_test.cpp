// SPDX-License-Identifier: MIT
#include "engine/obligations/ensure.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "assessment-completed.rule";

JudgedCase assessment(std::string_view sentence, std::string_view columns, std::string_view referral,
                      std::string_view cells) {
    std::string rows = "event,at,";
    rows.append(columns).append("\nreferral,2025-05-01,").append(referral);
    rows.append("\nassessment-completed,2025-05-06,").append(cells).append("\n");
    return {with_rule("assessment-completed", sentence), rows, "2025-05-30"};
}
}  // namespace

TEST_CASE("what is ensured holds, fails, or is not known") {
    auto [cells, verdict] = GENERATE(table<std::string, std::string>({
        {"yes", "met"},
        {"no", "failed (unexpected)"},
        {"", "undetermined"},
        {"perhaps", "undetermined"},  // cannot be read as yes or no
    }));
    CAPTURE(cells);
    CHECK(assessment("ensure genogram is yes", "genogram", "", cells).verdicts(rule) == verdict);
}

TEST_CASE("an attribute is the event's own, else the most recent one before it") {
    CHECK(assessment("ensure risk is red", "risk", "red", "").verdicts(rule) == "met");
    CHECK(assessment("ensure risk is red", "risk", "red", "green").verdicts(rule) == "failed (unexpected)");
}

TEST_CASE("what no source carries is not visible, unless the rest decides") {
    CHECK(assessment("ensure genogram is yes", "risk", "", "red").verdicts(rule) == "not visible");
    CHECK(assessment("ensure genogram is yes and risk is red", "risk", "", "green").verdicts(rule) ==
          "failed (unexpected)");
    CHECK(assessment("ensure genogram is yes or risk is red", "risk", "", "red").verdicts(rule) == "met");
    CHECK(assessment("ensure genogram is yes and risk is red", "risk", "", "red").verdicts(rule) == "not visible");
    CHECK(assessment("ensure genogram is yes", "genogram", "", "").because(rule) == Because::condition_is_unknown);
}

TEST_CASE("a step that happened before is seen, one on a later day is not") {
    const std::string yaml = with_rule("assessment-completed", "ensure strategy-discussion happened");
    auto [discussed, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-05-02", "met"},
        {"2025-05-07", "failed (unexpected)"},
    }));
    CAPTURE(discussed);
    const std::string rows =
        "event,at\nreferral,2025-05-01\nassessment-completed,2025-05-06\nstrategy-discussion," + discussed + "\n";
    CHECK(JudgedCase(yaml, rows, "2025-05-30").verdicts(rule) == verdict);
}

TEST_CASE("a step that no source can show has not failed to happen") {
    const auto judged = [](std::string_view sentence, const std::vector<std::string>& cannot_show) {
        return JudgedCase(with_rule("assessment-completed", sentence),
                          "event,at,genogram\nreferral,2025-05-01,\nassessment-completed,2025-05-06,no\n", "2025-05-30",
                          cannot_show)
            .verdicts(rule);
    };
    CHECK(judged("ensure strategy-discussion happened", {}) == "failed (unexpected)");
    auto [sentence, verdict] = GENERATE(table<std::string, std::string>({
        {"ensure strategy-discussion happened", "not visible"},
        {"ensure not strategy-discussion happened", "not visible"},
        {"ensure count of strategy-discussion > 0", "not visible"},
        {"ensure count of strategy-discussion >= 0", "met"},
        {"ensure between referral and strategy-discussion", "not visible"},
        {"ensure time since strategy-discussion < 2 weeks", "not visible"},
        {"ensure strategy-discussion happened and genogram is yes", "failed (unexpected)"},
        {"ensure strategy-discussion happened or genogram is no", "met"},
    }));
    CAPTURE(sentence);
    CHECK(judged(sentence, {"strategy-discussion"}) == verdict);
}

TEST_CASE("when and unless come before what is ensured") {
    CHECK(assessment("ensure genogram is yes when risk is red", "genogram,risk", ",", "no,green").verdicts(rule) ==
          "not applicable");
    CHECK(assessment("ensure genogram is yes when risk is red", "genogram,risk", ",", "no,").verdicts(rule) ==
          "undetermined");
    CHECK(assessment("ensure genogram is yes unless risk is green", "genogram,risk", ",", "no,green").verdicts(rule) ==
          "excused");
    CHECK(assessment("ensure genogram is yes unless risk is green", "genogram,risk", ",", "no,").verdicts(rule) ==
          "undetermined");
    CHECK(assessment("ensure genogram is yes unless risk is green", "genogram", "", "no").verdicts(rule) ==
          "not visible");
    CHECK(assessment("ensure genogram is yes unless risk is green", "genogram,risk", ",", "yes,green").verdicts(rule) ==
          "met");
}

TEST_CASE("what was found is told beside what was asked for") {
    JudgedCase judged = assessment("ensure genogram is yes when risk is red", "genogram,risk", ",", "no,red");
    CHECK(judged.message(rule) == "assessment of Tue 6 May 2025 is not as asked for: genogram was no, not yes");
    CHECK_FALSE(judged.told(rule).why.empty());
}

}  // namespace csapath
