// SPDX-License-Identifier: MIT
#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/figures/figures.hpp"
#include "engine/report/page.hpp"
#include "engine/survey/surveyor.hpp"

namespace csapath::engine {

Reported report(const Run& run, const ReportWanted& wanted, Out& out) {
    const FilesWanted files{wanted.cases, wanted.most_files};
    Surveyor surveyor(run.definition.parts().plan, files);
    std::vector<Output> no_outputs;
    Reported reported;
    reported.outcome = check(run, no_outputs, &surveyor);
    reported.cases_absent = wanted.cases.size() - surveyor.wanted_seen();
    reported.figures = figures({.pathway = run.definition.pathway(),
                                .rules = run.definition.rules(),
                                .survey = surveyor.survey(),
                                .as_of = run.as_of,
                                .from = run.filters.from,
                                .to = run.filters.to,
                                .only_rules = run.filters.rules,
                                .only_areas = run.filters.areas});
    write_page({.pathway = run.definition.pathway(),
                .rules = run.definition.rules(),
                .survey = surveyor.survey(),
                .results = reported.outcome.results,
                .figures = reported.figures,
                .as_of = run.as_of,
                .tool_version = run.tool_version,
                .from = run.filters.from,
                .to = run.filters.to,
                .only_rules = run.filters.rules,
                .only_areas = run.filters.areas},
               out);
    out.flush();
    return reported;
}

}  // namespace csapath::engine
