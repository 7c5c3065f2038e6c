// SPDX-License-Identifier: MIT
/// Text as it stands in a YAML file -> text as it is meant, byte by byte.
///
/// yaml-cpp tells what a text means and where it begins, but not where each of its characters was written; sentences
/// need that, so that their errors point into the file.
#pragma once

#include <optional>

#include "rules/text/passage.hpp"

namespace csapath::engine {

/// The text whose opening quote, ' or ", stands at `at`; lines are joined as YAML joins them. Empty if it is never
/// closed, or holds an escape that YAML does not have.
std::optional<rules::Passage> quoted_text(const rules::Source& source, std::uint32_t at);

/// The text of the block whose | stands at `at`: its lines without their common indentation, and without the line ends
/// after the last of them. Empty if the header holds anything but + and -.
std::optional<rules::Passage> block_text(const rules::Source& source, std::uint32_t at);

}  // namespace csapath::engine
