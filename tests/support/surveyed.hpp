// SPDX-License-Identifier: MIT
/// Cases as a test writes them, judged together and surveyed, and the report on them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/definition_parts.hpp"
#include "engine/figures/figures.hpp"
#include "engine/survey/surveyor.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/text_out.hpp"

namespace csapath {

class SurveyedRun {
public:
    /// `rows`: a plain event file. `files`: how many cases with findings are told in full, besides those named.
    SurveyedRun(std::string_view yaml, std::string rows, std::string_view as_of, std::set<std::string> named = {},
                std::size_t files = 500)
        : rows_(std::move(rows)), as_of_(moment(as_of)), wanted_{std::move(named), files} {
        definition_ = engine::load(folder_.write("pathway.yaml", yaml), CSAPATH_ROOT "/pathway-definitions", texts_,
                                   diagnostics_);
        std::string told;
        for (const auto& diagnostic : diagnostics_.found()) told += rules::rendered(diagnostic);
        INFO(told);
        REQUIRE(definition_);
        surveyor_ = std::make_unique<engine::Surveyor>(definition_->parts().plan, wanted_);
        std::vector<engine::Output> outputs;
        outcome_ = engine::check(run(), outputs, surveyor_.get());
    }

    const engine::Survey& survey() const { return surveyor_->survey(); }
    const engine::Surveyor& surveyor() const { return *surveyor_; }
    const engine::Results& results() const { return outcome_.results; }
    const engine::Pathway& pathway() const { return definition_->pathway(); }
    const engine::RuleSurvey& rule(std::string_view id) const { return survey().rules.at(number(id)); }
    rules::AgencyId agency(std::string_view id) const { return pathway().words.agency(id).value(); }
    rules::StepId step(std::string_view id) const { return pathway().words.step(id).value(); }

    /// The figure of this name; of a window where days are given.
    engine::FigureTable figure(std::string_view name, std::optional<rules::Date> from = {},
                               std::optional<rules::Date> to = {}) const {
        for (const engine::FigureTable& table : figures(from, to))
            if (table.name == name) return table;
        throw std::invalid_argument("no such figure: " + std::string(name));
    }
    std::vector<engine::FigureTable> figures(std::optional<rules::Date> from = {},
                                             std::optional<rules::Date> to = {}) const {
        return engine::figures({.pathway = pathway(),
                                .rules = definition_->rules(),
                                .survey = survey(),
                                .as_of = as_of_,
                                .from = from,
                                .to = to});
    }

    /// The page that is made of it; of several judges where `jobs` are more than one; held against a baseline where one
    /// is given.
    std::string page(unsigned jobs = 1, const engine::Baseline* baseline = nullptr) const {
        TextOut out;
        engine::Run again = run();
        again.jobs = jobs;
        again.baseline = baseline;
        engine::report(again, {.cases = wanted_.cases, .most_files = wanted_.most}, out);
        return out.text();
    }

    /// Its tables as a workbook; held against a baseline where one is given.
    std::string workbook(unsigned jobs = 1, const engine::Baseline* baseline = nullptr) const {
        TextOut page, book;
        engine::Run again = run();
        again.jobs = jobs;
        again.baseline = baseline;
        engine::report(
            again,
            {.cases = wanted_.cases, .most_files = wanted_.most, .workbook = &book, .scratch = folder_.path().string()},
            page);
        return book.text();
    }

private:
    engine::Run run() const {
        return {.definition = *definition_,
                .inputs = {{.name = "cases.csv",
                            .format = "csv",
                            .open = [this] { return std::make_unique<engine::test::TextBytes>(rows_); }}},
                .as_of = as_of_,
                .tool_version = "0"};
    }
    std::size_t number(std::string_view id) const {
        const auto& all = definition_->rules();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].id == id) return i;
        throw std::invalid_argument("no such rule: " + std::string(id));
    }

    TemporaryFolder folder_;
    std::string rows_;
    rules::Moment as_of_;
    engine::FilesWanted wanted_;
    std::shared_ptr<rules::Sources> texts_ = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics_;
    std::unique_ptr<const engine::Definition> definition_;
    std::unique_ptr<engine::Surveyor> surveyor_;
    engine::Outcome outcome_;
};

/// A referral, a screening decision one working day later, and who has to be part of it.
inline std::string screened_pathway() {
    return definition(
        "agencies:\n"
        "  social-care: {title: Social care}\n"
        "  police: {title: Police}\n"
        "  health: {title: Health}\n"
        "  gp: {title: GP, part-of: health}\n"
        "facts:\n"
        "  not-known-to: {type: agencies, of: case}\n"
        "  out-of-scope: {type: agencies, of: case}\n"
        "  views: {type: text, title: The child's views}\n"
        "steps:\n"
        "  referral:\n"
        "    title: Referral\n"
        "    starts: true\n"
        "    by: social-care\n"
        "    next: {screening: must within 1 working day}\n"
        "  screening:\n"
        "    title: Screening\n"
        "    by: social-care\n"
        "    must: {quorum: include police and health}\n"
        "    next: {case-closed: may}\n"
        "  case-closed: {title: Closure, ends: true}\n");
}

}  // namespace csapath
