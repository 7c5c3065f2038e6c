// SPDX-License-Identifier: MIT
#include "engine/readers/csv_structure.hpp"

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using csapath::engine::CsvSigns;
using csapath::engine::CsvStructure;

namespace {

/// What the structure should be, found one character at a time.
struct Slow {
    std::vector<std::vector<std::uint32_t>> rows;
    std::optional<std::uint32_t> misplaced;
    bool open = false;

    Slow(const std::string& text, CsvSigns signs) {
        enum class State { field_begins, plain, quoted, closed } state = State::field_begins;
        std::vector<std::uint32_t> row;
        for (std::uint32_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (state == State::quoted) {
                if (c == '"') state = State::closed;
                continue;
            }
            if (c == '"') {
                if (state == State::plain) {
                    misplaced = at;
                    return;
                }
                state = State::quoted;
            } else if (c == signs.separator || c == signs.line_end) {
                row.push_back(at);
                if (c == signs.line_end) {
                    rows.push_back(row);
                    row.clear();
                }
                state = State::field_begins;
            } else if (state == State::closed && c != '\r') {
                misplaced = at;
                return;
            } else {
                state = State::plain;  // after a carriage return too, which is odd if no line feed follows
            }
        }
        open = state == State::quoted;
    }
};

std::vector<std::vector<std::uint32_t>> rows_of(const CsvStructure& structure, const char* data, char line_end) {
    std::vector<std::vector<std::uint32_t>> rows(1);
    for (const std::uint32_t* end = structure.ends(); end != structure.ends_behind(); ++end) {
        rows.back().push_back(*end);
        if (data[*end] == line_end) rows.emplace_back();
    }
    rows.pop_back();  // a row that does not end in the stretch
    return rows;
}

std::string padded(const std::string& text) {
    return text + std::string(CsvStructure::padding, '"');  // what follows must not matter
}

}  // namespace

TEST_CASE("sixty-four bytes at a time find what one at a time finds") {
    std::mt19937 random{20250430};
    const std::string letters =
        GENERATE(as<std::string>{}, "ab,,\n", "aaaaaaaa,\n\"", "a,\n\"\"", "a,\r\n\"", "a;\t\n\"\xC3\xA9");
    const CsvSigns signs{letters.find(';') == std::string::npos ? ',' : ';', '\n'};
    CsvStructure structure;
    int with_rows = 0;
    for (int text_number = 0; text_number < 3000; ++text_number) {
        std::string text(random() % 300, ' ');
        for (char& c : text) c = letters[random() % letters.size()];
        if (text_number % 3 == 0)  // well formed more often
            for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 4))
                text.replace(at, 1, at == 0 || text[at - 1] == ',' || text[at - 1] == '\n' ? "\"x,\"" : "y");
        CAPTURE(text);
        const Slow slow{text, signs};
        const std::string room = padded(text);

        structure.index(room.data(), 0, static_cast<std::uint32_t>(text.size()), signs);

        REQUIRE(rows_of(structure, room.data(), signs.line_end) == slow.rows);
        REQUIRE(structure.rows() == slow.rows.size());
        REQUIRE(
            (structure.misplaced() == CsvStructure::nowhere ? std::nullopt : std::optional{structure.misplaced()}) ==
            slow.misplaced);
        if (!slow.misplaced) REQUIRE(structure.open() == slow.open);
        with_rows += structure.rows() > 1 ? 1 : 0;
    }
    CHECK(with_rows > 500);
}

TEST_CASE("a stretch may begin anywhere") {
    const std::string text = padded("skipped,\"a,b\",c\nd,e\n");
    CsvStructure structure;
    structure.index(text.data(), 16, 20, {});
    CHECK(rows_of(structure, text.data(), '\n') == std::vector<std::vector<std::uint32_t>>{{17, 19}});
    CHECK(structure.ends()[-1] == 15);  // as if a line ended before the first row
}

TEST_CASE("blocks with something to look at closely are pointed out, and no others") {
    struct Text {
        std::string text;
        std::vector<std::uint32_t> odd;
    };
    const std::string plain(62, 'p');
    const auto [text, odd] = GENERATE_COPY(values<Text>({
        {plain + "\n" + plain + "\n", {}},
        {plain + "\r\n" + plain + "\r\n", {}},
        {plain + "p\r\n" + plain, {}},  // the line end across two blocks
        {plain + "\rp" + plain, {0}},   // a carriage return alone
        {plain + "pp" + plain + "\t", {64}},
        {std::string("a\0b", 3) + plain, {0}},
        {plain + plain + plain + "\xC3\xA9", {128}},
        {"\xC3\xA9" + plain + plain + "\x1B", {0, 64}},
        {"\"" + plain + plain + "\n\"\n", {64}},  // a line end inside quotes
    }));
    const std::string room = padded(text);
    CsvStructure structure;
    structure.index(room.data(), 0, static_cast<std::uint32_t>(text.size()), {});

    std::vector<std::uint32_t> expected = odd;
    expected.push_back(CsvStructure::nowhere);
    CHECK(structure.odd() == expected);
}
