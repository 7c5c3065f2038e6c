// SPDX-License-Identifier: MIT
#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/figures/figures.hpp"
#include "engine/report/page.hpp"
#include "engine/report/sheets.hpp"
#include "engine/survey/surveyor.hpp"

namespace csapath::engine {

Reported report(const Run& run, const ReportWanted& wanted, Out& out) {
    const FilesWanted files{wanted.cases, wanted.most_files};
    Surveyor surveyor(run.definition.parts().plan, files);
    std::vector<Output> beside;
    ReportSheets* sheets = nullptr;
    if (wanted.workbook != nullptr) {
        auto made = std::make_unique<ReportSheets>(surveyor.survey(), run.as_of, wanted.scratch);
        sheets = made.get();
        beside.push_back({.reporter = std::move(made), .out = wanted.workbook});
    }
    Reported reported;
    reported.outcome = check(run, beside, &surveyor);
    reported.cases_absent = wanted.cases.size() - surveyor.wanted_seen();
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
                     .only_areas = run.filters.areas};
    write_page(all, out);
    out.flush();
    if (sheets != nullptr) {
        sheets->write(all, *wanted.workbook);
        wanted.workbook->flush();
    }
    return reported;
}

}  // namespace csapath::engine
