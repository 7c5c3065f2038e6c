// SPDX-License-Identifier: MIT
#include "engine/findings/append.hpp"
#include "engine/worklist/writing.hpp"

namespace csapath::engine {

std::string worklist_in_csv(const WorklistPage& page, Cells cells) {
    const std::string_view line_end = cells == Cells::defused ? "\r\n" : "\n";
    std::string text;
    if (cells == Cells::defused) text += "\xEF\xBB\xBF";
    text += "case,due,overdue,agency,team,area,severity,rule,also,message,source,row,id";
    text += line_end;
    for (const DueItem& item : page.items) {
        const auto cell = [&](std::string_view of) {
            append_csv(of, cells, text);
            text += ',';
        };
        cell(item.case_id);
        if (item.due) append_iso(*item.due, text);
        text += ',';
        text += item.overdue ? "yes," : "no,";
        cell(item.agency ? page.pathway.words.agencies()[*item.agency].id : std::string{});
        cell(item.team);
        cell(item.area);
        cell(name(item.severity));
        cell(page.rules[item.rule].id);
        std::string others;
        for (const std::uint16_t rule : item.also) others += (others.empty() ? "" : ";") + page.rules[rule].id;
        cell(others);
        cell(item.message);
        cell(item.activated ? page.inputs[item.activated->source].path : std::string{});
        if (item.activated) append_number(item.activated->row, text);
        text += ',';
        append_csv(item.id, cells, text);
        text += line_end;
    }
    return text;
}

}  // namespace csapath::engine
