// SPDX-License-Identifier: MIT
/// One case as a test writes it, judged by a definition as a test writes it.
///
///     JudgedCase judged(definition, "event,at\nreferral,2025-05-06\n", "2025-05-30");
///     CHECK(judged.verdicts("referral.once") == "met");
#pragma once

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/due.hpp"
#include "engine/evaluation/evaluate.hpp"
#include "engine/graph/graph.hpp"
#include "engine/plan/from_pathway.hpp"
#include "engine/readers/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

namespace csapath {

/// A text, read like a file.
class TextBytes final : public engine::Bytes {
public:
    explicit TextBytes(std::string text) : text_(std::move(text)) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t size = text_.copy(room.data(), room.size(), at_);
        at_ += size;
        return size;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

class JudgedCase {
public:
    /// `rows`: a plain event file without its column `case`. Ways through the graph are judged only `with_ways`.
    /// `cannot_show`: events that the source cannot show.
    JudgedCase(std::string yaml, std::string_view rows, std::string_view as_of,
               const std::vector<std::string>& cannot_show = {}, bool with_ways = false)
        : pathway_(pathway_of(std::move(yaml))), plan_(engine::plan_from_pathway(*pathway_, ways(with_ways))) {
        TextBytes bytes(with_case(rows));
        engine::InputReport report;
        case_.timeline.start("C1");
        engine::csv_reader().read(
            bytes, plan_.schema, {.name = "rows.csv"},
            [&](std::string_view, const engine::Event& event) {
                case_.timeline.add(event);
                return true;
            },
            report);
        question_.plan = &plan_;
        question_.as_of = moment(as_of);
        question_.coverages.push_back(report.coverage);
        for (const std::string& event : cannot_show)
            question_.coverages.front().events[pathway_->event_type(event).value()] = false;
        evaluation_ = std::make_unique<engine::Evaluation>(question_);
        evaluation_->judge(case_, judged_);
    }

    /// What is said of a rule, one activation after the other: "met; failed (missing agency); late 2 working days
    /// (delay)".
    std::string verdicts(std::string_view rule) const {
        std::string all;
        for (const engine::Judgement& judgement : judgements(rule)) {
            if (!all.empty()) all += "; ";
            all += name(judgement.verdict);
            if (judgement.late != 0) all += ' ' + rules::in_words(judgement.late, obligation(judgement).unit());
            if (is_finding(judgement.verdict)) all += " (" + std::string(name(judgement.kind)) + ")";
        }
        return all;
    }

    /// The one judgement of a rule.
    engine::Judgement only(std::string_view rule) const {
        const auto all = judgements(rule);
        if (all.size() != 1) throw std::logic_error(std::string(rule) + ": not one judgement");
        return all.front();
    }
    engine::Because because(std::string_view rule) const { return only(rule).because; }

    /// The one judgement of a rule, put into words.
    engine::Finding told(std::string_view rule) {
        engine::Told told;
        told.judgement = only(rule);
        return evaluation_->tell(case_, told);
    }
    std::string message(std::string_view rule) { return told(rule).message; }
    /// "health;school"
    std::string agencies(std::string_view rule) {
        std::string all;
        for (const std::string& agency : told(rule).agencies) {
            if (!all.empty()) all += ';';
            all += agency;
        }
        return all;
    }
    /// The day of an event that a judgement names; "-" for none.
    std::string day_of(std::uint32_t event) const {
        return event == engine::no_event ? "-" : rules::iso(case_.timeline[event].at.day);
    }

    /// What is found, one fault each: "screening.next.x 2 times, also x.rule; y.way".
    std::string findings() const {
        std::string all;
        for (const engine::Told& told : judged_.told) {
            if (!is_finding(told.judgement.verdict)) continue;
            if (!all.empty()) all += "; ";
            all += obligation(told.judgement).terms().id;
            if (told.times > 1) all += ' ' + std::to_string(told.times) + " times";
            for (const std::uint16_t also : told.also) all += ", also " + plan_.rules[also].id;
        }
        return all;
    }

private:
    std::vector<engine::MustPass> ways(bool wanted) const {
        if (!wanted) return {};
        return engine::must_be_passed(engine::graph_from_pathway(*pathway_), *pathway_);
    }
    static std::string with_case(std::string_view rows) {
        std::string all;
        while (!rows.empty()) {
            const std::size_t end = std::min(rows.find('\n'), rows.size() - 1) + 1;
            all += all.empty() ? "case," : "C1,";
            all += rows.substr(0, end);
            rows.remove_prefix(end);
        }
        return all;
    }
    const engine::Obligation& obligation(const engine::Judgement& judgement) const {
        return *plan_.obligations[judgement.rule];
    }
    engine::Judgements judgements(std::string_view rule) const {
        engine::Judgements all;
        for (const engine::Judgement& judgement : judged_.all)
            if (obligation(judgement).terms().id == rule) all.push_back(judgement);
        return all;
    }

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
inline std::string with_rule(std::string_view step, std::string_view sentence) {
    std::string yaml =
        "agencies:\n"
        "  social-care: {title: Children's social care, aliases: [CSC]}\n"
        "  police: {title: Police}\n"
        "  health: {title: Health}\n"
        "  gp: {title: GP, part-of: health}\n"
        "  health-visitor: {title: Health visitor, part-of: health}\n"
        "  school: {title: School}\n"
        "facts:\n"
        "  risk: {type: one-of, values: [red, amber, green]}\n"
        "  form: {type: one-of, values: [full, brief]}\n"
        "  views: {type: text, title: Voice of the child}\n"
        "  genogram: {type: yes-no}\n"
        "  reply-due: {type: date}\n"
        "sharing: {events: [information-shared]}\n"
        "steps:\n"
        "  referral: {title: Referral, starts: true}\n"
        "  strategy-discussion: {title: Strategy discussion}\n"
        "  review-held: {title: Review, where: form is full}\n"
        "  assessment-completed: {title: Assessment}\n"
        "  conference-held: {title: Conference}\n"
        "  delay-agreed: {title: Delay agreed}\n"
        "  transferred-out: {title: Transfer out}\n"
        "  plan-started: {title: Plan started}\n"
        "  plan-ended: {title: Plan ended}\n"
        "  case-closed: {title: Case closed, ends: true}\n";
    const std::string line = "  " + std::string(step) + ": {";
    const std::size_t at = yaml.find(line);
    if (at == std::string::npos) throw std::invalid_argument("no such step: " + std::string(step));
    yaml.insert(at + line.size(), "must: {rule: '" + std::string(sentence) + "'}, ");
    return definition(yaml);
}

}  // namespace csapath
