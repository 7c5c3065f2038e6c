// SPDX-License-Identifier: MIT
/// What a census tells of a child, as events.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/readers/cell.hpp"
#include "engine/readers/cin_census_child.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

class CensusEvents {
public:
    /// All must outlive this.
    CensusEvents(const Schema& schema, const ReadOptions& options, const TakeEvent& take, InputReport& report,
                 Faults& faults);

    /// What a census can show to this pathway at all.
    Coverage coverage() const;
    /// The last day that the collection is about.
    void set_reference_date(rules::Date day) { reference_date_ = day; }
    /// Hands out the events of a child. False if whoever takes them wants no more.
    bool tell(const CensusChild& child);

private:
    using Part = CensusChild::Part;

    /// The events that a census has.
    enum CensusEvent : std::uint8_t {
        referral,
        assessment_started,
        assessment_completed,
        cin_plan_started,
        cin_plan_ended,
        s47_started,
        conference_held,
        plan_started,
        plan_ended,
        review_held,
        case_closed,
        events
    };
    static constexpr std::size_t most_attributes = 4;
    struct Row {
        std::string_view name;
        std::array<std::string_view, most_attributes> attributes = {};
    };
    static const std::array<Row, events> table;

    /// What a row of the table is to the pathway.
    struct Wanted {
        std::optional<EventTypeId> type;  ///< empty if it does not use the event
        std::array<std::vector<rules::FactId>, most_attributes> facts;
    };
    /// The value of an attribute, as a plain event file would give it.
    struct Attribute {
        const Part* part = nullptr;  ///< nullptr: nothing is told
        std::string text = {};       ///< empty: nothing is told
        bool spoiled = false;        ///< it cannot be read
    };

    void tell_episode(const Part& episode, const std::string& position);
    void tell_assessment(const Part& assessment, const std::string& position);
    void tell_protection_plan(const Part& plan, const std::string& position);
    void tell_conferences(const Part& episode, const std::string& position);
    /// Attributes in the order of the table. `position` tells modules apart.
    void tell(CensusEvent event, const Part* date, const std::string& position,
              std::initializer_list<Attribute> attributes = {});
    void add_cells(const Wanted& wanted, std::initializer_list<Attribute> attributes);
    void read_identifiers();
    void read_birth(const Part& identifiers, CensusElement element, rules::FactId fact);
    void check_day(const Part& part, rules::Date day);
    /// Notes an end that comes before its start.
    void check_order(const Part* start, const Part* end);

    /// The one part of this name that `in` should have, if there is one with a text; notes where there are several.
    const Part* only(const Part& in, CensusElement element);
    /// The same for one without which the module makes no sense, if it holds anything at all.
    const Part* required(const Part& in, CensusElement element);
    Attribute plain(const Part& in, CensusElement element);
    Attribute yes_no(const Part& in, CensusElement element, bool opposite = false);
    Attribute source(const Attribute& code);
    Attribute factor_list(const Part& assessment);
    std::string quoted(const Part& part) const;
    void fault(rules::Code code, const Part& part, std::string message, std::string help = {});
    void fault_of_cell(const Part& part);

    const Schema& schema_;
    const TakeEvent& take_;
    InputReport& report_;
    Faults& faults_;
    CellReader cells_;
    std::array<Wanted, events> wanted_;
    std::optional<rules::Date> reference_date_;
    std::unordered_set<std::string> ids_;
    bool stopped_ = false;

    const CensusChild* child_ = nullptr;
    std::string_view id_;
    std::optional<rules::Date> birth_;
    EventCells case_cells_;  ///< for the child's first event
    std::string text_;
    Event event_;
};

}  // namespace csapath::engine
