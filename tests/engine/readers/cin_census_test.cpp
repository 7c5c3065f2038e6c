// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census.hpp"

#include "tests/engine/readers/cin_census_reading.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::engine::census_test;

TEST_CASE("every element of a census is told as what it is, with the line of its date") {
    const Reading done = read(every_element());

    CHECK(done.finished);
    CHECK(done.told() ==
          "D012 'AssessmentInternalReviewDate' is no event of any pathway 1\n"
          "D012 'cin-plan-ended' is not used by this pathway 1\n"
          "D012 'cin-plan-started' is not used by this pathway 1\n");
    CHECK(done.report.rows == 15);  // the 12 below, and 3 that are not wanted
    CHECK(done.report.filtered == 3);
    CHECK(done.report.rows_are_lines);
    CHECK_FALSE(done.report.incomplete);
    CHECK(done.events ==
          Strings{
              "0042 referral 2024-05-01 line 35 source=gp source-code=3A primary-need=N1 referral-nfa=no "
              "case.date-of-birth=2016-02-11",
              "0042 assessment-started 2024-05-02 line 41",
              "0042 assessment-completed 2024-06-20 line 43 factors=3B;19C",
              "0042 s47-started 2024-06-24 line 54 icpc-required=yes icpc-target=2024-07-15",
              "0042 conference-held 2024-07-12 line 56",
              "0042 plan-started 2024-07-12 line 61 category=SAB previous-plans=1",
              "0042 review-held 2024-10-09 line 67",
              "0042 review-held 2025-03-27 line 68",
              "0042 plan-ended 2025-03-27 line 62 latest-category=NEG",
              "0042 case-closed 2025-03-28 line 38 reason=RC7",
              "0041 referral 2025-02-03 line 82 source=police source-code=6 referral-nfa=no "
              "case.expected-delivery=2025-06-01",
              "0041 conference-held 2025-02-10 line 84 transfer-in=yes",
          });
}

TEST_CASE("a census covers its own events and attributes and no others") {
    const auto coverage = read(every_element()).report.coverage;
    const CensusPathway& by = pathway();

    CHECK(coverage.events ==
          std::vector<bool>{true, true, true, false, false, true, true, true, true, true, true, false});
    const auto carried = [&](const std::string& name) { return coverage.facts[*by.words.attribute(name)]; };
    for (const char* name : {"at", "source", "source-code", "primary-need", "referral-nfa", "factors", "icpc-required",
                             "icpc-target", "transfer-in", "category", "latest-category", "previous-plans", "reason"})
        CHECK(carried(name));
    for (const char* name : {"agency", "attended", "invited", "contributed", "shared_with", "recorded", "child-seen"})
        CHECK_FALSE(carried(name));
    CHECK(coverage.case_facts[rules::fact_date_of_birth]);
    CHECK(coverage.case_facts[rules::fact_expected_delivery]);
    CHECK_FALSE(coverage.case_facts[rules::fact_area]);
}

TEST_CASE("a census may come in pieces of any size and in any encoding that says its name") {
    const std::string xml = every_element();
    const Reading whole = read(xml);

    const Reading in_pieces =
        read(xml, {}, GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}));
    CHECK(in_pieces.events == whole.events);
    CHECK(in_pieces.texts == whole.texts);

    const Reading other = read(replaced(xml, "utf-8", "Windows-1252"));
    CHECK(other.texts == whole.texts);
}

