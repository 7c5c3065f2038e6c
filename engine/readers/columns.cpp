// SPDX-License-Identifier: MIT
#include "engine/readers/columns.hpp"

#include <algorithm>

#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {
constexpr std::string_view of_the_case = "case.";

/// Every name that a column could have had.
std::vector<std::string> column_names(const Schema& schema) {
    std::vector<std::string> names;
    for (const rules::Fact& fact : schema.words->facts())
        names.push_back(fact.of_case ? std::string{of_the_case} + fact.name : fact.name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}
}  // namespace

Columns::Columns(const Schema& schema)
    : schema_(schema), of_type_(schema.event_types.size()), coverage_(Coverage::every_event(schema)) {
    coverage_.facts[rules::fact_at] = true;
}

std::size_t Columns::add_without_facts() {
    return count_++;
}

std::size_t Columns::add(std::string_view name, InputReport& report) {
    const std::size_t column = count_++;
    const auto wanted = [column](rules::FactId fact) { return Wanted{static_cast<std::uint16_t>(column), fact}; };

    if (name.starts_with(of_the_case)) {
        const auto fact = schema_.words->attribute_of_case(name.substr(of_the_case.size()));
        if (fact) {
            for (auto& columns : of_type_) columns.push_back(wanted(*fact));
            ++about_the_case_;
            coverage_.case_facts[*fact] = true;
        } else {
            note_unknown(name, report);
        }
        return column;
    }

    bool known = false;
    const std::string key{name};
    for (std::size_t type = 0; type < schema_.facts_of_type.size(); ++type) {
        const auto found = schema_.facts_of_type[type].find(key);
        if (found == schema_.facts_of_type[type].end()) continue;
        known = true;
        for (const rules::FactId fact : found->second) {
            of_type_[type].insert(of_type_[type].end() - about_the_case_, wanted(fact));
            coverage_.facts[fact] = true;
        }
    }
    if (!known) note_unknown(name, report);
    return column;
}

void Columns::note_unknown(std::string_view name, InputReport& report) const {
    std::string message = "'" + rules::printable(name) + "' is not declared by the definition, and read past";
    if (schema_.words->attribute_of_case(name))
        message += "; as a fact of the case it is written 'case." + std::string{name} + "'";
    else
        message += rules::did_you_mean(name, column_names(schema_));
    report.note(rules::Code::data_column_unknown, message);
}

}  // namespace csapath::engine
