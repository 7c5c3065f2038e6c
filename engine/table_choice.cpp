// SPDX-License-Identifier: MIT
/// Which table of which mapping an input is.
#include <algorithm>
#include <optional>

#include "engine/intake.hpp"
#include "engine/readers/csv_header.hpp"
#include "engine/readers/database.hpp"
#include "engine/readers/gzip.hpp"
#include "engine/readers/mapped.hpp"
#include "engine/readers/table_binding.hpp"
#include "engine/readers/workbook.hpp"
#include "engine/unread.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

/// The tables that a file holds several of.
struct TablesHeld {
    std::vector<std::string> tables;
    std::string called = {};  ///< between the name of the file and that of a table
};

TablesHeld tables_in(const InputFile& file, const Mapping* mapping) {
    if (!file.format.empty() && file.format != "xlsx" && file.format != "sqlite") return {};
    const auto bytes = file.open();
    std::string first = first_bytes(*bytes);
    const bool workbook = recognises_xlsx(file.name, first), database = recognises_sqlite(file.name, first);
    std::optional<TableRow::Fault> fault;
    Unread whole(*bytes, std::move(first));
    if (workbook)
        if (const auto opened = Workbook::open(whole, fault)) return {opened->sheets(), ", sheet "};
    if (database)
        if (const auto opened = Database::open(whole, file.unfinished, fault))
            return {tables_meant(*opened, mapping), ", table "};
    return {};
}

/// The names in the first row of a table, or of each that the file can be read as, as far as a glance tells.
std::vector<std::vector<std::string>> columns_at_sight(const InputFile& file, const ReaderRow& format,
                                                       std::string_view first, std::optional<char> delimiter) {
    if (format.columns != nullptr) {
        const auto bytes = file.open();
        UnpackedBytes unpacked(*bytes);
        const bool packed = is_gzip(first_bytes(*bytes));
        bytes->rewind();
        return format.columns(packed ? static_cast<Bytes&>(unpacked) : *bytes);
    }
    const bool unopened = recognises_xlsx(file.name, first) || recognises_sqlite(file.name, first);
    if (file.sheet.empty() && (unopened || first.find('\0') != std::string_view::npos)) return {};
    if (file.sheet.empty()) return {glanced_columns(first, delimiter)};
    std::optional<TableRow::Fault> fault;
    const auto bytes = file.open();
    if (recognises_sqlite(file.name, first)) {
        const auto database = Database::open(*bytes, file.unfinished, fault);
        const auto table = database ? database->table(file.sheet, fault) : nullptr;
        TableRow row;
        return {table && table->next(row) ? Header(row).names : std::vector<std::string>{}};
    }
    auto workbook = Workbook::open(*bytes, fault);
    return {workbook ? first_row(*workbook, file.sheet, fault) : std::vector<std::string>{}};
}

}  // namespace

void add_fault(InputReport& report, const std::string& input, rules::Code code, std::string message, std::string help) {
    rules::Diagnostic fault{
        .code = code, .where = {}, .message = std::move(message), .label = {}, .help = std::move(help)};
    fault.address = rules::printable(input);
    report.faults.add(std::move(fault));
    report.incomplete = true;
}

std::vector<InputFile> one_for_each_sheet(std::vector<InputFile> inputs, const Mapping* mapping) {
    std::vector<InputFile> all;
    for (InputFile& file : inputs) {
        const TablesHeld held = file.waits ? TablesHeld{} : tables_in(file, mapping);
        for (const std::string& table : held.tables)
            all.push_back({.name = file.name + held.called + table,
                           .format = file.format,
                           .open = file.open,
                           .sheet = table,
                           .unfinished = file.unfinished});
        if (held.tables.empty()) all.push_back(std::move(file));
    }
    return all;
}

