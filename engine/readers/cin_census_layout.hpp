// SPDX-License-Identifier: MIT
/// The elements of a children in need census, as far as they are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace csapath::engine {

enum class CensusElement : std::uint8_t {
    // What holds others.
    file,
    message,
    header,
    collection_details,
    children,
    child,
    identifiers,
    episode,
    assessment,
    factors,
    cin_plan,
    section_47,
    protection_plan,
    reviews,
    // What holds a value.
    collection,
    reference_date,
    child_id,
    birth_date,
    expected_birth_date,
    referral_date,
    referral_source,
    primary_need,
    referral_nfa,
    closure_date,
    closure_reason,
    conference_date,
    assessment_start,
    assessment_internal_review,
    assessment_authorised,
    factor,
    cin_plan_start,
    cin_plan_end,
    section_47_start,
    conference_target,
    conference_not_required,
    plan_start,
    plan_end,
    initial_category,
    latest_category,
    previous_plans,
    review_date,
    // What is known, and not read, nor anything in it.
    aside
};

constexpr bool holds_value(CensusElement element) {
    return element >= CensusElement::collection && element < CensusElement::aside;
}

/// The element of this name directly in another; `file` holds the root. Empty if none of this name belongs there.
std::optional<CensusElement> census_element(CensusElement in, std::string_view name);

/// As the census calls it.
std::string_view census_name(CensusElement element);

}  // namespace csapath::engine
