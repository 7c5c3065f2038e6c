// SPDX-License-Identifier: MIT
#include "engine/reporters/table.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/reporters/escape.hpp"
#include "engine/reporters/paragraph.hpp"
#include "engine/reporters/places.hpp"
#include "engine/reporters/text_summary.hpp"

namespace csapath::engine {

namespace {

constexpr std::size_t findings_measured = 1'000;
constexpr std::string_view between_columns = "  ";

using TableLine = std::array<std::string, 7>;

TableLine table_heads() {
    return {"CASE", "SEVERITY", "VERDICT", "DUE", "LATE BY", "RULE", "RECORDED IN"};
}

class TableReporter final : public Reporter {
public:
    void begin(const RunHeader& run, Out& /*out*/) override {
        *this = TableReporter();
        header_ = summary_header(run);
        rows_are_lines_ = run.rows_are_lines;
        for (const std::string& input : run.inputs) sources_.push_back(for_terminal(input));
    }

    void add(const Finding& finding, Out& out) override {
        ++findings_;
        if (cases_ == 0 || finding.case_id != case_id_) ++cases_;
        case_id_ = finding.case_id;
        TableLine line = line_of(finding);
        if (measured_) {
            write(line, out);
            out.breathe();
            return;
        }
        lines_.push_back(std::move(line));
        if (lines_.size() == findings_measured) write_measured(out);
    }

    void end(const Results& results, Out& out) override {
        if (!measured_ && !lines_.empty()) write_measured(out);
        if (findings_ > 0) out.buffer += '\n';
        append_wrapped(last_line(results), 0, 0, out.buffer);
        out.flush();
    }

    bool wants_listed() const override { return false; }

private:
    TableLine line_of(const Finding& finding) const {
        std::string late_by =
            finding.late_by ? std::to_string(finding.late_by->value) + ' ' + rules::name(finding.late_by->unit) : "";
        std::string where = rows_in_words(finding, sources_, rows_are_lines_);
        if (finding.times > 1) where += (where.empty() ? "" : "; ") + counted(finding.times, "time");
        return {for_terminal(finding.case_id),
                std::string(name(finding.severity)),
                std::string(name(finding.verdict)),
                finding.due ? rules::iso(*finding.due) : std::string(),
                std::move(late_by),
                header_.rules[finding.rule],
                std::move(where)};
    }

    void write_measured(Out& out) {
        const TableLine heads = table_heads();
        for (std::size_t column = 0; column < heads.size(); ++column) {
            widths_.at(column) = width(heads.at(column));
            for (const TableLine& line : lines_)
                widths_.at(column) = std::max(widths_.at(column), width(line.at(column)));
        }
        measured_ = true;
        write(heads, out);
        for (const TableLine& line : lines_) {
            write(line, out);
            out.breathe();
        }
        lines_.clear();
    }

    /// No blanks at the end of a line.
    void write(const TableLine& line, Out& out) const {
        std::size_t owed = 0;
        for (std::size_t column = 0; column < line.size(); ++column) {
            const std::string& cell = line.at(column);
            if (!cell.empty()) {
                out.buffer.append(std::exchange(owed, 0), ' ');
                out.buffer += cell;
            }
            owed += between_columns.size() + widths_.at(column) - std::min(widths_.at(column), width(cell));
        }
        out.buffer += '\n';
    }

    std::string last_line(const Results& results) const {
        std::string text = results.incomplete ? "INCOMPLETE: some of the input could not be used. " : "";
        if (findings_ == 0)
            text += results.since ? "Nothing new in " : "No finding in ";
        else
            text += counted(findings_, results.since ? "new finding" : "finding") + " in " + std::to_string(cases_) +
                    " of ";
        text += counted(results.cases, "case") + ", judged by " + header_.pathway + " as of " + header_.as_of;
        if (results.since && results.since->known > 0)
            text += "; " + std::to_string(results.since->known) +
                    (results.since->known == 1 ? " was known before" : " were known before");
        return text + '.';
    }

    SummaryHeader header_;
    std::vector<std::string> sources_;  ///< printable
    std::vector<bool> rows_are_lines_;
    std::array<std::size_t, 7> widths_{};  ///< once they are measured
    bool measured_ = false;
    std::vector<TableLine> lines_;  ///< until then
    std::uint64_t findings_ = 0, cases_ = 0;
    std::string case_id_;
};

}  // namespace

std::unique_ptr<Reporter> table_reporter() {
    return std::make_unique<TableReporter>();
}

}  // namespace csapath::engine
