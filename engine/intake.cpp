// SPDX-License-Identifier: MIT
#include "engine/intake.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "engine/document/digest.hpp"
#include "engine/pseudonyms/covered.hpp"
#include "engine/readers/decoded.hpp"
#include "engine/readers/gzip.hpp"
#include "engine/unread.hpp"

namespace csapath::engine {

namespace {

/// Bytes that are counted into a digest as they pass. Only what is read from the start to the end in one go counts.
class Hashed final : public Bytes {
public:
    explicit Hashed(Bytes& bytes) : bytes_(bytes) {}

    std::size_t read(std::span<char> room) override {
        const std::size_t got = bytes_.read(room);
        digest_.add({room.data(), got});
        return got;
    }
    bool rewind() override {
        if (!bytes_.rewind()) return false;
        digest_ = Digest();
        return true;
    }
    /// Of everything, also what a reader that stopped early did not look at.
    std::string finish() {
        char room[1 << 14];
        while (read(room) > 0) {
        }
        return hexadecimal(digest_.finish());
    }

private:
    Bytes& bytes_;
    Digest digest_;
};

/// The system whose records an input holds as a whole: plain event files hold those of any.
std::string system_of(const InputReport& read) {
    if (!read.mapping.empty()) return read.mapping;
    return read.format == "cin-census" ? read.format : std::string{};
}

const ReaderRow* reader_for(const InputFile& file, std::string_view first) {
    const std::string name = name_unpacked(file.name);
    const auto all = all_readers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ReaderRow& row) {
        return file.format.empty() ? row.recognises(name, first) : row.name == file.format;
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool Intake::read_one(std::size_t number, CaseBook& book) {
    const InputFile& file = run_.inputs[number];
    IntakeReport& report = reports_[number];
    report.read.coverage = Coverage::every_event(plan_.schema);
    const std::unique_ptr<Bytes> bytes = file.open();
    Hashed hashed(*bytes);
    Bytes& source = hash_inputs_ ? static_cast<Bytes&>(hashed) : *bytes;

    std::string first = first_bytes(source);
    Unread packed(source, first);
    std::optional<UnpackedBytes> unpacked;
    if (is_gzip(first)) first = first_bytes(unpacked.emplace(packed));
    const ReaderRow* row = reader_for(file, first);
    if (!row) {
        std::vector<std::string> names;
        for (const ReaderRow& known : all_readers()) names.emplace_back(known.name);
        const std::string what = named_format(first);
        std::string list;
        for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
        add_fault(report.read, file.name, rules::Code::file_format_unknown,
                  what.empty() ? "the format of this file is not known" : "this is " + what + ", which is not read",
                  "formats that are read: " + list);
        return true;
    }
    report.read.format = row->name;
    ReadOptions options{.name = file.name,
                        .source = static_cast<std::uint16_t>(number),
                        .show_values = run_.show_values,
                        .allow_empty = run_.allow_empty,
                        .sheet = file.sheet,
                        .unfinished = file.unfinished};
    const bool text = row->name == "csv";
    const std::string seen = text && run_.encoding ? decoded_start(first, *run_.encoding) : first;
    if (row->mapped != nullptr) options.mapping = mapping_for(file, *row, seen, report.read);
    std::optional<Mapping> declared;
    if (text && (run_.encoding || run_.delimiter))
        options.mapping = &declared.emplace(as_declared(options.mapping, seen, report.read));
    else if (run_.encoding || run_.delimiter)
        report.read.note(rules::Code::data_overruled, "an encoding or a delimiter is for CSV; a file of the format '" +
                                                          std::string{row->name} + "' is read without it");
    if (row->mapped == nullptr && run_.mapping != nullptr)
        report.read.note(rules::Code::mapping_used, "the mapping is for tables; a file of the format '" +
                                                        std::string{row->name} + "' is read without it");
    const Reader& reader = options.mapping != nullptr ? row->mapped() : row->reader();
    Unread whole(unpacked ? static_cast<Bytes&>(*unpacked) : source, std::move(first));
    // Of what kind the ids are is known with the first event, and only where there is something to be known.
    std::optional<CaseNames> names;
    // Pseudonyms come last: they are of the case that an id belongs to, and not of the id. An id of one input always
    // becomes the same case and pseudonym, so a run of events (Event::case_run) stays one.
    std::optional<CoveredEvents> covered;
    if (run_.pseudonyms != nullptr) covered.emplace(*run_.pseudonyms, *plan_.pathway);
    const TakeEvent::Take take_as_written = [&](std::string_view id, const Event& event) {
        return covered ? book.take(covered->case_id(id), covered->event(event)) : book.take(id, event);
    };
    const TakeEvent::Take take_named = [&](std::string_view id, const Event& event) {
        if (!names) names.emplace(run_.identities, called(number), report.read.case_kind, identities_used_);
        return take_as_written(names->case_of(id), event);
    };
    const bool named = run_.identities != nullptr || options.mapping != nullptr;
    const TakeEvent take(named ? take_named : take_as_written, [&] { return covered ? nullptr : book.open(); });
    const bool done = reader.read(whole, plan_.schema, options, take, report.read);
    if (unpacked && unpacked->fault()) {
        const UnpackedBytes::Fault& fault = *unpacked->fault();
        add_fault(report.read, file.name, fault.code, fault.message, fault.help);
    }
    if (hash_inputs_ && !book.out_of_order()) report.sha256 = hashed.finish();
    return done;
}

std::string Intake::called(std::size_t number) const {
    const InputReport& read = reports_[number].read;
    if (!read.case_kind.empty()) return read.case_kind;
    std::string system = system_of(read);
    if (!system.empty()) return system;
    return std::filesystem::path(name_unpacked(run_.inputs[number].name)).filename().string();
}

std::vector<SourceName> Intake::names() const {
    std::vector<SourceName> all;
    for (std::size_t number = 0; number < reports_.size(); ++number) {
        const InputReport& read = reports_[number].read;
        all.push_back({run_.inputs[number].name, system_of(read), read.rows_are_lines});
    }
    return all;
}

/// Where nobody says which ids belong together, those of two kinds are never taken for one child; somebody may have
/// expected it.
void Intake::tell_of_kinds() {
    std::set<std::string> told_kinds;
    for (const IntakeReport& report : reports_)
        if (report.read.used > 0) told_kinds.insert(report.read.case_kind);
    if (told_kinds.size() < 2 || run_.identities != nullptr) return;
    std::string list;
    for (const std::string& kind : told_kinds) {
        if (!list.empty()) list += ", ";
        list += kind.empty() ? "of no declared kind" : "'" + kind + "'";
    }
    reports_.front().read.note(rules::Code::identity_kinds,
                               "case ids are of several kinds (" + list +
                                   "), and no two of them are taken for one child; --identities says which are");
}

bool Intake::read(CaseBook::Order order, Timeline& first, std::function<Timeline&()> complete) {
    reports_.clear();
    reports_.resize(run_.inputs.size());
    if (run_.identities != nullptr) identities_used_.assign(run_.identities->size(), false);
    CaseBook book(order, first, std::move(complete));
    for (std::size_t number = 0; number < run_.inputs.size(); ++number) {
        if (!read_one(number, book)) break;
    }
    if (book.out_of_order()) return false;
    tell_of_unread_workbooks();
    tell_of_kinds();
    too_many_events_ = book.too_many_events();
    book.finish();
    return true;
}

}  // namespace csapath::engine
