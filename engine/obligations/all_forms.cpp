// SPDX-License-Identifier: MIT
#include "engine/obligations/all_forms.hpp"

#include "engine/obligations/be_recorded.hpp"
#include "engine/obligations/edge.hpp"
#include "engine/obligations/ensure.hpp"
#include "engine/obligations/follow.hpp"
#include "engine/obligations/happen.hpp"
#include "engine/obligations/happen_before.hpp"
#include "engine/obligations/happen_by.hpp"
#include "engine/obligations/happen_times.hpp"
#include "engine/obligations/involve.hpp"
#include "engine/obligations/never.hpp"
#include "engine/obligations/record.hpp"
#include "engine/obligations/recorded_everywhere.hpp"
#include "engine/obligations/repeat.hpp"
#include "engine/obligations/share.hpp"

namespace csapath::engine {

namespace typed = rules::typed;

namespace {

/// One row a sentence form.
struct Forms {
    Terms terms;
    Targets& targets;

    using Made = std::unique_ptr<Obligation>;
    Made operator()(const typed::HappenWithin& s) {
        return std::make_unique<HappenWithin>(std::move(terms), s, targets);
    }
    Made operator()(const typed::HappenBy& s) { return std::make_unique<HappenBy>(std::move(terms), s, targets); }
    Made operator()(const typed::HappenBefore& s) {
        return std::make_unique<HappenBefore>(std::move(terms), s, targets);
    }
    Made operator()(const typed::HappenTimes& s) { return std::make_unique<HappenTimes>(std::move(terms), s, targets); }
    Made operator()(const typed::Follow& s) { return std::make_unique<Follow>(std::move(terms), s); }
    Made operator()(const typed::Lead& s) {
        return std::make_unique<EdgeObligation>(std::move(terms), s.steps, s.limit, s.matching, targets);
    }
    Made operator()(const typed::Repeat& s) {
        const rules::Vocabulary& words = terms.pathway->words;
        return std::make_unique<Repeat>(std::move(terms), s, words, targets);
    }
    Made operator()(const typed::Involve& s) {
        if (s.how != typed::Involve::How::inform) return std::make_unique<Involve>(std::move(terms), s);
        typed::Share share;  // to inform somebody is to share it with them
        share.parties = s.parties;
        return std::make_unique<Share>(std::move(terms), std::move(share));
    }
    Made operator()(const typed::Share& s) { return std::make_unique<Share>(std::move(terms), s); }
    Made operator()(const typed::Record& s) { return std::make_unique<Record>(std::move(terms), s); }
    Made operator()(const typed::RecordedWithin& s) { return std::make_unique<RecordedWithin>(std::move(terms), s); }
    Made operator()(const typed::RecordedIn& s) { return std::make_unique<RecordedIn>(std::move(terms), s); }
    Made operator()(const typed::RecordedEverywhere& s) {
        return std::make_unique<RecordedEverywhere>(std::move(terms), s);
    }
    Made operator()(const typed::Ensure& s) { return std::make_unique<Ensure>(std::move(terms), s); }
    Made operator()(const typed::Never& s) { return std::make_unique<Never>(std::move(terms), s); }
};

const std::optional<typed::Condition>* when_of(const typed::Edge& edge) {
    if (const auto* must = std::get_if<typed::Must>(&edge)) return &must->provisos.when;
    if (const auto* may = std::get_if<typed::May>(&edge)) return &may->when;
    return nullptr;
}

std::unique_ptr<Obligation> bind_edge(const Edge& edge, Terms terms, const std::vector<const Edge*>& siblings,
                                      Targets& targets) {
    if (const auto* must = std::get_if<typed::Must>(&edge.form))
        return std::make_unique<EdgeObligation>(std::move(terms), edge.to, must->limit, must->matching, targets);
    if (const auto* otherwise = std::get_if<typed::Otherwise>(&edge.form)) {
        std::vector<rules::Program> others;
        for (const Edge* sibling : siblings) {
            const auto* when = when_of(sibling->form);
            if (when && *when) others.emplace_back(**when, terms.pathway->words);
        }
        return std::make_unique<OtherwiseObligation>(std::move(terms), edge.to, otherwise->limit, std::move(others),
                                                     targets);
    }
    return nullptr;
}

}  // namespace

std::unique_ptr<Obligation> bind(const Rule& rule, Terms terms, const std::vector<const Edge*>& siblings,
                                 Targets& targets) {
    if (const Edge* edge = rule.edge()) return bind_edge(*edge, std::move(terms), siblings, targets);
    return std::visit(Forms{std::move(terms), targets}, *rule.sentence());
}

typed::Provisos provisos(const Rule& rule) {
    if (const typed::Sentence* sentence = rule.sentence())
        return std::visit([](const auto& form) { return form.provisos; }, *sentence);
    const typed::Edge& form = rule.edge()->form;
    if (const auto* must = std::get_if<typed::Must>(&form)) return must->provisos;
    if (const auto* otherwise = std::get_if<typed::Otherwise>(&form)) return {std::nullopt, otherwise->unless};
    return {std::get<typed::May>(form).when, std::nullopt};
}

}  // namespace csapath::engine
