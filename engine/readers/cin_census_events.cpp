// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census_events.hpp"

#include <algorithm>
#include <utility>

#include "engine/readers/cin_census_codes.hpp"
#include "engine/readers/moment_text.hpp"

namespace csapath::engine {

using rules::Code;
using enum CensusElement;

const std::array<CensusEvents::Row, CensusEvents::events> CensusEvents::table = {{
    {"referral", {"source", "source-code", "primary-need", "referral-nfa"}},
    {"assessment-started"},
    {"assessment-completed", {"factors"}},
    {"cin-plan-started"},
    {"cin-plan-ended"},
    {"s47-started", {"icpc-required", "icpc-target"}},
    {"conference-held", {"transfer-in"}},
    {"plan-started", {"category", "previous-plans"}},
    {"plan-ended", {"latest-category"}},
    {"review-held"},
    {"case-closed", {"reason"}},
}};

CensusEvents::CensusEvents(const Schema& schema, const ReadOptions& options, const TakeEvent& take, InputReport& report,
                           Faults& faults)
    : schema_(schema), take_(take), report_(report), faults_(faults), cells_(schema, options, report) {
    event_.origin.source = options.source;
    for (std::size_t row = 0; row < events; ++row) {
        const auto type = schema.event_type(table[row].name);
        if (!type || !schema.used[*type]) continue;
        wanted_[row].type = type;
        const auto& facts = schema.facts_of_type[*type];
        for (std::size_t i = 0; i < most_attributes; ++i)
            if (const auto found = facts.find(std::string{table[row].attributes[i]}); found != facts.end())
                wanted_[row].facts[i] = found->second;
    }
}

Coverage CensusEvents::coverage() const {
    Coverage coverage = Coverage::every_event(schema_);
    coverage.events.assign(coverage.events.size(), false);
    coverage.facts[rules::fact_at] = true;
    coverage.case_facts[rules::fact_date_of_birth] = true;
    coverage.case_facts[rules::fact_expected_delivery] = true;
    for (const Wanted& wanted : wanted_) {
        if (!wanted.type) continue;
        coverage.events[*wanted.type] = true;
        for (const auto& facts : wanted.facts)
            for (const rules::FactId fact : facts) coverage.facts[fact] = true;
    }
    return coverage;
}

bool CensusEvents::tell(const CensusChild& child) {
    child_ = &child;
    const std::uint64_t rows = report_.rows;
    read_identifiers();
    child.each(child.whole(), episode, [&](const Part& part, std::size_t number) {
        tell_episode(part, "CINdetails " + std::to_string(number));
    });
    if (report_.rows == rows) report_.note(Code::data_case_empty, "a child without any event");
    return !stopped_;
}

void CensusEvents::read_identifiers() {
    id_ = {};
    birth_.reset();
    case_cells_.clear();
    const Part* known = nullptr;
    child_->each(child_->whole(), identifiers, [&](const Part& part, std::size_t number) {
        if (number == 1) known = &part;
        if (number == 2)
            report_.note(Code::census_module_twice, "a child with several 'ChildIdentifiers'; the first is read");
    });
    const Part* const id = known != nullptr ? only(*known, child_id) : nullptr;
    if (id == nullptr) {
        fault(Code::xml_element_missing, child_->whole(), "a child without 'LAchildID': its events belong to no case");
    } else {
        id_ = child_->text(*id);
        if (!ids_.emplace(id_).second) report_.note(Code::census_child_twice, "a child that stands in the file before");
    }
    if (known == nullptr) return;
    read_birth(*known, birth_date, rules::fact_date_of_birth);
    read_birth(*known, expected_birth_date, rules::fact_expected_delivery);
}

void CensusEvents::read_birth(const Part& known, CensusElement element, rules::FactId fact) {
    const Part* const part = only(known, element);
    if (part == nullptr) return;
    const rules::Value value = cells_.read(fact, child_->text(*part));
    if (cells_.trouble()) fault_of_cell(*part);
    case_cells_.push_back({fact, value});
    if (element == birth_date && value.known()) birth_ = value.moment.day;
}

void CensusEvents::tell_episode(const Part& part, const std::string& position) {
    const Part* const start = required(part, referral_date);
    const Part* const closure = only(part, closure_date);
    const Attribute code = plain(part, referral_source);
    tell(referral, start, position, {source(code), code, plain(part, primary_need), yes_no(part, referral_nfa)});

    const auto within = [&](std::string_view module, std::size_t number) {
        return position + '/' + std::string{module} + ' ' + std::to_string(number);
    };
    child_->each(part, assessment, [&](const Part& module, std::size_t number) {
        tell_assessment(module, within("Assessments", number));
    });
    child_->each(part, cin_plan, [&](const Part& module, std::size_t number) {
        const Part* const plan_begin = required(module, cin_plan_start);
        const Part* const plan_end_day = only(module, cin_plan_end);
        check_order(plan_begin, plan_end_day);
        tell(cin_plan_started, plan_begin, within("CINPlanDates", number));
        tell(cin_plan_ended, plan_end_day, within("CINPlanDates", number));
    });
    tell_conferences(part, position);
    child_->each(part, protection_plan, [&](const Part& module, std::size_t number) {
        tell_protection_plan(module, within("ChildProtectionPlans", number));
    });

    check_order(start, closure);
    tell(case_closed, closure, position, {plain(part, closure_reason)});
}

void CensusEvents::tell_assessment(const Part& module, const std::string& position) {
    const Part* const start = required(module, assessment_start);
    const Part* const end = only(module, assessment_authorised);
    check_order(start, end);
    tell(assessment_started, start, position);
    tell(assessment_completed, end, position, {factor_list(module)});
    if (only(module, assessment_internal_review) == nullptr) return;
    ++report_.rows;
    ++report_.filtered;
    report_.note(Code::data_event_unused, "'AssessmentInternalReviewDate' is no event of any pathway");
}

/// Section 47 enquiries, and conferences: of an enquiry, and of the episode itself, which is how a census tells one
/// that came without an enquiry here, and how some exporters tell the same one again.
void CensusEvents::tell_conferences(const Part& part, const std::string& position) {
    const Part* const of_episode = only(part, conference_date);
    bool enquiry = false, told = false;
    child_->each(part, section_47, [&](const Part& module, std::size_t number) {
        if (child_->text(module).empty()) return;
        enquiry = true;
        const std::string here = position + "/Section47 " + std::to_string(number);
        tell(s47_started, required(module, section_47_start), here,
             {yes_no(module, conference_not_required, true), plain(module, conference_target)});
        const Part* const held = only(module, conference_date);
        if (held == nullptr) return;
        if (of_episode != nullptr && child_->text(*held) == child_->text(*of_episode)) told = true;
        tell(conference_held, held, here);
    });
    if (of_episode == nullptr || told) return;
    Attribute moved_in;
    if (!enquiry) moved_in = {of_episode, "yes"};
    tell(conference_held, of_episode, position, {moved_in});
}

void CensusEvents::tell_protection_plan(const Part& module, const std::string& position) {
    const Part* const start = required(module, plan_start);
    const Part* const end = only(module, plan_end);
    check_order(start, end);
    tell(plan_started, start, position, {plain(module, initial_category), plain(module, previous_plans)});
    const auto review = [&](const Part& day, std::size_t) { tell(review_held, &day, position); };
    child_->each(module, review_date, review);
    child_->each(module, reviews, [&](const Part& list, std::size_t number) {
        if (number == 2) report_.note(Code::census_module_twice, "a plan with several 'Reviews'; all are read");
        child_->each(list, review_date, review);
    });
    tell(plan_ended, end, position, {plain(module, latest_category)});
}

void CensusEvents::tell(CensusEvent kind, const Part* date, const std::string& position,
                        std::initializer_list<Attribute> attributes) {
    if (stopped_ || date == nullptr || child_->text(*date).empty()) return;
    ++report_.rows;
    if (id_.empty()) {
        ++report_.refused;
        return;
    }
    const Row& row = table[kind];
    const Wanted& wanted = wanted_[kind];
    if (!wanted.type) {
        ++report_.filtered;
        return report_.note(Code::data_event_unused, "'" + std::string{row.name} + "' is not used by this pathway");
    }
    const std::string_view written = child_->text(*date);
    const auto day = rules::parse_date(written);
    if (!day) {
        ++report_.refused;
        ++report_.refused_for[Code::data_date];
        cells_.spoil(Code::data_date, "2025-04-30", written, advice_on_moment(written));
        return fault_of_cell(*date);
    }
    check_day(*date, *day);

    event_.clear();
    event_.type = *wanted.type;
    event_.at = {*day};
    event_.origin.row = date->line;
    event_.case_cells.swap(case_cells_);
    text_.assign(census_name(date->element)).append("=").append(written);
    for (std::size_t i = 0; i < attributes.size(); ++i)
        if (const Attribute& given = attributes.begin()[i]; !given.text.empty())
            text_.append("|").append(row.attributes[i]).append("=").append(given.text);
    text_.append("|").append(position);
    event_.text = text_;
    add_cells(wanted, attributes);
    ++report_.used;
    stopped_ = !take_(id_, event_);
}

void CensusEvents::add_cells(const Wanted& wanted, std::initializer_list<Attribute> attributes) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const Attribute& given = attributes.begin()[i];
        if (given.text.empty()) continue;
        bool told = false;
        for (const rules::FactId fact : wanted.facts[i]) {
            rules::Value value;
            value.spoiled = true;
            if (!given.spoiled) {
                const rules::Value* const known = cells_.recall(fact, given.text);
                value = known != nullptr ? *known : cells_.read(fact, given.text);
                if (known == nullptr && cells_.trouble() && !std::exchange(told, true)) fault_of_cell(*given.part);
            }
            if (value.known() || value.spoiled) event_.cells.push_back({fact, value});
        }
    }
}

