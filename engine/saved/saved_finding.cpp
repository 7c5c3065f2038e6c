// SPDX-License-Identifier: MIT
#include "engine/saved/saved_finding.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/readers/moment_text.hpp"

namespace csapath::engine {

namespace {

std::optional<rules::Moment> saved_moment(std::string_view text) {
    const auto written = parse_moment(text);
    if (!written) return std::nullopt;
    return rules::Moment{written->day, written->time};
}

std::optional<rules::Unit> saved_unit(std::string_view text) {
    for (const rules::Unit unit : {rules::Unit::hours, rules::Unit::days, rules::Unit::working_days, rules::Unit::weeks,
                                   rules::Unit::months, rules::Unit::years})
        if (rules::name(unit) == text) return unit;
    return std::nullopt;
}

std::int64_t saved_whole(const JsonNode& object, std::string_view key, SavedMembers& of, std::string_view part) {
    const JsonNode* const number = object.member(key);
    if (number != nullptr && number->kind == JsonNode::Kind::whole) return number->whole;
    of.report(part, "whole numbers");
    return 0;
}

std::vector<std::string> saved_texts(SavedMembers& of, std::string_view key) {
    std::vector<std::string> texts;
    const JsonNode* const list = of.list(key);
    if (list == nullptr) return texts;
    texts.reserve(list->items.size());
    for (const JsonNode& item : list->items) {
        if (item.kind != JsonNode::Kind::text) {
            of.report(key, "a list of texts");
            return texts;
        }
        texts.push_back(item.text);
    }
    return texts;
}

std::uint32_t narrowed(std::uint64_t number, SavedMembers& of, std::string_view key) {
    if (number <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(number);
    of.report(key, "so small a number");
    return 0;
}

}  // namespace

rules::StepId saved_step(Pathway& pathway, const std::string& id) {
    const auto known = std::ranges::find(pathway.steps, id, &Step::id);
    const auto number = static_cast<rules::StepId>(known - pathway.steps.begin());
    if (known == pathway.steps.end()) pathway.steps.emplace_back().id = id;
    return number;
}

SavedNames::SavedNames(SavedResults& saved) : saved_(saved) {
    for (std::size_t rule = 0; rule < saved.run.rules.size(); ++rule)
        rules_.emplace(saved.run.rules[rule].id, static_cast<std::uint16_t>(rule));
    for (std::size_t source = 0; source < saved.run.inputs.size(); ++source)
        sources_.emplace(saved.run.inputs[source], static_cast<std::uint16_t>(source));
}

std::uint16_t SavedNames::rule(SavedMembers& of, std::string_view key, const std::string& id) const {
    const auto known = rules_.find(id);
    if (known != rules_.end()) return known->second;
    of.report(key, "a rule that 'rules' lists");
    return 0;
}

std::uint16_t SavedNames::source(SavedMembers& of) const {
    const auto known = sources_.find(of.text("source"));
    if (known != sources_.end()) return known->second;
    of.report("source", "an input that 'inputs' lists");
    return 0;
}

std::pair<std::uint16_t, std::uint32_t> SavedNames::place(SavedMembers& of) const {
    const std::uint16_t from = source(of);
    return {from, narrowed(of.count("row"), of, "row")};
}

std::optional<Evidence> SavedNames::evidence(SavedMembers& of, std::string_view key) const {
    const JsonNode* const written = of.object_or_null(key);
    if (written == nullptr) return std::nullopt;
    SavedMembers members = of.part(*written, key);
    Evidence evidence;
    evidence.event = members.text("event");
    if (const auto at = saved_moment(members.text("at")))
        evidence.at = *at;
    else
        members.report("at", "a date or moment");
    std::tie(evidence.source, evidence.row) = place(members);
    if (const JsonNode* const also = members.list_or_absent("also")) {
        for (const JsonNode& other : also->items) {
            SavedMembers of_other = members.part(other, "also");
            evidence.also.push_back(place(of_other));
        }
    }
    return evidence;
}

void SavedNames::read_clocks(SavedMembers& of, Finding& finding) const {
    if (const std::string due = of.text_or_null("due"); !due.empty()) {
        finding.due = saved_moment(due);
        if (!finding.due) of.report("due", "a date or moment");
    }
    if (const JsonNode* const late = of.object_or_null("late_by")) {
        SavedMembers of_late = of.part(*late, "late_by");
        const auto unit = saved_unit(of_late.text("unit"));
        if (!unit) of_late.report("unit", "a unit of time");
        finding.late_by = {saved_whole(*late, "value", of, "late_by"), unit.value_or(rules::Unit::days)};
    }
    if (const JsonNode* const clock = of.object_or_null("clock"))
        finding.clock = {saved_whole(*clock, "gross", of, "clock"), saved_whole(*clock, "paused", of, "clock"),
                         saved_whole(*clock, "net", of, "clock")};
    for (const std::string& day : saved_texts(of, "days")) {
        const auto date = rules::parse_date(day);
        if (!date) return of.report("days", "a list of dates");
        finding.days.push_back(*date);
    }
}

void SavedNames::read_rule_text(SavedMembers& of, const Finding& finding) {
    ReportedRule& told = saved_.run.rules[finding.rule];
    if (told.text.empty()) {
        if (const JsonNode* const text = of.object("rule_text")) {
            SavedMembers of_text = of.part(*text, "rule_text");
            told.text = of_text.text("text");
            told.at = of_text.text("at");
        }
        auto& citations = saved_.pathway->citations;
        for (const std::string& id : saved_texts(of, "sources")) {
            const auto [known, is_new] = citations_.emplace(id, static_cast<std::uint16_t>(citations.size()));
            if (is_new) citations.emplace_back().id = id;
            told.sources.push_back(known->second);
        }
    }
}

Finding SavedNames::finding(SavedMembers& of) {
    Finding finding;
    finding.id = of.text("id");
    finding.case_id = of.text("case");
    finding.episode = narrowed(of.count("episode"), of, "episode");
    finding.rule = rule(of, "rule", of.text("rule"));
    finding.step = saved_step(*saved_.pathway, of.text("step"));
    finding.kind = saved_name<Kind, kinds>(of, "kind");
    finding.verdict = saved_name<Verdict, verdicts>(of, "verdict");
    finding.severity = saved_name<Severity, 3>(of, "severity");
    finding.basis = saved_name<Basis, 3>(of, "basis");
    for (const std::string& other : saved_texts(of, "also")) finding.also.push_back(rule(of, "also", other));
    finding.times = narrowed(of.count("times"), of, "times");
    finding.activated = evidence(of, "activated");
    finding.fulfilled = evidence(of, "fulfilled");
    read_clocks(of, finding);
    finding.agencies = saved_texts(of, "agencies");
    finding.message = of.text("message");
    finding.why = saved_texts(of, "why");
    if (!rules_.empty()) read_rule_text(of, finding);
    return finding;
}

}  // namespace csapath::engine
