// SPDX-License-Identifier: MIT
/// A report as a workbook: the tables of its page, one a sheet, in the same order, for whoever wants to filter, sort or
/// reckon on. Findings, which the page tells case by case, have a row each here, all of
/// them, and so has what is excused or cannot be told; no list of cases ends before the last.
///
/// It is a reporter, because findings are many and written as they come; what needs the counts is filled in by
/// fill(), after the run.
#pragma once

#include <memory>
#include <string>

#include "engine/report/report.hpp"
#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

class ReportSheets final : public Reporter {
public:
    /// The survey of the same run, which must have seen a case before its findings come here. `scratch` is the folder
    /// of WorkbookWriter::About.
    ReportSheets(const Survey& survey, rules::Moment as_of, std::string scratch);
    ~ReportSheets() override;

    void begin(const RunHeader& run, Out& out) override;
    void add(const Finding& finding, Out& out) override;
    void end(const Results& results, Out& out) override;
    bool wants_known() const override { return true; }  ///< a sheet of findings that lacks some would mislead

    /// Once, after the run. Throws WorkbookNotWritten.
    void write(const Report& report, Out& out);

private:
    struct Sheets;
    const Survey& survey_;
    rules::Moment as_of_;
    std::string scratch_;
    std::unique_ptr<Sheets> sheets_;
};

}  // namespace csapath::engine
