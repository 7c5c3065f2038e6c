// SPDX-License-Identifier: MIT
#include "engine/readers/ocel_table.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_set>

#include "engine/readers/json_piece.hpp"
#include "engine/readers/moment_text.hpp"

namespace csapath::engine {

using rules::Code;
using JsonKind = JsonObject::Value::Kind;

OcelTable::OcelTable(Bytes& bytes, const OcelObjects& objects)
    : objects_(objects), items_(bytes, JsonItems::As::members) {}

bool OcelTable::next(TableRow& row) {
    if (!header_told_) {
        header_told_ = true;
        LogRow::hand_on_header(objects_.columns(), row, out_text_);
        return true;
    }
    JsonItems::Got got = items_.next();
    while (got == JsonItems::Got::item && items_.key() != "events") got = items_.next();
    row.fault.reset();
    if (got == JsonItems::Got::end || (got == JsonItems::Got::fault && std::exchange(fault_told_, true))) return false;
    row.fault = got == JsonItems::Got::fault ? std::optional(items_.fault()) : read_piece(items_, json_);
    if (row.fault) {
        row.place = items_.place();
        row.cells.clear();
        row.text = {};
        return true;
    }
    row_.clear();
    row_.place = items_.place();
    look_at_event();
    row_.hand_on(objects_.columns(), row, out_text_);
    tell_if_known(row);
    return true;
}

/// An event that stands twice to the letter is left to those who count such rows.
void OcelTable::tell_if_known(TableRow& row) {
    const auto column = objects_.columns().find("ocel:eid");
    const std::string_view id = column ? row.cell(*column).text : std::string_view{};
    if (id.empty() || row.fault) return;
    const auto [known, fresh] = known_events_.emplace(id, std::hash<std::string_view>{}(row.text));
    if (fresh || known->second == std::hash<std::string_view>{}(row.text)) return;
    row.fault = {Code::log_event_twice, "an event with the id of one before it, which says something else",
                 "give each event an id of its own"};
}

void OcelTable::add(std::string_view column, std::string_view text, bool date, bool broken) {
    const auto place = objects_.columns().find(column);
    if (place && !text.empty() && !row_.has(*place)) row_.add(*place, text, date, broken);
}

void OcelTable::look_at_event() {
    std::vector<const OcelObjects::Object*> concerned;
    std::unordered_set<const OcelObjects::Object*> known;
    const auto look_at_attribute = [this](std::size_t at) {
        std::string name;
        std::size_t value = 0;
        json_.each_in(at, [&](const JsonObject::Value& member, std::size_t place) {
            if (json_.key(member) == "name") name = plain_text(json_, member);
            if (json_.key(member) == "value") value = place;
        });
        if (value == 0) return;
        if (json_[value].kind != JsonKind::list) return add(name, plain_text(json_, json_[value]));
        const auto joined = joined_values(json_, value);
        if (!joined) ++signs_in_values_;
        add(name, joined.value_or("?"), false, !joined);
    };
    const auto look_at_relation = [&](std::size_t at) {
        const OcelObjects::Object* object = nullptr;
        json_.each_in(at, [&](const JsonObject::Value& member, std::size_t) {
            if (json_.key(member) == "objectId") object = objects_.find(plain_text(json_, member));
        });
        if (object == nullptr)
            ++unknown_objects_;
        else if (known.insert(object).second)
            concerned.push_back(object);
    };
    json_.each_in(0, [&](const JsonObject::Value& member, std::size_t place) {
        const std::string_view key = json_.key(member);
        const std::string text = plain_text(json_, member);
        if (key == "id") add("ocel:eid", text);
        if (key == "type") add("ocel:activity", text);
        if (key == "time") add("ocel:timestamp", text, parse_moment(text).has_value());
        if (member.kind != JsonKind::list) return;
        json_.each_in(place, [&](const JsonObject::Value& item, std::size_t at) {
            const bool object = item.kind == JsonKind::object;
            if (key == "attributes" && object) look_at_attribute(at);
            if (key == "relationships") look_at_relation(at);  // what is none concerns an unknown object
        });
    });
    add_objects(concerned, "ocel:type:");
    add_objects(objects_.through(concerned), "ocel:through:");
}

void OcelTable::add_objects(const std::vector<const OcelObjects::Object*>& objects, std::string_view prefix) {
    const bool direct = prefix == "ocel:type:";
    for (const std::string& type : objects_.types()) {
        std::string ids;
        const OcelObjects::Object* only = nullptr;
        std::size_t count = 0;
        bool broken = false;
        for (const OcelObjects::Object* object : objects) {
            if (object->type != type) continue;
            broken = broken || object->id.find(between_values) != std::string::npos;
            ids.append(ids.empty() ? "" : between_values).append(object->id);
            only = object;
            ++count;
        }
        if (count == 0) continue;
        if (broken) {
            row_.fault = {Code::log_sign_in_value, "the id of an object holds ';', which would make it two",
                          "write another sign in the ids of the log"};
            return;
        }
        const std::string column = std::string{prefix} + type;
        add(column, ids);
        if (direct && objects_.types().size() == 1) add("ocel:object", ids);
        if (direct && count == 1)
            for (const auto& [name, value] : only->attributes) add(std::string{column}.append(":").append(name), value);
    }
}

void OcelTable::tell_of_all(Faults& faults, InputReport&, std::uint64_t) {
    const std::uint64_t unknown = unknown_objects_ + objects_.related_to_unknown;
    if (unknown > 0)
        faults.add(Code::log_object_unknown, {},
                   "relationships to objects that the log does not hold; they are left out: " + std::to_string(unknown),
                   "write every object under 'objects'");
    if (objects_.twice > 0)
        faults.add(Code::log_object_twice, {},
                   "objects with the id of one before them; the first counts: " + std::to_string(objects_.twice),
                   "give each object an id of its own");
    if (objects_.unread > 0)
        faults.add(objects_.first_fault.code, objects_.first_fault_at,
                   "an object that cannot be read: " + objects_.first_fault.message +
                       (objects_.unread > 1 ? "; and more of them: " + std::to_string(objects_.unread - 1) : ""));
    tell_of_lists_not_joined(signs_in_values_, faults);
}

}  // namespace csapath::engine
