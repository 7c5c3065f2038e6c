// SPDX-License-Identifier: MIT
#include "engine/readers/identities_file.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

class Text final : public Bytes {
public:
    explicit Text(std::string text) : text_(std::move(text)) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t size = text_.copy(room.data(), room.size(), at_);
        at_ += size;
        return size;
    }
    bool rewind() override { return false; }

private:
    std::string text_;
    std::size_t at_ = 0;
};

struct Reading {
    std::unique_ptr<const Identities> map;
    std::string told;  ///< "S003 ids.csv: row 3 an id belongs to …"
};

Reading reading(const std::string& text, bool show_values = false) {
    Text bytes(text);
    rules::Diagnostics diagnostics;
    Reading made{read_identities(bytes, "ids.csv", show_values, diagnostics), {}};
    for (const rules::Diagnostic& one : diagnostics.found())
        made.told += std::string(rules::row(one.code).id) + ' ' + one.address + ' ' + one.message + '\n';
    return made;
}

}  // namespace

TEST_CASE("a map of ids is a table of id and case, in any order, with columns for people beside them") {
    const Reading read = reading("agreed by,case,id,source\nA. Manager,W-1,17,school.csv\n,,,\n,W-2,L-2,\n");
    REQUIRE(read.map);
    CHECK(read.told.empty());
    CHECK(read.map->size() == 2);
    CHECK(read.map->case_of(*read.map->find("school.csv", "17")) == "W-1");
    CHECK_FALSE(read.map->find("police.csv", "17"));
    CHECK(read.map->case_of(*read.map->find("police.csv", "L-2")) == "W-2");
    CHECK(read.map->sha256.size() == 64);
}

TEST_CASE("without a column for the source a row holds for every source") {
    const Reading read = reading("id,case\n17,W-1\n");
    REQUIRE(read.map);
    CHECK(read.map->find("anything", "17"));
}

TEST_CASE("a map that cannot be used says which rows are wrong, and quotes no id") {
    const auto [text, told] = GENERATE(table<std::string, std::string>({
        {"child,case\n17,W-1\n", "S001 ids.csv: row 1 an identity map has the columns 'id' and 'case'\n"},
        {"id,case\n17,\n", "S002 ids.csv: row 2 the row names no case\n"},
        {"id,case\n,W-1\n", "S002 ids.csv: row 2 the row names no id\n"},
        {"id,case\n17,W-1\n18,W-3\n17,W-2\n", "S003 ids.csv: row 4 an id belongs to another case by row 2\n"},
        {"source,id,case\nschool,17,W-1\n,17,W-2\n", "S003 ids.csv: row 3 an id belongs to another case by row 2\n"},
        {"id,case\nA,B\nB,A\n", "S004 ids.csv: row 3 an id leads back to row 2, and so to no case\n"},
        {"id,case\n17,W-1,more\n", "D004"},
        {"id,case\n\"17,W-1\n", "D006"},
        {"", "S001 ids.csv an identity map has the columns 'id' and 'case'\n"},
    }));
    CAPTURE(text);
    const Reading read = reading(text);
    CHECK_FALSE(read.map);
    CHECK(read.told.find(told) == 0);
    CHECK(read.told.find("W-1") == std::string::npos);
}

TEST_CASE("ids are quoted where the user wants to see values") {
    CHECK(reading("id,case\n17,W-1\n17,W-2\n", true).told ==
          "S003 ids.csv: row 3 the id '17' belongs to another case by row 2\n");
}

}  // namespace csapath::engine
