// SPDX-License-Identifier: MIT
#include "engine/readers/json_table.hpp"

#include <optional>
#include <utility>

#include "engine/readers/json_piece.hpp"

namespace csapath::engine {

using JsonKind = JsonObject::Value::Kind;

namespace {

constexpr std::string_view facts_of_case = "facts.", prefix_of_case = "case.";

std::string path_below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string{key} : path + '.' + std::string{key};
}

/// The column of a path. What stands under "facts" is told of the case, as in the plain event file.
std::string json_column_of(const std::string& path) {
    if (!path.starts_with(facts_of_case)) return path;
    return std::string{prefix_of_case} + path.substr(facts_of_case.size());
}

bool holds_objects(const JsonObject& json, std::size_t list) {
    bool any = false;
    json.each_in(list, [&](const JsonObject::Value& item, std::size_t) { any = any || item.kind == JsonKind::object; });
    return any;
}

/// Goes through the members of a record, but for the records inside it. Takes value(path, place) for what has a column
/// and inner(path, place) for a list of records.
template <class TakeValue, class TakeInner>
void each_member(const JsonObject& json, const std::string& path, std::size_t place, const TakeValue& value,
                 const TakeInner& inner) {
    json.each_in(place, [&](const JsonObject::Value& member, std::size_t at) {
        const std::string here = path_below(path, json.key(member));
        if (member.kind == JsonKind::object)
            each_member(json, here, at, value, inner);
        else if (member.kind == JsonKind::list && holds_objects(json, at))
            inner(here, at);
        else
            value(here, at);
    });
}

void learn_record(const JsonObject& json, const std::string& path, std::size_t place, JsonLayout& layout) {
    each_member(
        json, path, place,
        [&](const std::string& here, std::size_t) {
            const std::string column = json_column_of(here);
            layout.columns.learn(column);
            layout.record_of.emplace(column, path);
        },
        [&](const std::string& here, std::size_t list) {
            json.each_in(list, [&](const JsonObject::Value& item, std::size_t at) {
                if (item.kind == JsonKind::object) learn_record(json, here, at, layout);
            });
        });
}

}  // namespace

void JsonLayout::learn(Bytes& bytes) {
    JsonItems items(bytes, JsonItems::As::records);
    JsonObject json(levels);
    while (items.next() == JsonItems::Got::item)
        if (!read_piece(items, json)) learn_record(json, {}, 0, *this);
    columns.settle();
}

std::vector<JsonLayout> JsonLayout::of_lists(Bytes& bytes) {
    JsonItems items(bytes, JsonItems::As::members);
    JsonObject json(levels);
    std::map<std::string, JsonLayout> by_list;
    while (items.next() == JsonItems::Got::item)
        if (!read_piece(items, json)) learn_record(json, {}, 0, by_list[items.key()]);
    std::vector<JsonLayout> layouts;
    for (auto& [list, layout] : by_list) {
        layout.list = list;
        layout.columns.settle();
        layouts.push_back(std::move(layout));
    }
    return layouts;
}

JsonTable::JsonTable(Bytes& bytes, const JsonLayout& layout)
    : layout_(layout), items_(bytes, layout.list.empty() ? JsonItems::As::records : JsonItems::As::members) {}

/// The next record of the list that is meant.
JsonItems::Got JsonTable::next_item() {
    JsonItems::Got got = items_.next();
    while (got == JsonItems::Got::item && !layout_.list.empty() && items_.key() != layout_.list) got = items_.next();
    return got;
}

void JsonTable::look_at_record(const std::string& path, std::size_t place, const LogRow& around) {
    const std::size_t number = records_.size();
    records_.push_back({path, around});
    records_.back().row.place = items_.place();
    std::vector<std::pair<std::string, std::size_t>> lists;
    each_member(
        json_, path, place,
        [&](const std::string& here, std::size_t at) {
            const auto column = layout_.columns.find(json_column_of(here));
            if (!column) return;
            LogRow& row = records_[number].row;
            if (json_[at].kind == JsonKind::list) {
                const auto joined = joined_values(json_, at);
                if (!joined) ++signs_in_values_;
                row.add(*column, joined.value_or("?"), false, !joined);
            } else {
                row.add(*column, plain_text(json_, json_[at]));
            }
        },
        [&](const std::string& here, std::size_t at) { lists.emplace_back(here, at); });
    if (lists.empty()) return;
    LogRow outer = records_[number].row;
    for (LogRow::Piece& piece : outer.pieces) piece.standing = TableCell::Standing::around;
    for (const auto& [here, list] : lists)
        json_.each_in(list, [&, &inner = here](const JsonObject::Value& item, std::size_t at) {
            if (item.kind == JsonKind::object) look_at_record(inner, at, outer);
        });
}

bool JsonTable::next(TableRow& row) {
    if (!header_told_ && !layout_.columns.names().empty()) {
        header_told_ = true;
        LogRow::hand_on_header(layout_.columns, row, out_text_);
        return true;
    }
    while (records_.empty()) {
        row.fault.reset();
        const JsonItems::Got got = next_item();
        if (got == JsonItems::Got::end || (got == JsonItems::Got::fault && std::exchange(fault_told_, true)))
            return false;
        row.fault = got == JsonItems::Got::fault ? std::optional(items_.fault()) : read_piece(items_, json_);
        if (row.fault) {
            row.place = items_.place();
            row.cells.clear();
            row.text = {};
            return true;
        }
        look_at_record({}, 0, {});
    }
    out_ = std::move(records_.front());
    records_.pop_front();
    out_.row.hand_on(layout_.columns, row, out_text_);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const auto record = layout_.record_of.find(layout_.columns.names()[column]);
        if (row.cells[column].text.empty() && record != layout_.record_of.end() && record->second != out_.path)
            row.cells[column].standing = TableCell::Standing::elsewhere;
    }
    return true;
}

void JsonTable::tell_of_all(Faults& faults, InputReport&, std::uint64_t) {
    tell_of_lists_not_joined(signs_in_values_, faults);
}

}  // namespace csapath::engine
