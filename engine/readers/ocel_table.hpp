// SPDX-License-Identifier: MIT
/// An OCEL log as a table while it streams in. Only its objects are kept, and the ids of its events.
///
/// A row is an event. Its columns: `ocel:eid`, `ocel:activity` and `ocel:timestamp`; the event's attributes by their
/// own names; for each type of object `ocel:type:<type>`, the ids of the objects of that type which the event concerns,
/// with ; between them; `ocel:through:<type>`, the same with those to which these objects are related themselves, over
/// any number of steps; `ocel:type:<type>:<attribute>`, the latest value of an attribute where the event concerns only
/// one object of that type. In a log with one type of object, `ocel:object` is that type's column, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/readers/json.hpp"
#include "engine/readers/json_items.hpp"
#include "engine/readers/log_columns.hpp"
#include "engine/readers/log_row.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// What has to be known of a log before its first event is read.
class OcelObjects {
public:
    using Number = std::uint32_t;
    struct Object {
        std::string id;
        std::string type;
        std::vector<std::pair<std::string, std::string>> attributes = {};  ///< name, latest value
        std::vector<std::string> related_ids = {};
        std::vector<Number> related = {};
    };

    /// Learns objects, types and columns from the first byte to the last, or to the first fault.
    void learn(Bytes& bytes);

    const Object* find(std::string_view id) const;
    const Object& operator[](Number number) const { return objects_[number]; }
    /// These objects and all to which they are related, over any number of steps; each once.
    std::vector<const Object*> through(const std::vector<const Object*>& from) const;

    const LogColumns& columns() const { return columns_; }
    const std::vector<std::string>& types() const { return types_; }  ///< of objects; in byte order

    /// Whether it has a part that every log has, be it empty.
    bool has(const std::string& part) const { return lists_.contains(part); }
    bool any() const { return !objects_.empty(); }

    bool any_event = false;
    std::uint64_t twice = 0;               ///< objects whose id stood before
    std::uint64_t unread = 0;              ///< objects that cannot be read
    std::uint64_t related_to_unknown = 0;  ///< relations to objects that the log does not hold
    TableRow::Fault first_fault{};         ///< of one that cannot be read, or of the file
    RowPlace first_fault_at;

private:
    void learn_type(const JsonObject& json);
    void learn_object(const JsonObject& json, const RowPlace& at);
    void learn_event(const JsonObject& json);
    void settle();

    std::vector<Object> objects_;
    std::unordered_map<std::string, Number> by_id_;
    std::vector<std::string> types_;
    std::set<std::string> lists_;
    LogColumns columns_;
};

class OcelTable final : public Table {
public:
    /// All must outlive this.
    OcelTable(Bytes& bytes, const OcelObjects& objects);

    bool next(TableRow& row) override;
    void expect(std::size_t) override {}
    void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) override;

private:
    void look_at_event();
    void tell_if_known(TableRow& row);
    void add(std::string_view column, std::string_view text, bool date = false, bool broken = false);
    void add_objects(const std::vector<const OcelObjects::Object*>& objects, std::string_view prefix);

    const OcelObjects& objects_;
    JsonItems items_;
    JsonObject json_{8};
    bool header_told_ = false, fault_told_ = false;
    LogRow row_;
    std::string out_text_;
    std::unordered_map<std::string, std::size_t> known_events_;  ///< by id: a hash of what the event says
    std::uint64_t unknown_objects_ = 0, signs_in_values_ = 0;
};

}  // namespace csapath::engine
