// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/worklist/writing.hpp"
#include "rules/text/character.hpp"

namespace csapath::engine {

namespace {

/// Bytes of a line, its end not counted (RFC 5545, 3.1).
constexpr std::size_t longest_line = 75;

/// A content line, folded between characters.
void append_line(std::string_view line, std::string& to) {
    std::size_t used = 0;
    while (!line.empty()) {
        const std::size_t bytes = rules::first_character(line).bytes;
        if (used + bytes > longest_line) {
            to += "\r\n ";
            used = 1;
        }
        to += line.substr(0, bytes);
        used += bytes;
        line.remove_prefix(bytes);
    }
    to += "\r\n";
}

/// A value of type TEXT (3.3.11): what would hide or command is made visible first.
std::string calendar_text(std::string_view text) {
    std::string escaped;
    for (const char character : for_terminal(text)) {
        if (character == '\\' || character == ';' || character == ',') escaped += '\\';
        escaped += character;
    }
    return escaped;
}

/// "20250506"
std::string basic(rules::Date day) {
    std::string text = rules::iso(day);
    std::erase(text, '-');
    return text;
}

}  // namespace

std::string worklist_in_icalendar(const WorklistPage& page) {
    std::string text;
    const auto line = [&](std::string_view name, const std::string& value) {
        append_line(fmt::format("{}{}", name, value), text);
    };
    line("BEGIN:VCALENDAR", "");
    line("VERSION:2.0", "");
    line("PRODID:", fmt::format("-//csapath//csapath {}//EN", page.tool_version));
    line("X-WR-CALNAME:", calendar_text(page.pathway.title));
    for (const DueItem& item : page.items) {
        if (!item.due) continue;
        line("BEGIN:VEVENT", "");
        line("UID:", item.id + "@csapath");
        line("DTSTAMP:", basic(page.as_of.day) + "T000000Z");
        line("DTSTART;VALUE=DATE:", basic(item.due->day));
        line("SUMMARY:", calendar_text(item.case_id + ": " + item.message.substr(0, item.message.find(" ("))));
        line("DESCRIPTION:", calendar_text(fmt::format("{}; {}", item.message, page.rules[item.rule].id)));
        line("CATEGORIES:", item.overdue ? "OVERDUE" : "DUE");
        line("CLASS:PRIVATE", "");
        line("TRANSP:TRANSPARENT", "");
        line("END:VEVENT", "");
    }
    line("END:VCALENDAR", "");
    return text;
}

}  // namespace csapath::engine
