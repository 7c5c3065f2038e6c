// SPDX-License-Identifier: MIT
/// The names of a small pathway, with a fact of every type.
#pragma once

#include <string>

#include "rules/language/vocabulary.hpp"

namespace csapath::tests {

struct SmallPathway {
    rules::Vocabulary words;
    rules::StepId referral, screening, strategy_discussion, conference_held, review_held, visit, plan_action;
    rules::AgencyId social_care, police, health, gp, health_visitor, school;
    rules::FactId risk, status, reason, visits, child_seen, held_on, decided, factors, lead, action_id, code;
    rules::FactId screening_outcome, review_outcome, action_status, action_due, disability;

    SmallPathway() {
        using Kind = rules::Type::Kind;
        const auto fact = [this](std::string name, rules::Type type) {
            return words.add_fact({.name = std::move(name), .type = std::move(type), .step = {}});
        };
        const auto of = [this](rules::StepId step, std::string name, rules::Type type) {
            return words.add_fact({.name = std::move(name), .type = std::move(type), .step = step});
        };
        referral = words.add_step("referral", "Referral received");
        screening = words.add_step("screening", "Screening decision");
        strategy_discussion = words.add_step("strategy-discussion", "Strategy discussion");
        conference_held = words.add_step("conference-held", "Initial child protection conference");
        review_held = words.add_step("review-held", "Review conference");
        visit = words.add_step("visit", "Visit");
        plan_action = words.add_step("plan-action", "Action of the plan");

        social_care = words.add_agency({"social-care", "Children's social care", {"CSC", "LA"}, {}});
        police = words.add_agency({"police", "Police", {"CAIU"}, {}});
        health = words.add_agency({"health", "Health", {}, {}});
        gp = words.add_agency({"gp", "General practitioner", {}, health});
        health_visitor = words.add_agency({"health-visitor", "Health visitor", {}, health});
        school = words.add_agency({"school", "School", {}, {}});

        risk = fact("risk", {Kind::one_of, {"red", "amber", "green"}});
        status = fact("status", {Kind::one_of, {"open", "closed"}});
        reason = fact("reason", {Kind::text});
        visits = fact("visits", {Kind::number});
        child_seen = fact("child-seen", {Kind::yes_no});
        held_on = fact("held-on", {Kind::date});
        decided = fact("decided", {Kind::instant});
        factors = fact("factors", {Kind::many_of, {"neglect", "cse", "sexual abuse"}});
        lead = fact("lead", {Kind::agency});
        action_id = fact("action-id", {Kind::text});
        code = fact("code", {Kind::one_of, {"1", "19B", "2024-01-01"}});
        screening_outcome = of(screening, "outcome", {Kind::one_of, {"assess", "nfa"}});
        review_outcome = of(review_held, "outcome", {Kind::one_of, {"continue", "end"}});
        action_status = of(plan_action, "status", {Kind::one_of, {"begun", "done"}});
        action_due = of(plan_action, "due", {Kind::date});
        disability = words.add_fact({.name = "disability", .type = {Kind::yes_no}, .step = {}, .of_case = true});
    }
};

}  // namespace csapath::tests
