// SPDX-License-Identifier: MIT
/// The catalogue of messages: one row each in codes.cpp, never reused.
#pragma once

#include <span>
#include <string_view>

namespace csapath::rules {

enum class Severity { note, warning, error };

/// Letters tell the kind of text: F files, Y YAML, R sentences and conditions, P the pathway's meaning, K calendars,
/// C cases beside a definition, D data (rows and values), M mappings, S several sources, N JSON, L event logs,
/// X XML, W workbooks and databases, A agreed exceptions and what comes back from earlier runs.
enum class Code : unsigned short {
#define CSAPATH_CODE(name, id, severity, title) name,
#include "rules/text/codes.inc"
#undef CSAPATH_CODE
};

struct CodeRow {
    Code code;
    std::string_view id;  ///< "Y011", shown in brackets
    Severity severity;
    std::string_view title;  ///< a few words: the heading of its entry in docs/messages.md
};

const CodeRow& row(Code code);
std::span<const CodeRow> all_codes();

}  // namespace csapath::rules
