// SPDX-License-Identifier: MIT
#include "engine/pathway/weaker_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/pathway/weaker_demand.hpp"
#include "rules/language/check.hpp"
#include "rules/language/condition.hpp"
#include "rules/language/implication.hpp"
#include "rules/language/parse.hpp"

namespace csapath::engine {

namespace typed = rules::typed;

namespace {

/// The steps on which a demand rests. Where one that activates it is fewer events than it was, or one that fulfils it
/// more, the demand is weaker.
struct Rests {
    std::set<rules::StepId> activating, fulfilling;

    void both(rules::StepId step) {
        activating.insert(step);
        fulfilling.insert(step);
    }
    void conditions(const typed::Condition& condition, const rules::Vocabulary& words) {
        const rules::Program program{condition, words};
        for (const rules::StepId step : program.needs().steps) both(step);
        for (const typed::Path& path : program.needs().attributes)
            if (path.from == typed::Path::From::step) both(path.step);
    }
};

class Resting {
public:
    Resting(rules::StepId own, const rules::Vocabulary& words) : own_{own}, words_{words} {}

    Rests rests;

    void operator()(const Edge& edge) {
        activates(own_);
        fulfil(edge.to);
        std::visit(*this, edge.form);
    }
    void operator()(const typed::Must& must) {
        pausing(must.limit);
        provisos(must.provisos);
    }
    void operator()(const typed::May&) {}
    void operator()(const typed::Otherwise& otherwise) {
        pausing(otherwise.limit);
        condition(otherwise.unless);
    }
    void operator()(const typed::Sentence& sentence) { std::visit(*this, sentence); }
    void operator()(const typed::HappenWithin& form) {
        activate(form.anchor.steps);
        fulfils(own_);
        pausing(form.limit);
        provisos(form.provisos);
    }
    void operator()(const typed::HappenBefore& form) {
        for (const rules::StepId step : form.anchor.steps) rests.both(step);
        fulfils(own_);
        provisos(form.provisos);
    }
    void operator()(const typed::HappenBy& form) {
        fulfils(own_);
        provisos(form.provisos);
    }
    void operator()(const typed::HappenTimes& form) {
        rests.both(own_);
        provisos(form.provisos);
    }
    void operator()(const typed::Follow& form) {
        activates(own_);
        fulfil(form.steps);
        provisos(form.provisos);
    }
    void operator()(const typed::Lead& form) {
        activates(own_);
        fulfil(form.steps);
        pausing(form.limit);
        provisos(form.provisos);
    }
    void operator()(const typed::Repeat& form) {
        activate(form.from);
        fulfils(own_);
        fulfil(form.until);
        condition(form.where);
        provisos(form.provisos);
    }
    void operator()(const typed::Never& form) {
        activates(own_);
        for (const rules::StepId step : form.steps) rests.both(step);
        if (form.how == typed::Never::How::between) {
            activates(form.from);
            fulfils(form.to);
        }
        provisos(form.provisos);
    }
    void operator()(const typed::Share& form) {
        activates(own_);
        pausing(form.limit);
        provisos(form.provisos);
    }
    void operator()(const typed::RecordedWithin& form) {
        activates(own_);
        pausing(form.limit);
        provisos(form.provisos);
    }
    void operator()(const typed::Ensure& form) {
        activates(own_);
        rests.conditions(form.condition, words_);
        provisos(form.provisos);
    }
    /// What is asked of each occurrence of the step, and of nothing else.
    template <class Form>
    void operator()(const Form& form) {
        activates(own_);
        provisos(form.provisos);
    }

private:
    void activates(rules::StepId step) { rests.activating.insert(step); }
    void fulfils(rules::StepId step) { rests.fulfilling.insert(step); }
    void activate(const typed::Steps& steps) { rests.activating.insert(steps.begin(), steps.end()); }
    void fulfil(const typed::Steps& steps) { rests.fulfilling.insert(steps.begin(), steps.end()); }
    void pausing(const typed::Limit& limit) {
        if (!limit.pausing) return;
        rests.both(limit.pausing->from);
        rests.both(limit.pausing->to);
    }
    void condition(const std::optional<typed::Condition>& condition) {
        if (condition) rests.conditions(*condition, words_);
    }
    void provisos(const typed::Provisos& provisos) {
        condition(provisos.when);
        condition(provisos.unless);
    }

    rules::StepId own_;
    const rules::Vocabulary& words_;
};

/// A rule of the lower definition held against the upper one. What it says is read again with the names of the upper,
/// so that both speak of the same steps, agencies and facts.
class Held {
public:
    Held(const Rule& rule, const Pathway& lower, const Pathway& upper) : rule_{rule}, lower_{lower}, upper_{upper} {}

    std::vector<std::string> weakened() {
        if (rule_.edge() && !rule_.edge()->demands()) return {};
        const auto is = std::ranges::find(upper_.rules, rule_.id, &Rule::id);
        if (is == upper_.rules.end()) return {"it is taken away"};
        if (is->basis < rule_.basis) say(fmt::format("its basis is {}, not {}", name(is->basis), name(rule_.basis)));
        if (is->severity < rule_.severity)
            say(fmt::format("its severity is {}, not {}", name(is->severity), name(rule_.severity)));
        if (!covers(is->in_force, rule_.in_force)) say("it is in force for less time");
        const auto was = read_again(rule_);
        if (!was) return {"it names what is there no longer"};
        for (std::string& clause : weakenings(*was, is->demand, upper_.words)) say(std::move(clause));
        if (is->edge() && std::holds_alternative<typed::Otherwise>(is->edge()->form)) other_edges(*is);

        Resting resting{is->step, upper_.words};
        std::visit(resting, *was);
        for (const rules::StepId step : resting.rests.activating) step_changed(step, true);
        for (const rules::StepId step : resting.rests.fulfilling) step_changed(step, false);
        opens_and_closes(is->step);
        return std::move(found_);
    }

private:
    void say(std::string clause) {
        if (std::ranges::find(found_, clause) == found_.end()) found_.push_back(std::move(clause));
    }

