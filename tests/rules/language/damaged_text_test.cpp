// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"
#include "tests/support/sentences.hpp"

namespace csapath::rules {
namespace {

using tests::kept;

TEST_CASE("a text cut short anywhere, or with a word left out or put twice, gives one error or none") {
    const auto check = [](bool is_edge, const std::string& text) {
        const Passage passage = whole(kept(text));
        Diagnostics diagnostics;
        const bool read =
            is_edge ? parse_edge(passage, diagnostics).has_value() : parse_sentence(passage, diagnostics).has_value();
        INFO(text);
        REQUIRE(diagnostics.errors() == (read ? 0 : 1));
        for (const Diagnostic& found : diagnostics.found()) {
            REQUIRE(found.message.size() <= 300);
            REQUIRE(found.where.source != nullptr);
            REQUIRE(found.where.end <= text.size());
            if (found.code != Code::rule_empty) REQUIRE_FALSE(found.where.empty());
        }
    };
    const auto damage = [&check](bool is_edge, const std::string& text) {
        for (std::size_t cut = 0; cut < text.size(); ++cut) {
            check(is_edge, text.substr(0, cut));
            check(is_edge, text.substr(cut));
        }
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            check(is_edge, text.substr(0, begin) + (end < text.size() ? text.substr(end + 1) : ""));
            check(is_edge, text.substr(0, end) + " " + text.substr(begin));
            begin = end + 1;
        }
    };
    for (const std::string& text : tests::edges()) damage(true, text);
    for (const std::string& text : tests::sentences()) damage(false, text);
    for (const std::string& text : tests::conditions()) damage(false, "ensure " + text);
}

}  // namespace
}  // namespace csapath::rules