TEST_CASE("elements may stand in any order") {
    const std::string plan =
        "<ChildProtectionPlans><CPPreviews><CPPreviewDate>2024-08-01</CPPreviewDate></CPPreviews>"
        "<InitialCategoryOfAbuse>SAB</InitialCategoryOfAbuse><CPPstartDate>2024-05-20</CPPstartDate>"
        "</ChildProtectionPlans>";
    const Reading done =
        read(census("<Child><CINdetails>" + plan +
                    "<ReferralNFA>1</ReferralNFA><ReferralSource>6</ReferralSource><CINreferralDate>2024-05-01"
                    "</CINreferralDate></CINdetails><ChildIdentifiers><PersonBirthDate>2016-02-11</PersonBirthDate>"
                    "<LAchildID>C1</LAchildID></ChildIdentifiers></Child>"));

    CHECK(done.told().empty());
    CHECK(done.events == Strings{"C1 referral 2024-05-01 line 3 source=police source-code=6 referral-nfa=yes "
                                 "case.date-of-birth=2016-02-11",
                                 "C1 plan-started 2024-05-20 line 3 category=SAB", "C1 review-held 2024-08-01 line 3"});
}

TEST_CASE("a yes is a yes however it is spelled") {
    const auto yes = GENERATE("1", "true", "TRUE", "True", "y", "Yes");
    const auto no = GENERATE("0", "false", "FALSE", "N");
    const auto spelled = [](const std::string& nfa, const std::string& not_required) {
        return read_episode("<ReferralNFA>" + nfa +
                            "</ReferralNFA><Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate>"
                            "<ICPCnotRequired>" +
                            not_required + "</ICPCnotRequired></Section47>");
    };
    const Reading done = spelled(no, yes), by_digits = spelled("0", "1");

    CHECK(done.of("s47-started") == Strings{"2024-05-02 line 3 icpc-required=no"});
    CHECK(done.events == by_digits.events);
    CHECK(done.texts == by_digits.texts);
    CHECK(spelled(yes, no).of("s47-started") == Strings{"2024-05-02 line 3 icpc-required=yes"});
}

TEST_CASE("a referral comes from the agency that its code stands for") {
    auto [code, cells] = GENERATE(table<std::string, std::string>({
        {"1A", " source=family source-code=1A"},
        {"1C", " source=family source-code=1C"},
        {"1D", " source=public source-code=1D"},
        {"2a", " source=school source-code=2a"},
        {"3A", " source=gp source-code=3A"},
        {"3B", " source=health source-code=3B"},  // this definition has no health visitor
        {"9", " source=public source-code=9"},
        {"10", " source-code=10"},
        {"4", " source=? source-code=4"},    // nor housing
        {"99", " source=? source-code=99"},  // nor has the census such a code
        {"", ""},
    }));
    const Reading done = read_episode("<ReferralSource>" + code + "</ReferralSource>");

    CHECK(done.of("referral") == Strings{"2024-05-01 line 3" + cells + " case.date-of-birth=2016-02-11"});
    CHECK(done.noted(Code::data_agency_unknown) == (code == "4" ? 1 : 0));
    CHECK(done.noted(Code::data_value_unknown) == (code == "99" ? 1 : 0));
}

TEST_CASE("a conference is told once, by its enquiry where there is one") {
    const auto enquiry = [](const std::string& conference) {
        return "<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate>" + conference + "</Section47>";
    };
    const auto held = [](const std::string& day) { return "<DateOfInitialCPC>" + day + "</DateOfInitialCPC>"; };
    auto [episode, conferences] = GENERATE_COPY(table<std::string, Strings>({
        {enquiry(held("2024-05-20")), {"2024-05-20 line 3"}},
        {held("2024-05-20") + enquiry(held("2024-05-20")), {"2024-05-20 line 3"}},
        {held("2024-05-20"), {"2024-05-20 line 3 transfer-in=yes"}},
        {held("2024-05-20") + enquiry(""), {"2024-05-20 line 3"}},
        {held("2024-06-20") + enquiry(held("2024-05-20")), {"2024-05-20 line 3", "2024-06-20 line 3"}},
        {held("2024-05-20") + "<Section47/>", {"2024-05-20 line 3 transfer-in=yes"}},
        {held("") + enquiry(held("")), {}},
    }));

    CHECK(read_episode(episode).of("conference-held") == conferences);
}

