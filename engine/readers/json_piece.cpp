// SPDX-License-Identifier: MIT
#include "engine/readers/json_piece.hpp"

#include "engine/readers/bad_character.hpp"
#include "engine/readers/log_columns.hpp"

namespace csapath::engine {

using rules::Code;
using JsonKind = JsonObject::Value::Kind;

std::optional<TableRow::Fault> read_piece(const JsonItems& items, JsonObject& json) {
    if (const auto bad = bad_character(items.text(), false)) {
        const std::string where = " at byte offset " + std::to_string(items.offset() + bad->at);
        if (bad->encoding) return TableRow::Fault{Code::file_encoding, "not UTF-8" + where, "save the file as UTF-8"};
        return TableRow::Fault{Code::file_character, bad->name + where + ", which no text can hold", ""};
    }
    const auto problem = json.parse(items.text());
    if (!problem) return std::nullopt;
    std::string message = problem->message;
    if (problem->code == Code::json_syntax && problem->at > 0)
        message += " (byte offset " + std::to_string(items.offset() + problem->at - 1) + ')';
    return TableRow::Fault{problem->code, std::move(message), ""};
}

std::string plain_text(const JsonObject& json, const JsonObject::Value& value) {
    switch (value.kind) {
        case JsonKind::text:
        case JsonKind::other_number:
            return std::string{json.text(value)};
        case JsonKind::whole:
            return std::to_string(value.whole);
        case JsonKind::yes_no:
            return value.yes ? "true" : "false";
        case JsonKind::null:
        case JsonKind::list:
        case JsonKind::object:
            break;
    }
    return {};
}

std::optional<std::string> joined_values(const JsonObject& json, std::size_t list) {
    std::string joined;
    bool sound = true, any = false;
    json.each_in(list, [&](const JsonObject::Value& item, std::size_t) {
        const std::string text = plain_text(json, item);
        const bool nested = item.kind == JsonKind::list || item.kind == JsonKind::object;
        sound = sound && !nested && text.find(between_values) == std::string::npos;
        joined.append(any ? between_values : "").append(text);
        any = true;
    });
    if (!sound) return std::nullopt;
    return any ? joined : "none";
}

void tell_of_lists_not_joined(std::uint64_t count, Faults& faults) {
    if (count == 0) return;
    faults.add(Code::log_sign_in_value, {},
               "lists of which a value holds ';', or is a list itself; they count as unknown: " + std::to_string(count),
               "write another sign in these values");
}

}  // namespace csapath::engine
