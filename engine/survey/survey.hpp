// SPDX-License-Identifier: MIT
/// What a whole run shows: counts by rule, area and month, how long things took, who took part, a line for each case
/// and a file for those that are told in full. Gathered by a Surveyor, read by everything that reports on many cases.
///
/// Counts are of activations: each time that a rule was put in force. Findings are fewer, because one fault that breaks
/// several rules, or one rule several times, is one finding.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/findings/results.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/survey/durations.hpp"
#include "engine/survey/lines.hpp"

namespace csapath::engine {

/// A month of the calendar.
struct Month {
    std::int32_t number = 0;  ///< months since January of the year 0
    friend auto operator<=>(const Month&, const Month&) = default;
};
Month month_of(rules::Date day);
std::string spelled(Month month);  ///< "May 2025"

struct RuleSurvey {
    /// By the area in which the child was in that episode and the month of the activation; every verdict.
    std::map<std::pair<AreaNumber, Month>, VerdictCounts> counts;
    /// By the agencies that a rule asks for by name, each of them; of other rules by the one in charge of
    /// what has to happen.
    std::map<std::optional<rules::AgencyId>, VerdictCounts> by_agency;
    /// From activation to fulfilment, whether in time or late, in `unit`; pauses are not taken off. What has not
    /// happened is not in it.
    Durations took;
    rules::Unit unit = rules::Unit::days;
    std::uint64_t findings = 0;  ///< those told under this rule
    /// Why a verdict was not reached, and how often: of undetermined, not visible and excused.
    std::map<std::pair<Verdict, Because>, std::uint64_t> reasons;

    VerdictCounts all() const;
};

/// An agency, where rules ask for it by name.
struct Expected {
    std::uint64_t times = 0;
    std::uint64_t recorded = 0;   ///< it is recorded as having taken part, or been reached
    std::uint64_t absent = 0;     ///< a list is filled in, and the agency is not on it
    std::uint64_t not_known = 0;  ///< the list is blank, cannot be read, or is not in the data
    std::uint64_t not_asked = 0;  ///< excused, or not yet due
};

/// How an agency stands to a case, as far as its records say.
enum class AgencyPart : std::uint8_t {
    took_part,     ///< it acted, attended or contributed
    known_only,    ///< the child is known to it, and no part is recorded
    not_known_to,  ///< the child is recorded as not known to it
    out_of_scope,  ///< the audit leaves it out
    not_recorded   ///< nothing is recorded of it, which is not to say that it had no part
};
inline constexpr std::size_t part_kinds = 5;

/// A case, in a line.
struct CaseLine {
    std::string id;
    AreaNumber area = 0;   ///< where it is recorded; else where the child was last
    std::string team;      ///< empty where it is not recorded
    rules::Date from, to;  ///< its first event and its last
    bool open = false;     ///< its last episode has not closed
    std::uint32_t episodes = 0, events = 0;
    std::array<std::uint32_t, 3> findings = {};  ///< by severity
    std::array<std::uint32_t, verdicts> judged = {};
    std::vector<AgencyPart> agencies = {};   ///< by AgencyId
    std::optional<std::uint32_t> file = {};  ///< its place in Survey::files

    std::uint32_t all_findings() const { return findings[0] + findings[1] + findings[2]; }
};

/// A case told in full.
struct CaseFile {
    struct Happening {
        std::string title;  ///< of the step it is an occurrence of, else of the event type
        bool is_step = false;
        rules::Moment at;
        std::optional<rules::AgencyId> agency;  ///< that acted; else the one in charge of the step
        std::vector<std::pair<std::string, std::string>> attributes;  ///< title and value
        std::uint16_t source = 0;
        std::uint32_t row = 0;
    };
    /// A clock that ran: from what put the rule in force to its due date.
    struct Window {
        std::uint16_t rule = 0;
        Verdict verdict = Verdict::met;
        rules::Moment from, due;
        std::optional<rules::Moment> done;
    };
    struct Run {
        std::uint32_t number = 1;
        rules::Moment from;
        std::optional<rules::Moment> closed;
        bool began_unseen = false;
    };

    std::uint32_t number = 0;                                ///< its place in Survey::cases
    std::vector<std::pair<std::string, std::string>> facts;  ///< of the case, but area and team
    std::vector<Happening> happenings;
    std::vector<Window> windows;
    std::vector<Run> episodes;
    std::vector<Finding> findings;  ///< what is late, overdue, missed or failed
    std::vector<Finding> listed;    ///< what is excused, cannot be told or is not visible
    std::vector<Finding> pending;
};

struct Survey {
    std::vector<std::string> areas;  ///< as recorded, in order of their first case; the first is "", not recorded
    std::vector<RuleSurvey> rules;   ///< by number of the rule
    std::map<Month, std::uint64_t> opened;  ///< episodes, by the month in which they began
    /// Findings at a step, by the agency they concern: those missing where a list tells so, else the one in charge of
    /// the step, else the one that is recorded with what put the rule in force. One past the last agency: nobody is
    /// said.
    std::vector<std::vector<std::uint64_t>> concerned;
    std::vector<std::uint64_t> occurrences;  ///< by step
    std::vector<Expected> expected;          ///< by agency
    std::vector<CaseLine> cases;             ///< in byte order of their ids
    std::vector<CaseFile> files;             ///< in the same order
    std::uint64_t files_left_out = 0;        ///< cases with findings for which there was no room
    Lines lines;
};

}  // namespace csapath::engine
