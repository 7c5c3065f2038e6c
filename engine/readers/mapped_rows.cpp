// SPDX-License-Identifier: MIT
#include "engine/readers/mapped_rows.hpp"

#include <algorithm>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;
using Kind = rules::Type::Kind;

MappedRows::MappedRows(const BoundTable& bound, std::string header, const Schema& schema, const ReadOptions& options,
                       const TakeEvent& take, InputReport& report, Faults& faults)
    : bound_(bound),
      header_(std::move(header)),
      options_(options),
      report_(report),
      faults_(faults),
      events_(schema, options, take, report, faults),
      cells_(bound, options, report) {}

bool MappedRows::read(Table& table) {
    TableRow row;
    while (!stopped_ && !cells_.order_refuted() && table.next(row)) read_row(row);
    if (stopped_) return false;
    cells_.tell_of_dates(faults_);
    cells_.tell_of_cells();
    table.tell_of_all(faults_, report_, blank_rows_);
    if (blank_rows_ > 0) report_.note(Code::data_blank_rows, "blank rows, passed over", blank_rows_);
    events_.tell_of_all(blank_rows_);
    return true;
}

void MappedRows::count(Fate fate) {
    if (fate == Fate::stop) stopped_ = true;
    events_.count(fate);
}

Fate MappedRows::refuse(Code code, std::string message, std::string help, std::string_view column) {
    return events_.refuse(code, row_->place, std::move(message), std::move(help), column);
}

bool MappedRows::blank() const {
    return std::ranges::all_of(row_->cells,
                               [](const TableCell& cell) { return without_outer_spaces(cell.text).empty(); });
}

void MappedRows::read_row(const TableRow& row) {
    row_ = &row;
    if (!row.fault && !in_this_record()) return;
    if (row.fault) return count(refuse(row.fault->code, row.fault->message, row.fault->help, {}));
    if (blank()) {
        ++blank_rows_;
        return count(Fate::filtered);
    }
    if (row.text == header_)
        return count(refuse(Code::data_header_again, "the header stands here again",
                            "were files put together? each needs its own header only once, at the top", {}));
    cells_.begin(row);
    if (const auto fate = weigh(bound_.when)) return count(*fate);
    if (const auto fate = read_case()) return count(*fate);
    if (bound_.table->case_split.empty()) return read_events();
    const std::string all = case_id_;  // each of the cases that the row concerns has the events for itself
    std::vector<std::string_view> cases;
    for (std::string_view rest = all; !rest.empty();) {
        const std::size_t end = std::min(rest.find(bound_.table->case_split), rest.size());
        const std::string_view id = without_outer_spaces(rest.substr(0, end));
        if (!id.empty() && std::ranges::find(cases, id) == cases.end()) cases.push_back(id);
        rest.remove_prefix(std::min(end + bound_.table->case_split.size(), rest.size()));
    }
    for (const std::string_view id : cases) {
        if (stopped_) return;
        case_id_ = id;
        read_events();
    }
}

void MappedRows::read_events() {
    if (bound_.event_name)
        read_long();
    else
        read_wide();
}

/// Whether the row is of a kind of record that the mapping reads events from: others only hold such, or stand in them.
bool MappedRows::in_this_record() const {
    const auto here = [this](const BoundValue& value) {
        return value.from->always || row_->cell(value.column).standing == TableCell::Standing::here;
    };
    return bound_.event_name ? here(*bound_.event_name) : std::ranges::any_of(bound_.events, here, &BoundEvent::at);
}

// --- what a row is about

MappedRows::Weight MappedRows::weight(const Condition& condition, std::string_view text) {
    auto& known = weights_[&condition];
    if (const Weight* const before = known.find(text)) return *before;
    const std::string plain = plain_words(text);
    const auto listed = [&plain](const std::vector<std::string>& texts) {
        return std::ranges::find(texts, plain) != texts.end();
    };
    Weight weight = Weight::unsaid;
    if (listed(condition.is) || (condition.is.empty() && !listed(condition.is_not)))
        weight = Weight::counts;
    else if (condition.is.empty() || condition.is_not.empty() || listed(condition.is_not))
        weight = Weight::left_out;
    known.add(text, weight);
    return weight;
}

