// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census_layout.hpp"

#include <algorithm>
#include <array>

namespace csapath::engine {

namespace {

using enum CensusElement;

struct Row {
    CensusElement in;
    std::string_view name;
    CensusElement element;
};

/// Every element of the collections from 2019 on. Of two spellings of one element, the census's own stands first.
constexpr std::array layout = {
    Row{file, "Message", message},

    Row{message, "Header", header},
    Row{message, "Children", children},
    Row{header, "CollectionDetails", collection_details},
    Row{header, "Source", aside},
    Row{header, "Content", aside},
    Row{collection_details, "Collection", collection},
    Row{collection_details, "Year", aside},
    Row{collection_details, "ReferenceDate", reference_date},

    Row{children, "Child", child},
    Row{child, "ChildIdentifiers", identifiers},
    Row{child, "ChildCharacteristics", aside},
    Row{child, "CINdetails", episode},
    Row{identifiers, "LAchildID", child_id},
    Row{identifiers, "UPN", aside},
    Row{identifiers, "FormerUPN", aside},
    Row{identifiers, "UPNunknown", aside},
    Row{identifiers, "PersonBirthDate", birth_date},
    Row{identifiers, "ExpectedPersonBirthDate", expected_birth_date},
    Row{identifiers, "GenderCurrent", aside},
    Row{identifiers, "Sex", aside},
    Row{identifiers, "PersonDeathDate", aside},

    Row{episode, "CINreferralDate", referral_date},
    Row{episode, "ReferralSource", referral_source},
    Row{episode, "PrimaryNeedCode", primary_need},
    Row{episode, "CINclosureDate", closure_date},
    Row{episode, "ReasonForClosure", closure_reason},
    Row{episode, "DateOfInitialCPC", conference_date},
    Row{episode, "Assessments", assessment},
    Row{episode, "CINPlanDates", cin_plan},
    Row{episode, "Section47", section_47},
    Row{episode, "ReferralNFA", referral_nfa},
    Row{episode, "ChildProtectionPlans", protection_plan},

    Row{assessment, "AssessmentActualStartDate", assessment_start},
    Row{assessment, "AssessmentInternalReviewDate", assessment_internal_review},
    Row{assessment, "AssessmentAuthorisationDate", assessment_authorised},
    Row{assessment, "FactorsIdentifiedAtAssessment", factors},
    Row{factors, "AssessmentFactors", factor},

    Row{cin_plan, "CINPlanStartDate", cin_plan_start},
    Row{cin_plan, "CINPlanEndDate", cin_plan_end},

    Row{section_47, "S47ActualStartDate", section_47_start},
    Row{section_47, "InitialCPCtarget", conference_target},
    Row{section_47, "DateOfInitialCPC", conference_date},
    Row{section_47, "ICPCnotRequired", conference_not_required},

    Row{protection_plan, "CPPstartDate", plan_start},
    Row{protection_plan, "CPPendDate", plan_end},
    Row{protection_plan, "InitialCategoryOfAbuse", initial_category},
    Row{protection_plan, "LatestCategoryOfAbuse", latest_category},
    Row{protection_plan, "NumberOfPreviousCPP", previous_plans},
    Row{protection_plan, "Reviews", reviews},
    Row{protection_plan, "CPPreviews", reviews},
    Row{protection_plan, "CPPreviewDate", review_date},
    Row{reviews, "CPPreviewDate", review_date},
};

}  // namespace

std::optional<CensusElement> census_element(CensusElement in, std::string_view name) {
    const auto found =
        std::find_if(layout.begin(), layout.end(), [&](const Row& row) { return row.in == in && row.name == name; });
    if (found == layout.end()) return std::nullopt;
    return found->element;
}

std::string_view census_name(CensusElement element) {
    const auto found =
        std::find_if(layout.begin(), layout.end(), [&](const Row& row) { return row.element == element; });
    return found == layout.end() ? std::string_view{} : found->name;
}

}  // namespace csapath::engine
