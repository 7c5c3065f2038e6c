// SPDX-License-Identifier: MIT
#include "engine/reporters/json_writer.hpp"

#include "engine/findings/append.hpp"
#include "engine/reporters/escape.hpp"

namespace csapath::engine {

void JsonWriter::element() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) to_ += ',';
    if (!level.flat)
        to_.append("\n").append(2 * levels_.size(), ' ');
    else if (!level.empty)
        to_ += ' ';
    level.empty = false;
}

void JsonWriter::open(char bracket, bool flat) {
    element();
    to_ += bracket;
    const bool inside_flat = !levels_.empty() && levels_.back().flat;
    levels_.push_back({.closing = bracket == '{' ? '}' : ']', .flat = flat || inside_flat});
}

void JsonWriter::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.flat && !level.empty) to_.append("\n").append(2 * levels_.size(), ' ');
    to_ += level.closing;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    element();
    append_json(name, to_);
    to_ += ": ";
    after_key_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value) {
    element();
    append_json(value, to_);
}

void JsonWriter::text_or_null(std::string_view value) {
    if (value.empty()) return null();
    text(value);
}

void JsonWriter::number(std::int64_t value) {
    element();
    append_number(value, to_);
}

void JsonWriter::yes_no(bool value) {
    element();
    to_ += value ? "true" : "false";
}

void JsonWriter::null() {
    element();
    to_ += "null";
}

}  // namespace csapath::engine
