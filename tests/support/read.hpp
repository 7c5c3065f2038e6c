// SPDX-License-Identifier: MIT
/// Reads texts of the language that must read without an error.
#pragma once

#include <optional>
#include <string>

#include "rules/text/diagnostic.hpp"
#include "rules/text/passage.hpp"
#include "tests/support/catch.hpp"

namespace csapath::tests {

/// The text as a source that lives to the end of the tests, so that spans into it do too.
inline const rules::Source& kept(const std::string& text) {
    static rules::Sources all;
    return all.add("a test", text);
}

/// The tree of a text, as one of the four parsers reads it.
template <class Tree>
Tree read(std::optional<Tree> (*parse)(const rules::Passage&, rules::Diagnostics&), const std::string& text) {
    INFO(text);
    rules::Diagnostics diagnostics;
    auto tree = parse(rules::whole(kept(text)), diagnostics);
    INFO((diagnostics.empty() ? "" : diagnostics.found().front().message));
    REQUIRE(tree);
    CHECK_FALSE(diagnostics.any_error());
    return *std::move(tree);
}

}  // namespace csapath::tests
