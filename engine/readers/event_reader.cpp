// SPDX-License-Identifier: MIT
#include "engine/readers/event_reader.hpp"

#include <utility>

namespace csapath::engine {

using rules::Code;

namespace {
constexpr std::string_view case_column = "case", event_column = "event", at_column = "at";

/// It begins or ends with a space or a no-break space: the same id without it would be another case.
bool has_outer_space(std::string_view id) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    return id.front() == ' ' || id.back() == ' ' || id.starts_with(no_break_space) || id.ends_with(no_break_space);
}
}  // namespace

EventReader::EventReader(const Schema& schema, const ReadOptions& options, const TakeEvent& take, InputReport& report,
                         Faults& faults)
    : options_(options),
      take_(take),
      report_(report),
      faults_(faults),
      names_(schema, options, report),
      cells_(schema, options, report) {
    event_.origin.source = options.source;
    for (const rules::Fact& fact : schema.words->facts()) of_case_.push_back(fact.of_case ? 1 : 0);
}

/// Whether an id deserves a closer look: few do.
bool EventReader::doubtful(std::string_view id) {
    constexpr auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return !plain(id.front()) || !plain(id.back()) || (id.size() > 4 && id[id.size() - 3] == '+');
}

/// A row of another case than the row before it.
std::optional<Fate> EventReader::begin_case(std::string_view case_id) {
    event_.case_run = (options_.source + std::uint64_t{1}) << 32 | ++case_runs_;
    if (timeline_ != nullptr) behind_ = timeline_;
    close();
    current_case_.clear();
    if (case_id.empty() || doubtful(case_id)) return check_case(case_id);
    current_case_ = case_id;
    return std::nullopt;
}

std::optional<Fate> EventReader::check_case(std::string_view case_id) {
    if (case_id.find_first_not_of(' ') == std::string_view::npos)
        return refuse_here(case_column, Code::data_case_missing, "the row does not say which case it belongs to");
    if (spreadsheet_error(case_id)) {
        cells_.spoil(Code::data_excel_damage, "", case_id);
        return refuse_spoiled(case_column);
    }
    if (rounded_number(case_id))
        return refuse_here(case_column, Code::data_excel_damage,
                           "a spreadsheet has rounded this id (" + std::to_string(case_id.size()) + " characters)",
                           "format the column as text before the data come in, and save the file again");
    if (has_outer_space(case_id))
        report_.note(Code::data_near_ids, "case ids begin or end with a space; they are kept as they are");
    return std::nullopt;
}

/// Whatever comes next is handed over.
void EventReader::close() {
    cells_of_event_->cut(begin_of_cells_);
    timeline_ = nullptr;
    cells_of_event_ = &event_.cells;
    begin_of_cells_ = 0;
}

void EventReader::let_go_of_rows() {
    if (timeline_ != nullptr) timeline_->keep_texts();
    if (behind_ != nullptr) behind_->keep_texts();
    behind_ = nullptr;
}

/// Hands the event over, and finds out where the next of its case goes.
Fate EventReader::hand_over() {
    if (timeline_ != nullptr) {
        let_go_of_rows();
        event_.cells.clear();
        event_.cells.append({cells_of_event_->begin() + begin_of_cells_, cells_of_event_->end()});
        close();
    }
    // Rows that were left out may have stood between two of one case.
    if (behind_ != nullptr && !same_id(case_id_, behind_->case_id())) {
        behind_->let_go_of_texts();
        behind_ = nullptr;
    }
    let_go_of_rows();
    if (!take_(case_id_, event_)) return Fate::stop;
    timeline_ = current_case_.empty() ? nullptr : take_.open();
    if (timeline_ == nullptr) return Fate::used;
    cells_of_event_ = &timeline_->cells_to_fill();
    begin_of_cells_ = cells_of_event_->size();
    return Fate::used;
}

/// A row without an event.
Fate EventReader::refuse_nameless(std::string_view event) {
    if (event.empty())
        return refuse_here(event_column, Code::data_event_missing, "no event is named",
                           "say what happened, or take the row out");
    cells_.spoil(Code::data_excel_damage, "", event);
    return refuse_spoiled(event_column);
}

Fate EventReader::refuse_moment(std::string_view at) {
    if (at.empty())
        return refuse_here(at_column, Code::data_date, "no date is given", "say when it happened: 2025-04-30");
    cells_.spoil_moment(rules::fact_at, at);
    return refuse_spoiled(at_column);
}

bool EventReader::put(rules::FactId fact, std::string_view column, rules::Value value) {
    if (const auto& trouble = cells_.trouble()) [[unlikely]] {
        if (trouble->code == Code::data_excel_damage) {
            refuse_spoiled(column);
            return false;
        }
        faults_.add(trouble->code, *place_, trouble->message, trouble->help, column);
    }
    any_text_ = any_text_ || value.kind == rules::Value::Kind::text;
    if (value.known() || value.spoiled) keep(fact, value);
    return true;
}

Fate EventReader::refuse(Code code, const RowPlace& place, std::string message, std::string help,
                         std::string_view column) {
    faults_.add(code, place, std::move(message), std::move(help), column);
    return Fate::refused;
}

Fate EventReader::refuse_here(std::string_view column, Code code, std::string message, std::string help) {
    return refuse(code, *place_, std::move(message), std::move(help), column);
}

/// For what the last cell could not be read as.
Fate EventReader::refuse_spoiled(std::string_view column) {
    const CellReader::Trouble& trouble = *cells_.trouble();
    return refuse_here(column, trouble.code, trouble.message, trouble.help);
}

void EventReader::tell_of_all(std::uint64_t blank_rows) {
    if (midnights_ > 1 && other_times_ == 0)
        report_.note(Code::data_only_midnight,
                     "every time in 'at' is midnight; if only days are known, write the days alone", midnights_);
    if (report_.rows > blank_rows || options_.allow_empty) return;
    faults_.add(Code::data_no_rows, {}, "the file holds no events",
                "if that is as it should be, say so with --allow-empty");
}

}  // namespace csapath::engine