/// A fate where the row, or the event, does not count.
std::optional<Fate> MappedRows::weigh(const std::vector<BoundCondition>& conditions) {
    for (const BoundCondition& bound : conditions) {
        const Text text = cells_.text(bound.column, bound.condition->key, {});
        const Weight found = weight(*bound.condition, text.text);
        if (found == Weight::counts) continue;
        const std::string& name = bound_.columns[bound.column];
        if (found == Weight::left_out) {
            report_.note(Code::data_left_out, "left out, as the mapping says of '" + rules::printable(name) + '\'');
            return Fate::filtered;
        }
        const std::string data = text.state == Text::State::blank ? "nothing stands here"
                                 : options_.show_values ? "'" + rules::printable(text.text.substr(0, 80)) + '\''
                                                        : "a value";
        return refuse(Code::data_value,
                      text.state == Text::State::blank
                          ? "nothing stands here, and the mapping does not say whether the row then counts"
                          : data + " of which the mapping does not say whether the row counts",
                      "list it under 'is' or under 'is-not'; a blank cell is written \"\"", name);
    }
    return std::nullopt;
}

std::optional<Fate> MappedRows::read_case() {
    case_id_.clear();
    for (const std::size_t column : bound_.case_id) {
        const Text text = cells_.text(column, {}, {});
        const std::string& name = bound_.columns[column];
        if (text.state == Text::State::blank && !bound_.table->case_split.empty()) {
            report_.note(Code::log_event_of_no_case, "events that concern no case");
            return Fate::filtered;
        }
        if (text.state == Text::State::blank)
            return refuse(Code::data_case_missing, "the row does not say which case it belongs to", {}, name);
        if (spreadsheet_error(text.text))
            return refuse(Code::data_excel_damage, "a spreadsheet's error stands in the place of the id",
                          "mend the formula, and save the file again", name);
        if (rounded_number(text.text))
            return refuse(Code::data_excel_damage,
                          "a spreadsheet has rounded this id (" + std::to_string(text.text.size()) + " characters)",
                          "format the column as text before the data come in, and save the file again", name);
        if (!case_id_.empty()) case_id_ += bound_.table->case_joint;
        case_id_ += text.text;
    }
    return std::nullopt;
}

// --- its events

void MappedRows::read_wide() {
    bool any = false;
    for (const BoundEvent& event : bound_.events) {
        if (stopped_) return;
        const Text at = cells_.text(event.at);
        if (at.state == Text::State::blank) continue;
        if (row_->cell(event.at.column).standing != TableCell::Standing::here) continue;
        any = true;
        const auto fate = weigh(event.when);
        count(fate ? *fate : tell(event, event.event->name, at, &event.facts));
    }
    if (any) return;
    report_.note(Code::data_left_out, "rows without the date of any event");
    count(Fate::filtered);
}

void MappedRows::read_long() {
    const BoundEvent& event = bound_.events.front();
    const BoundValue& value = *bound_.event_name;
    const Text written = cells_.text(value);
    const std::string& column = cells_.column_name(value);
    if (written.state != Text::State::given)
        return count(
            refuse(Code::data_event_missing, "no event is named", "say what happened, or take the row out", column));
    std::string_view name = written.text;
    if (value.from->values) {
        const auto& left_out = bound_.table->left_out;
        if (std::ranges::find(left_out, plain_words(name)) != left_out.end()) {
            report_.note(Code::data_left_out, "left out, as the mapping says of '" + rules::printable(column) + '\'');
            return count(Fate::filtered);
        }
        const std::string* const meaning = cells_.meaning(value, name);
        if (meaning == nullptr) return count(Fate::filtered);
        name = *meaning;
    }
    const Text at = cells_.text(event.at);
    if (at.state == Text::State::blank)
        return count(refuse(Code::data_date, "no date is given", "say when it happened", cells_.column_name(event.at)));
    count(tell(event, name, at, nullptr));
}

