// SPDX-License-Identifier: MIT
#include "engine/trials/expectations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "engine/document/characters.hpp"
#include "engine/readers/moment_text.hpp"
#include "rules/text/near_name.hpp"
#include "rules/value/period.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view nobody = "none";

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// "2 working days", as results say it.
bool is_lateness(const std::string& text) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end == text.data() || count <= 0) return false;
    for (const auto unit : {rules::Unit::hours, rules::Unit::days, rules::Unit::working_days, rules::Unit::weeks,
                            rules::Unit::months, rules::Unit::years})
        if (rules::in_words(count, unit) == text) return true;
    return false;
}

}  // namespace

std::optional<rules::Moment> read_moment(const Node& value, std::string_view key, const Zone& zone,
                                         rules::Diagnostics& diagnostics) {
    const auto written = value.is_scalar() ? parse_moment(value.text()) : std::nullopt;
    if (!written || written->ahead_of_utc) {
        diagnostics.add({.code = Code::field_date,
                         .where = value.where,
                         .message = fmt::format("'{}' is a date, or a date and a time of day", key),
                         .help = "write 2025-05-06 or 2025-05-06T15:20"});
        return std::nullopt;
    }
    if (written->time == rules::Moment::no_time) return rules::Moment{written->day};
    return zone.read(written->day, written->time).moment;
}

ExpectationReader::ExpectationReader(const Plan& plan, rules::Diagnostics& diagnostics)
    : plan_(plan), diagnostics_(diagnostics) {
    for (const ReportedRule& rule : plan.rules) judged_.push_back(rule.id);
    known_ = judged_;
    for (const Rule& rule : plan.pathway->rules)
        if (!holds(judged_, rule.id)) known_.push_back(rule.id);
    for (std::size_t at = 0; at < verdicts; ++at) verdict_names_.emplace_back(name(static_cast<Verdict>(at)));
    for (std::size_t at = 0; at < kinds; ++at) kind_names_.emplace_back(name(static_cast<Kind>(at)));
}

void ExpectationReader::add(Code code, const rules::Span& where, std::string message, std::string help) {
    diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
}

bool ExpectationReader::has_verdicts(const std::string& rule, const rules::Span& where) {
    if (holds(judged_, rule)) return true;
    if (holds(known_, rule))
        add(Code::trial_rule_unknown, where,
            fmt::format("'{}' allows and demands nothing, so nothing can come of it", rule));
    else
        add(Code::trial_rule_unknown, where,
            fmt::format("the pathway has no rule '{}'{}", shown(rule), rules::did_you_mean(rule, judged_)));
    return false;
}

std::vector<Expectation> ExpectationReader::expectations(const Node& expect) {
    std::vector<Expectation> found;
    for (const Node::Entry& entry : expect.entries) {
        has_verdicts(entry.key.text, entry.key.where);
        Expectation& one = found.emplace_back();
        one.rule = entry.key.text;
        one.where = entry.key.where;
        const bool never = entry.value.is_scalar() && entry.value.text() == nobody;
        if (!never) add_verdicts(entry.value, one.verdicts);
    }
    return found;
}

void ExpectationReader::add_verdicts(const Node& value, std::vector<ExpectedVerdict>& into) {
    if (!value.is_list()) {
        into.push_back(verdict(value));
        return;
    }
    if (value.items.empty())
        add(Code::field_value, value.where, "an empty list of verdicts",
            "write none where nothing puts the rule in force");
    for (const Node& item : value.items) into.push_back(verdict(item));
}

ExpectedVerdict ExpectationReader::verdict(const Node& value) {
    ExpectedVerdict expected;
    expected.where = value.where;
    if (value.is_scalar()) {
        const auto found = std::ranges::find(verdict_names_, value.text());
        if (found == verdict_names_.end())
            add(Code::field_value, value.where,
                fmt::format("there is no verdict '{}'{}", shown(value.text()),
                            rules::did_you_mean(value.text(), verdict_names_)),
                fmt::format("it is one of: {}", fmt::join(verdict_names_, ", ")));
        else
            expected.verdict = static_cast<Verdict>(found - verdict_names_.begin());
        return expected;
    }
    Fields fields(value, "what is expected of a rule", diagnostics_);
    fields.require("verdict");
    if (const auto number = fields.one_of("verdict", verdict_names_)) expected.verdict = static_cast<Verdict>(*number);
    if (const auto number = fields.one_of("kind", kind_names_)) expected.kind = static_cast<Kind>(*number);
    if (const Node* due = fields.scalar("due"))
        expected.due = read_moment(*due, "due", *plan_.pathway->zone, diagnostics_);
    expected.late_by = fields.text("late-by").value_or("");
    expected.message = fields.text("message").value_or("");
    if (fields.any("agencies")) {
        expected.agencies.emplace();
        std::vector<std::string> known;
        for (const rules::AgencyName& agency : plan_.pathway->words.agencies()) known.push_back(agency.id);
        for (const Node* agency : fields.scalars("agencies")) {
            expected.agencies->push_back(agency->text());
            if (!holds(known, agency->text()))
                add(Code::pathway_agency_unknown, agency->where,
                    fmt::format("there is no agency with the id '{}'{}", shown(agency->text()),
                                rules::did_you_mean(agency->text(), known)));
        }
        std::ranges::sort(*expected.agencies);
    }
    fields.done();
    if (value.is_map()) hold_together(expected, value);
    return expected;
}

/// Whether anything could be as it is expected.
void ExpectationReader::hold_together(const ExpectedVerdict& expected, const Node& value) {
    if (!expected.late_by.empty() && !is_lateness(expected.late_by))
        add(Code::field_value, value.find("late-by")->where,
            fmt::format("'{}' is no length of time as results tell it", shown(expected.late_by)),
            "write 2 working days, 1 week, 3 hours");
    const bool delay = expected.verdict == Verdict::late || expected.verdict == Verdict::overdue;
    if (!expected.late_by.empty() && !delay)
        add(Code::trial_contradiction, value.find("late-by")->where,
            fmt::format("what is {} is not late by anything", name(expected.verdict)));
    if (expected.kind && !is_finding(expected.verdict))
        add(Code::trial_contradiction, value.find("kind")->where,
            fmt::format("what is {} is no finding, and has no kind", name(expected.verdict)));
}

std::vector<std::string> ExpectationReader::findings(const Node& findings) {
    std::vector<std::string> found;
    if (findings.is_scalar() && findings.text() == nobody) return found;
    if (findings.is_list() && findings.items.empty())
        add(Code::field_value, findings.where, "an empty list of rules", "write none where nothing is found");
    const auto take = [&](const Node& item) {
        if (!item.is_scalar())
            add(Code::field_type, item.where, "an item of 'findings' must be the id of a rule");
        else if (has_verdicts(item.text(), item.where))
            found.push_back(item.text());
    };
    if (!findings.is_list()) take(findings);
    for (const Node& item : findings.items) take(item);
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> ExpectationReader::about(const std::vector<const Node*>& names) {
    std::vector<std::string> found;
    for (const Node* one : names) {
        found.push_back(one->text());
        if (!holds(known_, one->text()))
            add(Code::trial_rule_unknown, one->where,
                fmt::format("the pathway has no rule '{}'{}", shown(one->text()),
                            rules::did_you_mean(one->text(), known_)));
    }
    return found;
}

}  // namespace csapath::engine
