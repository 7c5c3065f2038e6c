// SPDX-License-Identifier: MIT
#include "engine/obligations/record.hpp"

#include <algorithm>

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

Record::Record(Terms terms, const rules::typed::Record& sentence) : AboutStep(std::move(terms)) {
    for (const rules::typed::Path& attribute : sentence.attributes) facts_.push_back(attribute.fact);
}

bool Record::can_be_shown(const Coverage& coverage) const {
    return std::all_of(facts_.begin(), facts_.end(), [&](rules::FactId fact) {
        return fact == rules::fact_at || coverage.facts[fact] || coverage.case_facts[fact];
    });
}

rules::Value Record::value(const Scene& scene, std::uint32_t event, rules::FactId fact) const {
    if (fact == rules::fact_at) return rules::Value::of_moment(scene.at(event));
    return scene.pathway.words.facts()[fact].of_case ? scene.of.timeline.case_value(fact)
                                                     : scene.of.timeline.value(event, fact);
}

void Record::decide(const Scene& scene, Judgement& judgement) const {
    bool spoiled = false;
    for (const rules::FactId fact : facts_) {
        const rules::Value value = this->value(scene, judgement.activation, fact);
        spoiled = spoiled || value.spoiled;
        judgement.number += !value.known() && !value.spoiled;
    }
    if (judgement.number > 0) {
        judgement.verdict = Verdict::failed;
        judgement.because = Because::not_recorded;
    } else if (spoiled) {
        cannot_tell(judgement, Because::not_recorded);
    } else {
        judgement.verdict = Verdict::met;
    }
}

namespace {
/// "voice of the child (views)": the title, and the name where the definition gives a title.
std::string named(const rules::Fact& fact) {
    if (fact.title.empty()) return fact.name;
    std::string name;
    append_title(fact.title, name);
    return name + " (" + fact.name + ")";
}
}  // namespace

void Record::clause(const Scene& scene, const Judgement& judgement, std::string& to) const {
    std::vector<std::string> names;
    for (const rules::FactId fact : facts_) names.push_back(named(scene.pathway.words.facts()[fact]));
    append_list(names, to);
    to += names.size() == 1 ? " was recorded for the " : " were recorded for the ";
    name_own(judgement, to);
}

void Record::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    std::vector<std::string> names;
    for (const rules::FactId fact : facts_) {
        const rules::Value value = this->value(scene, judgement.activation, fact);
        if (!value.known() && !value.spoiled) names.push_back(named(scene.pathway.words.facts()[fact]));
    }
    append_list(names, to);
    to += " not recorded for the ";
    name_own(judgement, to);
}

}  // namespace csapath::engine
