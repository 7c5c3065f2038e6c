// SPDX-License-Identifier: MIT
/// One case as a test writes it, judged by a definition as a test writes it.
///
///     JudgedCase judged(definition, "event,at\nreferral,2025-05-06\n", "2025-05-30");
///     CHECK(judged.verdicts("referral.once") == "met");
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluation/evaluate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

namespace csapath {

class JudgedCase {
public:
    /// `rows`: a plain event file without its column `case`. Ways through the graph are judged only `with_ways`.
    /// `cannot_show`: events that the source cannot show.
    JudgedCase(std::string yaml, std::string_view rows, std::string_view as_of,
               const std::vector<std::string>& cannot_show = {}, bool with_ways = false);

    /// What is said of a rule, one activation after the other: "met; failed (missing agency); late 2 working days
    /// (delay)".
    std::string verdicts(std::string_view rule) const;

    /// The one judgement of a rule.
    engine::Judgement only(std::string_view rule) const;
    engine::Because because(std::string_view rule) const { return only(rule).because; }

    /// The one judgement of a rule, put into words.
    engine::Finding told(std::string_view rule);
    std::string message(std::string_view rule) { return told(rule).message; }
    /// "health;school"
    std::string agencies(std::string_view rule);
    /// The day of an event that a judgement names; "-" for none.
    std::string day_of(std::uint32_t event) const;

    /// What cannot be right in the data.
    const std::vector<engine::Doubt>& doubts() const { return judged_.doubts; }

    /// What is found, one fault each: "screening.next.x 2 times, also x.rule; y.way".
    std::string findings() const;

private:
    void check_counts_apart();
    const engine::Obligation& obligation(const engine::Judgement& judgement) const;
    engine::Judgements judgements(std::string_view rule) const;

    std::shared_ptr<const engine::Pathway> pathway_;
    engine::Plan plan_;
    engine::Case case_;
    engine::Question question_;
    engine::Judged judged_;
    std::unique_ptr<engine::Evaluation> evaluation_;
};

/// Agencies, facts and steps that the tests of sentences share, with one sentence, `rule`, under one step. The steps:
/// referral (starts), strategy-discussion, review-held (where form is full), assessment-completed, conference-held,
/// delay-agreed, transferred-out, plan-started, plan-ended, case-closed (ends).
std::string with_rule(std::string_view step, std::string_view sentence);

}  // namespace csapath
