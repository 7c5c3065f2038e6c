// SPDX-License-Identifier: MIT
#include "engine/workbook/cell_text.hpp"

#include <algorithm>

#include "engine/reporters/page_text.hpp"

namespace csapath::engine {

namespace {

bool hexadecimal(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'F') || (letter >= 'a' && letter <= 'f');
}

/// Whether a workbook would take what begins at `at` for a character by its number.
bool reads_as_character(std::string_view text, std::size_t at) {
    const std::string_view seven = text.substr(at, 7);
    return seven.size() == 7 && seven.starts_with("_x") && seven.ends_with('_') &&
           std::all_of(seven.begin() + 2, seven.end() - 1, hexadecimal);
}

/// In which units the character counts that begins with this byte; none for a byte within one.
std::size_t units_of(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value & 0xC0u) == 0x80u ? 0 : value >= 0xF0u ? 2 : 1;
}

/// Where a text must end so that it counts at most `units`.
std::size_t end_of(std::string_view text, std::size_t units) {
    std::size_t counted_units = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        counted_units += units_of(text[at]);
        if (counted_units > units) return at;
    }
    return text.size();
}

}  // namespace

CellText cell_text(std::string_view text) {
    CellText cell{.text = page_text(text)};
    if (end_of(cell.text, longest_cell) < cell.text.size()) {
        cell.text.resize(end_of(cell.text, longest_cell - 1));
        cell.text += "…";
        cell.cut = true;
    }
    for (std::size_t at = cell.text.find("_x"); at != std::string::npos; at = cell.text.find("_x", at + 1)) {
        if (!reads_as_character(cell.text, at)) continue;
        cell.text.insert(at, "_x005F");
        at += 6;
    }
    return cell;
}

}  // namespace csapath::engine
