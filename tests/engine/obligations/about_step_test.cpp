// SPDX-License-Identifier: MIT
#include "engine/obligations/about_step.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

namespace {
constexpr std::string_view rule = "conference-held.rule";

JudgedCase conference(std::string_view sentence, std::string_view cells) {
    return {with_rule("conference-held", sentence),
            "event,at,attended,risk\nreferral,2025-05-01,,\nconference-held,2025-05-20," + std::string(cells) + "\n",
            "2025-06-30"};
}
}  // namespace

TEST_CASE("an occurrence is judged by what was in force on its date") {
    std::string yaml = with_rule("conference-held", "include police");
    const std::string bare = "{rule: 'include police'}";
    yaml.replace(yaml.find(bare), bare.size(),
                 "{rule: {rule: include police, in-force: {from: 2025-05-20, until: 2025-05-21}}}");
    const JudgedCase judged(yaml,
                            "event,at,attended\nreferral,2025-05-01,\n"
                            "conference-held,2025-05-19,school\nconference-held,2025-05-20,school\n"
                            "conference-held,2025-05-21,police\nconference-held,2025-05-22,school\n",
                            "2025-06-30");
    CHECK(judged.verdicts(rule) == "not applicable; failed (missing agency); met; not applicable");
}

TEST_CASE("what is no finding is told as what was in doubt") {
    auto [sentence, cells, message] = GENERATE(table<std::string, std::string, std::string>({
        {"include police", "police,", "Police took part in the conference of Tue 20 May 2025"},
        {"include police unless risk is green", "school,green",
         "excused, whether or not Police took part in the conference of Tue 20 May 2025, because risk was green"},
        {"include police unless risk is green", "school,",
         "cannot tell whether Police took part in the conference of Tue 20 May 2025: it is not known whether an "
         "exception holds"},
        {"include police when risk is green", "school,red",
         "not asked whether Police took part in the conference of Tue 20 May 2025: its condition did not hold"},
        {"invite police", "school,",
         "cannot be seen whether Police were invited to the conference of Tue 20 May 2025: the data loaded for this "
         "case cannot show it"},
    }));
    CHECK(conference(sentence, cells).message(rule) == message);
}

TEST_CASE("of what cannot be told no agency is said to be missing") {
    CHECK(conference("include police", "polcie,").agencies(rule).empty());
    CHECK(conference("invite police", "school,").agencies(rule).empty());
    CHECK(conference("include police", "school,").agencies(rule) == "police");
}

TEST_CASE("a time in the hour that occurs twice is pointed out") {
    // The clocks went back on Sun 26 October 2025, from 02:00 to 01:00.
    const auto why = [](std::string_view at) {
        JudgedCase judged(with_rule("conference-held", "include police"),
                          "event,at,attended\nreferral,2025-05-01,\nconference-held," + std::string(at) + ",school\n",
                          "2025-12-31");
        return judged.told(rule).why;
    };
    CHECK(why("2025-10-26T01:30").size() == 1);
    CHECK(why("2025-10-26T02:30").empty());
}

}  // namespace csapath
