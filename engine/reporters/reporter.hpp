// SPDX-License-Identifier: MIT
/// Findings -> bytes. One row of all_reporters.cpp a format.
///
/// Findings arrive ordered by case id, activation, rule. A reporter that streams writes as they come; one that needs
/// the counts first keeps what it has rendered and writes at the end.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/findings/finding.hpp"
#include "engine/findings/results.hpp"

namespace csapath::engine {

/// Where a reporter writes. Appends to `buffer` and calls `flush` when it has grown large; the owner checks the disk.
class Out {
public:
    virtual ~Out() = default;
    std::string buffer;
    virtual void flush() = 0;
    /// Forgets everything written so far: the input must be read again in another way. An Out whose writing cannot be
    /// taken back holds it until it is whole.
    virtual void take_back() = 0;
    /// Writes bytes that somebody else keeps, behind all that is in the buffer.
    virtual void pass_on(std::string_view bytes) {
        buffer += bytes;
        flush();
    }
    /// After a few lines: flush if it has grown past 64 KiB.
    void breathe() {
        if (buffer.size() > (64u << 10)) flush();
    }
};

class Reporter {
public:
    virtual ~Reporter() = default;
    /// Called a second time, it forgets all it was shown before: the run has started again.
    virtual void begin(const RunHeader& run, Out& out) = 0;
    /// A finding, or something listed (excused, undetermined, not visible). The reference holds only during the call.
    virtual void add(const Finding& finding, Out& out) = 0;
    virtual void end(const Results& results, Out& out) = 0;
    /// Whether it wants what is listed too; telling those apart costs time.
    virtual bool wants_listed() const { return true; }
    /// Whether it wants findings too that are known from the baseline, where there is one.
    virtual bool wants_known() const { return false; }
};

struct ReporterRow {
    std::string_view name;      ///< as in --format
    std::string_view sentence;  ///< for --help
    std::string_view extension;
    bool hashes_inputs;  ///< its results carry the SHA-256 of the inputs
    std::unique_ptr<Reporter> (*make)();
};
std::span<const ReporterRow> all_reporters();
const ReporterRow* reporter(std::string_view name);

}  // namespace csapath::engine
