// SPDX-License-Identifier: MIT
#include "engine/report/case_timeline.hpp"

#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

CaseFile with_clocks(const std::vector<Verdict>& verdicts_of) {
    CaseFile file;
    for (const Verdict verdict : verdicts_of)
        file.windows.push_back({0, verdict, moment("2025-05-12"), moment("2025-05-13"), {}});
    return file;
}

TEST_CASE("clocks that were kept, or of which nobody can tell, are not drawn") {
    const CaseFile file = with_clocks({Verdict::met, Verdict::late, Verdict::undetermined, Verdict::pending,
                                       Verdict::excused, Verdict::met, Verdict::missed, Verdict::overdue});
    CHECK(drawn_clocks(file) == std::vector<std::size_t>{1, 3, 4, 6, 7});
}

TEST_CASE("no more clocks are drawn than there are letters") {
    CHECK(drawn_clocks(with_clocks(std::vector<Verdict>(40, Verdict::late))).size() == 26);
    CHECK(drawn_clocks(with_clocks({})).empty());
}

TEST_CASE("a case is drawn with a lane for each agency, its clocks, days off and the day of judging") {
    const SurveyedRun run(screened_pathway(),
                          "case,event,at,agency,attended\n"
                          "A1,referral,2025-05-12,police,\n"
                          "A1,screening,2025-05-15,social-care,police;health\n",
                          "2025-05-20");
    const std::string page = run.page();
    const std::size_t begin = page.find("<svg role=\"img\" aria-labelledby=\"drawn-1");
    REQUIRE(begin != std::string::npos);
    const std::string drawn = page.substr(begin, page.find("</svg>", begin) - begin);
    CHECK(drawn.find(">Police</text>") != std::string::npos);
    CHECK(drawn.find(">Social care</text>") != std::string::npos);
    CHECK(drawn.find(">Health</text>") == std::string::npos);  // it was there, and did nothing of its own
    CHECK(drawn.find("2 events from Mon 12 May 2025 to Thu 15 May 2025, and 1 clock") != std::string::npos);
    CHECK(drawn.find("class=\"over\" fill=\"url(#hatch)\"") != std::string::npos);
    CHECK(drawn.find("class=\"off\" d=\"M") != std::string::npos);  // the weekend of 17 May
    CHECK(drawn.find("as of Tue 20 May 2025") != std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
