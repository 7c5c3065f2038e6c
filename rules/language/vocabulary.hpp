// SPDX-License-Identifier: MIT
/// The names a sentence may use, each with a number: steps, agencies, facts.
///
/// Everything after the type checker works with the numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/value/type.hpp"
#include "rules/value/value.hpp"

namespace csapath::rules {

using StepId = std::uint16_t;
using AgencyId = std::uint16_t;
using FactId = std::uint16_t;

struct AgencyName {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::optional<AgencyId> part_of;
};

/// A fact: an attribute of events, of the events of one step only, or of the case.
struct Fact {
    std::string name;  ///< without its step or `case.`
    Type type;
    std::optional<StepId> step;  ///< declared as `step.name`
    bool of_case = false;        ///< declared `of: case`
    bool built_in = false;
    std::string title = {};
};

/// The attributes every event has without declaring them, and the case facts that always exist: they stand first
/// in every vocabulary, in this order.
enum BuiltIn : FactId {
    fact_agency,
    fact_attended,
    fact_invited,
    fact_contributed,
    fact_shared_with,
    fact_about,
    fact_item,
    fact_at,
    fact_recorded,
    fact_system,
    fact_date_of_birth,
    fact_expected_delivery,
    fact_area,
    fact_team,
    fact_agencies,
    built_in_facts
};

class Vocabulary {
public:
    Vocabulary();  ///< holds the built-in facts

    /// Names must be new (a second of the same name is never found), the step of a fact must have been added, and
    /// there may be at most Options::most agencies: all this is the caller's to see to and to report.
    StepId add_step(std::string id, std::string title);
    AgencyId add_agency(AgencyName agency);
    FactId add_fact(Fact fact);
    /// After the agencies are all there: says which group an agency belongs to directly. The groups may be told in
    /// any order; a circle of groups does no harm here, but makes no sense and is the caller's to report.
    void set_part_of(AgencyId member, AgencyId group);

    std::optional<StepId> step(std::string_view id) const;
    /// By id, title or alias; letter case and the choice of space, - and _ do not matter.
    std::optional<AgencyId> agency(std::string_view name) const;
    /// The fact that a bare attribute, or `step.attribute`, or `case.attribute` means. Bare: the attribute of every
    /// event, else the fact of the case. For `step.attribute`: the fact declared for that step, else the event
    /// attribute of that name.
    std::optional<FactId> attribute(std::string_view name) const;
    std::optional<FactId> attribute_of_step(StepId step, std::string_view name) const;
    std::optional<FactId> attribute_of_case(std::string_view name) const;

    const std::vector<std::string>& steps() const { return steps_; }
    const std::string& step_title(StepId step) const { return step_titles_[step]; }
    const std::vector<AgencyName>& agencies() const { return agencies_; }
    const std::vector<Fact>& facts() const { return facts_; }
    /// The agency and, for a group, all its members: any of these satisfies it.
    Options members(AgencyId agency) const { return members_[agency]; }

    /// For near names: ids, and aliases and titles too for agencies.
    std::vector<std::string> agency_names() const;
    std::vector<std::string> attribute_names() const;  ///< bare and `step.name`

private:
    std::vector<std::string> steps_, step_titles_;
    std::vector<AgencyName> agencies_;
    std::vector<Options> members_;
    std::vector<Fact> facts_;
    std::unordered_map<std::string, StepId> step_by_id_;
    std::unordered_map<std::string, AgencyId> agency_by_name_;
    std::unordered_map<std::string, FactId> fact_by_key_;
};

/// An agency name as compared: lower case, runs of space, - and _ as one space, ends trimmed.
std::string folded_agency(std::string_view name);

}  // namespace csapath::rules
