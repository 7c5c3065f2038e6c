// SPDX-License-Identifier: MIT
#include "engine/document/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/document/characters.hpp"
#include "rules/text/character.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {
namespace {

using rules::Code;

std::string_view kind(const Node& node) {
    switch (node.kind) {
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map of keys and values";
        case Node::Kind::scalar:
            break;
    }
    return "text";
}

std::string_view kind(Node::Kind kind) {
    return kind == Node::Kind::list ? "a list" : kind == Node::Kind::map ? "a map of keys and values" : "one value";
}

/// Names a character that a word processor puts where a plain sign was meant; empty if there is none.
std::string foreign_sign(const std::string& text) {
    const auto at = std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (at == text.end()) return {};
    const auto offset = static_cast<std::size_t>(at - text.begin());
    return "it holds " + described(rules::first_character(std::string_view(text).substr(offset)).code) +
           "; type the plain sign";
}

bool digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Why a text is no whole number, and what to write.
std::string number_help(const std::string& text) {
    if (auto foreign = foreign_sign(text); !foreign.empty()) return foreign;
    const auto middle = text.find(':');
    if (middle != text.npos && digits(text.substr(0, middle)) && digits(text.substr(middle + 1)))
        return fmt::format("write a time of day in quotes: \"{:0>5}\"", text);
    return "write digits alone: no sign +, no zero in front, no point, comma or underscore";
}

std::string date_help(const std::string& text) {
    if (auto foreign = foreign_sign(text); !foreign.empty()) return foreign;
    const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text.substr(0, 4)) &&
                       digits(text.substr(5, 2)) && digits(text.substr(8));
    return shape ? "there is no such day between 1900-01-01 and 2199-12-31" : "write it as YYYY-MM-DD: 2025-05-06";
}

}  // namespace

Fields::Fields(const Node& node, std::string what, rules::Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
    if (!node_.is_map())
        diagnostics_.add({.code = Code::field_type,
                          .where = node_.where,
                          .message = fmt::format("{} must be a map of keys and values, not {}", what_, kind(node_)),
                          .help = "write 'key: value', one key a line"});
}

const Node* Fields::any(std::string_view key) {
    if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
    return node_.find(key);
}

const Node* Fields::of_kind(std::string_view key, Node::Kind wanted) {
    const Node* const value = any(key);
    if (value == nullptr || value->kind == wanted) return value;
    diagnostics_.add({.code = Code::field_type,
                      .where = value->where,
                      .message = fmt::format("'{}' must be {}, not {}", key, kind(wanted), kind(*value))});
    return nullptr;
}

const Node* Fields::map(std::string_view key) {
    return of_kind(key, Node::Kind::map);
}

const Node* Fields::list(std::string_view key) {
    return of_kind(key, Node::Kind::list);
}

const Node* Fields::scalar(std::string_view key) {
    return of_kind(key, Node::Kind::scalar);
}

std::optional<std::string> Fields::text(std::string_view key) {
    const Node* const value = scalar(key);
    if (value == nullptr) return std::nullopt;
    if (value->text().find_first_not_of(" \t\n") != std::string::npos) return value->text();
    diagnostics_.add({.code = Code::field_value,
                      .where = value->where,
                      .message = fmt::format("the text of '{}' is empty", key),
                      .help = "write a text, or take the key out"});
    return std::nullopt;
}

std::optional<bool> Fields::yes_no(std::string_view key) {
    const Node* const value = scalar(key);
    if (value == nullptr) return std::nullopt;
    if (value->style == Node::Style::plain && value->text() == "true") return true;
    if (value->style == Node::Style::plain && value->text() == "false") return false;
    diagnostics_.add({.code = Code::field_boolean,
                      .where = value->where,
                      .message = fmt::format("'{}' is true or false, not '{}'", key, shown(value->text())),
                      .help = "write true or false, in small letters and without quotes"});
    return std::nullopt;
}

std::optional<std::int64_t> Fields::number(std::string_view key, std::int64_t least, std::int64_t most) {
    const Node* const value = scalar(key);
    if (value == nullptr) return std::nullopt;
    const std::string& text = value->text();
    const std::string_view unsigned_text = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
    const bool leading_zero = unsigned_text.size() > 1 && unsigned_text.front() == '0';
    const bool negative_zero = text == "-0";
    if (value->style != Node::Style::plain || !digits(unsigned_text) || leading_zero || negative_zero) {
        diagnostics_.add({.code = Code::field_number,
                          .where = value->where,
                          .message = fmt::format("'{}' is a whole number, not '{}'", key, shown(text)),
                          .help = value->style == Node::Style::plain ? number_help(text) : "write it without quotes"});
        return std::nullopt;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && least <= number && number <= most) return number;
    diagnostics_.add(
        {.code = Code::field_number,
         .where = value->where,
         .message = fmt::format("'{}' must lie between {} and {}, not {}", key, least, most, shown(text))});
    return std::nullopt;
}

std::optional<rules::Date> Fields::date(std::string_view key) {
    const Node* const value = scalar(key);
    if (value == nullptr) return std::nullopt;
    const auto date = rules::parse_date(value->text());
    if (!date)
        diagnostics_.add({.code = Code::field_date,
                          .where = value->where,
                          .message = fmt::format("'{}' is a date, not '{}'", key, shown(value->text())),
                          .help = date_help(value->text())});
    return date;
}

std::optional<std::size_t> Fields::one_of(std::string_view key, std::span<const std::string> allowed) {
    const Node* const value = scalar(key);
    if (value == nullptr) return std::nullopt;
    const auto found = std::ranges::find(allowed, value->text());
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    diagnostics_.add({.code = Code::field_value,
                      .where = value->where,
                      .message = fmt::format("'{}' cannot be '{}'{}", key, shown(value->text()),
                                             rules::did_you_mean(value->text(), allowed)),
                      .help = fmt::format("it is one of: {}", fmt::join(allowed, ", "))});
    return std::nullopt;
}

std::vector<const Node*> Fields::scalars(std::string_view key) {
    const Node* const value = any(key);
    if (value == nullptr) return {};
    if (value->is_scalar()) return {value};
    if (value->is_map()) {
        diagnostics_.add({.code = Code::field_type,
                          .where = value->where,
                          .message = fmt::format("'{}' must be a list, not {}", key, kind(*value))});
        return {};
    }
    std::vector<const Node*> found;
    for (const Node& item : value->items) {
        if (item.is_scalar())
            found.push_back(&item);
        else
            diagnostics_.add({.code = Code::field_type,
                              .where = item.where,
                              .message = fmt::format("an item of '{}' must be one value, not {}", key, kind(item))});
    }
    return found;
}

void Fields::require(std::string_view key) {
    if (!node_.is_map() || node_.find(key) != nullptr) return;
    diagnostics_.add({.code = Code::field_missing,
                      .where = node_.where,
                      .message = fmt::format("{} needs the key '{}'", what_, key)});
}

void Fields::done() {
    for (const Node::Entry& entry : node_.entries) {
        if (std::ranges::find(asked_, entry.key.text) != asked_.end()) continue;
        const auto near = rules::did_you_mean(entry.key.text, asked_);
        diagnostics_.add({.code = Code::field_unknown,
                          .where = entry.key.where,
                          .message = fmt::format("{} has no key '{}'{}", what_, shown(entry.key.text), near),
                          .help = near.empty() ? fmt::format("its keys are: {}", fmt::join(asked_, ", ")) : ""});
    }
}

}  // namespace csapath::engine
