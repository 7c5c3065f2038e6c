// SPDX-License-Identifier: MIT
/// Tree -> canonical text. Parsing what was printed gives the same tree.
#pragma once

#include <string>

#include "rules/language/ast.hpp"

namespace csapath::rules {

std::string printed(const ast::Edge& edge);
std::string printed(const ast::Sentence& sentence);
std::string printed(const ast::Condition& condition);

}  // namespace csapath::rules
