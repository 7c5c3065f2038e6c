// SPDX-License-Identifier: MIT
#include "engine/reporters/finding_json.hpp"

#include <charconv>
#include <limits>

#include "engine/reporters/escape.hpp"

namespace csapath::engine {

namespace {
template <class Items, class Write>
void write_list(const Items& items, Pen& pen, Write write) {
    pen.put('[');
    bool first = true;
    for (const auto& item : items) {
        if (!first) pen.put(", ");
        first = false;
        write(item);
    }
    pen.put(']');
}

template <class Number>
void write_number(Number number, Pen& pen) {
    constexpr std::size_t most = std::numeric_limits<Number>::digits10 + 2;
    pen.put_at_most(most, [&](char* at) { return std::to_chars(at, at + most, number).ptr; });
}
}  // namespace

FindingJson::FindingJson(const RunHeader& run) : version_(json_text(run.pathway->version)) {
    for (const Step& step : run.pathway->steps) steps_.push_back(json_text(step.id));
    for (const std::string& input : run.inputs) sources_.push_back(json_text(input));
    for (const rules::Unit unit : {rules::Unit::hours, rules::Unit::days, rules::Unit::working_days, rules::Unit::weeks,
                                   rules::Unit::months, rules::Unit::years}) {
        units_.push_back(rules::name(unit));
    }
    for (const ReportedRule& rule : run.rules) {
        std::string end = R"(, "rule_text": {"text": )";
        append_json(rule.text, end);
        end += R"(, "at": )";
        append_json(rule.at, end);
        end += R"(}, "sources": )";
        {
            Pen pen(end);
            write_list(rule.sources, pen,
                       [&](std::uint16_t source) { write_json(run.pathway->citations[source].id, pen); });
            pen.put('}');
        }
        rules_.push_back({.id = json_text(rule.id), .nature = {}, .end = std::move(end)});
    }
}

void FindingJson::append(const Finding& finding, std::string& to) {
    Pen pen(to);
    pen.put(R"({"id": )");
    write_json(finding.id, pen);
    pen.put(R"(, "case": )");
    write_json(finding.case_id, pen);
    pen.put(R"(, "episode": )");
    write_number(finding.episode, pen);
    pen.put(nature(finding));
    pen.put(R"(, "also": )");
    write_list(finding.also, pen, [&](std::uint16_t other) { pen.put(rules_[other].id); });
    pen.put(R"(, "times": )");
    write_number(finding.times, pen);
    write_times(finding, pen);
    write_reasons(finding, pen);
    pen.put(rules_[finding.rule].end);
}

/// Most findings of a rule are alike in this, so it is kept from one to the next.
const std::string& FindingJson::nature(const Finding& finding) {
    Rule& rule = rules_[finding.rule];
    std::uint64_t made_from = finding.step;
    for (const std::uint8_t part :
         {static_cast<std::uint8_t>(finding.kind), static_cast<std::uint8_t>(finding.verdict),
          static_cast<std::uint8_t>(finding.severity), static_cast<std::uint8_t>(finding.basis)}) {
        made_from = made_from << 8 | part;
    }
    if (rule.nature_of == made_from) return rule.nature;

    rule.nature_of = made_from;
    std::string& to = rule.nature;
    to = R"(, "rule": )";
    to += rule.id;
    to += R"(, "step": )";
    to += steps_[finding.step];
    to += R"(, "kind": ")";
    to += name(finding.kind);
    to += R"(", "verdict": ")";
    to += name(finding.verdict);
    to += R"(", "severity": ")";
    to += name(finding.severity);
    to += R"(", "basis": ")";
    to += name(finding.basis);
    to += R"(", "version": )";
    to += version_;
    return to;
}

/// From `activated` to `clock`.
void FindingJson::write_times(const Finding& finding, Pen& pen) {
    pen.put(R"(, "activated": )");
    write_evidence(finding.activated, pen);
    pen.put(R"(, "due": )");
    if (finding.due) {
        write_quoted(*finding.due, pen);
    } else {
        pen.put("null");
    }
    pen.put(R"(, "fulfilled": )");
    write_evidence(finding.fulfilled, pen);
    pen.put(R"(, "late_by": )");
    if (finding.late_by) {
        pen.put(R"({"value": )");
        write_number(finding.late_by->value, pen);
        pen.put(R"(, "unit": ")");
        pen.put(units_[static_cast<std::size_t>(finding.late_by->unit)]);
        pen.put(R"("})");
    } else {
        pen.put("null");
    }
    pen.put(R"(, "clock": )");
    if (finding.clock) {
        pen.put(R"({"gross": )");
        write_number(finding.clock->gross, pen);
        pen.put(R"(, "paused": )");
        write_number(finding.clock->paused, pen);
        pen.put(R"(, "net": )");
        write_number(finding.clock->net, pen);
        pen.put('}');
    } else {
        pen.put("null");
    }
}

void FindingJson::write_evidence(const std::optional<Evidence>& evidence, Pen& pen) {
    if (!evidence) {
        pen.put("null");
        return;
    }
    pen.put(R"({"event": )");
    write_json(evidence->event, pen);
    pen.put(R"(, "at": )");
    write_quoted(evidence->at, pen);
    pen.put(R"(, "source": )");
    pen.put(sources_[evidence->source]);
    pen.put(R"(, "row": )");
    write_number(evidence->row, pen);
    if (!evidence->also.empty()) {
        pen.put(R"(, "also": )");
        write_list(evidence->also, pen, [&](const auto& other) {
            pen.put(R"({"source": )");
            pen.put(sources_[other.first]);
            pen.put(R"(, "row": )");
            write_number(other.second, pen);
            pen.put('}');
        });
    }
    pen.put('}');
}

/// From `agencies` to `days`.
void FindingJson::write_reasons(const Finding& finding, Pen& pen) {
    const auto write_text = [&](const std::string& text) { write_json(text, pen); };
    pen.put(R"(, "agencies": )");
    write_list(finding.agencies, pen, write_text);
    pen.put(R"(, "message": )");
    write_text(finding.message);
    pen.put(R"(, "why": )");
    write_list(finding.why, pen, write_text);
    pen.put(R"(, "days": [)");
    days_.write_list(finding.days, pen);
    pen.put(']');
}

void FindingJson::write_quoted(const rules::Moment& moment, Pen& pen) {
    pen.put('"');
    days_.write(moment, pen);
    pen.put('"');
}

}  // namespace csapath::engine
