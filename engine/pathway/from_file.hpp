// SPDX-License-Identifier: MIT
/// A path -> Pathway: reads the file and those that it extends, lays them over each other, holds each layer to the
/// statutory rules under it, finds the calendar, and keeps the texts that the spans point into.
///
/// Each layer, with those under it, has to be a sound definition of its own.
///
/// The definitions root is the nearest folder above the file that holds `calendars/` or `mappings/`, else the shipped
/// one. `calendar: X` is `root/calendars/X.yaml`, then the shipped one.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/pathway/pathway.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// The folder that holds the calendars and mappings of a definition: see above.
std::filesystem::path definitions_root(const std::filesystem::path& file, const std::filesystem::path& shipped_root);

/// `texts` outlives the diagnostics: their spans point into it, also where nothing could be loaded.
std::shared_ptr<const Pathway> pathway_from_file(const std::filesystem::path& file,
                                                 const std::filesystem::path& shipped_root,
                                                 const std::shared_ptr<rules::Sources>& texts,
                                                 rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
