// SPDX-License-Identifier: MIT
#include "tests/support/judged.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "engine/graph/graph.hpp"
#include "engine/plan/from_pathway.hpp"
#include "engine/readers/csv.hpp"

namespace csapath {
namespace {

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

std::string with_case(std::string_view rows) {
    std::string all;
    while (!rows.empty()) {
        const std::size_t end = std::min(rows.find('\n'), rows.size() - 1) + 1;
        all += all.empty() ? "case," : "C1,";
        all += rows.substr(0, end);
        rows.remove_prefix(end);
    }
    return all;
}

std::vector<engine::MustPass> ways(const engine::Pathway& pathway, bool wanted) {
    if (!wanted) return {};
    return engine::must_be_passed(engine::graph_from_pathway(pathway), pathway);
}

}  // namespace

JudgedCase::JudgedCase(std::string yaml, std::string_view rows, std::string_view as_of,
                       const std::vector<std::string>& cannot_show, bool with_ways)
    : pathway_(pathway_of(std::move(yaml))), plan_(engine::plan_from_pathway(*pathway_, ways(*pathway_, with_ways))) {
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
    check_counts_apart();
}

/// Where nobody asks which activations were met, the counts are the same, and so is everything else.
void JudgedCase::check_counts_apart() {
    engine::Judged apart;
    apart.all.count_met_apart(plan_.rules.size());
    evaluation_->judge(case_, apart);
    std::vector<std::uint32_t> met(plan_.rules.size()), met_apart(met);
    const auto left = [](const engine::Judged& judged, std::vector<std::uint32_t>& counts) {
        std::vector<const engine::Judgement*> others;
        for (const engine::Judgement& judgement : judged.all)
            if (judgement.verdict == engine::Verdict::met)
                ++counts[judgement.rule];
            else
                others.push_back(&judgement);
        return others;
    };
    const auto kept = left(judged_, met), others = left(apart, met_apart);
    for (std::size_t rule = 0; rule < met.size(); ++rule) met_apart[rule] += apart.all.met_apart()[rule];
    const auto same = [](const engine::Judgement* one, const engine::Judgement* other) {
        return one->rule == other->rule && one->verdict == other->verdict && one->activation == other->activation &&
               one->fulfilment == other->fulfilment && one->because == other->because && one->late == other->late;
    };
    if (met != met_apart || !std::equal(kept.begin(), kept.end(), others.begin(), others.end(), same))
        throw std::logic_error("what is met is counted otherwise than it is kept");
}

std::string JudgedCase::verdicts(std::string_view rule) const {
    std::string all;
    for (const engine::Judgement& judgement : judgements(rule)) {
        if (!all.empty()) all += "; ";
        all += name(judgement.verdict);
        if (judgement.late != 0) all += ' ' + rules::in_words(judgement.late, obligation(judgement).unit());
        if (is_finding(judgement.verdict)) all += " (" + std::string(name(judgement.kind)) + ")";
    }
    return all;
}

engine::Judgement JudgedCase::only(std::string_view rule) const {
    const auto all = judgements(rule);
    if (all.size() != 1) throw std::logic_error(std::string(rule) + ": not one judgement");
    return all[0];
}

engine::Finding JudgedCase::told(std::string_view rule) {
    engine::Told told;
    told.judgement = only(rule);
    return evaluation_->tell(case_, told);
}

std::string JudgedCase::agencies(std::string_view rule) {
    std::string all;
    for (const std::string& agency : told(rule).agencies) {
        if (!all.empty()) all += ';';
        all += agency;
    }
    return all;
}

std::string JudgedCase::day_of(std::uint32_t event) const {
    return event == engine::no_event ? "-" : rules::iso(case_.timeline[event].at.day);
}

std::string JudgedCase::findings() const {
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

const engine::Obligation& JudgedCase::obligation(const engine::Judgement& judgement) const {
    return *plan_.obligations[judgement.rule];
}

engine::Judgements JudgedCase::judgements(std::string_view rule) const {
    engine::Judgements all;
    for (const engine::Judgement& judgement : judged_.all)
        if (obligation(judgement).terms().id == rule) all.push_back(judgement);
    return all;
}

std::string with_rule(std::string_view step, std::string_view sentence) {
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
