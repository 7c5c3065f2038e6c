// SPDX-License-Identifier: MIT
/// Bytes -> events and diagnostics. One row of all_readers.cpp a format.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/event.hpp"
#include "engine/cases/schema.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

struct Mapping;
class Timeline;

/// Where a reader gets its bytes: a file, standard input, or a text in a test. May be read again from the start if
/// `rewind` says so.
class Bytes {
public:
    virtual ~Bytes() = default;
    /// Fills the front of `room`; returns how many bytes, 0 at the end. Throws std::system_error if the disk fails.
    virtual std::size_t read(std::span<char> room) = 0;
    virtual bool rewind() = 0;
};

struct ReadOptions {
    std::string name;          ///< the input as the user called it
    std::uint16_t source = 0;  ///< its number, for Origin
    bool show_values = false;  ///< messages may quote people's data
    bool allow_empty = false;
    std::string sheet = {};            ///< of a workbook or a database: the table to read
    const Mapping* mapping = nullptr;  ///< how to understand a table; nullptr: it is a plain event file
    bool unfinished = false;           ///< of a database: a journal lies beside it
};

/// What became of an input: read = used + filtered + refused.
struct InputReport {
    std::uint64_t rows = 0, used = 0, filtered = 0, refused = 0;
    std::string format;           ///< "csv", "ndjson", "cin-census"
    std::string mapping = {};     ///< the id of the mapping that it was read with
    std::string case_kind = {};   ///< of what kind its case ids are, where its mapping says so
    bool rows_are_lines = false;  ///< Origin::row is a line of the file
    bool incomplete = false;      ///< something was refused, or the file ended early
    Coverage coverage;
    /// Of the rows refused, for what; what no fault tells of (a row whose child has no id) is not among them.
    std::map<rules::Code, std::uint64_t> refused_for = {};
    /// Faults of rows and values: the first hundred of each code are told one by one, the rest counted in `notes`.
    rules::Diagnostics faults;
    /// What was noticed, counted: by code and message, in that order.
    std::map<std::pair<rules::Code, std::string>, std::uint64_t> notes;
    /// Notes that quote data, or name what it holds, are kept apart from each other only up to so many.
    static constexpr std::size_t most_notes = 1000;

    void note(rules::Code code, const std::string& message, std::uint64_t count = 1) {
        notes[{code, message}] += count;
    }
};

/// What readers write into.
class TakeEvent {
public:
    using Take = std::function<bool(std::string_view case_id, const Event& event)>;
    using Open = std::function<Timeline*()>;

    template <class Function>
    TakeEvent(Function take) : take_(std::move(take)) {}
    TakeEvent(Take take, Open open) : take_(std::move(take)), open_(std::move(open)) {}

    /// Hands an event over. False: stop reading (the run will start again in another way, or a limit was hit).
    bool operator()(std::string_view case_id, const Event& event) const { return take_(case_id, event); }
    /// The timeline to which further events with the case_run of the last may be added straight, with
    /// Timeline::add_filled, as long as it is not full and no other event is handed over. nullptr if there is none.
    Timeline* open() const { return open_ ? open_() : nullptr; }

private:
    Take take_;
    Open open_;
};

class Reader {
public:
    virtual ~Reader() = default;
    /// Reads to the end, or to where nothing more can be made of the input; what was wrong is in the report, a limit
    /// that was hit as a fault with the code data_limit. False if `take` asked to stop: the report is then of no use.
    /// The coverage is in the report before the first event is taken. (NDJSON looks at every line for that first; if
    /// its bytes cannot be rewound, the coverage is whole only at the end, so the caller should keep them in a file.)
    virtual bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
                      InputReport& report) const = 0;
};

/// A row of the table of formats.
struct ReaderRow {
    std::string_view name;      ///< as in --input-format
    std::string_view sentence;  ///< for --help
    /// Whether a file with this name and these first bytes (up to 4 KiB) is of this format.
    bool (*recognises)(std::string_view name, std::string_view first_bytes);
    const Reader& (*reader)();
    /// Of a format that holds tables: what reads them by the mapping of the options.
    const Reader& (*mapped)() = nullptr;
    /// Of a format whose columns do not stand in its first bytes: those of a file, as far as they are seen soon. Where
    /// it can be read as one of several tables, those of each, the likeliest first.
    std::vector<std::vector<std::string>> (*columns)(Bytes& bytes) = nullptr;
};
std::span<const ReaderRow> all_readers();

/// The name of the first element of an XML text, without its prefix; empty if this is none.
std::string_view root_element(std::string_view first_bytes);

/// Whether these begin the XML form of an OCEL log, which nobody here reads; its root is called as that of XES.
bool is_ocel_xml(std::string_view first_bytes);

/// What a file that no reader here takes is, by its first bytes: "a zip archive or a workbook (.xlsx)". Empty if they
/// say nothing.
std::string named_format(std::string_view first_bytes);

}  // namespace csapath::engine
