// SPDX-License-Identifier: MIT
/// Files that nobody would write: a definition with bytes changed, taken out, doubled and swapped.
#include <random>

#include "engine/document/yaml.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition_text.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

using Random = std::mt19937;

std::size_t below(std::size_t limit, Random& random) {
    return limit == 0 ? 0 : random() % limit;
}

/// One change to a text: of a byte for another or for a sign of YAML, or of a piece.
void damage(std::string& text, Random& random) {
    constexpr std::string_view signs = "\"'[]{}:,#&*!|>%@`-? \n\t\r\\~<.0aZ\xC3\xA9\xE2\x80";
    const std::size_t at = below(text.size(), random);
    const std::size_t length = below(40, random);
    switch (random() % 6) {
        case 0:
            text.insert(at, 1, signs[below(signs.size(), random)]);
            break;
        case 1:
            if (!text.empty()) text[at] = static_cast<char>(random() % 256);
            break;
        case 2:
            text.erase(at, length);
            break;
        case 3:
            text.insert(below(text.size(), random), text.substr(at, length));
            break;
        case 4:
            if (!text.empty()) text[at] = signs[below(signs.size(), random)];
            break;
        default:
            text.resize(text.size() - below(text.size() / 4, random));
    }
}

void check_inside(const rules::Span& where, const rules::Source& source) {
    CHECK(where.source == &source);
    CHECK(where.begin <= where.end);
    CHECK(where.end <= source.text().size());
}

void check_inside(const engine::Node& node, const rules::Source& source) {
    check_inside(node.where, source);
    for (const auto& item : node.items) check_inside(item, source);
    for (const auto& entry : node.entries) {
        check_inside(entry.key.where, source);
        check_inside(entry.value, source);
    }
}

TEST_CASE("a damaged definition is read or refused, and whatever is told lies inside the file") {
    Random random(20231215);
    int refused = 0;
    for (int file = 0; file < 1500; ++file) {
        std::string text(definition_text);
        for (auto changes = 1 + below(5, random); changes > 0; --changes) damage(text, random);
        CAPTURE(file, text);
        const auto read = document(text);
        REQUIRE(read.root.has_value() != read.diagnostics.any_error());
        if (read.root) check_inside(*read.root, *read.source);
        if (!read.root) ++refused;
        for (const auto& diagnostic : read.diagnostics.found()) {
            check_inside(diagnostic.where, *read.source);
            for (const auto& other : diagnostic.also) check_inside(other.where, *read.source);
            CHECK_FALSE(diagnostic.message.empty());
            CHECK_FALSE(rules::rendered(diagnostic).empty());
        }
    }
    CHECK(refused > 500);
    CHECK(refused < 1500);
}

TEST_CASE("a definition that is cut anywhere is read or refused") {
    const std::string whole(definition_text);
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        CAPTURE(size);
        const auto read = document(whole.substr(0, size));
        REQUIRE(read.root.has_value() != read.diagnostics.any_error());
        for (const auto& diagnostic : read.diagnostics.found()) check_inside(diagnostic.where, *read.source);
    }
}

}  // namespace
}  // namespace csapath
