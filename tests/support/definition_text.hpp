// SPDX-License-Identifier: MIT
/// A definition that uses every way of writing YAML that definitions may use.
#pragma once

#include <string_view>

namespace csapath {

inline constexpr std::string_view definition_text = R"yaml(# A short pathway
language: 1
pathway: csa-response
title: Child sexual abuse response pathway
version: "2026.1"
in-force: {from: 2023-12-15}        # judged by what was in force
time-zone: Europe/London
sources:
  wt2023: {title: Working Together to Safeguard Children 2023, basis: statutory}
  audit: {title: "Audit, row \"S7\" \u2013 page 3", basis: practice}
agencies:
  social-care: {title: Children's social care, aliases: [CSC, LA, children's services]}
  police: {title: Police, aliases: ['CAIU', "Zoë Łódź's team"]}
facts:
  risk: {type: one-of, values: [red, amber, green]}
  screening.outcome:
    type: one-of
    values:
      - assess
      - nfa
steps:
  referral:
    title: Referral received
    starts: true
    next:
      screening or strategy-discussion as first: may
      screening: must within 1 working day
  screening:
    title: |
      Screening
        decision
    next:
      # red and amber alone
      strategy-discussion: "must within 3 working days when risk in (red, amber)"
      case-closed: must when outcome is nfa
  strategy-discussion:
    title: Strategy discussion
    must:
      quorum: include social-care and police
      shared:
        rule: be shared with everyone involved within 1 working day
        why: 'Agencies that did not attend still need the plan: it''s theirs.'
        sources: [audit]
      long:
        rule: |
          record outcome,
            chronology and genogram

          when risk is red
        why: "Two
          lines"
  case-closed: {title: Case closed, ends: true}
)yaml";

}  // namespace csapath