const Mapping* Intake::mapping_for(const InputFile& file, const ReaderRow& format, std::string_view first,
                                   InputReport& report) const {
    if (run_.mapping != nullptr) return run_.mapping;
    if (run_.mappings == nullptr) return nullptr;
    const std::string name = table_name(file.name, file.sheet);
    bool any_columns = false;
    std::vector<const Mapping*> found;
    for (const std::vector<std::string>& columns : columns_at_sight(file, format, first, run_.delimiter)) {
        if (has_required_columns(columns)) return nullptr;
        any_columns = any_columns || !columns.empty();
        if (columns.empty() || !found.empty()) continue;
        const Header header(columns);
        for (const auto& mapping : run_.mappings->all())
            if (std::ranges::any_of(fitting(*mapping, header, name), &MappedTable::by_sight))
                found.push_back(mapping.get());
    }
    if (!any_columns) return nullptr;
    for (const rules::Diagnostic& fault : run_.mappings->faults().found()) {
        report.faults.add(fault);
        report.incomplete = true;
    }
    if (found.empty() && file.sheet.empty())
        report.note(rules::Code::mapping_sheet_unread,
                    "no mapping describes a table with these columns; --mapping names one of your own");
    if (found.size() < 2) return found.empty() ? nullptr : found.front();
    std::string list;
    for (const Mapping* mapping : found) list += (list.empty() ? "'" : " or '") + mapping->id + '\'';
    add_fault(report, file.name, rules::Code::mapping_table_doubtful, "this table could be one of the mapping " + list,
              "say which with --mapping");
    return found.front();
}

Mapping Intake::as_declared(const Mapping* mapping, std::string_view first, InputReport& report) const {
    Mapping made;
    if (mapping != nullptr)
        made = *mapping;
    else if (auto plain = plain_mapping(glanced_columns(first, run_.delimiter)))
        made = *std::move(plain);
    else
        made = *plain_mapping({"case", "event", "at"});  // which will tell what is missing
    const auto overrule = [&](std::string_view option) {
        report.note(rules::Code::data_overruled, "the command line's " + std::string{option} +
                                                     " counts, not that of the mapping '" + made.id + '\'');
    };
    if (run_.encoding) {
        if (made.encoding != Encoding::utf_8 && made.encoding != *run_.encoding) overrule("encoding");
        made.encoding = *run_.encoding;
    }
    if (run_.delimiter) {
        if (made.delimiter && made.delimiter != run_.delimiter) overrule("delimiter");
        made.delimiter = run_.delimiter;
    }
    return made;
}

std::vector<Coverage> Intake::coverages() const {
    const auto unite = [](std::vector<bool>& into, const std::vector<bool>& with) {
        for (std::size_t i = 0; i < with.size(); ++i)
            if (with[i]) into[i] = true;
    };
    std::vector<Coverage> all;
    for (const IntakeReport& report : reports_) {
        Coverage& coverage = all.emplace_back(report.read.coverage);
        for (const IntakeReport& other : reports_) {
            if (report.read.mapping.empty() || other.read.mapping != report.read.mapping) continue;
            unite(coverage.events, other.read.coverage.events);
            unite(coverage.facts, other.read.coverage.facts);
            unite(coverage.case_facts, other.read.coverage.case_facts);
        }
    }
    return all;
}

/// Sheets of guidance or of charts are left alone; but of a workbook in which nothing can be read, somebody should
/// know.
void Intake::tell_of_unread_workbooks() {
    const auto of_workbook = [this](std::size_t number) {
        const InputFile& file = run_.inputs[number];
        return file.sheet.empty() ? file.name : file.name.substr(0, file.name.size() - file.sheet.size());
    };
    for (std::size_t first = 0; first < reports_.size(); ++first) {
        if (run_.inputs[first].sheet.empty() || (first > 0 && of_workbook(first) == of_workbook(first - 1))) continue;
        bool any_read = false, any_told = false, types_of_events = false, types_of_objects = false;
        for (std::size_t sheet = first; sheet < reports_.size() && of_workbook(sheet) == of_workbook(first); ++sheet) {
            any_read = any_read || !reports_[sheet].read.mapping.empty();
            any_told = any_told || reports_[sheet].read.faults.any_error();
            types_of_events = types_of_events || run_.inputs[sheet].sheet == "event_map_type";
            types_of_objects = types_of_objects || run_.inputs[sheet].sheet == "object_map_type";
        }
        if (any_read || any_told) continue;
        if (types_of_events && types_of_objects) {
            add_fault(reports_[first].read, run_.inputs[first].name, rules::Code::file_format_unknown,
                      "this is an OCEL event log in SQLite, of which only the form in JSON is read",
                      "write the log as OCEL 2.0 JSON, or a mapping with a select for each type of event");
            continue;
        }
        const bool database = reports_[first].read.format == "sqlite";
        add_fault(reports_[first].read, run_.inputs[first].name, rules::Code::mapping_table_unfit,
                  std::string{database ? "no table of the database" : "no sheet of the workbook is a table that"} +
                      " can be read",
                  std::string{"name a mapping with --mapping, or give a "} + (database ? "table" : "sheet") +
                      " the columns case, event and at");
    }
}

}  // namespace csapath::engine
