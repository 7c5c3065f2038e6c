// SPDX-License-Identifier: MIT
#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/figures/figures.hpp"
#include "engine/report/page.hpp"
#include "engine/report/published_page.hpp"
#include "engine/report/sheets.hpp"
#include "engine/survey/surveyor.hpp"

namespace csapath::engine {

namespace {

/// What is new since the baseline, as far as anybody reads a list.
class FreshFindings final : public Reporter {
public:
    void begin(const RunHeader& /*run*/, Out& /*out*/) override { found_.clear(); }
    void add(const Finding& finding, Out& /*out*/) override {
        if (found_.size() < most_fresh) found_.push_back(finding);
    }
    void end(const Results& /*results*/, Out& /*out*/) override {}
    bool wants_listed() const override { return false; }

    const std::vector<Finding>& found() const { return found_; }

private:
    static constexpr std::size_t most_fresh = 1'000;
    std::vector<Finding> found_;
};

/// For a reporter that writes nothing.
class Nowhere final : public Out {
public:
    void flush() override { buffer.clear(); }
    void take_back() override { buffer.clear(); }
};

/// Counts alone. The survey, which holds cases, is never made.
Reported published_report(const Run& run, const ReportWanted& wanted, Out& out, std::vector<Output>& beside) {
    const Survey no_survey;
    CaseCounts counts(run.definition.parts().plan);
    Reported reported;
    reported.outcome = check(run, beside, &counts);
    write_published_page({.pathway = run.definition.pathway(),
                          .rules = run.definition.rules(),
                          .survey = no_survey,
                          .results = reported.outcome.results,
                          .figures = reported.figures,
                          .as_of = run.as_of,
                          .tool_version = run.tool_version,
                          .from = run.filters.from,
                          .to = run.filters.to,
                          .only_rules = run.filters.rules,
                          .only_areas = run.filters.areas,
                          .marking = wanted.marking},
                         counts, out);
    out.flush();
    return reported;
}

}  // namespace

Reported report(const Run& run, const ReportWanted& wanted, Out& out, std::vector<Output> beside) {
    if (wanted.audience == Audience::published) return published_report(run, wanted, out, beside);
    FilesWanted files{wanted.cases, wanted.most_files};
    if (run.pseudonyms != nullptr) {
        files.cases.clear();
        for (const std::string& named : wanted.cases) files.cases.insert(run.pseudonyms->of_named_case(named));
    }
    Surveyor surveyor(run.definition.parts().plan, files);
    ReportSheets* sheets = nullptr;
    if (wanted.workbook != nullptr) {
        auto made = std::make_unique<ReportSheets>(surveyor.survey(), run.as_of, wanted.scratch);
        sheets = made.get();
        beside.push_back({.reporter = std::move(made), .out = wanted.workbook});
    }
    Nowhere nowhere;
    const FreshFindings* fresh = nullptr;
    if (run.baseline != nullptr) {
        auto kept = std::make_unique<FreshFindings>();
        fresh = kept.get();
        beside.push_back({.reporter = std::move(kept), .out = &nowhere});
    }
    Reported reported;
    reported.outcome = check(run, beside, &surveyor);
    reported.cases_absent = files.cases.size() - surveyor.wanted_seen();
    reported.figures = figures({.pathway = run.definition.pathway(),
                                .rules = run.definition.rules(),
                                .survey = surveyor.survey(),
                                .as_of = run.as_of,
                                .from = run.filters.from,
                                .to = run.filters.to,
                                .only_rules = run.filters.rules,
                                .only_areas = run.filters.areas});
    const Report all{.pathway = run.definition.pathway(),
                     .rules = run.definition.rules(),
                     .survey = surveyor.survey(),
                     .results = reported.outcome.results,
                     .figures = reported.figures,
                     .as_of = run.as_of,
                     .tool_version = run.tool_version,
                     .from = run.filters.from,
                     .to = run.filters.to,
                     .only_rules = run.filters.rules,
                     .only_areas = run.filters.areas,
                     .fresh = fresh == nullptr ? nullptr : &fresh->found(),
                     .marking = wanted.marking};
    write_page(all, out);
    out.flush();
    if (sheets != nullptr) {
        sheets->write(all, *wanted.workbook);
        wanted.workbook->flush();
    }
    return reported;
}

}  // namespace csapath::engine
