// SPDX-License-Identifier: MIT
#include "engine/reporters/finding_json.hpp"

#include "engine/reporters/escape.hpp"

namespace csapath::engine {

namespace {
template <class Items, class Append>
void append_list(const Items& items, std::string& to, Append append) {
    to += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) to += ", ";
        first = false;
        append(item);
    }
    to += ']';
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
        append_list(rule.sources, end,
                    [&](std::uint16_t source) { append_json(run.pathway->citations[source].id, end); });
        end += '}';
        rules_.push_back({.id = json_text(rule.id), .nature = {}, .end = std::move(end)});
    }
}

void FindingJson::append(const Finding& finding, std::string& to) {
    to += R"({"id": )";
    append_json(finding.id, to);
    to += R"(, "case": )";
    append_json(finding.case_id, to);
    to += R"(, "episode": )";
    append_number(finding.episode, to);
    to += nature(finding);
    to += R"(, "also": )";
    append_list(finding.also, to, [&](std::uint16_t other) { to += rules_[other].id; });
    to += R"(, "times": )";
    append_number(finding.times, to);
    append_times(finding, to);
    append_reasons(finding, to);
    to += rules_[finding.rule].end;
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
void FindingJson::append_times(const Finding& finding, std::string& to) {
    to += R"(, "activated": )";
    append_evidence(finding.activated, to);
    to += R"(, "due": )";
    if (finding.due) {
        append_quoted(*finding.due, to);
    } else {
        to += "null";
    }
    to += R"(, "fulfilled": )";
    append_evidence(finding.fulfilled, to);
    to += R"(, "late_by": )";
    if (finding.late_by) {
        to += R"({"value": )";
        append_number(finding.late_by->value, to);
        to += R"(, "unit": ")";
        to += units_[static_cast<std::size_t>(finding.late_by->unit)];
        to += R"("})";
    } else {
        to += "null";
    }
    to += R"(, "clock": )";
    if (finding.clock) {
        to += R"({"gross": )";
        append_number(finding.clock->gross, to);
        to += R"(, "paused": )";
        append_number(finding.clock->paused, to);
        to += R"(, "net": )";
        append_number(finding.clock->net, to);
        to += '}';
    } else {
        to += "null";
    }
}

void FindingJson::append_evidence(const std::optional<Evidence>& evidence, std::string& to) {
    if (!evidence) {
        to += "null";
        return;
    }
    to += R"({"event": )";
    append_json(evidence->event, to);
    to += R"(, "at": )";
    append_quoted(evidence->at, to);
    to += R"(, "source": )";
    to += sources_[evidence->source];
    to += R"(, "row": )";
    append_number(evidence->row, to);
    if (!evidence->also.empty()) {
        to += R"(, "also": )";
        append_list(evidence->also, to, [&](const auto& other) {
            to += R"({"source": )";
            to += sources_[other.first];
            to += R"(, "row": )";
            append_number(other.second, to);
            to += '}';
        });
    }
    to += '}';
}

/// From `agencies` to `days`.
void FindingJson::append_reasons(const Finding& finding, std::string& to) {
    const auto append_text = [&](const std::string& text) { append_json(text, to); };
    to += R"(, "agencies": )";
    append_list(finding.agencies, to, append_text);
    to += R"(, "message": )";
    append_text(finding.message);
    to += R"(, "why": )";
    append_list(finding.why, to, append_text);
    to += R"(, "days": [)";
    days_.append_list(finding.days, to);
    to += ']';
}

void FindingJson::append_quoted(const rules::Moment& moment, std::string& to) {
    to += '"';
    days_.append(moment, to);
    to += '"';
}

}  // namespace csapath::engine
