// SPDX-License-Identifier: MIT
/// A rule shown twice: on a case with one fault, and on the same case without it.
#pragma once

#include <string>
#include <string_view>

namespace csapath {

struct ShownRule {
    std::string_view rule;
    std::string_view said;     ///< of the case with the fault: "late (delay), due 2025-05-06"
    std::string_view columns;  ///< besides case, event and at
    std::string_view rows;     ///< of the one case, in which @ stands for the fault or for what is sound
    std::string_view fault, sound;
    std::string_view as_of = "2026-05-29";

    std::string events(std::string_view instead) const {
        std::string text = "case,event,at";
        if (!columns.empty()) text += ',';
        text += columns;
        text += '\n';
        std::string row;
        const auto end_row = [&] {
            if (!row.empty()) text += "C1," + row + '\n';
            row.clear();
        };
        for (const char character : rows) {
            if (character == '\n')
                end_row();
            else if (character == '@')
                row += instead;
            else
                row += character;
        }
        end_row();
        return text;
    }
};

}  // namespace csapath
