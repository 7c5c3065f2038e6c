// SPDX-License-Identifier: MIT
/// The same four children in every format that there is: whatever they were read from, the same is found.
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/shell.hpp"

namespace csapath {
namespace {

constexpr const char* fields = "id,case,episode,rule,";

/// Identity, case and rule of every finding, and its due date.
std::string found_in(const std::string& inputs) {
    const Ran ran = run_line(
        "csapath check " + inputs + " -p docs/example/logs/pathway.yaml --as-of 2025-10-31 --format csv --fail-on none",
        CSAPATH_ROOT);
    INFO(inputs << ran.err);
    std::istringstream lines(ran.out);
    std::string line, found;
    REQUIRE(std::getline(lines, line));
    REQUIRE(line.starts_with(fields));
    std::vector<std::string> names;
    std::istringstream header(line);
    for (std::string name; std::getline(header, name, ',');) names.push_back(name);
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::string cell;
        for (std::size_t column = 0; std::getline(cells, cell, ',') && column < names.size(); ++column)
            if (names[column] == "case" || names[column] == "rule" || names[column] == "verdict" ||
                names[column] == "due")
                found += (names[column] == "case" ? "\n" : " ") + cell;
    }
    return found;
}

}  // namespace

TEST_CASE("four children are judged alike, whatever format they come in") {
    // Counted on a paper calendar. A-1: 45 working days after Monday 7 April: nine weeks would end on Monday 9 June;
    // Good Friday, Easter Monday, 5 and 26 May add four: 13 June. A-2: after Thursday 1 May: 3 July and two bank
    // holidays, 7 July; it was closed before. A-3: after Monday 2 June nine weeks, 4 August; the conference 15 working
    // days after Tuesday 3 June, 24 June. A-4: after Tuesday 1 July nine weeks and the bank holiday of 25 August, 3
    // September: in time, and so is the conference of A-1 on 2 May, the 14th working day after 10 April.
    const std::string expected =
        "\nA-1 referral.next.assessment-completed late 2025-06-13"
        "\nA-2 referral.next.assessment-completed missed 2025-07-07"
        "\nA-3 referral.next.assessment-completed overdue 2025-08-04"
        "\nA-3 s47-started.next.conference-held overdue 2025-06-24";
    const std::string inputs =
        GENERATE(as<std::string>{}, "children.xes", "children.ocel.json", "events.json", "children.json", "census.xml",
                 "ssd", "children.csv --mapping event-log", "children-uk.csv --mapping event-log-uk");
    CAPTURE(inputs);
    CHECK(found_in("docs/example/logs/" + inputs) == expected);
}

TEST_CASE("a table of events is not taken for one unless its mapping is named") {
    const Ran ran = run_line(
        "csapath check docs/example/logs/children.csv -p docs/example/logs/pathway.yaml --as-of "
        "2025-10-31",
        CSAPATH_ROOT);
    CHECK(ran.exit == 4);
    CHECK(ran.err.find("column 'case' is missing; nearest: 'case_id'") != std::string::npos);
    CHECK(ran.err.find("column 'event' is missing") != std::string::npos);
}

}  // namespace csapath
