// SPDX-License-Identifier: MIT
/// Which agencies were part of which cases. What is not recorded is not known, and never counts as absence.
#include <array>

#include "engine/figures/topics.hpp"

namespace csapath::engine {

namespace {

/// As auditors ask for it: involved, not involved or out of scope, not known.
std::string part_in_figure(AgencyPart part) {
    switch (part) {
        case AgencyPart::took_part:
            return "Involved";
        case AgencyPart::known_only:
            return "Known to it, no part recorded";
        case AgencyPart::not_known_to:
            return "Not involved";
        case AgencyPart::out_of_scope:
            return "Out of scope";
        case AgencyPart::not_recorded:
            break;
    }
    return "Not known";
}

std::string counted_of_agencies(const FigureBasis& basis, std::string_view what) {
    return std::string(what) + only(basis) +
           ". Involved is who acted, attended or contributed in any event; a group where one of its members did.";
}

constexpr std::string_view what_not_known_means =
    "Not known: nothing is recorded of the agency in this case, which is not to say that it had no part. Not involved "
    "and "
    "out of scope are said only where `case.not-known-to` and `case.out-of-scope` say so.";

FigureTable counted_cases(const FigureBasis& basis, const std::vector<bool>& in) {
    FigureTable table{.name = "agencies",
                      .title = "Agencies by the cases that they were part of",
                      .columns = {text_column("agency", "Agency")},
                      .counts = counted_of_agencies(basis, "Cases, once for each agency, open at any time"),
                      .note = std::string(what_not_known_means),
                      .audits = {"L11", "S11", "W7"}};
    constexpr std::array<std::string_view, part_kinds> names = {"involved", "known_no_part", "not_involved",
                                                                "out_of_scope", "not_known"};
    for (std::size_t part = 0; part < part_kinds; ++part)
        table.columns.push_back(count_column(std::string(names[part]), part_in_figure(static_cast<AgencyPart>(part))));
    table.columns.push_back(total_column("cases", "All cases"));
    for (rules::AgencyId agency = 0; agency < basis.pathway.words.agencies().size(); ++agency) {
        std::array<std::uint64_t, part_kinds> counts{};
        std::uint64_t all = 0;
        for (std::size_t number = 0; number < in.size(); ++number) {
            if (!in[number]) continue;
            ++counts[static_cast<std::size_t>(basis.survey.cases[number].agencies[agency])];
            ++all;
        }
        FigureRow row{{agency_in_figure(basis, agency)}};
        for (const std::uint64_t number : counts) row.cells.emplace_back(CountOf{number});
        row.cells.emplace_back(CountOf{all});
        table.rows.push_back(std::move(row));
        table.not_placed += counts[static_cast<std::size_t>(AgencyPart::not_recorded)];
    }
    return table;
}

FigureTable each_case(const FigureBasis& basis, const std::vector<bool>& in) {
    FigureTable table{.name = "agencies-by-case",
                      .title = "Agencies in each case",
                      .columns = {text_column("case", "Case")},
                      .counts = counted_of_agencies(basis, "A case each that was open at any time"),
                      .note = std::string(what_not_known_means),
                      .audits = {"L11", "S11", "W7"},
                      .names_cases = true};
    for (const rules::AgencyName& agency : basis.pathway.words.agencies())
        table.columns.push_back(text_column(agency.id, agency.title));
    for (std::size_t number = 0; number < in.size(); ++number) {
        if (!in[number]) continue;
        const CaseLine& line = basis.survey.cases[number];
        FigureRow row{{line.id}};
        for (const AgencyPart part : line.agencies) {
            row.cells.emplace_back(part_in_figure(part));
            table.not_placed += part == AgencyPart::not_recorded;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

void add_agency_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    if (basis.pathway.words.agencies().empty()) return;
    const std::vector<bool> in = cases_in_window(basis);
    to.push_back(counted_cases(basis, in));
    to.push_back(each_case(basis, in));
}

}  // namespace csapath::engine
