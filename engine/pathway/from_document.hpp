// SPDX-License-Identifier: MIT
/// A document -> Pathway. Everything that can be wrong with a definition, short of the graph, is said here.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/document/node.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Finds a calendar by the name a definition gives it; reports it where there is none. `where` is the place of the
/// name.
struct FoundCalendar {
    std::shared_ptr<const Calendar> calendar;
    std::string sha256;
};
using FindCalendar =
    std::function<FoundCalendar(const std::string& name, const rules::Span& where, rules::Diagnostics& diagnostics)>;

/// Whether a file is written in a version of the language that this program knows; reports one that is not. Nothing
/// more is to be read of it: what it says would be misread.
bool language_can_be_read(const Node& document, rules::Diagnostics& diagnostics);

/// `document` is the whole definition, its layers laid over each other. Empty (nullptr) if the definition has an error;
/// then nothing is to be evaluated.
std::shared_ptr<Pathway> pathway_from_document(const Node& document, const FindCalendar& find_calendar,
                                               rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
