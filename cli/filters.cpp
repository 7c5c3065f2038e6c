// SPDX-License-Identifier: MIT
#include "cli/filters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/judging.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// "missed step" may be written missed-step, so that no quotes are needed.
engine::Kind kind_called(const std::string& written) {
    std::vector<std::string> names;
    for (std::size_t number = 0; number < engine::kinds; ++number) {
        std::string known(engine::name(static_cast<engine::Kind>(number)));
        std::replace(known.begin(), known.end(), ' ', '-');
        names.push_back(std::move(known));
    }
    std::string hyphenated = written;
    std::replace(hyphenated.begin(), hyphenated.end(), ' ', '-');
    one_of("--kind", hyphenated, names);
    return static_cast<engine::Kind>(std::find(names.begin(), names.end(), hyphenated) - names.begin());
}

[[noreturn]] void unknown(std::string_view option, const std::string& written, std::span<const std::string> known) {
    throw UsageError(fmt::format("{}: the pathway has no '{}'{}", option, rules::printable(written),
                                 rules::did_you_mean(written, known)));
}

}  // namespace

void FilterOptions::declare_scope(Options& options) {
    options.value("--from", from, "DATE", "only what was put in force on that day or later");
    options.value("--to", to, "DATE", "only what was put in force on that day or earlier");
    options.repeated("--rule", rules, "RULE", "only this rule, such as screening.next.strategy-discussion");
    options.repeated("--area", areas, "AREA", "only cases of this area");
}

void FilterOptions::declare(Options& options) {
    declare_scope(options);
    options.repeated("--case", cases, "CASE", "only this case");
    options.repeated("--agency", agencies, "AGENCY", "only where this agency is concerned");
    options.repeated("--kind", kinds, "KIND",
                     "only findings of this kind: delay, missed-step, missing-agency, out-of-order, not-recorded, "
                     "recorded-late or unexpected");
}

engine::Filters FilterOptions::meant(const engine::Definition& definition) const {
    const engine::Pathway& pathway = definition.pathway();
    engine::Filters filters;
    filters.cases = {cases.begin(), cases.end()};
    filters.areas = {areas.begin(), areas.end()};
    if (from) filters.from = date("--from", *from);
    if (to) filters.to = date("--to", *to);
    if (filters.from && filters.to && *filters.to < *filters.from)
        throw UsageError(fmt::format("--from {} comes after --to {}", *from, *to));
    for (const std::string& kind : kinds) filters.kinds.insert(kind_called(kind));
    std::vector<std::string> known_rules;
    for (const engine::ReportedRule& rule : definition.rules()) known_rules.push_back(rule.id);
    for (const std::string& rule : rules) {
        if (std::find(known_rules.begin(), known_rules.end(), rule) == known_rules.end())
            unknown("--rule", rule, known_rules);
        filters.rules.insert(rule);
    }
    for (const std::string& agency : agencies) {
        const auto known = pathway.words.agency(agency);
        if (!known) unknown("--agency", agency, pathway.words.agency_names());
        filters.agencies.insert(pathway.words.agencies()[*known].id);
    }
    return filters;
}

}  // namespace csapath::cli
