// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/readers/cin_census.hpp"
#include "tests/engine/readers/cin_census_reading.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::engine::census_test;

TEST_CASE("another kind of XML is refused, and what was found is named") {
    auto [xml, found] = GENERATE(table<std::string, std::string>({
        {"<log xmlns='http://www.xes-standard.org/'/>",
         "line 1: error[X003]: the root element is "
         "'{http://www.xes-standard.org/}log'"},
        {"<message>" + std::string{header} + "</message>", "the root element is 'message'"},
        {"<Message xmlns='urn:x'/>", "'{urn:x}Message'"},
        {"<Message><Header><CollectionDetails>\n<Collection>SSDA903</Collection></CollectionDetails></Header>",
         "line 2: error[X003]: the collection is 'SSDA903'"},
        {"<Message>\n\n<Children><Child/></Children></Message>", "line 3: error[X003]: no 'Collection'"},
        {"<Message/>", "no 'Collection'"},
    }));
    const Reading done = read(xml);

    CHECK(done.events.empty());
    CHECK(done.report.incomplete);
    REQUIRE(done.report.faults.found().size() == 1);
    CHECK(done.report.faults.found()[0].code == Code::xml_root);
    CHECK_THAT(done.told(), Catch::Contains(found));
}

TEST_CASE("a broken file is used up to the child in which it breaks, and is incomplete") {
    const std::string first = child("", "C1");
    auto [rest, code, place] = GENERATE(table<std::string, Code, std::string>({
        {"<Child><ChildIdentifiers><LAchildID>CANARY", Code::xml_syntax, ":4:43: "},
        {"<Child><UPN>CANARY</Child>", Code::xml_syntax, ":4:21: "},
        {"</Children></Message><CANARY/>", Code::xml_syntax, ":4:22: "},
        {"<Child a='CANARY' a='CANARY'/>", Code::xml_syntax, ":4:19: "},
        {"<Child>CANARY & CANARY</Child>", Code::xml_syntax, ":4:16: "},
        {"<Child>\x02</Child>", Code::xml_syntax, ":4:8: "},
        {"<Child>\xE9</Child>", Code::xml_syntax, ":4:8: "},
        {"<!DOCTYPE a>", Code::xml_syntax, ":4:"},
    }));
    const Reading done = read("<Message>\n" + std::string{header} + "<Children>\n" + first + rest);

    CHECK(done.finished);
    CHECK(done.events == Strings{"C1 referral 2024-05-01 line 3 case.date-of-birth=2016-02-11"});
    CHECK(done.report.incomplete);
    REQUIRE(done.report.faults.found().size() == 1);
    CHECK(done.report.faults.found()[0].code == code);
    CHECK_THAT(done.told(), Catch::Contains("census.xml" + place));
    CHECK_THAT(done.told(), !Catch::Contains("CANARY"));
}

TEST_CASE("a census with a document type declaration is not read") {
    const Reading done = read("<!DOCTYPE Message [<!ENTITY a 'aaaa'>]>" + census(child("")));

    CHECK(done.events.empty());
    CHECK(done.report.incomplete);
    CHECK_THAT(done.told(), Catch::Contains("error[X002]"));
}

TEST_CASE("an element that a module makes no sense without is told as missing") {
    auto [children, told] = GENERATE(table<std::string, std::string>({
        {"<Child><ChildIdentifiers/><CINdetails>\n<CINreferralDate>2024-05-01</CINreferralDate></CINdetails></Child>",
         "line 3: error[X006]: a child without 'LAchildID'"},
        {"<Child><CINdetails><CINreferralDate>2024-05-01</CINreferralDate></CINdetails></Child>",
         "line 3: error[X006]: a child without 'LAchildID'"},
        {child("<Assessments><AssessmentAuthorisationDate>2024-06-01</AssessmentAuthorisationDate></Assessments>"),
         "line 3: error[X006]: 'Assessments' without 'AssessmentActualStartDate'"},
        {child("<Section47><ICPCnotRequired>1</ICPCnotRequired></Section47>"),
         "line 3: error[X006]: 'Section47' without 'S47ActualStartDate'"},
        {child("\n<ChildProtectionPlans><CPPendDate>2024-06-01</CPPendDate></ChildProtectionPlans>"),
         "line 4: error[X006]: 'ChildProtectionPlans' without 'CPPstartDate'"},
        {child("<CINPlanDates><CINPlanEndDate>2024-06-01</CINPlanEndDate></CINPlanDates>"),
         "line 3: error[X006]: 'CINPlanDates' without 'CINPlanStartDate'"},
        {"<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers><CINdetails>"
         "<ReferralSource>6</ReferralSource></CINdetails></Child>",
         "line 3: error[X006]: 'CINdetails' without 'CINreferralDate'"},
    }));
    const Reading done = read(census(children));

    CHECK_THAT(done.told(), Catch::Contains(told));
    CHECK(done.report.incomplete);
    CHECK((done.report.refused == 1) == (told.find("LAchildID") != std::string::npos));
}

