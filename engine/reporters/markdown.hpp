// SPDX-License-Identifier: MIT
/// Results for minutes and for the page of a change: Markdown with tables, as GitHub and most editors understand it.
///
/// The summary stands first, then a table of the rules that were broken, then the findings, case by case. Whatever
/// comes from a file is escaped: it can make no heading, no link, no row, and no HTML.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

std::unique_ptr<Reporter> markdown_reporter();

/// Text for a paragraph or the cell of a table: printable, and every sign that Markdown reads as more than itself with
/// a backslash before it, or spelled as HTML spells it.
std::string in_markdown(std::string_view text);
/// A name that is to be read letter by letter: as code.
std::string code_in_markdown(std::string_view text);

}  // namespace csapath::engine
