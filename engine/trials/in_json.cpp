// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/findings/append.hpp"
#include "engine/reporters/escape.hpp"
#include "engine/trials/trial_results.hpp"

namespace csapath::engine {

namespace {

/// "[…]": what `write` makes of each item, with commas between.
template <class Items, class Write>
std::string list(const Items& items, Write write) {
    std::string json = "[";
    for (const auto& item : items) json += (json.size() > 1 ? "," : "") + write(item);
    return json + "]";
}

std::string texts(const std::vector<std::string>& items) {
    return list(items, json_text);
}

std::string complaint(const Complaint& of) {
    return fmt::format(R"({{"rule":{},"at":{},"expected":{},"got":{},"messages":{}}})",
                       of.rule.empty() ? "null" : json_text(of.rule), json_text(rules::address(of.where)),
                       json_text(of.expected), json_text(of.got), texts(of.messages));
}

std::string tried_case(const TriedCase& of) {
    return fmt::format(R"({{"name":{},"at":{},"passed":{},"audit":{},"about":{},"complaints":{}}})", json_text(of.name),
                       json_text(rules::address(of.where)), of.passed(), texts(of.audit), texts(of.about),
                       list(of.complaints, complaint));
}

std::string rule(const RuleCoverage& of) {
    std::string json =
        fmt::format(R"({{"rule":{},"inherited":{},"covered":{})", json_text(of.rule), of.inherited, of.covered());
    for (std::size_t verdict = 0; verdict < verdicts; ++verdict)
        json += fmt::format(",{}:{}", json_text(name(static_cast<Verdict>(verdict))), of.expected[verdict]);
    return json + fmt::format(R"(,"among findings":{}}})", of.among_findings);
}

std::string unnoticed(const Unnoticed& of) {
    return fmt::format(R"({{"rules":{},"allowances":{}}})", texts(of.rules), texts(of.allowances));
}

std::string results(const TrialResults& of) {
    return fmt::format(
        "{{\"pathway\":{},\"file\":{},\"counts\":{{\"cases\":{},\"failed\":{}}},\n\"cases\":{},\n"
        "\"rules\":{},\n\"unnoticed\":{}}}",
        json_text(of.pathway), json_text(of.file), of.cases.size(), of.failed(), list(of.cases, tried_case),
        list(of.coverage, rule), of.unnoticed ? unnoticed(*of.unnoticed) : "null");
}

}  // namespace

std::string in_json(const std::vector<TrialResults>& all, std::string_view tool_version) {
    return fmt::format(
        "{{\"format\":\"csapath-cases/1.0\",\"tool\":{{\"name\":\"csapath\",\"version\":{}}},\n\"definitions\":{}}}\n",
        json_text(tool_version), list(all, results));
}

}  // namespace csapath::engine
