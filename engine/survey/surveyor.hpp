// SPDX-License-Identifier: MIT
/// Looks at the cases of a run and gathers the survey.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/evaluation/onlooker.hpp"
#include "engine/plan/plan.hpp"
#include "engine/survey/line_writer.hpp"
#include "engine/survey/survey.hpp"

namespace csapath::engine {

/// Which cases are told in full.
struct FilesWanted {
    std::set<std::string> cases;  ///< these, whatever was found
    std::size_t most = 500;       ///< and so many others with findings, the first in order of their ids
};

class Surveyor final : public Onlooker {
public:
    /// Both must outlive it.
    Surveyor(const Plan& plan, const FilesWanted& wanted);

    void begin(const RunHeader& run) override;
    void see(const Case& of, const Judged& judged, Evaluation& teller) override;

    const Survey& survey() const { return survey_; }
    /// Of the cases wanted, those that were seen.
    std::uint64_t wanted_seen() const { return wanted_seen_; }

private:
    AreaNumber area(const rules::Value& written);
    void count_all(const Judged& judged, const Case& of, CaseLine& line);
    /// What the rule of a judgement says to each agency that it concerns: see RuleSurvey::by_agency.
    template <typename Tell>
    void for_each_concerned(const Judgement& judgement, Tell tell) const;
    GradeLine grades(const Judged& judged) const;
    void count(const Judgement& judgement, const Case& of, AreaNumber area, CaseLine& line);
    void count_expected(const Judgement& judgement);
    void count_finding(const Told& told, const Case& of, CaseLine& line);
    std::optional<std::int64_t> took(const Judgement& judgement, const Case& of) const;
    void count_agencies(const Case& of, CaseLine& line) const;
    bool to_be_told(const CaseLine& line);

    const Plan& plan_;
    const Pathway& pathway_;
    const FilesWanted& wanted_;
    LineWriter writer_;
    std::optional<Grading> of_agency_;           ///< the bands of the definition, of which one time decided is enough
    std::vector<AreaNumber> areas_of_episodes_;  ///< of the case that is looked at
    std::vector<std::optional<rules::AgencyId>> in_charge_;  ///< by rule: of what it asks for
    std::vector<std::vector<rules::AgencyId>> named_;  ///< by rule: the agencies that it asks for by name, all of them
    std::optional<rules::FactId> not_known_to_, out_of_scope_;
    Survey survey_;
    std::unordered_map<std::string, AreaNumber> areas_;
    std::uint64_t wanted_seen_ = 0;
    std::size_t told_ = 0;  ///< cases told in full for their findings
};

}  // namespace csapath::engine
