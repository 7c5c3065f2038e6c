// SPDX-License-Identifier: MIT
/// The page about the language: what it shows can be read by the program.
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/checked.hpp"
#include "tests/support/read.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace csapath;
using csapath::tests::read;

namespace {

std::vector<std::string> lines_of_page() {
    std::ifstream file(std::string(CSAPATH_ROOT) + "/docs/language.md", std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// What stands in backticks in the second cell of every row of the tables whose head begins so.
std::vector<std::string> examples(std::string_view head) {
    std::vector<std::string> all;
    bool here = false;
    for (const std::string& line : lines_of_page()) {
        if (!line.starts_with('|')) here = false;
        if (line.starts_with(head)) here = true;
        if (!here) continue;
        const std::size_t second = line.find(" | ") + 3, end = std::min(line.find(" | ", second), line.size());
        for (std::size_t open = line.find('`', second); open < end; open = line.find('`', open)) {
            const std::size_t close = line.find('`', open + 1);
            all.push_back(line.substr(open + 1, close - open - 1));
            open = close + 1;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("every edge and sentence on the page about the language can be read") {
    const auto all = examples("| form | example");
    REQUIRE(all.size() > 20);
    for (const std::string& example : all) {
        INFO(example);
        const bool is_edge =
            example.starts_with("must") || example.starts_with("may") || example.starts_with("otherwise");
        if (is_edge)
            read(rules::parse_edge, example);
        else
            read(rules::parse_sentence, example);
    }
}

TEST_CASE("every condition on the page about the language can be read") {
    const auto all = examples("| test | example");
    REQUIRE(all.size() > 10);
    for (const std::string& example : all) {
        INFO(example);
        if (example != "not") read(rules::parse_condition, example);
    }
}

TEST_CASE("the short definition on the page about the language is sound") {
    std::string text;
    bool here = false;
    for (const std::string& line : lines_of_page()) {
        if (line == "```yaml" && text.empty())
            here = true;
        else if (line == "```")
            here = false;
        else if (here)
            text += line + '\n';
    }
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "short.yaml", std::ios::binary) << text;
    const auto texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics;
    const auto root = std::filesystem::path{CSAPATH_ROOT} / "pathway-definitions";
    const auto definition = engine::load(folder.path() / "short.yaml", root, texts, diagnostics);
    CHECK(definition != nullptr);
    CHECK(diagnostics.empty());
}