TEST_CASE("reviews are read wherever they stand in a plan") {
    const std::string reviews = GENERATE(
        "<Reviews><CPPreviewDate>2024-08-01</CPPreviewDate><CPPreviewDate>2025-01-15</CPPreviewDate></Reviews>",
        "<Reviews><CPPreviewDate>2024-08-01</CPPreviewDate></Reviews>"
        "<Reviews><CPPreviewDate>2025-01-15</CPPreviewDate></Reviews>",
        "<CPPreviews><CPPreviewDate>2024-08-01</CPPreviewDate><CPPreviewDate>2025-01-15</CPPreviewDate></CPPreviews>",
        "<CPPreviewDate>2024-08-01</CPPreviewDate><CPPreviewDate>2025-01-15</CPPreviewDate>");
    const Reading done = read_episode("<ChildProtectionPlans><CPPstartDate>2024-05-20</CPPstartDate>" + reviews +
                                      "</ChildProtectionPlans>");

    CHECK(done.of("review-held") == Strings{"2024-08-01 line 3", "2025-01-15 line 3"});
    CHECK(done.noted(Code::census_module_twice) == (reviews.find("</Reviews><Reviews>") != std::string::npos ? 1 : 0));
}

TEST_CASE("two modules with the same day are two rows, a child that stands twice is the same rows again") {
    const std::string twice =
        "<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate></Section47>"
        "<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate></Section47>";
    const Reading done = read(census(child(twice) + child(twice)));

    REQUIRE(done.texts.size() == 6);
    CHECK(done.texts[1] != done.texts[2]);
    CHECK(Strings(done.texts.begin(), done.texts.begin() + 3) == Strings(done.texts.begin() + 3, done.texts.end()));
    CHECK(done.noted(Code::census_child_twice) == 1);
}

TEST_CASE("empty elements are values that are missing") {
    const Reading done = read_episode(
        "<CINclosureDate/><ReasonForClosure></ReasonForClosure><ReferralNFA/>"
        "<Assessments><AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate>"
        "<AssessmentAuthorisationDate>2024-05-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment/>"
        "</Assessments><CINPlanDates><CINPlanStartDate/></CINPlanDates><Section47/>");

    CHECK(done.told().empty());
    CHECK(done.events == Strings{"C1 referral 2024-05-01 line 3 case.date-of-birth=2016-02-11",
                                 "C1 assessment-started 2024-05-02 line 3",
                                 "C1 assessment-completed 2024-05-30 line 3"});
}

TEST_CASE("a reader of a census stops when it is told to") {
    std::size_t taken = 0;
    InputReport report;
    const std::string xml = every_element();
    test::TextBytes bytes(xml);

    CHECK_FALSE(cin_census_reader().read(
        bytes, pathway().schema, {.name = "census.xml"}, [&](std::string_view, const Event&) { return ++taken < 3; },
        report));
    CHECK(taken == 3);
}

TEST_CASE("a census is recognised by its first bytes") {
    CHECK(recognises_cin_census("anything.txt", every_element()));
    CHECK(recognises_cin_census("", "<Message>\n<Header><CollectionDetails><Collection> CIN </Collection>"));
    using namespace std::string_literals;  // in UTF-16
    CHECK(
        recognises_cin_census("", "\xFF\xFE<\0M\0e\0s\0s\0a\0g\0e\0>\0<\0C\0o\0l\0l\0e\0c\0t\0i\0o\0n\0>\0C\0I\0N\0"s));
    CHECK_FALSE(recognises_cin_census("cin.xml", "<Message><Header><CollectionDetails><Collection>SC</Collection>"));
    CHECK_FALSE(recognises_cin_census("cin.xml", "case,event,at\nC1,referral,2024-05-01\n"));
    CHECK_FALSE(recognises_cin_census("cin.xml", "<Collection>CIN</Collection>"));
    CHECK_FALSE(recognises_cin_census("cin.xml", ""));
}
