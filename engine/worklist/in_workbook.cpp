// SPDX-License-Identifier: MIT
#include "engine/workbook/writer.hpp"
#include "engine/worklist/writing.hpp"

namespace csapath::engine {

void write_worklist_workbook(const WorklistPage& page, const std::string& scratch, Out& out) {
    WorkbookWriter workbook(
        {.title = page.pathway.title + ": what falls due", .as_of = page.as_of, .scratch = scratch});
    Sheet list = workbook.sheet("Due", {{"Case", 16},
                                        {"Due", 17},
                                        {"Overdue", 10},
                                        {"What", 80},
                                        {"Agency", 28},
                                        {"Team", 18},
                                        {"Area", 18},
                                        {"Severity", 10},
                                        {"Rule", 32},
                                        {"Also", 32},
                                        {"File", 24},
                                        {"Row", 8},
                                        {"Id", 26}});
    for (const DueItem& item : page.items) {
        std::string others;
        for (const std::uint16_t rule : item.also) others += (others.empty() ? "" : "; ") + page.rules[rule].id;
        list.text(item.case_id).day(item.due).text(item.overdue ? "yes" : "no").text(item.message);
        list.text(item.agency ? page.pathway.words.agencies()[*item.agency].title : std::string{});
        list.text(item.team).text(item.area).text(name(item.severity)).text(page.rules[item.rule].id).text(others);
        if (item.activated)
            list.text(page.inputs[item.activated->source].path).count(item.activated->row);
        else
            list.blank().blank();
        list.text(item.id).end_row();
    }
    Sheet about = workbook.sheet("About", {{"What", 40}, {"Which", 90}});
    about.text("Marking").text("Holds information about children: keep it as you keep case records").end_row();
    about.text("As the records stood").day(page.as_of).end_row();
    about.text("Judged by").text(page.pathway.id + " " + page.pathway.version).end_row();
    about.text("Program").text("csapath " + std::string(page.tool_version)).end_row();
    if (page.incomplete)
        about.text("INCOMPLETE").text("Some of the input could not be used: there may be more to do").end_row();
    for (const std::string& sentence : workbook.left_out())
        about.text("Left out of this workbook").text(sentence).end_row();
    workbook.write(out);
}

}  // namespace csapath::engine
