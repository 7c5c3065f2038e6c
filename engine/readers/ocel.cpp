// SPDX-License-Identifier: MIT
#include "engine/readers/ocel.hpp"

#include <algorithm>
#include <memory>

#include "engine/readers/json_keys.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/ocel_table.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

class OcelLog final : public Log {
public:
    explicit OcelLog(Bytes& bytes) : bytes_(bytes) {}

    void learn() override { objects_.learn(bytes_); }
    std::unique_ptr<Table> open(const Mapping&) override { return std::make_unique<OcelTable>(bytes_, objects_); }

    bool holds_nothing() const override { return objects_.has("events") && !objects_.any_event; }
    bool tell_unfit(const Mapping* mapping, Faults& faults) const override {
        const bool whole = objects_.has("events") && objects_.has("objects");
        const bool broken_off = !objects_.any_event && objects_.first_fault_at.line > 0;
        if (!whole || broken_off || (objects_.any_event && !objects_.any())) {
            tell_of_missing(faults);
            return true;
        }
        if (holds_nothing()) return false;
        if (describes(mapping, objects_.columns())) return false;
        std::string list;
        for (const std::string& type : objects_.types())
            list += (list.empty() ? "'" : ", '") + rules::printable(type) + '\'';
        faults.add(Code::log_case_unsaid, {},
                   "the log has objects of the types " + list + ", and no mapping says which of them is a case",
                   "write a mapping with case: {column: \"ocel:type:" +
                       (objects_.types().empty() ? std::string{"child"} : rules::printable(objects_.types().front())) +
                       "\", split: \";\"} or another of them; docs/formats/ocel.md tells more");
        return true;
    }

private:
    /// A log without events, or without objects; often because it was cut off.
    void tell_of_missing(Faults& faults) const {
        if (objects_.first_fault_at.line > 0) {
            faults.add(objects_.first_fault.code, objects_.first_fault_at, objects_.first_fault.message,
                       objects_.first_fault.help);
            return;
        }
        const std::string_view missing = objects_.has("events") ? "objects" : "events";
        faults.add(Code::log_part_missing, {}, "the log holds no " + std::string{missing},
                   "an OCEL log has the lists eventTypes, objectTypes, events and objects");
    }

    Bytes& bytes_;
    OcelObjects objects_;
};

class OcelReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "ocel";
        OcelLog log(bytes);
        return read_log(bytes, log, schema, options, take, report);
    }
};

}  // namespace

std::unique_ptr<Log> ocel_log(Bytes& bytes) {
    return std::make_unique<OcelLog>(bytes);
}

const Reader& ocel_reader() {
    static const OcelReader reader;
    return reader;
}

bool recognises_ocel(std::string_view, std::string_view first_bytes) {
    if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
    first_bytes.remove_prefix(std::min(first_bytes.find_first_not_of(" \t\r\n"), first_bytes.size()));
    if (!first_bytes.starts_with('{')) return false;
    bool types = false;
    each_key(first_bytes, [&](std::string_view key, std::size_t level, std::string_view) {
        types = types || (level == 1 && (key == "objectTypes" || key == "eventTypes"));
    });
    return types;
}

std::vector<std::vector<std::string>> ocel_columns(Bytes& bytes) {
    OcelObjects objects;
    objects.learn(bytes);
    return {objects.columns().names()};
}

}  // namespace csapath::engine
