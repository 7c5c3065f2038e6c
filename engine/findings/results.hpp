// SPDX-License-Identifier: MIT
/// A run, counted: what was read, what was judged, and by what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

/// A rule as results speak of it: a rule of the pathway, or a step that must be passed on the way (`M.way`).
struct ReportedRule {
    std::string id;
    rules::StepId step = 0;
    Kind kind = Kind::delay;  ///< of its findings, as far as the form decides it
    Severity severity = Severity::medium;
    Basis basis = Basis::practice;
    std::string text;  ///< the sentence in canonical form; for `M.way` a sentence in words
    std::string at;    ///< "csa-response.yaml:41:26"
    std::string why;
    std::vector<std::uint16_t> sources;
    bool unverified = false;
};

struct InputResult {
    std::string path, sha256, format;
    bool rows_are_lines = false;
    std::uint64_t rows = 0, used = 0, filtered = 0, refused = 0;
};

struct Note {
    std::string code;
    std::uint64_t count = 0;
    std::string message;
};

/// A map of ids that was used.
struct IdentitiesResult {
    std::string path, sha256;
    std::uint64_t rows = 0, unused = 0;
};

/// How sound the data are. What stands here is counted also in the inputs; it is said here why.
struct DataQuality {
    /// So many rows, or values, for one reason; the first of them by source and row.
    struct Reason {
        std::string code, message;
        std::uint64_t count = 0;
        std::vector<std::pair<std::uint16_t, std::uint32_t>> rows = {};
    };
    static constexpr std::size_t most_rows = 10;  ///< that a reason names one by one

    std::uint64_t rows = 0, used = 0, filtered = 0, refused = 0;  ///< rows = used + filtered + refused
    std::vector<Reason> refused_for, filtered_for;                ///< each adds up to the number above
    std::vector<Reason> unknown;   ///< names and codes that nobody knows; a row may hold several
    std::vector<Reason> doubtful;  ///< what cannot be right, or hardly
    std::uint64_t cases_not_judged = 0;
    std::uint64_t conflicts = 0;  ///< values of which two rows or sources tell different things
};

/// How what was found stands to a baseline: a list of what had been found before.
struct SinceBaseline {
    std::string pathway, version, as_of;  ///< of the run that the baseline was made of
    bool incomplete = false;              ///< that run had not read everything
    std::uint64_t fresh = 0, known = 0;   ///< findings that are new since then, and others
    std::uint64_t gone = 0;               ///< findings of the baseline that were not made again
};

/// What is known before the first finding.
struct RunHeader {
    std::string tool_version;
    const Pathway* pathway = nullptr;
    std::vector<ReportedRule> rules;   ///< in definition order; Finding::rule counts here
    std::string as_of;                 ///< ISO date or date and time
    std::vector<std::string> inputs;   ///< names, by source number
    std::vector<bool> rows_are_lines;  ///< by source number
};

/// What is known after the last.
struct Results {
    std::uint64_t cases = 0, episodes = 0, events = 0;
    VerdictCounts verdicts{};
    std::vector<VerdictCounts> by_rule;  ///< by number of the rule
    std::vector<InputResult> inputs;
    std::optional<IdentitiesResult> identities = {};
    DataQuality quality = {};
    std::vector<Note> notes;
    std::vector<std::string> errors;  ///< head lines of what went wrong; with any, or a refused row, INCOMPLETE
    bool incomplete = false;
    std::optional<SinceBaseline> since = {};  ///< only where there was a baseline
};

/// One hash for the definition: that of its only layer, or of several layers the SHA-256 of their hashes, in order,
/// each in hexadecimal digits and ended by a line feed (so `sha256sum` can make it again). Empty without layers.
std::string definition_sha256(const Pathway& pathway);

/// How often the rule applied: every verdict but "not applicable".
std::uint64_t applicable(const VerdictCounts& counts);
/// How many of them are late, overdue, missed or failed. One finding may stand for several.
std::uint64_t broken(const VerdictCounts& counts);

}  // namespace csapath::engine
