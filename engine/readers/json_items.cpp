// SPDX-License-Identifier: MIT
#include "engine/readers/json_items.hpp"

#include <utility>

namespace csapath::engine {

using rules::Code;

namespace {
constexpr std::size_t json_stretch = std::size_t{256} * 1024;

constexpr std::string_view no_comma = "not JSON: a comma or a closing bracket was expected";

bool json_blank(char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}
}  // namespace

JsonItems::JsonItems(Bytes& bytes, As as) : window_(bytes, json_stretch, largest), as_(as) {}

// --- the bytes

/// Reads on, and keeps what stands from `begin_` on. False at the end of the input, or where an item is too large.
bool JsonItems::refill() {
    const bool more = window_.move_to(begin_);
    at_ -= begin_;
    begin_ = 0;
    too_large_ = !more && !window_.ended();
    return more;
}

/// Whether a byte stands here.
bool JsonItems::any() {
    while (at_ == window_.size())
        if (!refill()) return false;
    return true;
}

/// To the next sign that is no blank. False at the end.
bool JsonItems::skip_blanks() {
    for (;; ++at_) {
        begin_ = at_;
        if (!any()) return false;
        if (!json_blank(here())) return true;
        if (here() == '\n') ++lines_;
    }
}

/// Behind a text that begins here. False if the input ends in it.
bool JsonItems::pass_text() {
    for (++at_; any(); ++at_) {
        if (here() == '"') {
            ++at_;
            return true;
        }
        if (here() == '\n') ++lines_;
        if (here() != '\\') continue;
        ++at_;
        if (!any()) return false;
    }
    return false;
}

/// Behind a value that begins here. False if the input ends in it.
bool JsonItems::pass_value() {
    std::size_t depth = 0;
    while (any()) {
        const char sign = here();
        if (sign == '"') {
            if (!pass_text()) return false;
            if (depth == 0) return true;
            continue;
        }
        const bool closes = sign == '}' || sign == ']';
        if (depth == 0 && (closes || sign == ',' || json_blank(sign))) return true;
        if (sign == '\n') ++lines_;
        if (sign == '{' || sign == '[') ++depth;
        if (closes) --depth;
        ++at_;
        if (closes && depth == 0) return true;
    }
    return depth == 0 && !too_large_;
}

// --- what stands between the items

JsonItems::Got JsonItems::refuse(Code code, std::string message, std::string help) {
    fault_ = {code, std::move(message), std::move(help)};
    in_ = In::after;
    return Got::fault;
}

JsonItems::Got JsonItems::cut_off() {
    if (too_large_) return refuse(Code::data_limit, "a record of more than 16 MiB; nothing after it is read");
    return refuse(Code::json_syntax, "the file ends before its last bracket; it may have been cut off");
}

bool JsonItems::start() {
    window_.move_to(0);
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (std::string_view{window_.data(), window_.size()}.starts_with(mark)) at_ = mark.size();
    in_ = In::object;
    if (!skip_blanks()) return false;
    if (as_ == As::records && here() != '[') return true;  // objects one after another
    if (as_ == As::records) in_ = In::list;
    return here() == '[' || here() == '{';
}

JsonItems::Got JsonItems::next() {
    if (in_ == In::after) return Got::end;
    if (in_ == In::file) {
        const bool begun = start();
        if (!begun) {
            if (begin_ == window_.size()) return end_of_file();
            return refuse(Code::json_syntax, "not JSON: neither a list nor an object begins here");
        }
        const bool wrong = as_ == As::members && here() != '{';
        if (wrong) return refuse(Code::json_syntax, "a list stands where an object was expected");
        if (as_ == As::members || in_ == In::list) ++at_;
    }
    return as_ == As::members ? next_member() : next_item();
}

JsonItems::Got JsonItems::end_of_file() {
    in_ = In::after;
    return Got::end;
}

/// What stands here, after the comma that has to stand between two items or members.
JsonItems::Next JsonItems::separator(char closing) {
    if (here() == closing) return Next::closing;
    if (std::exchange(first_, false)) return Next::item;
    if (here() != ',') return Next::wrong;
    ++at_;
    if (!skip_blanks()) return Next::cut_off;
    return here() == closing ? Next::wrong : Next::item;
}

JsonItems::Got JsonItems::item() {
    begin_ = at_;
    line_ = lines_;
    if (!pass_value()) return cut_off();
    ++number_;
    return at_ == begin_ ? refuse(Code::json_syntax, "not JSON: a value was expected") : Got::item;
}

JsonItems::Got JsonItems::next_item() {
    if (!skip_blanks()) return in_ == In::object ? end_of_file() : cut_off();
    if (in_ == In::object)
        return here() == '{' ? item()
                             : refuse(Code::json_syntax, "something stands before, between or after the objects");
    switch (separator(']')) {
        case Next::item:
            return item();
        case Next::wrong:
            return refuse(Code::json_syntax, std::string{no_comma});
        case Next::cut_off:
            return cut_off();
        case Next::closing:
            break;
    }
    ++at_;
    return skip_blanks() ? refuse(Code::json_syntax, "something stands after the list") : end_of_file();
}

bool JsonItems::read_key() {
    begin_ = at_;
    if (here() != '"' || !pass_text()) return false;
    key_ = std::string_view{window_.data() + begin_ + 1, at_ - begin_ - 2};
    if (!skip_blanks() || here() != ':') return false;
    ++at_;
    return skip_blanks();
}

JsonItems::Got JsonItems::next_member() {
    for (;;) {
        if (!skip_blanks()) return cut_off();
        const bool in_list = in_ == In::list_in_object;
        const Next next = separator(in_list ? ']' : '}');
        if (next == Next::wrong) return refuse(Code::json_syntax, std::string{no_comma});
        if (next == Next::cut_off) return cut_off();
        if (next == Next::closing) {
            ++at_;
            if (!in_list)
                return skip_blanks() ? refuse(Code::json_syntax, "something stands after the object") : end_of_file();
            in_ = In::object;
            first_ = false;
            continue;
        }
        if (in_list) return item();
        if (!read_key())
            return any() ? refuse(Code::json_syntax, "not JSON: a key and a colon were expected") : cut_off();
        if (!keys_.insert(key_).second) return refuse(Code::json_key_twice, "a key stands twice");
        if (here() == '[') {
            ++at_;
            in_ = In::list_in_object;
            lists_.insert(key_);
            first_ = true;
            number_ = 0;
        } else if (const Got passed = item(); passed == Got::fault) {
            return passed;
        }
    }
}

}  // namespace csapath::engine
