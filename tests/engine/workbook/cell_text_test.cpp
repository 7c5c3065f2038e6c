// SPDX-License-Identifier: MIT
#include "engine/workbook/cell_text.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("a cell holds its text as it is, formulas and all, and spells out what cannot be seen") {
    const auto [text, cell] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"Zoë Łódź 🦊", "Zoë Łódź 🦊"},
        {"=1+1", "=1+1"},
        {"two\nlines\tand a tab", "two lines and a tab"},
        {"bell \x07, escape \x1B[31m", "bell \\x07, escape \\x1b[31m"},
        {"W-1\u202Etpircs", "W-1\\u202etpircs"},
        {"\uFFFE and \uFFFF", "\\ufffe and \\uffff"},
        // What a workbook would take for the letter A.
        {"_x0041_", "_x005F_x0041_"},
        {"a_xaF09_b_x0041_", "a_x005F_xaF09_b_x005F_x0041_"},
        // The second would be taken for B once the first is out of the way.
        {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
        {"_x004_ _X0041_ _x00G1_ _x0041", "_x004_ _X0041_ _x00G1_ _x0041"},
    }));
    CAPTURE(text);
    CHECK(cell_text(text).text == cell);
    CHECK_FALSE(cell_text(text).cut);
}

TEST_CASE("a text is cut where a cell has no more room, and between characters") {
    const std::string fits(longest_cell, 'x');
    CHECK(cell_text(fits).text == fits);
    CHECK_FALSE(cell_text(fits).cut);
    CHECK(cell_text(fits + "y").text == fits.substr(1) + "…");
    CHECK(cell_text(fits + "y").cut);
    // A fox counts two, so 16,383 of them and the ellipsis are 32,767.
    std::string foxes, left;
    for (int i = 0; i < 16'384; ++i) foxes += "🦊";
    for (int i = 0; i < 16'383; ++i) left += "🦊";
    CHECK(cell_text(foxes).text == left + "…");
}

}  // namespace
}  // namespace csapath::engine
