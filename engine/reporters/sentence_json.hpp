// SPDX-License-Identifier: MIT
/// Sentences and conditions as trees in JSON, just as they were written: names are names. docs/language.md tells the
/// keys.
#pragma once

#include "engine/reporters/json_writer.hpp"
#include "rules/language/ast.hpp"

namespace csapath::engine {

void write_tree(const rules::ast::Edge& edge, JsonWriter& json);
void write_tree(const rules::ast::Sentence& sentence, JsonWriter& json);
void write_tree(const rules::ast::Condition& condition, JsonWriter& json);

}  // namespace csapath::engine