void CensusEvents::check_day(const Part& part, rules::Date day) {
    if (looks_like_placeholder(day))
        report_.note(Code::data_placeholder_date,
                     quoted(part) + " has a date that many systems write where none is known");
    if (reference_date_ && day > *reference_date_)
        report_.note(Code::census_outside_year, quoted(part) + " lies after the reference date of the census");
    if (birth_ && day < *birth_) report_.note(Code::data_before_birth, quoted(part) + " lies before the date of birth");
}

void CensusEvents::check_order(const Part* start, const Part* end) {
    if (start == nullptr || end == nullptr) return;
    const auto from = rules::parse_date(child_->text(*start)), to = rules::parse_date(child_->text(*end));
    if (from && to && *to < *from)
        report_.note(Code::data_end_before_start, quoted(*end) + " lies before " + quoted(*start));
}

const CensusChild::Part* CensusEvents::only(const Part& in, CensusElement element) {
    const Part* found = nullptr;
    std::size_t count = 0;
    child_->each(in, element, [&](const Part& part, std::size_t) {
        if (child_->text(part).empty()) return;
        if (++count == 1) found = &part;
    });
    if (count > 1)
        report_.note(Code::census_module_twice,
                     quoted(*found) + " stands more than once in one " + quoted(in) + "; the first is read");
    return found;
}

