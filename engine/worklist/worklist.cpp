// SPDX-License-Identifier: MIT
#include "engine/worklist/worklist.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/obligations/in_charge.hpp"

namespace csapath::engine {

namespace {

std::string recorded(const Case& of, rules::FactId fact) {
    const rules::Value value = of.timeline.case_value(fact);
    return value.kind == rules::Value::Kind::text ? std::string(value.text) : std::string{};
}

/// Whether one event would meet both.
bool same_to_do(const Told& left, const Told& right) {
    const Judgement &a = left.judgement, &b = right.judgement;
    if (left.episode != right.episode || a.target == no_target || a.target != b.target) return false;
    return (!a.matching.known() && !b.matching.known()) || rules::same(a.matching, b.matching);
}

bool due_before(const Judgement& left, const Judgement& right) {
    if (left.has_due != right.has_due) return left.has_due;
    return left.has_due && std::tie(left.due.day, left.due.time) < std::tie(right.due.day, right.due.time);
}

/// What is overdue and what is pending; of what one event would meet, the earliest due.
std::vector<Told> to_do(const Judged& judged, const Plan& plan) {
    std::vector<Told> all;
    for (const Told& told : judged.told)
        if (told.judgement.verdict == Verdict::overdue) all.push_back(told);
    for (const Judged::OfEpisode& part : judged.episodes) {
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            const Judgement& judgement = judged.all[i];
            if (judgement.verdict != Verdict::pending) continue;
            Told one;
            one.episode = part.episode;
            one.judgement = judgement;
            one.severity = plan.obligations[judgement.rule]->terms().severity;
            const auto same = std::ranges::find_if(all, [&](const Told& told) { return same_to_do(told, one); });
            if (same == all.end()) {
                all.push_back(std::move(one));
                continue;
            }
            std::uint16_t other = judgement.rule;
            if (same->judgement.verdict != Verdict::overdue && due_before(judgement, same->judgement)) {
                other = same->judgement.rule;
                same->judgement = judgement;
            }
            same->severity = std::max(same->severity, one.severity);
            same->also.push_back(other);
        }
    }
    for (Told& told : all) {
        std::ranges::sort(told.also);
        told.also.erase(std::unique(told.also.begin(), told.also.end()), told.also.end());
        std::erase(told.also, told.judgement.rule);
    }
    return all;
}

}  // namespace

Worklist::Worklist(const Plan& plan, WorklistWanted wanted) : plan_(plan), wanted_(std::move(wanted)) {}

void Worklist::begin(const RunHeader& /*run*/) {
    items_.clear();
}

void Worklist::see(const Case& of, const Judged& judged, Evaluation& teller) {
    if (!wanted_.teams.empty() && !wanted_.teams.contains(recorded(of, rules::fact_team))) return;
    for (const Told& told : to_do(judged, plan_)) add(of, told, teller);
}

void Worklist::add(const Case& of, const Told& told, Evaluation& teller) {
    const Judgement& judgement = told.judgement;
    if (wanted_.due_by && (!judgement.has_due || judgement.due.day > *wanted_.due_by)) return;
    const Pathway& pathway = *plan_.pathway;
    const auto agency = in_charge(pathway, plan_.rules[judgement.rule]);
    if (!wanted_.agencies.empty() && (!agency || !wanted_.agencies.contains(pathway.words.agencies()[*agency].id)))
        return;
    const Finding& words = teller.tell(of, told);
    items_.push_back({.id = words.id,
                      .case_id = words.case_id,
                      .area = recorded(of, rules::fact_area),
                      .team = recorded(of, rules::fact_team),
                      .due = words.due,
                      .overdue = judgement.verdict == Verdict::overdue,
                      .agency = agency,
                      .rule = judgement.rule,
                      .also = told.also,
                      .severity = told.severity,
                      .message = words.message,
                      .activated = words.activated});
}

std::vector<DueItem> Worklist::take() {
    std::ranges::sort(items_, [](const DueItem& left, const DueItem& right) {
        if (left.due.has_value() != right.due.has_value()) return left.due.has_value();
        if (left.due && left.due->day != right.due->day) return left.due->day < right.due->day;
        if (left.due && left.due->time != right.due->time) return left.due->time < right.due->time;
        return std::tie(left.case_id, left.rule, left.id) < std::tie(right.case_id, right.rule, right.id);
    });
    return std::exchange(items_, {});
}

}  // namespace csapath::engine
