// SPDX-License-Identifier: MIT
/// A diagnostic as a person reads it: head line, the line of text it is about, an underline, what to do.
///
///     csa-response.yaml:41:26: error[R004]: there is no step 'stratgy-discussion'; did you mean 'strategy-discussion'?
///        41 |       stratgy-discussion: must within 3 working days
///           |       ^^^^^^^^^^^^^^^^^^
///           = help: ...
#pragma once

#include <string>

#include "rules/text/diagnostic.hpp"

namespace csapath::rules {

enum class Colour { plain, terminal };

/// Ends in a line feed. Control characters of the source are shown escaped (\x1b, \u202e); tabs are kept in the
/// underline so that it stands under the right character; a line of over 160 characters is cut around the place.
std::string rendered(const Diagnostic& diagnostic, Colour colour = Colour::plain);

/// The head line alone, without a line feed.
std::string headline(const Diagnostic& diagnostic);

/// `text` with every control character, bidirectional control and byte that is not UTF-8 written as an escape, so
/// that a name from a file cannot drive a terminal or forge a line.
std::string printable(std::string_view text);

}  // namespace csapath::rules