const CensusChild::Part* CensusEvents::required(const Part& in, CensusElement element) {
    const Part* const found = only(in, element);
    if (found == nullptr && !child_->text(in).empty())
        fault(Code::xml_element_missing, in, quoted(in) + " without '" + std::string{census_name(element)} + '\'');
    return found;
}

CensusEvents::Attribute CensusEvents::plain(const Part& in, CensusElement element) {
    const Part* const part = only(in, element);
    if (part == nullptr) return {};
    return {part, std::string{child_->text(*part)}};
}

CensusEvents::Attribute CensusEvents::yes_no(const Part& in, CensusElement element, bool opposite) {
    Attribute given = plain(in, element);
    if (given.part == nullptr) return given;
    if (const auto yes = census_boolean(given.text)) {
        given.text = *yes != opposite ? "yes" : "no";
    } else {
        cells_.spoil(Code::data_value, "0 or 1", given.text);
        fault_of_cell(*given.part);
        given.spoiled = true;
    }
    return given;
}

CensusEvents::Attribute CensusEvents::source(const Attribute& code) {
    if (code.part == nullptr) return {};
    const auto agency = referring_agency(code.text);
    if (!agency) {
        report_.note(Code::data_value_unknown, quoted(*code.part) + " holds a code that the census does not have");
        return {code.part, "?", true};
    }
    const auto& names = agency->names;
    const auto known = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return !name.empty() && schema_.words->agency(name).has_value();
    });
    return {code.part, std::string{known == names.end() ? names.front() : *known}};
}

CensusEvents::Attribute CensusEvents::factor_list(const Part& module) {
    Attribute given;
    child_->each(module, factors, [&](const Part& list, std::size_t) {
        child_->each(list, factor, [&](const Part& one, std::size_t) {
            if (child_->text(one).empty()) return;
            given.part = &list;
            if (!given.text.empty()) given.text += ';';
            given.text += child_->text(one);
        });
    });
    return given;
}

std::string CensusEvents::quoted(const Part& part) const {
    return "'" + std::string{census_name(part.element)} + '\'';
}

void CensusEvents::fault(Code code, const Part& part, std::string message, std::string help) {
    faults_.add(code, {part.line, part.line, part.line}, std::move(message), std::move(help));
}

/// For what the last cell could not be read as.
void CensusEvents::fault_of_cell(const Part& part) {
    fault(cells_.trouble()->code, part, quoted(part) + ": " + cells_.trouble()->message, cells_.trouble()->help);
}

}  // namespace csapath::engine
