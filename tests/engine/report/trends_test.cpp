// SPDX-License-Identifier: MIT
#include "engine/report/sections.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

/// Five referrals on the first Monday or Tuesday given of each month, screened on the next day.
std::string months_of_referrals(const std::vector<std::pair<std::string, std::string>>& days) {
    std::string rows = "case,event,at,agency,attended\n";
    int number = 100;
    for (const auto& [referred, screened] : days) {
        for (int i = 0; i < 5; ++i) {
            const std::string id = "C" + std::to_string(number++);
            rows += id + ",referral," + referred + ",police,\n" + id + ",screening," + screened +
                    ",social-care,police;health\n";
        }
    }
    return rows;
}

const std::string seven_months = months_of_referrals({{"2025-01-06", "2025-01-07"},
                                                      {"2025-02-03", "2025-02-04"},
                                                      {"2025-03-03", "2025-03-04"},
                                                      {"2025-04-07", "2025-04-08"},
                                                      {"2025-05-12", "2025-05-13"},
                                                      {"2025-06-02", "2025-06-03"},
                                                      {"2025-07-07", "2025-07-08"}});

bool tells(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

TEST_CASE("months that have ended are drawn, and the month of judging where its last day is judged") {
    const std::string whole = SurveyedRun(screened_pathway(), seven_months, "2025-07-31").page();
    CHECK(tells(whole, "Mean 5, limits 5 to 5, over 7 months."));
    CHECK(tells(whole, "Mean 100%, limits 100% to 100%, over 7 months. A month rests on 5 to 5 times decided."));
    const std::string part = SurveyedRun(screened_pathway(), seven_months, "2025-07-30").page();
    CHECK(tells(part, "Mean 5, limits 5 to 5, over 6 months."));
    CHECK_FALSE(tells(part, "over 7 months"));
}

TEST_CASE("a month of which something is not yet due has no share, but is counted") {
    const std::string page =
        SurveyedRun(screened_pathway(), seven_months + "C999,referral,2025-07-31,police,\n", "2025-07-31").page();
    CHECK(tells(page, "over 7 months. Provisional"));  // episodes: six months of five, one of six
    CHECK(tells(page, "Mean 100%, limits 100% to 100%, over 6 months."));
}

TEST_CASE("months after the last event of the data are no months without episodes") {
    const std::string page = SurveyedRun(screened_pathway(), seven_months, "2025-12-31").page();
    CHECK(tells(page, "Mean 5, limits 5 to 5, over 7 months."));
}

}  // namespace
}  // namespace csapath::engine