    const Step* step_was(rules::StepId upper_step) const {
        const auto found = std::ranges::find(lower_.steps, upper_.steps[upper_step].id, &Step::id);
        return found == lower_.steps.end() ? nullptr : &*found;
    }

    /// Empty where it speaks of something that the upper definition does not have.
    std::optional<Demand> read_again(const Rule& rule) const {
        rules::Diagnostics unsaid;
        const auto step = upper_.words.step(lower_.steps[rule.step].id);
        if (!step) return std::nullopt;
        if (const Edge* edge = rule.edge()) {
            Edge again{.from = *step, .to = {}, .form = {}};
            for (const rules::StepId target : edge->to) {
                const auto number = upper_.words.step(lower_.steps[target].id);
                if (!number) return std::nullopt;
                again.to.push_back(*number);
            }
            std::ranges::sort(again.to);
            const auto parsed = rules::parse_edge(rule.text, unsaid);
            auto form = parsed ? rules::check(*parsed, *step, upper_.words, unsaid) : std::nullopt;
            if (!form) return std::nullopt;
            again.form = std::move(*form);
            return again;
        }
        const auto parsed = rules::parse_sentence(rule.text, unsaid);
        auto sentence = parsed ? rules::check(*parsed, *step, upper_.words, unsaid) : std::nullopt;
        if (!sentence) return std::nullopt;
        return Demand{std::move(*sentence)};
    }

    /// An `otherwise` applies where the other edges of its step do not.
    void other_edges(const Rule& is) {
        typed::Any were, are;
        for (const Rule& other : lower_.rules) {
            if (other.step != rule_.step || other.id == rule_.id || !other.edge()) continue;
            if (const auto again = read_again(other)) add_when(std::get<Edge>(*again), were);
        }
        for (const Rule& other : upper_.rules)
            if (other.step == is.step && other.id != is.id && other.edge()) add_when(*other.edge(), are);
        if (auto less = wider("what the other edges of its step apply to", {.test = std::move(were)},
                              {.test = std::move(are)}, upper_.words))
            say(std::move(*less));
    }
    static void add_when(const Edge& edge, typed::Any& conditions) {
        const auto* must = std::get_if<typed::Must>(&edge.form);
        const auto* may = std::get_if<typed::May>(&edge.form);
        if (must && must->provisos.when) conditions.parts.push_back(*must->provisos.when);
        if (may && may->when) conditions.parts.push_back(*may->when);
    }

    void step_changed(rules::StepId number, bool fewer_matters) {
        const Step& is = upper_.steps[number];
        const Step* const was = step_was(number);
        if (!was) return;
        const auto names = [](const Step& step, const Pathway& pathway) {
            std::set<std::string> all;
            for (const EventTypeId type : step.events) all.insert(pathway.event_types[type]);
            return all;
        };
        const auto were = names(*was, lower_), are = names(is, upper_);
        if (fewer_matters && !std::ranges::includes(are, were))
            say(fmt::format("fewer events are the step '{}'", is.id));
        // A name that the layer itself declares is its own word for what the step is.
        for (const std::string& event : are)
            if (!fewer_matters && !were.contains(event) && lower_.event_type(event))
                say(fmt::format("the event '{}' is the step '{}' too", event, is.id));
        where_changed(number, *was, is, fewer_matters);
    }

    void where_changed(rules::StepId number, const Step& was, const Step& is, bool fewer_matters) {
        rules::Diagnostics unsaid;
        typed::Condition before = rules::always(), after = is.where ? *is.where : rules::always();
        if (was.where) {
            const auto parsed = rules::parse_condition(was.where_text, unsaid);
            auto again = parsed ? rules::check_where(*parsed, number, upper_.words, unsaid) : std::nullopt;
            if (!again) return say(fmt::format("the `where` of the step '{}' named what is there no longer", is.id));
            before = std::move(*again);
        }
        const std::string what = fmt::format("the `where` of the step '{}'", is.id);
        if (auto changed =
                fewer_matters ? narrower(what, before, after, upper_.words) : wider(what, before, after, upper_.words))
            say(std::move(*changed));
    }

    void opens_and_closes(rules::StepId number) {
        const Step& is = upper_.steps[number];
        const Step* const was = step_was(number);
        if (was && was->starts && !is.starts) say(fmt::format("the step '{}' no longer opens an episode", is.id));
        if (was && !was->ends && is.ends) say(fmt::format("the step '{}' now closes an episode", is.id));
    }

    const Rule& rule_;
    const Pathway& lower_;
    const Pathway& upper_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> weakened(const Rule& rule, const Pathway& lower, const Pathway& upper) {
    return Held{rule, lower, upper}.weakened();
}

bool covers(const InForce& all, const InForce& days) {
    const bool from = !all.from || (days.from && *all.from <= *days.from);
    const bool until = !all.until || (days.until && *days.until <= *all.until);
    return from && until;
}

}  // namespace csapath::engine
