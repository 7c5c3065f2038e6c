// SPDX-License-Identifier: MIT
#include "engine/redact.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/definition_parts.hpp"
#include "engine/findings/value_words.hpp"
#include "engine/intake.hpp"
#include "engine/reporters/escape.hpp"
#include "engine/run_totals.hpp"

namespace csapath::engine {

namespace {

/// What could be the number of a person rather than how many there are.
constexpr std::int64_t least_reference = 100'000;

/// A column of the result: the facts of one name, of which an event carries one.
struct RedactedColumn {
    std::string name;
    bool of_case = false;
    std::vector<rules::FactId> facts = {};
};

class Redaction {
public:
    Redaction(const Run& run, Out& out)
        : pathway_(run.definition.pathway()), pseudonyms_(*run.pseudonyms), as_of_(run.as_of), out_(out) {}

    /// A text has no column, even where it would be empty.
    void choose_columns(const std::vector<Coverage>& coverages) {
        const auto& facts = pathway_.words.facts();
        for (rules::FactId fact = 0; fact < facts.size(); ++fact) {
            const bool carried = std::ranges::any_of(coverages, [&](const Coverage& of) {
                return facts[fact].of_case ? of.case_facts[fact] : of.facts[fact];
            });
            if (fact == rules::fact_at || !carried) continue;
            const std::string name = (facts[fact].of_case ? "case." : "") + facts[fact].name;
            if (facts[fact].type.kind == rules::Type::Kind::text) {
                if (std::ranges::find(dropped_, name) == dropped_.end()) dropped_.push_back(name);
                continue;
            }
            auto column = std::ranges::find(columns_, name, &RedactedColumn::name);
            if (column == columns_.end())
                column = columns_.insert(column, {.name = name, .of_case = facts[fact].of_case});
            column->facts.push_back(fact);
        }
        out_.buffer += "case,event,at";
        for (const RedactedColumn& column : columns_) {
            out_.buffer += ',';
            append_csv(column.name, Cells::defused, out_.buffer);
        }
        out_.buffer += '\n';
    }

    void write(Timeline& timeline) {
        timeline.tidy(as_of_);
        if (timeline.size() == 0) return;
        ++cases_;
        weeks_back_ = pseudonyms_.weeks_back(timeline.case_id());
        for (std::uint32_t event = 0; event < timeline.size(); ++event) {
            ++events_;
            std::string& to = out_.buffer;
            append_csv(timeline.case_id(), Cells::defused, to);
            to += ',' + pathway_.event_types[timeline[event].type] + ',' + rules::iso(set_back(timeline[event].at));
            for (const RedactedColumn& column : columns_) {
                to += ',';
                if (!column.of_case || event == 0) append_csv(cell(timeline, event, column), Cells::defused, to);
            }
            to += '\n';
            out_.breathe();
        }
    }

    Redacted result() { return {.outcome = {}, .cases = cases_, .events = events_, .dropped = std::move(dropped_)}; }

private:
    rules::Moment set_back(rules::Moment moment) const {
        moment.day = std::max(moment.day - 7 * weeks_back_, rules::first_date);
        return moment;
    }

    std::string cell(const Timeline& timeline, std::uint32_t event, const RedactedColumn& column) const {
        for (const rules::FactId fact : column.facts) {
            const rules::Value& value = column.of_case ? timeline.case_value(fact) : timeline.value(event, fact);
            if (value.kind == rules::Value::Kind::missing) continue;
            if (value.kind == rules::Value::Kind::text) continue;
            if (value.kind == rules::Value::Kind::moment) return rules::iso(set_back(value.moment));
            if (value.kind == rules::Value::Kind::number &&
                (value.number >= least_reference || value.number <= -least_reference))
                continue;
            return value_words(pathway_, fact, value);
        }
        return {};
    }

    const Pathway& pathway_;
    const Pseudonyms& pseudonyms_;
    rules::Moment as_of_;
    Out& out_;
    std::vector<RedactedColumn> columns_;
    std::vector<std::string> dropped_;
    int weeks_back_ = 0;
    std::uint64_t cases_ = 0, events_ = 0;
};

}  // namespace

Redacted redact(const Run& run, Out& out) {
    if (run.pseudonyms == nullptr) throw std::logic_error("events are to be redacted without a key");
    const Plan& plan = run.definition.parts().plan;
    Intake intake(run, plan, false);
    RunTotals totals(plan, nullptr);
    Redaction redaction(run, out);
    Timeline timeline;
    bool begun = false;
    const auto begin = [&] {
        if (!std::exchange(begun, true)) redaction.choose_columns(intake.coverages());
    };
    // All inputs are grouped, so that each case is whole and every column known before the first is written.
    intake.read(CaseBook::Order::any, timeline, [&]() -> Timeline& {
        begin();
        redaction.write(timeline);
        return timeline;
    });
    begin();
    Redacted redacted = redaction.result();
    redacted.outcome = totals.finish(run, intake);
    out.flush();
    return redacted;
}

}  // namespace csapath::engine
