// SPDX-License-Identifier: MIT
/// Results that were saved as JSON -> results, so that they can be written in another format without judging again.
///
/// What the JSON does not hold is not there: of the pathway only what results name of it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/results.hpp"
#include "engine/reporters/reporter.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

struct SavedResults {
    std::unique_ptr<Pathway> pathway;  ///< what `run` points to
    RunHeader run;
    std::vector<Finding> findings;  ///< what is late, overdue, missed or failed, as saved: by case
    std::vector<Finding> listed;    ///< what is excused, undetermined or not visible, likewise
    Results results;
};

/// `name` is what the user called the text. nullptr, and reported, where it is not the JSON of results, of a newer
/// major version, or damaged. Keys that are not known are passed over.
std::unique_ptr<SavedResults> results_from_json(const std::string& name, std::string_view text,
                                                rules::Diagnostics& diagnostics);

/// Shows results to a reporter as the run itself did: case by case.
void show(const SavedResults& saved, Reporter& reporter, Out& out);

}  // namespace csapath::engine
