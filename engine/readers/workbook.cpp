// SPDX-License-Identifier: MIT
#include "engine/readers/workbook.hpp"

#include <algorithm>
#include <utility>

#include "engine/mappings/mapping.hpp"
#include "engine/mappings/plain_words.hpp"
#include "engine/readers/mapped.hpp"
#include "engine/readers/sheet_table.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

std::optional<Workbook> Workbook::open(Bytes& bytes, std::optional<TableRow::Fault>& fault) {
    std::optional<ZipFault> broken;
    Workbook workbook;
    workbook.zip_ = Zip::open(bytes, broken);
    if (!workbook.zip_) {
        fault = {broken->code, broken->message, broken->help};
        return std::nullopt;
    }
    auto plan = read_workbook_plan(*workbook.zip_, fault);
    if (!plan) return std::nullopt;
    workbook.plan_ = *std::move(plan);
    return workbook;
}

std::vector<std::string> Workbook::sheets() const {
    std::vector<std::string> names;
    for (const WorkbookPlan::Sheet& sheet : plan_.sheets) names.push_back(sheet.name);
    return names;
}

std::unique_ptr<Table> Workbook::table(std::string_view sheet, std::optional<TableRow::Fault>& fault) {
    const auto found = std::ranges::find(plan_.sheets, sheet, &WorkbookPlan::Sheet::name);
    if (found == plan_.sheets.end()) {
        fault = {Code::workbook_sheet_unknown, "the workbook has no sheet '" + rules::printable(sheet) + '\'',
                 "its sheets are looked for by their names" + rules::did_you_mean(sheet, sheets())};
        return nullptr;
    }
    if (!strings_) strings_ = read_shared_strings(*zip_, plan_.strings_part, fault);
    if (strings_ && !formats_) formats_ = read_cell_formats(*zip_, plan_.styles_part, fault);
    if (!strings_ || !formats_) return nullptr;
    auto part = zip_->part(found->part);
    if (!part) {
        fault = {Code::workbook_damaged, "the workbook lacks one of its parts",
                 "open it in a spreadsheet and save it again"};
        return nullptr;
    }
    return std::make_unique<SheetTable>(std::move(part), plan_.from_1904, *strings_, *formats_);
}

std::vector<std::string> first_row(Workbook& workbook, const std::string& sheet,
                                   std::optional<TableRow::Fault>& fault) {
    const auto table = workbook.table(sheet, fault);
    TableRow row;
    std::vector<std::string> names;
    while (names.empty() && !fault && table && table->next(row)) {
        fault = row.fault;
        for (const TableCell& cell : row.cells) names.emplace_back(without_outer_spaces(cell.text));
    }
    return names;
}

namespace {

/// One sheet: that of the options, or the only one there is.
class XlsxReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "xlsx";
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
        auto workbook = Workbook::open(bytes, fault);
        std::string sheet = options.sheet;
        if (workbook && sheet.empty()) {
            if (workbook->sheets().size() == 1)
                sheet = workbook->sheets().front();
            else
                fault = {Code::workbook_sheet_unknown, "which of the sheets of the workbook is meant is not said", ""};
        }
        const bool open = workbook && !fault;
        const auto columns = open ? first_row(*workbook, sheet, fault) : std::vector<std::string>{};
        if (fault) {
            faults.add(fault->code, {}, fault->message, fault->help);
            return true;
        }
        const auto plain = options.mapping == nullptr ? plain_mapping(columns) : std::nullopt;
        const Mapping* const mapping = plain ? &*plain : options.mapping;
        if (mapping == nullptr) {
            report.note(Code::mapping_sheet_unread, "the sheet '" + rules::printable(sheet) +
                                                        "' is no table that a mapping describes, and is not read");
            return true;
        }
        const OpenTable opened = [&](Faults& told, InputReport&) {
            auto table = workbook->table(sheet, fault);
            if (!table) told.add(fault->code, {}, fault->message, fault->help);
            return table;
        };
        return read_mapped(opened, *mapping, schema, options, take, report, faults);
    }
};

}  // namespace

const Reader& xlsx_reader() {
    static const XlsxReader reader;
    return reader;
}

bool recognises_xlsx(std::string_view, std::string_view first_bytes) {
    return first_bytes.starts_with("PK\x03\x04");
}

}  // namespace csapath::engine
