// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census_layout.hpp"

#include <algorithm>
#include <array>

namespace csapath::engine {

namespace {

using enum CensusElement;

struct ElementRow {
    CensusElement in;
    std::string_view name;
    CensusElement element;
};

/// Every element of the collections from 2019 on. Of two spellings of one element, the census's own stands first.
constexpr std::array layout = {
    ElementRow{file, "Message", message},

    ElementRow{message, "Header", header},
    ElementRow{message, "Children", children},
    ElementRow{header, "CollectionDetails", collection_details},
    ElementRow{header, "Source", aside},
    ElementRow{header, "Content", aside},
    ElementRow{collection_details, "Collection", collection},
    ElementRow{collection_details, "Year", aside},
    ElementRow{collection_details, "ReferenceDate", reference_date},

    ElementRow{children, "Child", child},
    ElementRow{child, "ChildIdentifiers", identifiers},
    ElementRow{child, "ChildCharacteristics", aside},
    ElementRow{child, "CINdetails", episode},
    ElementRow{identifiers, "LAchildID", child_id},
    ElementRow{identifiers, "UPN", aside},
    ElementRow{identifiers, "FormerUPN", aside},
    ElementRow{identifiers, "UPNunknown", aside},
    ElementRow{identifiers, "PersonBirthDate", birth_date},
    ElementRow{identifiers, "ExpectedPersonBirthDate", expected_birth_date},
    ElementRow{identifiers, "GenderCurrent", aside},
    ElementRow{identifiers, "Sex", aside},
    ElementRow{identifiers, "PersonDeathDate", aside},

    ElementRow{episode, "CINreferralDate", referral_date},
    ElementRow{episode, "ReferralSource", referral_source},
    ElementRow{episode, "PrimaryNeedCode", primary_need},
    ElementRow{episode, "CINclosureDate", closure_date},
    ElementRow{episode, "ReasonForClosure", closure_reason},
    ElementRow{episode, "DateOfInitialCPC", conference_date},
    ElementRow{episode, "Assessments", assessment},
    ElementRow{episode, "CINPlanDates", cin_plan},
    ElementRow{episode, "Section47", section_47},
    ElementRow{episode, "ReferralNFA", referral_nfa},
    ElementRow{episode, "ChildProtectionPlans", protection_plan},

    ElementRow{assessment, "AssessmentActualStartDate", assessment_start},
    ElementRow{assessment, "AssessmentInternalReviewDate", assessment_internal_review},
    ElementRow{assessment, "AssessmentAuthorisationDate", assessment_authorised},
    ElementRow{assessment, "FactorsIdentifiedAtAssessment", factors},
    ElementRow{factors, "AssessmentFactors", factor},

    ElementRow{cin_plan, "CINPlanStartDate", cin_plan_start},
    ElementRow{cin_plan, "CINPlanEndDate", cin_plan_end},

    ElementRow{section_47, "S47ActualStartDate", section_47_start},
    ElementRow{section_47, "InitialCPCtarget", conference_target},
    ElementRow{section_47, "DateOfInitialCPC", conference_date},
    ElementRow{section_47, "ICPCnotRequired", conference_not_required},

    ElementRow{protection_plan, "CPPstartDate", plan_start},
    ElementRow{protection_plan, "CPPendDate", plan_end},
    ElementRow{protection_plan, "InitialCategoryOfAbuse", initial_category},
    ElementRow{protection_plan, "LatestCategoryOfAbuse", latest_category},
    ElementRow{protection_plan, "NumberOfPreviousCPP", previous_plans},
    ElementRow{protection_plan, "Reviews", reviews},
    ElementRow{protection_plan, "CPPreviews", reviews},
    ElementRow{protection_plan, "CPPreviewDate", review_date},
    ElementRow{reviews, "CPPreviewDate", review_date},
};

}  // namespace

std::optional<CensusElement> census_element(CensusElement in, std::string_view name) {
    const auto found = std::find_if(layout.begin(), layout.end(),
                                    [&](const ElementRow& row) { return row.in == in && row.name == name; });
    if (found == layout.end()) return std::nullopt;
    return found->element;
}

std::string_view census_name(CensusElement element) {
    const auto found =
        std::find_if(layout.begin(), layout.end(), [&](const ElementRow& row) { return row.element == element; });
    return found == layout.end() ? std::string_view{} : found->name;
}

}  // namespace csapath::engine
