// SPDX-License-Identifier: MIT
#include "rules/language/check.hpp"

#include <algorithm>
#include <tuple>

#include "rules/language/checker.hpp"
#include "rules/language/expected_words.hpp"

namespace csapath::rules {

namespace {

using Scope = Checker::Scope;

/// Checks the parts of sentences and edges, and remembers whether all of them were right.
class FormChecker {
public:
    FormChecker(StepId step, const Vocabulary& words, Diagnostics& diagnostics)
        : step_(step), words_(words), diagnostics_(diagnostics), checker_(words, step, Scope::rule, diagnostics) {}

    std::optional<typed::Edge> edge(const ast::Edge& edge) {
        auto made = std::visit([this](const auto& form) { return typed::Edge{(*this)(form)}; }, edge.form);
        return right_ ? std::optional{std::move(made)} : std::nullopt;
    }
    std::optional<typed::Sentence> sentence(const ast::Sentence& sentence) {
        auto made = std::visit([this](const auto& form) { return typed::Sentence{(*this)(form)}; }, sentence.form);
        return right_ ? std::optional{std::move(made)} : std::nullopt;
    }

private:
    // Each part is `into` where it is right; where it is wrong, that has been said.
    template <class Part, class Into>
    void keep(std::optional<Part> part, Into& into) {
        right_ = right_ && part;
        if (part) into = *std::move(part);
    }
    void provisos(const ast::Provisos& written, typed::Provisos& into) {
        right_ = checker_.provisos(written, into) && right_;
    }
    void condition(const std::optional<ast::Condition>& written, std::optional<typed::Condition>& into) {
        right_ = checker_.condition(written, into) && right_;
    }
    void matching(const std::optional<ast::Name>& written, std::optional<typed::Path>& into) {
        if (written) keep(checker_.matching(*written), into);
    }
    void pausing(const std::optional<ast::Pausing>& written, std::optional<typed::Pausing>& into) {
        if (!written) return;
        const auto steps = checker_.two_steps(written->from, written->to);
        right_ = right_ && steps;
        if (steps) into = typed::Pausing{steps->first, steps->second};
    }
    void limit(const std::optional<ast::Limit>& written, typed::Limit& into) {
        if (!written) return;
        if (const auto* period = std::get_if<Period>(&written->by)) {
            into.kind = typed::Limit::Kind::within;
            into.within = *period;
        } else if (const auto* path = std::get_if<ast::Path>(&written->by)) {
            into.kind = typed::Limit::Kind::by;
            keep(checker_.date(*path), into.by);
        } else {
            into.kind = typed::Limit::Kind::same_day;
        }
        pausing(written->pausing, into.pausing);
    }
    /// What is asked of the rest of a sentence is asked of the events that these steps occur in.
    void anchor(const ast::Anchor& written, typed::Anchor& into) {
        auto found = checker_.anchor(written);
        if (!found)
            checker_.activated_by({});
        else if (!found->steps.empty())
            checker_.activated_by(found->steps);
        keep(std::move(found), into);
    }
    void parties(const ast::Parties& written, typed::Parties& into) {
        keep(checker_.agencies(written.agencies), into.agencies);
        into.all = !written.at_least;
        into.at_least =
            static_cast<std::uint32_t>(written.at_least.value_or(static_cast<std::int64_t>(written.agencies.size())));
        const std::size_t most = written.agencies.empty() ? words_.agencies().size() : written.agencies.size();
        if (into.at_least <= most) return;
        right_ = false;
        checker_.error(
            Code::rule_impossible, written.where,
            "at least " + std::to_string(into.at_least) + " are asked for, and there are only " + std::to_string(most));
    }

