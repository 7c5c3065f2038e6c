// SPDX-License-Identifier: MIT
/// Indicative grades: of cases, of each agency's part in them, and case by case.
#include <fmt/format.h>

#include "engine/figures/topics.hpp"

namespace csapath::engine {

namespace {

using Sort = IndicativeGrade::Sort;

std::string grade_in_figure(const Grading& grading, const IndicativeGrade& grade) {
    switch (grade.sort) {
        case Sort::given:
            return grading.grades[grade.number].title;
        case Sort::cannot_tell:
            return "Cannot tell";
        case Sort::nothing_asked:
            break;
    }
    return "Nothing asked";
}

/// How often each grade, and at last how often none could be told.
struct GradeCounts {
    explicit GradeCounts(const Grading& grading) : given(grading.grades.size()) {}
    std::vector<std::uint64_t> given;
    std::uint64_t cannot_tell = 0;

    void add(const IndicativeGrade& grade) {
        if (grade.sort == Sort::given) ++given[grade.number];
        if (grade.sort == Sort::cannot_tell) ++cannot_tell;
    }
    std::uint64_t graded() const {
        std::uint64_t sum = 0;
        for (const std::uint64_t number : given) sum += number;
        return sum;
    }
};

/// What a grade needs, where so many `times` have to be decided.
std::string bands_in_words(const Grading& grading, std::uint32_t times) {
    return fmt::format(
        "The bands are those of the definition. A grade needs {} that it is decided whether a rule was kept, and {}% "
        "of "
        "those that could be looked at; but where so much was found that only the last grade is left, it is given.",
        times == 1 ? std::string("one time") : fmt::format("{} times", times), grading.share);
}

std::string counted_of_grades(const FigureBasis& basis, std::string_view what) {
    return std::string(what) + only(basis) + ". " + std::string(grades_are_indicative);
}

FigureTable of_cases(const FigureBasis& basis, const Grading& grading) {
    FigureTable table{.name = "grades",
                      .title = "Cases by indicative grade",
                      .columns = {text_column("indicative_grade", "Indicative grade"), count_column("cases", "Cases"),
                                  share_column("share_of_graded", "Share of cases graded")},
                      .counts = counted_of_grades(basis, "Cases of which anything was asked"),
                      .note = bands_in_words(grading, grading.decided),
                      .audits = {"S10"}};
    GradeCounts counts(grading);
    for (const GradeLine& line : basis.survey.lines.grades) counts.add(line.of_case);
    const std::uint64_t graded = counts.graded();
    for (std::size_t grade = 0; grade < counts.given.size(); ++grade)
        table.rows.push_back(
            {{grading.grades[grade].title, CountOf{counts.given[grade]}, ShareOf{counts.given[grade], graded}}});
    table.rows.push_back({{std::string("Cannot tell"), CountOf{counts.cannot_tell}, FigureCell()}});
    table.rows.push_back({{std::string("All"), CountOf{graded + counts.cannot_tell}, FigureCell()}, true});
    table.not_placed = counts.cannot_tell;
    return table;
}

FigureTable of_agencies(const FigureBasis& basis, const Grading& grading) {
    FigureTable table{
        .name = "grades-by-agency",
        .title = "Agencies: their part in cases by indicative grade",
        .columns = {text_column("agency", "Agency")},
        .counts = counted_of_grades(
            basis, "Cases, once for each agency of which anything was asked in them, by name or as the one in charge"),
        .note = "Only what concerns the agency is looked at. " + bands_in_words(grading, 1),
        .audits = {"S10"}};
    for (const Grading::Grade& grade : grading.grades)
        table.columns.push_back(count_column("indicative_" + grade.id, grade.title));
    table.columns.push_back(count_column("cannot_tell", "Cannot tell"));
    table.columns.push_back(total_column("cases", "All cases"));
    for (rules::AgencyId agency = 0; agency < basis.pathway.words.agencies().size(); ++agency) {
        GradeCounts counts(grading);
        for (const GradeLine& line : basis.survey.lines.grades) counts.add(line.of_agencies[agency]);
        const std::uint64_t all = counts.graded() + counts.cannot_tell;
        if (all == 0) continue;
        FigureRow row{{agency_in_figure(basis, agency)}};
        for (const std::uint64_t number : counts.given) row.cells.emplace_back(CountOf{number});
        row.cells.emplace_back(CountOf{counts.cannot_tell});
        row.cells.emplace_back(CountOf{all});
        table.rows.push_back(std::move(row));
        table.not_placed += counts.cannot_tell;
    }
    return table;
}

/// Agencies of which nothing was asked in any case have no column.
FigureTable case_by_case(const FigureBasis& basis, const Grading& grading) {
    FigureTable table{
        .name = "grades-by-case",
        .title = "Indicative grades, case by case",
        .columns = {text_column("case", "Case"), text_column("indicative_grade", "Indicative grade")},
        .counts = counted_of_grades(basis, "A case each of which anything was asked, with each agency's part in it"),
        .audits = {"S10"},
        .names_cases = true};
    const auto& agencies = basis.pathway.words.agencies();
    std::vector<bool> shown(agencies.size());
    for (const GradeLine& line : basis.survey.lines.grades)
        for (rules::AgencyId agency = 0; agency < agencies.size(); ++agency)
            if (line.of_agencies[agency].sort != Sort::nothing_asked) shown[agency] = true;
    for (rules::AgencyId agency = 0; agency < agencies.size(); ++agency)
        if (shown[agency])
            table.columns.push_back(text_column("indicative_" + agencies[agency].id, agencies[agency].title));
    for (std::size_t number = 0; number < basis.survey.lines.grades.size(); ++number) {
        const GradeLine& line = basis.survey.lines.grades[number];
        if (line.of_case.sort == Sort::nothing_asked) continue;
        FigureRow row{{basis.survey.cases[number].id, grade_in_figure(grading, line.of_case)}};
        for (rules::AgencyId agency = 0; agency < agencies.size(); ++agency)
            if (shown[agency]) row.cells.emplace_back(grade_in_figure(grading, line.of_agencies[agency]));
        table.rows.push_back(std::move(row));
        table.not_placed += line.of_case.sort == Sort::cannot_tell;
    }
    return table;
}

}  // namespace

void add_grade_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    if (!basis.pathway.grading) return;
    const Grading& grading = *basis.pathway.grading;
    to.push_back(of_cases(basis, grading));
    to.push_back(of_agencies(basis, grading));
    to.push_back(case_by_case(basis, grading));
}

}  // namespace csapath::engine
