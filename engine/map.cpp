// SPDX-License-Identifier: MIT
#include "engine/map.hpp"

#include <array>
#include <utility>

#include "engine/profile/from_table.hpp"
#include "engine/profile/in_json.hpp"
#include "engine/profile/in_text.hpp"
#include "engine/profile/mapping_text.hpp"
#include "engine/readers/cin_census.hpp"
#include "engine/readers/csv_table.hpp"
#include "engine/readers/database.hpp"
#include "engine/readers/decoded.hpp"
#include "engine/readers/gzip.hpp"
#include "engine/readers/json_records.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/mapped.hpp"
#include "engine/readers/ndjson.hpp"
#include "engine/readers/ocel.hpp"
#include "engine/readers/workbook.hpp"
#include "engine/readers/xes.hpp"
#include "engine/unread.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// A CSV file that is being read, with all that stands between its bytes and its rows.
class OpenCsv final : public Table {
public:
    /// `cut_off` tells in the end why the file could not be unpacked to its own.
    OpenCsv(const InputFile& file, const MapWanted& wanted, Faults& faults, InputReport& report,
            std::optional<UnpackedBytes::Fault>& cut_off)
        : bytes_(file.open()), cut_off_(cut_off) {
        std::string first = first_bytes(*bytes_);
        packed_.emplace(*bytes_, first);
        if (is_gzip(first)) unpacked_.emplace(*packed_);
        decoded_.emplace(unpacked_ ? static_cast<Bytes&>(*unpacked_) : *packed_,
                         wanted.encoding.value_or(Encoding::utf_8));
        window_.emplace(*decoded_);
        if (const auto start = csv_start(*window_, faults, report, wanted.delimiter)) rows_.emplace(*window_, *start);
    }

    bool next(TableRow& row) override {
        if (rows_ && rows_->next(row)) return true;
        if (unpacked_ && unpacked_->fault()) cut_off_ = unpacked_->fault();
        return false;
    }
    void expect(std::size_t columns) override {
        if (rows_) rows_->expect(columns);
    }
    void tell_of_all(Faults&, InputReport&, std::uint64_t) override {}

private:
    std::unique_ptr<Bytes> bytes_;
    std::optional<Unread> packed_;
    std::optional<UnpackedBytes> unpacked_;
    std::optional<DecodedBytes> decoded_;
    std::optional<Window> window_;
    std::optional<CsvTable> rows_;
    std::optional<UnpackedBytes::Fault>& cut_off_;
};

/// Records and event logs, which have columns once somebody has looked for them.
struct LogForm {
    bool (*recognises)(std::string_view name, std::string_view first_bytes);
    std::unique_ptr<Log> (*open)(Bytes& bytes);
};
constexpr std::array log_forms = {LogForm{recognises_xes, xes_log}, LogForm{recognises_ocel, ocel_log},
                                  LogForm{recognises_json, json_log}, LogForm{recognises_ndjson, json_log}};

/// Opens the table of an input, whatever it is stored in, and looks into it.
class TableLooking {
public:
    TableLooking(const MapWanted& wanted, const KnownNames& known, rules::Diagnostics& faults)
        : wanted_(wanted), known_(known), faults_(faults) {}

    std::optional<TableProfile> look(const InputFile& file) {
        file_ = &file;
        report_ = {};
        auto profile = look();
        for (const auto& told : report_.faults.found()) faults_.add(told);
        if (!profile) return std::nullopt;
        profile->input = file.name;
        profile->name = table_name(file.name, file.sheet);
        for (const auto& [note, count] : report_.notes) profile->notes.push_back(note.second);
        return profile;
    }

private:
    std::optional<TableProfile> look() {
        const std::unique_ptr<Bytes> bytes = file_->open();
        std::string first = first_bytes(*bytes);
        Unread packed(*bytes, first);
        std::optional<UnpackedBytes> unpacked;
        if (is_gzip(first)) first = first_bytes(unpacked.emplace(packed));
        Unread whole(unpacked ? static_cast<Bytes&>(*unpacked) : *bytes, first);
        if (recognises_xlsx(file_->name, first)) return look_at_sheet(whole);
        if (recognises_sqlite(file_->name, first)) return look_at_database(whole);
        for (const LogForm& form : log_forms)
            if (form.recognises(file_->name, first)) return look_at_log(form);
        if (recognises_cin_census(file_->name, first)) {
            fault(Code::file_format_unknown, "this is a children in need census, which is read without a mapping", "");
            return std::nullopt;
        }
        const std::string what = named_format(first);
        if (what.empty()) return look_at_csv();
        fault(Code::file_format_unknown, "this is " + what + ", which holds no table that can be looked into", "");
        return std::nullopt;
    }