    typed::Must operator()(const ast::Must& form) {
        typed::Must made;
        limit(form.limit, made.limit);
        matching(form.matching, made.matching);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::May operator()(const ast::May& form) {
        typed::May made;
        condition(form.when, made.when);
        return made;
    }
    typed::Otherwise operator()(const ast::Otherwise& form) {
        typed::Otherwise made;
        limit(form.limit, made.limit);
        condition(form.unless, made.unless);
        return made;
    }

    typed::HappenWithin operator()(const ast::HappenWithin& form) {
        typed::HappenWithin made;
        made.limit.kind = form.within ? typed::Limit::Kind::within : typed::Limit::Kind::same_day;
        made.limit.within = form.within.value_or(Period{});
        made.which = form.which;
        anchor(form.anchor, made.anchor);
        if (made.anchor.date && form.which != ast::HappenWithin::Which::each) {
            right_ = false;
            checker_.error(
                Code::rule_type, form.anchor.where,
                "only of a step there is a first and a latest, and " + quoted(form.anchor.where.text()) + " is a date");
        }
        pausing(form.pausing, made.limit.pausing);
        matching(form.matching, made.matching);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::HappenBy operator()(const ast::HappenBy& form) {
        typed::HappenBy made;
        keep(checker_.date(form.by), made.by);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::HappenBefore operator()(const ast::HappenBefore& form) {
        typed::HappenBefore made;
        made.at_least = form.at_least;
        anchor(form.anchor, made.anchor);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::HappenTimes operator()(const ast::HappenTimes& form) {
        typed::HappenTimes made;
        made.how = form.how;
        made.times = static_cast<std::uint32_t>(form.times);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Follow operator()(const ast::Follow& form) {
        typed::Follow made;
        keep(checker_.steps(form.steps), made.steps);
        made.within = form.within;
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Lead operator()(const ast::Lead& form) {
        typed::Lead made;
        keep(checker_.steps(form.steps), made.steps);
        limit(form.limit, made.limit);
        matching(form.matching, made.matching);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Repeat operator()(const ast::Repeat& form) {
        typed::Repeat made;
        made.every = form.every;
        keep(checker_.steps(form.from), made.from);
        keep(checker_.steps(form.until), made.until);
        if (form.where) {
            Checker where{words_, step_, Scope::occurrence, diagnostics_};
            right_ = where.condition(form.where, made.where) && right_;
        }
        checker_.activated_by(made.from);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Involve operator()(const ast::Involve& form) {
        typed::Involve made;
        made.how = form.how;
        parties(form.parties, made.parties);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Share operator()(const ast::Share& form) {
        using With = typed::Share::With;
        typed::Share made;
        if (form.as) made.as = form.as->text;
        if (const auto* everyone = std::get_if<ast::Share::Everyone>(&form.with))
            made.with = *everyone == ast::Share::Everyone::invited    ? With::everyone_invited
                        : *everyone == ast::Share::Everyone::involved ? With::everyone_involved
                                                                      : With::everyone_absent;
        else
            parties(std::get<ast::Parties>(form.with), made.parties);
        limit(form.limit, made.limit);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Record operator()(const ast::Record& form) {
        typed::Record made;
        for (const ast::Name& name : form.attributes) {
            const auto path = checker_.own(name);
            right_ = right_ && path;
            if (!path) continue;
            if (std::find(made.attributes.begin(), made.attributes.end(), *path) != made.attributes.end()) {
                right_ = false;
                checker_.error(Code::rule_repeated_name, name.where, quoted(name.text) + " stands twice");
            }
            made.attributes.push_back(*path);
        }
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Sentence operator()(const ast::BeRecorded& form) {
        if (const auto* within = std::get_if<ast::Limit>(&form.how)) {
            typed::RecordedWithin made;
            limit(*within, made.limit);
            provisos(form.provisos, made.provisos);
            return made;
        }
        if (const auto* everywhere = std::get_if<ast::BeRecorded::Everywhere>(&form.how)) {
            typed::RecordedEverywhere made;
            made.within = everywhere->within;
            provisos(form.provisos, made.provisos);
            return made;
        }
        typed::RecordedIn made;
        for (const ast::Name& system : std::get<ast::Names>(form.how)) {
            if (std::find(made.systems.begin(), made.systems.end(), system.text) != made.systems.end()) {
                right_ = false;
                checker_.error(Code::rule_repeated_name, system.where, quoted(system.text) + " stands twice");
            }
            made.systems.push_back(system.text);
        }
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Ensure operator()(const ast::Ensure& form) {
        typed::Ensure made;
        keep(checker_.condition(form.condition), made.condition);
        provisos(form.provisos, made.provisos);
        return made;
    }
    typed::Never operator()(const ast::Never& form) {
        typed::Never made;
        made.how = form.how;
        if (form.how == ast::Never::How::between) {
            const auto steps = checker_.two_steps(form.steps.front(), form.steps.back());
            right_ = right_ && steps;
            if (steps) std::tie(made.from, made.to) = *steps;
        } else {
            keep(checker_.steps(form.steps), made.steps);
        }
        provisos(form.provisos, made.provisos);
        return made;
    }

    StepId step_;
    const Vocabulary& words_;
    Diagnostics& diagnostics_;
    Checker checker_;
    bool right_ = true;
};

}  // namespace

std::optional<typed::Edge> check(const ast::Edge& edge, StepId step, const Vocabulary& words,
                                 Diagnostics& diagnostics) {
    return FormChecker{step, words, diagnostics}.edge(edge);
}

std::optional<typed::Sentence> check(const ast::Sentence& sentence, StepId step, const Vocabulary& words,
                                     Diagnostics& diagnostics) {
    return FormChecker{step, words, diagnostics}.sentence(sentence);
}

std::optional<typed::Condition> check_where(const ast::Condition& condition, StepId step, const Vocabulary& words,
                                            Diagnostics& diagnostics) {
    return Checker{words, step, Scope::step_where, diagnostics}.condition(condition);
}

}  // namespace csapath::rules
