// SPDX-License-Identifier: MIT
#include "engine/readers/database.hpp"

#include <algorithm>

#include "engine/mappings/plain_words.hpp"
#include "engine/readers/mapped.hpp"
#include "engine/readers/table_binding.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

const MappedTable* select_called(const Mapping* mapping, const std::string& name) {
    if (mapping == nullptr) return nullptr;
    const auto found = std::ranges::find_if(
        mapping->tables, [&name](const MappedTable& table) { return !table.select.empty() && table.id == name; });
    return found == mapping->tables.end() ? nullptr : &*found;
}

/// A table of the mapping that makes no select is called after this one.
bool is_named(const Mapping& mapping, const std::string& name) {
    const std::string plain = plain_words(name);
    return std::ranges::any_of(mapping.tables, [&](const MappedTable& table) {
        const auto called = [&plain](const std::string& pattern) { return fits_pattern(pattern, plain); };
        return table.select.empty() &&
               (plain_words(table.id) == plain || std::ranges::any_of(table.found_by_name, called));
    });
}

/// One table: that of the options, or the only one that is meant.
class SqliteReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "sqlite";
        report.coverage = Coverage::every_event(schema);
        Faults faults(options, report);
        const bool more = read(bytes, schema, options, take, report, faults);
        faults.tell();
        return more;
    }

private:
    static bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
                     InputReport& report, Faults& faults) {
        std::optional<TableRow::Fault> fault;
        const auto database = Database::open(bytes, options.unfinished, fault);
        std::string name = options.sheet;
        if (database && name.empty()) {
            const auto meant = tables_meant(*database, options.mapping);
            if (meant.size() == 1)
                name = meant.front();
            else if (meant.empty())
                fault = {Code::workbook_sheet_unknown, "the database holds no table", ""};
            else
                fault = {Code::workbook_sheet_unknown, "which of the tables of the database is meant is not said", ""};
        }
        if (database && !fault) static_cast<void>(table_meant(*database, options.mapping, name, fault));
        if (fault) {
            faults.add(fault->code, {}, fault->message, fault->help);
            return true;
        }
        const auto plain =
            options.mapping == nullptr ? plain_mapping(columns_of(*database, name, fault)) : std::nullopt;
        const Mapping* const mapping = plain ? &*plain : options.mapping;
        if (mapping == nullptr) {
            report.note(Code::mapping_sheet_unread,
                        "the table '" + rules::printable(name) + "' is none that a mapping describes, and is not read");
            return true;
        }
        ReadOptions named = options;
        named.sheet = name;
        const OpenTable opened = [&](Faults& told, InputReport&) {
            auto table = table_meant(*database, options.mapping, name, fault);
            if (!table) told.add(fault->code, {}, fault->message, fault->help);
            return table;
        };
        return read_mapped(opened, *mapping, schema, named, take, report, faults);
    }

    static std::vector<std::string> columns_of(Database& database, const std::string& name,
                                               std::optional<TableRow::Fault>& fault) {
        const auto table = database.table(name, fault);
        TableRow row;
        return table && table->next(row) ? Header(row).names : std::vector<std::string>{};
    }
};

}  // namespace

std::vector<std::string> tables_meant(const Database& database, const Mapping* mapping) {
    std::vector<std::string> names;
    if (mapping != nullptr)
        for (const MappedTable& table : mapping->tables)
            if (!table.select.empty()) names.push_back(table.id);
    if (names.empty()) return database.tables();
    const std::size_t selects = names.size();
    for (const std::string& name : database.tables()) {
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(selects);
        if (is_named(*mapping, name) && std::find(names.begin(), end, name) == end) names.push_back(name);
    }
    return names;
}

std::unique_ptr<Table> table_meant(Database& database, const Mapping* mapping, const std::string& name,
                                   std::optional<TableRow::Fault>& fault) {
    const MappedTable* const select = select_called(mapping, name);
    return select != nullptr ? database.selected(select->select, fault) : database.table(name, fault);
}

const Reader& sqlite_reader() {
    static const SqliteReader reader;
    return reader;
}

}  // namespace csapath::engine