/// One event of the row. `facts`: those of this event; nullptr where its type decides.
Fate MappedRows::tell(const BoundEvent& event, std::string_view name, const Text& at,
                      const std::vector<BoundFact>* facts) {
    MappedCells::Trouble trouble;
    const auto date = cells_.date(event.at, at, trouble);
    if (!date) return refuse(trouble.code, trouble.message, trouble.help, cells_.column_name(event.at));
    std::string_view tie = row_->text;
    if (event.again) tie = tie_.assign(row_->text).append("|").append(cells_.column_name(event.at));
    const Fate fate = events_.begin(row_->place, tie, case_id_, name, *date);
    if (fate != Fate::begun) return fate;
    if (facts == nullptr) facts = &bound_.facts_of_type[events_.type()];
    for (const BoundFact& fact : *facts)
        if (!add(fact)) return Fate::refused;
    for (const BoundFact& fact : bound_.of_case)
        if (!add(fact)) return Fate::refused;
    return events_.finish();
}

// --- its facts

/// False if the row is refused for it.
bool MappedRows::add(const BoundFact& bound) {
    const BoundValue& value = bound.value;
    const Text text = cells_.text(value);
    if (text.state == Text::State::blank) return true;
    const std::string_view column = value.from->always ? std::string_view{} : cells_.column_name(value);
    for (const rules::FactId fact : bound.facts) {
        const Kind kind = events_.cells().kind(fact);
        // As the plain event file has them, lists need no taking apart here.
        const bool as_plain = value.from->split == ";" && value.from->values == nullptr;
        const bool list = (kind == Kind::many_of || kind == Kind::agencies) && !value.from->split.empty() && !as_plain;
        if (text.state == Text::State::broken) {
            const std::string wanted = value.from->key.empty()
                                           ? "a value of the type that the file says it has"
                                           : "a JSON object with a plain value under '" + value.from->key + '\'';
            if (!events_.put(fact, column, events_.cells().spoil(Code::data_value, wanted, text.text))) return false;
        } else if (list) {
            if (!add_list(fact, value, text.text)) return false;
        } else if (kind == Kind::date || kind == Kind::instant) {
            MappedCells::Trouble trouble;
            auto date = value.from->always ? text.text : cells_.date(value, text, trouble);
            if (date && kind == Kind::date) date = date->substr(0, 10);
            const bool added =
                date ? events_.add(fact, column, *date)
                     : events_.put(fact, column, events_.cells().spoil({trouble.code, trouble.message, trouble.help}));
            if (!added) return false;
        } else if (value.from->values) {
            const std::string* const meaning = cells_.meaning(value, text.text);
            if (meaning == nullptr ? !put_unknown(fact) : !events_.add(fact, column, *meaning)) return false;
        } else if (!events_.add(fact, column, text.text)) {
            return false;
        }
    }
    return true;
}

bool MappedRows::put_unknown(rules::FactId fact) {
    rules::Value unknown;
    unknown.spoiled = true;
    return events_.put(fact, {}, events_.cells().accept(unknown));
}

bool MappedRows::add_list(rules::FactId fact, const BoundValue& value, std::string_view text) {
    const ValueFrom& from = *value.from;
    std::vector<std::string_view> items;
    bool partial = false;
    const bool nobody = text == "none" && (from.values == nullptr || from.values->find(text) == nullptr);
    if (nobody) return events_.put(fact, cells_.column_name(value), events_.cells().read_list(fact, {}));
    for (std::string_view rest = text;;) {
        const std::size_t end = std::min(rest.find(from.split), rest.size());
        if (const auto item = without_outer_spaces(rest.substr(0, end)); !item.empty()) {
            const std::string* const meaning = from.values ? cells_.meaning(value, item) : nullptr;
            if (meaning != nullptr)
                items.emplace_back(*meaning);
            else if (from.values)
                partial = true;
            else
                items.push_back(item);
        }
        if (end == rest.size()) break;
        rest.remove_prefix(end + from.split.size());
    }
    rules::Value list = events_.cells().read_list(fact, items);
    list.partial = list.partial || (partial && !list.spoiled);
    return events_.put(fact, cells_.column_name(value), list);
}

}  // namespace csapath::engine
