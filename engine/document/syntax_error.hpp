// SPDX-License-Identifier: MIT
/// What a YAML parser complains of -> what the author most likely did.
#pragma once

#include <cstdint>

#include "engine/document/node.hpp"
#include "engine/document/outline.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

enum class Mistake : std::uint8_t {
    open_quote,
    open_bracket,
    closing_bracket,
    escape,
    anchor,
    tag,
    sign,
    depth,
    structure,  ///< keys, values and indentation that do not fit together
};

/// `at` is where the parser noticed: often the line after the mistake, or the end of the file.
rules::Diagnostic syntax_error(const rules::Source& source, const Outline& outline, Mistake mistake, std::uint32_t at);

/// Something stands at `at`, after the end of the document.
rules::Diagnostic text_after_end(const rules::Source& source, std::uint32_t at);

/// The whole file is one scalar.
rules::Diagnostic text_alone(const Node& root);

}  // namespace csapath::engine
