// SPDX-License-Identifier: MIT
#include "engine/reporters/csv.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/append.hpp"

namespace csapath::engine {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view columns =
    "id,case,episode,rule,step,kind,verdict,severity,basis,version,activated_event,activated_at,activated_source,"
    "activated_row,due,fulfilled_event,fulfilled_at,fulfilled_source,fulfilled_row,late_by,late_unit,agencies,also,"
    "times,message";

class CsvReporter final : public Reporter {
public:
    explicit CsvReporter(Cells cells) : cells_(cells), line_end_(cells == Cells::exact ? "\n" : "\r\n") {}

    void begin(const RunHeader& run, Out& out) override {
        *this = CsvReporter(cells_);
        for (const ReportedRule& rule : run.rules) rule_ids_.push_back(rule.id);
        for (const ReportedRule& rule : run.rules) rules_.push_back(field(rule.id));
        for (const Step& step : run.pathway->steps) steps_.push_back(field(step.id));
        for (const std::string& input : run.inputs) sources_.push_back(field(input));
        for (const rules::Unit unit : {rules::Unit::hours, rules::Unit::days, rules::Unit::working_days,
                                       rules::Unit::weeks, rules::Unit::months, rules::Unit::years}) {
            units_.push_back(rules::name(unit));
        }
        version_ = field(run.pathway->version);

        if (cells_ == Cells::defused) out.buffer += byte_order_mark;
        out.buffer += columns;
        out.buffer += line_end_;
    }

    void add(const Finding& finding, Out& out) override {
        if (!is_finding(finding.verdict)) return;
        append(finding, out.buffer);
        out.breathe();
    }

    void end(const Results& /*results*/, Out& out) override { out.flush(); }
    bool wants_listed() const override { return false; }

private:
    std::string field(std::string_view text) const {
        std::string result;
        append_csv(text, cells_, result);
        return result;
    }

    void append(const Finding& finding, std::string& to) {
        append_csv(finding.id, cells_, to);
        to += ',';
        append_csv(finding.case_id, cells_, to);
        to += ',';
        append_number(finding.episode, to);
        for (const std::string_view text :
             {std::string_view{rules_[finding.rule]}, std::string_view{steps_[finding.step]}, name(finding.kind),
              name(finding.verdict), name(finding.severity), name(finding.basis), std::string_view{version_}}) {
            to += ',';
            to += text;
        }
        append_evidence(finding.activated, to);
        to += ',';
        if (finding.due) days_.append(*finding.due, to);
        append_evidence(finding.fulfilled, to);
        to += ',';
        if (finding.late_by) append_number(finding.late_by->value, to);
        to += ',';
        if (finding.late_by) to += units_[static_cast<std::size_t>(finding.late_by->unit)];
        to += ',';
        append_joined(
            finding.agencies, [](const std::string& agency) -> std::string_view { return agency; }, to);
        to += ',';
        append_joined(
            finding.also, [&](std::uint16_t rule) -> std::string_view { return rule_ids_[rule]; }, to);
        to += ',';
        append_number(finding.times, to);
        to += ',';
        append_csv(finding.message, cells_, to);
        to += line_end_;
    }

    /// Four cells, each with a comma before it.
    void append_evidence(const std::optional<Evidence>& evidence, std::string& to) {
        if (!evidence) {
            to += ",,,,";
            return;
        }
        to += ',';
        append_csv(evidence->event, cells_, to);
        to += ',';
        days_.append(evidence->at, to);
        to += ',';
        to += sources_[evidence->source];
        to += ',';
        append_number(evidence->row, to);
    }

    template <class Items, class Text>
    void append_joined(const Items& items, Text text, std::string& to) {
        joined_.clear();
        for (const auto& item : items) {
            if (!joined_.empty()) joined_ += ';';
            joined_ += text(item);
        }
        append_csv(joined_, cells_, to);
    }

    Cells cells_;
    std::string_view line_end_;
    std::vector<std::string> rule_ids_;                 ///< as they are
    std::vector<std::string> rules_, steps_, sources_;  ///< as fields
    std::vector<std::string> units_;
    std::string version_;
    IsoDays days_;
    std::string joined_;  ///< kept for its memory
};
}  // namespace

std::unique_ptr<Reporter> csv_reporter(Cells cells) {
    return std::make_unique<CsvReporter>(cells);
}

}  // namespace csapath::engine