TEST_CASE("a header without a reference date is told, and the children are read") {
    const Reading done = read(replaced(census(child("")), "<ReferenceDate>2025-03-31</ReferenceDate>", ""));

    CHECK(done.events.size() == 1);
    CHECK_THAT(done.told(), Catch::Contains("census.xml: error[X006]: the header has no 'ReferenceDate'"));
}

TEST_CASE("elements that are not known are noted once each, with counts, and nothing in them is read") {
    const std::string newer =
        "<PreProceedings><PPStartDate>2024-06-01</PPStartDate><CINreferralDate>2024-01-01</CINreferralDate>"
        "</PreProceedings>";
    const Reading done = read(census(child(newer) + child(newer, "C2")));

    CHECK(done.told() == "X005 'PreProceedings' in 'CINdetails' is not known here; it is left out 2\n");
    CHECK(done.events.size() == 2);
}

TEST_CASE("text between elements is noted and left out") {
    const Reading done = read_episode("CANARY<ReferralNFA>1</ReferralNFA>CANARY");

    CHECK(done.told() == "X007 text between the elements of 'CINdetails'; it is left out 2\n");
    CHECK(done.of("referral") == Strings{"2024-05-01 line 3 referral-nfa=yes case.date-of-birth=2016-02-11"});
}

TEST_CASE("a value that stands twice in its module is read once") {
    const Reading done = read_episode("<ReferralSource>6</ReferralSource><ReferralSource>1A</ReferralSource>");

    CHECK(done.told() == "X010 'ReferralSource' stands more than once in one 'CINdetails'; the first is read 1\n");
    CHECK(done.of("referral").front().find("source=police source-code=6") != std::string::npos);
}

TEST_CASE("days that cannot be right are noted with counts, and used") {
    auto [episode, code, told] = GENERATE(table<std::string, Code, std::string>({
        {"<CINclosureDate>2025-04-01</CINclosureDate>", Code::census_outside_year, "'CINclosureDate' lies after"},
        {"<CINclosureDate>2024-04-30</CINclosureDate>", Code::data_end_before_start,
         "'CINclosureDate' lies before 'CINreferralDate'"},
        {"<Assessments><AssessmentActualStartDate>2024-06-02</AssessmentActualStartDate>"
         "<AssessmentAuthorisationDate>2024-06-01</AssessmentAuthorisationDate></Assessments>",
         Code::data_end_before_start, "'AssessmentAuthorisationDate' lies before 'AssessmentActualStartDate'"},
        {"<ChildProtectionPlans><CPPstartDate>2024-06-02</CPPstartDate><CPPendDate>2024-06-01</CPPendDate>"
         "</ChildProtectionPlans>",
         Code::data_end_before_start, "'CPPendDate' lies before 'CPPstartDate'"},
        {"<Assessments><AssessmentActualStartDate>2016-02-10</AssessmentActualStartDate></Assessments>",
         Code::data_before_birth, "'AssessmentActualStartDate' lies before the date of birth"},
        {"<Assessments><AssessmentActualStartDate>1900-01-01</AssessmentActualStartDate></Assessments>",
         Code::data_placeholder_date, "'AssessmentActualStartDate' has a date that"},
    }));
    const Reading done = read_episode(episode);

    CHECK(done.noted(code) == 1);
    CHECK_THAT(done.told(), Catch::Contains(told));
    CHECK_FALSE(done.report.incomplete);
    CHECK(done.report.used == done.report.rows);
}

TEST_CASE("the last day of the collection and the day of birth are inside") {
    const Reading done = read_episode(
        "<CINclosureDate>2025-03-31</CINclosureDate>"
        "<Assessments><AssessmentActualStartDate>2016-02-11</AssessmentActualStartDate></Assessments>");

    CHECK(done.told().empty());
}

TEST_CASE("a day that cannot be read refuses its event and no other, and is not quoted") {
    const std::string day =
        GENERATE("01/05/2024", "2024-02-30", "CANARY", "2024-05-01T00:00:00", "9999-12-31", "20240501");
    const Reading done = read_episode(
        "<CINclosureDate>2024-06-01</CINclosureDate>\n<Assessments>\n"
        "<AssessmentActualStartDate>" +
        day + "</AssessmentActualStartDate></Assessments>");

    CHECK(done.report.refused == 1);
    CHECK(done.report.used == 2);
    CHECK(done.report.incomplete);
    CHECK_THAT(done.told(),
               Catch::Contains("census.xml: line 5: error[D009]: 'AssessmentActualStartDate': not a date ("));
    CHECK_THAT(done.told(), !Catch::Contains(day));
}

