// SPDX-License-Identifier: MIT
#include "engine/intake.hpp"

#include <algorithm>
#include <system_error>

#include "engine/document/digest.hpp"
#include "rules/text/near_name.hpp"

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

/// A reader sees the file from its first byte, though its beginning was looked at before.
class Unread final : public Bytes {
public:
    Unread(Bytes& bytes, std::string first) : bytes_(bytes), first_(std::move(first)) {}

    std::size_t read(std::span<char> room) override {
        if (at_ == first_.size()) return bytes_.read(room);
        const std::size_t count = std::min(room.size(), first_.size() - at_);
        std::copy_n(first_.data() + at_, count, room.data());
        at_ += count;
        return count;
    }
    bool rewind() override {
        if (!bytes_.rewind()) return false;
        at_ = first_.size();
        return true;
    }

private:
    Bytes& bytes_;
    std::string first_;
    std::size_t at_ = 0;
};

constexpr std::size_t looked_at = 4096;

std::string first_bytes(Bytes& bytes) {
    std::string first(looked_at, '\0');
    std::size_t have = 0;
    while (have < first.size()) {
        const std::size_t got = bytes.read(std::span(first).subspan(have));
        if (got == 0) break;
        have += got;
    }
    first.resize(have);
    return first;
}

const ReaderRow* reader_for(const InputFile& file, const std::string& wanted, std::string_view first) {
    const auto all = all_readers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ReaderRow& row) {
        return wanted.empty() ? row.recognises(file.name, first) : row.name == wanted;
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
    const std::string& wanted = !file.format.empty() ? file.format : run_.mapping;
    const ReaderRow* row = reader_for(file, wanted, first);
    if (!row) {
        std::vector<std::string> names;
        for (const ReaderRow& known : all_readers()) names.emplace_back(known.name);
        const std::string what = named_format(first);
        rules::Diagnostic fault{rules::Code::file_format_unknown, {}, {}, {}, {}, {}, file.name};
        fault.message =
            what.empty() ? "the format of this file is not known" : "this is " + what + ", which is not read";
        std::string list;
        for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
        fault.help = "formats that are read: " + list;
        report.read.faults.add(std::move(fault));
        report.read.incomplete = true;
        return true;
    }
    report.read.format = row->name;
    Unread whole(source, std::move(first));
    ReadOptions options{file.name, static_cast<std::uint16_t>(number), run_.show_values, run_.allow_empty};
    const bool done = row->reader().read(
        whole, plan_.schema, options,
        [&](std::string_view case_id, const Event& event) { return book.take(case_id, event); }, report.read);
    if (hash_inputs_ && !book.out_of_order()) report.sha256 = hashed.finish();
    return done;
}

bool Intake::read(CaseBook::Order order, Timeline& first, std::function<Timeline&()> complete) {
    reports_.clear();
    reports_.resize(run_.inputs.size());
    CaseBook book(order, first, std::move(complete));
    for (std::size_t number = 0; number < run_.inputs.size(); ++number) {
        if (!read_one(number, book)) break;
    }
    if (book.out_of_order()) return false;
    too_many_events_ = book.too_many_events();
    book.finish();
    return true;
}

}  // namespace csapath::engine
