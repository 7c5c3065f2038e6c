// SPDX-License-Identifier: MIT
#include "rules/language/vocabulary.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

namespace csapath::rules {

namespace {

std::string key_of(std::string_view owner, std::string_view name) {
    std::string key{owner};
    key += '.';
    key += name;
    return key;
}

template <class Id>
std::optional<Id> found(const std::unordered_map<std::string, Id>& names, const std::string& name) {
    const auto at = names.find(name);
    return at == names.end() ? std::nullopt : std::optional<Id>{at->second};
}

}  // namespace

Vocabulary::Vocabulary() {
    using Kind = Type::Kind;
    const auto event = [this](std::string name, Kind kind, std::string title) {
        add_fact({.name = std::move(name), .type = {kind}, .step = {}, .built_in = true, .title = std::move(title)});
    };
    const auto of_case = [this](std::string name, Kind kind, std::string title) {
        add_fact({.name = std::move(name),
                  .type = {kind},
                  .step = {},
                  .of_case = true,
                  .built_in = true,
                  .title = std::move(title)});
    };
    // In the order of BuiltIn.
    event("agency", Kind::agency, "Agency that acted");
    event("attended", Kind::agencies, "Agencies that attended");
    event("invited", Kind::agencies, "Agencies that were invited");
    event("contributed", Kind::agencies, "Agencies that contributed");
    event("shared_with", Kind::agencies, "Agencies it was shared with");
    event("about", Kind::step, "Step that it is about");
    event("item", Kind::text, "What was shared");
    event("at", Kind::instant, "When it happened");
    event("recorded", Kind::instant, "When it was entered");
    event("system", Kind::text, "System that it was entered in");
    of_case("date-of-birth", Kind::date, "Date of birth");
    of_case("expected-delivery", Kind::date, "Expected date of delivery");
    of_case("area", Kind::text, "Area");
    of_case("team", Kind::text, "Team");
    of_case("agencies", Kind::agencies, "Agencies involved with the case");
}

StepId Vocabulary::add_step(std::string id, std::string title) {
    if (steps_.size() > std::numeric_limits<StepId>::max()) throw std::length_error("more steps than can be numbered");
    const auto number = static_cast<StepId>(steps_.size());
    step_by_id_.emplace(id, number);
    steps_.push_back(std::move(id));
    step_titles_.push_back(std::move(title));
    return number;
}

AgencyId Vocabulary::add_agency(AgencyName agency) {
    if (agencies_.size() >= Options::most) throw std::length_error("more agencies than a set can hold");
    const auto number = static_cast<AgencyId>(agencies_.size());
    agency_by_name_.emplace(folded_agency(agency.id), number);
    agency_by_name_.emplace(folded_agency(agency.title), number);
    for (const std::string& alias : agency.aliases) agency_by_name_.emplace(folded_agency(alias), number);
    const std::optional<AgencyId> group = std::exchange(agency.part_of, std::nullopt);
    agencies_.push_back(std::move(agency));
    members_.emplace_back().add(number);
    if (group) set_part_of(number, *group);
    return number;
}

FactId Vocabulary::add_fact(Fact fact) {
    if (facts_.size() > std::numeric_limits<FactId>::max()) throw std::length_error("more facts than can be numbered");
    const auto number = static_cast<FactId>(facts_.size());
    // "name", "step.name" or "case.name"; no step may be called `case`.
    fact_by_key_.emplace(fact.of_case ? key_of("case", fact.name)
                         : fact.step  ? key_of(steps_.at(*fact.step), fact.name)
                                      : fact.name,
                         number);
    facts_.push_back(std::move(fact));
    return number;
}

void Vocabulary::set_part_of(AgencyId member, AgencyId group) {
    agencies_.at(member).part_of = group;
    // A group's members may have been told before or after the group's own group: walk up from each agency. One
    // that already stands in a group stands in all above it as well, or the groups go round in a circle.
    for (Options& members : members_) members = {};
    for (std::size_t each = 0; each < agencies_.size(); ++each) {
        for (std::optional<AgencyId> above = static_cast<AgencyId>(each); above && !members_.at(*above).has(each);
             above = agencies_[*above].part_of)
            members_[*above].add(each);
    }
}

std::optional<StepId> Vocabulary::step(std::string_view id) const {
    return found(step_by_id_, std::string{id});
}

std::optional<AgencyId> Vocabulary::agency(std::string_view name) const {
    const std::string folded = folded_agency(name);
    return folded.empty() ? std::nullopt : found(agency_by_name_, folded);
}

std::optional<FactId> Vocabulary::attribute(std::string_view name) const {
    if (name.find('.') != std::string_view::npos) return std::nullopt;
    if (const auto fact = found(fact_by_key_, std::string{name})) return fact;
    return attribute_of_case(name);
}

std::optional<FactId> Vocabulary::attribute_of_step(StepId step, std::string_view name) const {
    if (const auto fact = found(fact_by_key_, key_of(steps_.at(step), name))) return fact;
    return name.find('.') == std::string_view::npos ? found(fact_by_key_, std::string{name}) : std::nullopt;
}

std::optional<FactId> Vocabulary::attribute_of_case(std::string_view name) const {
    return found(fact_by_key_, key_of("case", name));
}

std::vector<std::string> Vocabulary::agency_names() const {
    std::vector<std::string> names;
    for (const AgencyName& agency : agencies_) {
        names.push_back(agency.id);
        if (!agency.title.empty()) names.push_back(agency.title);
        names.insert(names.end(), agency.aliases.begin(), agency.aliases.end());
    }
    return names;
}

std::vector<std::string> Vocabulary::attribute_names() const {
    std::vector<std::string> names;
    for (const Fact& fact : facts_) names.push_back(fact.step ? key_of(steps_[*fact.step], fact.name) : fact.name);
    return names;
}

std::string folded_agency(std::string_view name) {
    std::string folded;
    bool gap = false;
    for (const char written : name) {
        if (written == ' ' || written == '-' || written == '_' || written == '\t') {
            gap = true;
            continue;
        }
        if (gap && !folded.empty()) folded += ' ';
        gap = false;
        folded += written >= 'A' && written <= 'Z' ? static_cast<char>(written - 'A' + 'a') : written;
    }
    return folded;
}

}  // namespace csapath::rules
