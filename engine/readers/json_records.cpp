// SPDX-License-Identifier: MIT
#include "engine/readers/json_records.hpp"

#include <algorithm>
#include <memory>

#include "engine/readers/beginning.hpp"
#include "engine/readers/json_keys.hpp"
#include "engine/readers/json_table.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/mapped.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

/// Records that are the items of the whole text; or, where that is one object around a list, the items of the list.
class JsonLog final : public Log {
public:
    explicit JsonLog(Bytes& bytes) : bytes_(bytes) {}

    void learn() override {
        layout_.learn(bytes_);
        bytes_.rewind();
        inner_ = JsonLayout::of_lists(bytes_);
    }
    bool holds_nothing() const override { return layout_.columns.names().empty() && inner_.empty(); }
    std::unique_ptr<Table> open(const Mapping& mapping) override {
        const auto fitting_lists = described(mapping);
        const bool one = !describes(&mapping, layout_.columns) && fitting_lists.size() == 1;
        return std::make_unique<JsonTable>(bytes_, one ? *fitting_lists.front() : layout_);
    }
    std::optional<Mapping> own_mapping() const override {
        auto plain = plain_mapping(layout_.columns.names());
        for (const JsonLayout& list : inner_)
            if (!plain) plain = plain_mapping(list.columns.names());
        return plain;
    }
    /// Where records cannot be read, and what can be is of no use to a mapping, that may not be to blame.
    bool tell_unfit(const Mapping* mapping, Faults& faults) const override {
        if (describes(mapping, layout_.columns)) return false;
        const auto lists = mapping != nullptr ? described(*mapping) : std::vector<const JsonLayout*>{};
        if (lists.size() > 1) {
            std::string names;
            for (const JsonLayout* list : lists)
                names += (names.empty() ? "'" : " and '") + rules::printable(list->list) + '\'';
            faults.add(rules::Code::mapping_table_doubtful, {},
                       "the mapping describes several lists of the object: " + names,
                       "save the one that is meant in a file of its own");
        }
        if (!lists.empty()) return lists.size() > 1;
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

    std::vector<std::vector<std::string>> all_columns() const {
        std::vector<std::vector<std::string>> all{layout_.columns.names()};
        for (const JsonLayout& list : inner_) all.push_back(list.columns.names());
        return all;
    }

private:
    std::vector<const JsonLayout*> described(const Mapping& mapping) const {
        std::vector<const JsonLayout*> lists;
        for (const JsonLayout& list : inner_)
            if (describes(&mapping, list.columns)) lists.push_back(&list);
        return lists;
    }

    Bytes& bytes_;
    JsonLayout layout_;
    std::vector<JsonLayout> inner_;
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

std::unique_ptr<Log> json_log(Bytes& bytes) {
    return std::make_unique<JsonLog>(bytes);
}

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

std::vector<std::vector<std::string>> json_columns(Bytes& bytes) {
    Beginning beginning(bytes);
    JsonLog log(beginning);
    log.learn();
    return log.all_columns();
}

}  // namespace csapath::engine
