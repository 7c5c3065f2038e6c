// SPDX-License-Identifier: MIT
#include "engine/pathway/grading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::int64_t most_of_grade = 1'000'000;

/// `at-most: {high: 0, medium: 2}`.
void read_at_most(const Node& written, Grading::Grade& grade, rules::Diagnostics& diagnostics) {
    Fields fields{written, fmt::format("at-most of the grade '{}'", grade.id), diagnostics};
    for (const Severity severity : {Severity::high, Severity::medium, Severity::low})
        if (const auto number = fields.number(name(severity), 0, most_of_grade))
            grade.at_most[static_cast<std::size_t>(severity)] = static_cast<std::uint32_t>(*number);
    fields.done();
}

std::optional<Grading::Grade> read_grade(const Node& written, rules::Diagnostics& diagnostics) {
    Fields fields{written, "a grade", diagnostics};
    if (!fields.is_map()) return std::nullopt;
    fields.require("id");
    fields.require("title");
    const Node* const id = fields.scalar("id");
    Grading::Grade grade{.id = id ? id->text() : std::string{}, .where = id ? id->where : written.where};
    grade.title = fields.text("title").value_or(grade.id);
    if (id) usable_id(grade.id, grade.where, "a grade", Keywords::free, diagnostics);
    if (const Node* at_most = fields.map("at-most")) read_at_most(*at_most, grade, diagnostics);
    fields.done();
    return grade;
}

/// `not-graded: [family]`.
std::vector<rules::AgencyId> read_not_graded(const Node& written, Draft& draft) {
    const rules::Vocabulary& words = draft.pathway.words;
    std::vector<rules::AgencyId> agencies;
    agencies.reserve(written.items.size());
    for (const Node& each : written.items) {
        const auto agency = each.kind == Node::Kind::scalar ? words.agency(each.text()) : std::nullopt;
        if (agency)
            agencies.push_back(*agency);
        else
            draft.diagnostics.add({.code = Code::pathway_agency_unknown,
                                   .where = each.where,
                                   .message = each.kind == Node::Kind::scalar
                                                  ? fmt::format("there is no agency '{}'{}", each.text(),
                                                                rules::did_you_mean(each.text(), words.agency_names()))
                                                  : std::string("'not-graded' lists agencies by name")});
    }
    return agencies;
}

bool without_bounds(const Grading::Grade& grade) {
    return std::ranges::none_of(grade.at_most, [](const auto& most) { return most.has_value(); });
}

/// Whatever has `lower` has `upper`, which comes before it.
bool leaves_nothing_for(const Grading::Grade& upper, const Grading::Grade& lower) {
    for (std::size_t severity = 0; severity < upper.at_most.size(); ++severity) {
        const auto &most = upper.at_most[severity], &less = lower.at_most[severity];
        if (most && (!less || *less > *most)) return false;
    }
    return true;
}

void check_bands(const Grading& grading, rules::Diagnostics& diagnostics) {
    const auto& grades = grading.grades;
    const auto wrong = [&](const Grading::Grade& grade, std::string message, std::string help) {
        diagnostics.add({.code = Code::pathway_grades,
                         .where = grade.where,
                         .message = std::move(message),
                         .help = std::move(help)});
    };
    if (!without_bounds(grades.back()))
        wrong(grades.back(), fmt::format("the last grade, '{}', has an at-most", grades.back().id),
              "the last grade is for whatever goes beyond the others; without one some cases would have no grade");
    for (std::size_t lower = 1; lower < grades.size(); ++lower) {
        for (std::size_t upper = 0; upper < lower; ++upper) {
            if (grades[upper].id == grades[lower].id)
                diagnostics.add({.code = Code::pathway_id_twice,
                                 .where = grades[lower].where,
                                 .message = fmt::format("there is a grade '{}' already", grades[lower].id)});
            else if (leaves_nothing_for(grades[upper], grades[lower]))
                wrong(grades[lower],
                      fmt::format("no case can have the grade '{}': '{}' comes before it and asks for no less",
                                  grades[lower].id, grades[upper].id),
                      "grades stand with the best first, and each allows more than the one before it");
        }
    }
}

}  // namespace

void read_grading(const Node& written, Draft& draft) {
    const std::size_t errors_before = draft.diagnostics.errors();
    Fields fields{written, "grading", draft.diagnostics};
    Grading grading;
    if (const Node* needs = fields.map("needs")) {
        Fields of_needs{*needs, "needs", draft.diagnostics};
        if (const auto decided = of_needs.number("decided", 1, most_of_grade))
            grading.decided = static_cast<std::uint32_t>(*decided);
        if (const auto share = of_needs.number("share", 0, 100)) grading.share = static_cast<std::uint32_t>(*share);
        of_needs.done();
    }
    if (const Node* agencies = fields.list("not-graded")) grading.not_graded = read_not_graded(*agencies, draft);
    fields.require("grades");
    const Node* const grades = fields.list("grades");
    fields.done();
    if (!grades) return;
    for (const Node& each : grades->items)
        if (auto grade = read_grade(each, draft.diagnostics)) grading.grades.push_back(std::move(*grade));
    // Of what could not be read the bands would seem wrong too.
    if (draft.diagnostics.errors() != errors_before) return;
    if (grading.grades.size() < 2 || grading.grades.size() > most_grades) {
        draft.diagnostics.add({.code = Code::pathway_grades,
                               .where = grades->where,
                               .message = fmt::format("there are 2 to {} grades", most_grades)});
        return;
    }
    check_bands(grading, draft.diagnostics);
    draft.pathway.grading = std::move(grading);
}

}  // namespace csapath::engine
