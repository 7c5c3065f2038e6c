// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_set>

#include "engine/readers/json_piece.hpp"
#include "engine/readers/moment_text.hpp"
#include "engine/readers/ocel_table.hpp"

namespace csapath::engine {

using rules::Code;
using JsonKind = JsonObject::Value::Kind;

namespace {

/// Calls take(place) for each object in the list that is the member `key` of the object at `place`.
template <class Take>
void each_object_in(const JsonObject& json, std::size_t place, std::string_view key, const Take& take) {
    json.each_in(place, [&](const JsonObject::Value& member, std::size_t list) {
        if (member.kind != JsonKind::list || json.key(member) != key) return;
        json.each_in(list, [&](const JsonObject::Value& item, std::size_t at) {
            if (item.kind == JsonKind::object) take(at);
        });
    });
}

/// The member `key` of the object at `place` as text; blank if there is none.
std::string text_under(const JsonObject& json, std::size_t place, std::string_view key) {
    std::string text;
    json.each_in(place, [&](const JsonObject::Value& member, std::size_t) {
        if (json.key(member) == key) text = plain_text(json, member);
    });
    return text;
}

/// Nanoseconds since 1970 or so, to tell which of two values is the later; what is no time comes before all.
std::int64_t nanoseconds_of(const std::string& time) {
    const auto written = parse_moment(time);
    if (!written) return INT64_MIN;
    const std::int64_t of_day = written->time == rules::Moment::no_time ? 0 : written->time;
    return written->day.days * (24 * rules::hour) + of_day - written->ahead_of_utc.value_or(0);
}

}  // namespace

void OcelObjects::learn(Bytes& bytes) {
    JsonItems items(bytes, JsonItems::As::members);
    JsonObject json(8);
    for (const char* const column : {"ocel:eid", "ocel:activity", "ocel:timestamp"}) columns_.learn(column);
    JsonItems::Got got = items.next();
    for (; got == JsonItems::Got::item; got = items.next()) {
        const std::string& part = items.key();
        const bool of_objects = part == "objects";
        any_event = any_event || part == "events";
        if (!of_objects && part != "events" && part != "objectTypes") continue;
        if (const auto fault = read_piece(items, json)) {
            if (of_objects && ++unread == 1) first_fault = *fault, first_fault_at = items.place();
        } else if (of_objects) {
            learn_object(json, items.place());
        } else if (part == "events") {
            learn_event(json);
        } else {
            learn_type(json);
        }
    }
    lists_ = items.lists();
    if (got == JsonItems::Got::fault && unread == 0) first_fault = items.fault(), first_fault_at = items.place();
    settle();
}

void OcelObjects::learn_type(const JsonObject& json) {
    const std::string type = text_under(json, 0, "name");
    if (type.empty()) return;
    types_.push_back(type);
    each_object_in(json, 0, "attributes",
                   [&](std::size_t at) { columns_.learn("ocel:type:" + type + ':' + text_under(json, at, "name")); });
}

void OcelObjects::learn_object(const JsonObject& json, const RowPlace& at) {
    Object object{text_under(json, 0, "id"), text_under(json, 0, "type")};
    std::vector<std::int64_t> times;
    each_object_in(json, 0, "attributes", [&](std::size_t attribute) {
        const std::string name = text_under(json, attribute, "name");
        const std::int64_t time = nanoseconds_of(text_under(json, attribute, "time"));
        const auto known = std::ranges::find(object.attributes, name, &std::pair<std::string, std::string>::first);
        const auto place = static_cast<std::size_t>(known - object.attributes.begin());
        if (known == object.attributes.end()) {
            object.attributes.emplace_back(name, text_under(json, attribute, "value"));
            times.push_back(time);
            columns_.learn("ocel:type:" + object.type + ':' + name);
        } else if (time >= times[place]) {
            known->second = text_under(json, attribute, "value");
            times[place] = time;
        }
    });
    each_object_in(json, 0, "relationships",
                   [&](std::size_t relation) { object.related_ids.push_back(text_under(json, relation, "objectId")); });
    if (object.id.empty() || object.type.empty()) {
        if (++unread == 1) first_fault = {Code::log_part_missing, "it has no id, or no type", ""}, first_fault_at = at;
        return;
    }
    if (std::ranges::find(types_, object.type) == types_.end()) types_.push_back(object.type);
    if (!by_id_.emplace(object.id, static_cast<Number>(objects_.size())).second) {
        ++twice;
        return;
    }
    objects_.push_back(std::move(object));
}

void OcelObjects::learn_event(const JsonObject& json) {
    each_object_in(json, 0, "attributes", [&](std::size_t at) { columns_.learn(text_under(json, at, "name")); });
}

/// After the last object was learned: relations by number, and the columns of the types.
void OcelObjects::settle() {
    for (Object& object : objects_) {
        for (const std::string& id : object.related_ids) {
            const auto found = by_id_.find(id);
            if (found == by_id_.end())
                ++related_to_unknown;
            else
                object.related.push_back(found->second);
        }
        object.related_ids = {};
    }
    std::ranges::sort(types_);
    types_.erase(std::unique(types_.begin(), types_.end()), types_.end());
    for (const std::string& type : types_) {
        columns_.learn("ocel:type:" + type);
        columns_.learn("ocel:through:" + type);
    }
    if (types_.size() == 1) columns_.learn("ocel:object");
    columns_.settle();
}

const OcelObjects::Object* OcelObjects::find(std::string_view id) const {
    const auto found = by_id_.find(std::string{id});
    return found == by_id_.end() ? nullptr : &objects_[found->second];
}

std::vector<const OcelObjects::Object*> OcelObjects::through(const std::vector<const Object*>& from) const {
    std::vector<const Object*> reached;
    std::unordered_set<const Object*> known;
    const auto reach = [&](const Object* object) {
        if (known.insert(object).second) reached.push_back(object);
    };
    for (const Object* object : from) {
        std::size_t next = reached.size();
        for (reach(object); next < reached.size(); ++next)
            for (const Number number : reached[next]->related) reach(&objects_[number]);
    }
    return reached;
}

}  // namespace csapath::engine
