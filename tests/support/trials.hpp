// SPDX-License-Identifier: MIT
/// Cases beside a definition as a test writes them.
///
///     const CasesBeside beside(definition, "  - name: …\n");
///     CHECK(beside.complaints() == "");
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/graph/graph.hpp"
#include "engine/plan/from_pathway.hpp"
#include "engine/trials/from_document.hpp"
#include "engine/trials/try.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/document.hpp"

namespace csapath {

/// Four rules, and one step that must be passed: referral.next.screening, screening.next.strategy-discussion,
/// screening.way, strategy-discussion.quorum, and the edges that only allow.
inline std::string pathway_with_cases() {
    return definition(
        "agencies:\n"
        "  social-care: {title: Social care}\n"
        "  police: {title: Police}\n"
        "  health: {title: Health}\n"
        "facts:\n"
        "  risk: {type: one-of, values: [red, green]}\n"
        "steps:\n"
        "  referral: {title: Referral, starts: true, next: {screening: must within 1 working day}}\n"
        "  screening:\n"
        "    title: Screening\n"
        "    next:\n"
        "      strategy-discussion: must within 3 working days when risk is red\n"
        "      case-closed: may\n"
        "  strategy-discussion:\n"
        "    title: Strategy discussion\n"
        "    must: {quorum: 'include social-care, police and health'}\n"
        "    next: {case-closed: may}\n"
        "  case-closed: {title: Case closed, ends: true}\n");
}

/// A referral on Tue 29 April 2025, screened red the day after; then what `rows` say, with the columns event, at, risk
/// and attended. As a block of YAML under a case, ready for `expect`.
inline std::string red_case(std::string_view name, std::string_view rows = {}) {
    std::string yaml = "  - name: " + std::string(name) +
                       "\n    events: |\n      event,at,risk,attended\n      referral,2025-04-29,,\n"
                       "      screening,2025-04-30,red,\n";
    while (!rows.empty()) {
        const std::size_t end = std::min(rows.find('\n'), rows.size() - 1) + 1;
        yaml += "      " + std::string(rows.substr(0, end));
        rows.remove_prefix(end);
    }
    return yaml;
}

class CasesBeside {
public:
    /// `cases`: the items of the list `cases`, indented by two; all judged as of 30 June 2025.
    explicit CasesBeside(std::string_view cases, std::string definition = pathway_with_cases())
        : pathway_(pathway_of(std::move(definition))),
          plan_(engine::plan_from_pathway(*pathway_,
                                          engine::must_be_passed(engine::graph_from_pathway(*pathway_), *pathway_))),
          document_(document("cases-of: test\nas-of: 2025-06-30\ncases:\n" + std::string(cases))) {
        diagnostics_ = document_.diagnostics;
        if (document_.root) trials_ = engine::trials_from_document(*document_.root, plan_, diagnostics_);
        diagnostics_.sort();
    }

    const engine::Pathway& pathway() const { return *pathway_; }
    const engine::Plan& plan() const { return plan_; }
    const rules::Diagnostics& diagnostics() const { return diagnostics_; }
    bool loaded() const { return trials_.has_value(); }
    const engine::Trials& trials() const {
        if (!trials_) {
            std::string told;
            for (const auto& diagnostic : diagnostics_.found()) told += rules::rendered(diagnostic);
            FAIL(told);
        }
        return *trials_;
    }
    /// "rule: expected X, got Y; …" of all cases.
    std::string complaints() const {
        std::string all;
        for (const engine::Trial& trial : trials())
            for (const engine::Complaint& one : engine::complaints(trial, plan_))
                all += (all.empty() ? "" : "; ") + one.rule + ": expected " + one.expected + ", got " + one.got;
        return all;
    }

private:
    std::shared_ptr<const engine::Pathway> pathway_;
    engine::Plan plan_;
    Document document_;
    rules::Diagnostics diagnostics_;
    std::optional<engine::Trials> trials_;
};

}  // namespace csapath
