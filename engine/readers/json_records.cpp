// SPDX-License-Identifier: MIT
#include "engine/readers/json_records.hpp"

#include <algorithm>
#include <memory>

#include "engine/readers/beginning.hpp"
#include "engine/readers/json_keys.hpp"
#include "engine/readers/json_table.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/mapped.hpp"

namespace csapath::engine {

namespace {

class JsonLog final : public Log {
public:
    explicit JsonLog(Bytes& bytes) : bytes_(bytes) {}

    void learn() override { layout_.learn(bytes_); }
    bool holds_nothing() const override { return layout_.columns.names().empty(); }
    std::unique_ptr<Table> open(const Mapping&) override { return std::make_unique<JsonTable>(bytes_, layout_); }
    std::optional<Mapping> own_mapping() const override { return plain_mapping(layout_.columns.names()); }
    /// Where nothing at all can be read, no mapping is to blame.
    bool tell_unfit(const Mapping*, Faults& faults) const override {
        if (!layout_.columns.names().empty()) return false;
        bytes_.rewind();
        JsonTable table(bytes_, layout_);
        bool told = false;
        for (TableRow row; table.next(row);) {
            if (!row.fault) continue;
            faults.add(row.fault->code, row.place, row.fault->message, row.fault->help);
            told = true;
        }
        return told;
    }

private:
    Bytes& bytes_;
    JsonLayout layout_;
};

class JsonReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "json";
        JsonLog log(bytes);
        return read_log(bytes, log, schema, options, take, report);
    }
};

}  // namespace

const Reader& json_reader() {
    static const JsonReader reader;
    return reader;
}

bool recognises_json(std::string_view, std::string_view first_bytes) {
    if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
    first_bytes.remove_prefix(std::min(first_bytes.find_first_not_of(" \t\r\n"), first_bytes.size()));
    if (first_bytes.starts_with('[')) return true;
    if (!first_bytes.starts_with('{')) return false;
    // An object with the keys of a plain event is the first line of many.
    bool any = false, plain = false;
    each_key(first_bytes, [&](std::string_view key, std::size_t level, std::string_view) {
        any = any || level == 1;
        plain = plain || (level == 1 && (key == "case" || key == "event" || key == "at"));
    });
    return any && !plain;
}

std::vector<std::string> json_columns(Bytes& bytes) {
    JsonLayout layout;
    Beginning beginning(bytes);
    layout.learn(beginning);
    return layout.columns.names();
}

}  // namespace csapath::engine
