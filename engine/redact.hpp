// SPDX-License-Identifier: MIT
/// Events, made fit to be shared with people who may not know whom they are about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace csapath::engine {

struct Redacted {
    Outcome outcome;  ///< of the reading; nothing is judged
    std::uint64_t cases = 0, events = 0;
    std::vector<std::string> dropped;  ///< the columns that the inputs have and the result does not, in order
};

/// Writes the events of a run as a plain event file. The run must have pseudonyms.
///
/// Cases stand under their pseudonyms. All dates of a case, the date of birth too, are set back by the same number of
/// whole weeks, from 1 to 52, which only the key tells: lengths of time and days of the week stay, bank holidays do
/// not. Every text that is not one of the words that the definition lists for it is left out, and so are numbers of
/// more than five digits, which could be somebody's reference.
Redacted redact(const Run& run, Out& out);

}  // namespace csapath::engine