TEST_CASE("a value that cannot be read is told with its line, and its event is used without it") {
    auto [episode, line, event] = GENERATE(table<std::string, std::string, std::string>({
        {"\n<ReferralNFA>CANARY</ReferralNFA>", "line 4: error[D010]: 'ReferralNFA'",
         "C1 referral 2024-05-01 line 3 referral-nfa=?"},
        {"<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate>\n<ICPCnotRequired>2</ICPCnotRequired></"
         "Section47>",
         "line 4: error[D010]: 'ICPCnotRequired'", "C1 s47-started 2024-05-02 line 3 icpc-required=?"},
        {"<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate>\n<InitialCPCtarget>CANARY</InitialCPCtarget>"
         "</Section47>",
         "line 4: error[D009]: 'InitialCPCtarget'", "C1 s47-started 2024-05-02 line 3 icpc-target=?"},
        {"<ChildProtectionPlans><CPPstartDate>2024-05-20</CPPstartDate>\n<NumberOfPreviousCPP>CANARY</"
         "NumberOfPreviousCPP>"
         "</ChildProtectionPlans>",
         "line 4: error[D010]: 'NumberOfPreviousCPP'", "C1 plan-started 2024-05-20 line 3 previous-plans=?"},
    }));
    const Reading done = read_episode(episode);

    CHECK_THAT(done.told(), Catch::Contains(line));
    CHECK_THAT(done.told(), !Catch::Contains("CANARY"));
    CHECK(done.report.refused == 0);
    CHECK(done.report.incomplete);
    CHECK(std::any_of(done.events.begin(), done.events.end(), [&](const auto& one) { return one.starts_with(event); }));
}

TEST_CASE("a birth that cannot be read is told once and is no longer known") {
    const Reading done = read(replaced(census(child("")), "2016-02-11", "CANARY"));

    CHECK(done.events == Strings{"C1 referral 2024-05-01 line 3 case.date-of-birth=?"});
    CHECK(done.report.faults.found().size() == 1);
    CHECK_THAT(done.told(), !Catch::Contains("CANARY"));
}

TEST_CASE("factors that the definition does not know leave a list that is not whole") {
    const Reading done = read_episode(
        "<Assessments><AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate>"
        "<AssessmentAuthorisationDate>2024-05-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
        "<AssessmentFactors>6b</AssessmentFactors><AssessmentFactors>CANARY</AssessmentFactors>"
        "</FactorsIdentifiedAtAssessment></Assessments>");

    CHECK(done.of("assessment-completed") == Strings{"2024-05-30 line 3 factors=6B;?"});
    CHECK(done.noted(Code::data_value_unknown) == 1);
    CHECK_THAT(done.told(), !Catch::Contains("CANARY"));
}

TEST_CASE("data are quoted where that is asked for") {
    const std::string xml = census(child("<CINclosureDate>01/06/2024</CINclosureDate>"));

    CHECK_THAT(read(xml, {.name = {}, .show_values = true}).told(), Catch::Contains("not a date: '01/06/2024'"));
}

TEST_CASE("a census without events says so, unless that is as it should be") {
    const auto xml =
        GENERATE(census(""), census("<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers></Child>"));

    CHECK_THAT(read(xml).told(), Catch::Contains("error[D017]: the file holds no events"));
    CHECK_FALSE(read(xml, {.name = {}, .allow_empty = true}).report.incomplete);
}

TEST_CASE("a child too large to be kept in memory is a limit, and the children before it are used") {
    std::string factors;
    for (int i = 0; i < 17; ++i)  // 17 MiB
        factors += "<AssessmentFactors>" + std::string(std::size_t{1} << 20, 'x') + "</AssessmentFactors>";
    const Reading done = read(census(child("") + child("<Assessments><FactorsIdentifiedAtAssessment>" + factors +
                                                           "</FactorsIdentifiedAtAssessment></Assessments>",
                                                       "C2")));

    CHECK(done.finished);
    CHECK(done.events == Strings{"C1 referral 2024-05-01 line 3 case.date-of-birth=2016-02-11"});
    CHECK(done.report.incomplete);
    CHECK_THAT(done.told(), Catch::Contains("census.xml: line 4: error[D022]"));
}