    std::optional<TableProfile> look_at_csv() {
        const ReadOptions options{.name = file_->name};
        InputReport again;  // what was told at the first opening
        Faults told(options, report_), told_again(options, again);
        std::optional<UnpackedBytes::Fault> cut_off;
        bool first = true;
        auto profile = profiled([&] {
            const bool begins = std::exchange(first, false);
            return std::make_unique<OpenCsv>(*file_, wanted_, begins ? told : told_again, begins ? report_ : again,
                                             cut_off);
        });
        if (cut_off) fault(cut_off->code, cut_off->message, "");
        told.tell();
        return profile;
    }

    std::optional<TableProfile> look_at_sheet(Bytes& bytes) {
        std::optional<TableRow::Fault> wrong;
        auto workbook = Workbook::open(bytes, wrong);
        std::string sheet = file_->sheet;
        if (workbook && sheet.empty() && workbook->sheets().size() == 1) sheet = workbook->sheets().front();
        if (workbook && workbook->table(sheet, wrong)) return profiled([&] { return workbook->table(sheet, wrong); });
        fault(wrong->code, wrong->message, wrong->help);
        return std::nullopt;
    }

    std::optional<TableProfile> look_at_database(Bytes& bytes) {
        std::optional<TableRow::Fault> wrong;
        const auto database = Database::open(bytes, file_->unfinished, wrong);
        if (database && database->table(file_->sheet, wrong))
            return profiled([&] { return database->table(file_->sheet, wrong); });
        fault(wrong->code, wrong->message, wrong->help);
        return std::nullopt;
    }

    /// A log has the columns that its rows have. It is looked at several times, so it is opened anew.
    std::optional<TableProfile> look_at_log(const LogForm& form) {
        const std::unique_ptr<Bytes> bytes = file_->open();
        UnpackedBytes unpacked(*bytes);
        const bool packed = is_gzip(first_bytes(*bytes));
        bytes->rewind();
        const auto log = form.open(packed ? static_cast<Bytes&>(unpacked) : *bytes);
        log->learn();
        return profiled([&] {
            (packed ? static_cast<Bytes&>(unpacked) : *bytes).rewind();
            return log->open({});
        });
    }

    std::optional<TableProfile> profiled(const OpenAnew& open) {
        std::optional<TableRow::Fault> wrong;
        auto profile = profile_of(open, known_, wrong);
        if (wrong)
            fault(wrong->code, wrong->message, help_for(*wrong));
        else if (!profile && file_->sheet.empty() && !report_.incomplete)
            fault(Code::data_no_rows, "nothing stands in it", "");
        return profile;
    }

    /// What a mapping is to declare has an option here.
    static std::string help_for(const TableRow::Fault& wrong) {
        return wrong.code == Code::file_encoding ? "say how it is encoded: --encoding windows-1252" : wrong.help;
    }

    void fault(Code code, std::string message, std::string help) {
        add_fault(report_, file_->name, code, std::move(message), std::move(help));
    }

    const MapWanted& wanted_;
    const KnownNames& known_;
    rules::Diagnostics& faults_;
    const InputFile* file_ = nullptr;
    InputReport report_;
};

}  // namespace

Map map_tables(const MapWanted& wanted, LookForm form, const std::string& name) {
    Map made;
    const Pathway& pathway = wanted.definition.pathway();
    const KnownNames known(pathway);
    Look look{.pathway = pathway.id,
              .tables = {},
              .how = {wanted.encoding.value_or(Encoding::utf_8), wanted.delimiter},
              .show_values = wanted.show_values};
    TableLooking looking(wanted, known, made.faults);
    for (const InputFile& file : wanted.inputs) {
        auto profile = looking.look(file);
        if (!profile) continue;
        TableLook& table = look.tables.emplace_back();
        table.roles = roles_of(*profile);
        if (wanted.mappings != nullptr) table.fits = fitting_mappings(*profile, wanted.mappings->all());
        table.profile = *std::move(profile);
    }
    if (wanted.mappings != nullptr)
        for (const rules::Diagnostic& fault : wanted.mappings->faults().found()) made.faults.add(fault);
    made.tables = look.tables.size();
    made.told = form == LookForm::json ? look_in_json(look) : look_in_text(look);
    if (look.tables.empty()) return made;
    DraftMapping draft = draft_mapping(look, known, name);
    made.draft = std::move(draft.text);
    made.questions = draft.questions;
    return made;
}

}  // namespace csapath::engine
