// SPDX-License-Identifier: MIT
/// A baseline: the names of everything that was found in a run, so that a later run can tell what is new. It holds no
/// case, no date of a case and no row number, only the ids of findings (findings/fingerprint.hpp).
///
///     {
///       "format": "csapath-baseline/1.0",
///       "pathway": {"id": "csa-response", "version": "2026.1", "sha256": "…"},
///       "as_of": "2026-03-31",
///       "key": null,
///       "incomplete": false,
///       "findings": [
///         "f-6b1c9a…"
///       ]
///     }
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "engine/reporters/reporter.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

struct Baseline {
    std::string pathway, version, as_of;
    std::string key_id;  ///< of the key that made pseudonyms of the case ids; empty where they were none
    bool incomplete = false;
    std::set<std::string, std::less<>> findings;
};

/// `name` is what the user called the text. Empty, and reported, where it is no baseline, of a newer form, or damaged.
/// Keys that are not known are passed over.
std::optional<Baseline> baseline_from_json(const std::string& name, std::string_view text,
                                           rules::Diagnostics& diagnostics);

/// Says where a baseline is of another pathway or version, or its ids were made in another way, so that little of it
/// can be found again.
void compare_origin(const Baseline& baseline, const std::string& name, const Pathway& pathway,
                    const std::string& key_id, rules::Diagnostics& diagnostics);

/// Writes the baseline of a run: every finding, new or known. `key_id` as in Baseline.
std::unique_ptr<Reporter> baseline_writer(std::string key_id);

/// Tells findings that are in a baseline from those that are new, and counts them.
class Newness {
public:
    explicit Newness(const Baseline& baseline) : baseline_(baseline) {}

    /// Each finding once. True if it is not in the baseline.
    bool is_new(const std::string& id);
    SinceBaseline counted() const;

private:
    const Baseline& baseline_;
    std::uint64_t fresh_ = 0, known_ = 0;
    std::set<std::string_view> made_again_;  ///< ids of the baseline
};

}  // namespace csapath::engine
