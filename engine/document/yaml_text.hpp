// SPDX-License-Identifier: MIT
/// Tree -> YAML, each value with a comment that says where it was written.
#pragma once

#include <string>

#include "engine/document/node.hpp"

namespace csapath::engine {

/// One key a line, and behind each value its file and line; a list of values that stand on one line stays on one. Read
/// again it is the same tree: the same keys in the same order, with the same values. Ends with a line feed.
std::string yaml_text(const Node& map);

}  // namespace csapath::engine
