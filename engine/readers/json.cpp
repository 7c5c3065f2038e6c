// SPDX-License-Identifier: MIT
#include "engine/readers/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace csapath::engine {

using rules::Code;

namespace {
constexpr int out_of_range = 406;  ///< the package's number for a number that no double can hold

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
}
}  // namespace

/// What the package calls as it goes along. Returning false ends the parse.
class JsonObject::Builder {
public:
    explicit Builder(JsonObject& object) : object_(object) {}

    std::optional<Problem> take_problem() { return std::move(problem_); }

    bool null() { return scalar(Value::Kind::null) != nullptr; }
    bool boolean(bool yes) {
        Value* const value = scalar(Value::Kind::yes_no);
        if (value != nullptr) value->yes = yes;
        return value != nullptr;
    }
    bool number_integer(std::int64_t whole) {
        Value* const value = scalar(Value::Kind::whole);
        if (value != nullptr) value->whole = whole;
        return value != nullptr;
    }
    bool number_unsigned(std::uint64_t whole) {
        if (whole > static_cast<std::uint64_t>(INT64_MAX)) return other_number(std::to_string(whole));
        return number_integer(static_cast<std::int64_t>(whole));
    }
    bool number_float(double, const std::string& written) { return other_number(written); }
    bool binary(const nlohmann::json::binary_t&) { return false; }  // not a thing of JSON text

    bool string(const std::string& text) {
        if (has_control_character(text)) return fail(Code::file_character, "a text holds a control character");
        Value* const value = scalar(Value::Kind::text);
        if (value == nullptr) return false;
        if (!kept()) return true;
        std::tie(value->text_at, value->text_size) = keep(text);
        return true;
    }
    bool key(const std::string& key) {
        if (depth_ <= object_.levels_) key_ = keep(key);
        return true;
    }

    bool start_object(std::size_t) { return open(Value::Kind::object); }
    bool start_array(std::size_t) { return open(Value::Kind::list); }
    bool end_array() { return close(); }
    bool end_object() {
        if (depth_ <= object_.levels_ && key_stands_twice()) return fail(Code::json_key_twice, "a key stands twice");
        return close();
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
        if (error.id == out_of_range) return fail(Code::json_number, "a number that cannot be kept", position);
        if (finished_) return fail(Code::json_syntax, "something stands after the object", position);
        return fail(Code::json_syntax, "not JSON", position);
    }

private:
    bool kept() const { return depth_ <= object_.levels_; }
    bool fail(Code code, std::string message, std::size_t at = 0) {
        problem_ = Problem{code, std::move(message), at};
        return false;
    }
    std::pair<std::uint32_t, std::uint32_t> keep(const std::string& text) {
        const auto at = static_cast<std::uint32_t>(object_.texts_.size());
        object_.texts_ += text;
        return {at, static_cast<std::uint32_t>(text.size())};
    }

    bool other_number(const std::string& written) {
        Value* const value = scalar(Value::Kind::other_number);
        if (value != nullptr && kept()) std::tie(value->text_at, value->text_size) = keep(written);
        return value != nullptr;
    }

    /// Nullptr if it may not stand here. What lies too deep is written over and over in one place.
    Value* scalar(Value::Kind kind) {
        if (depth_ == 0) {
            fail(Code::json_syntax, "not a JSON object");
            return nullptr;
        }
        return add(kind);
    }
    Value* add(Value::Kind kind) {
        if (!kept()) return &left_out_;
        if (object_.values_.size() == most_values) {
            fail(Code::data_limit, "more than 65,536 values in one object");
            return nullptr;
        }
        Value& value = object_.values_.emplace_back();
        value.kind = kind;
        value.next = static_cast<std::uint32_t>(object_.values_.size());
        std::tie(value.key_at, value.key_size) = std::exchange(key_, {0, 0});
        return &value;
    }
    bool open(Value::Kind kind) {
        if (depth_ == 0 && kind == Value::Kind::list) return fail(Code::json_syntax, "a list, not a JSON object");
        if (depth_ == deepest) return fail(Code::json_syntax, "nested more than 64 deep");
        if (kept()) open_.push_back(object_.values_.size());
        if (add(kind) == nullptr) return false;
        ++depth_;
        return true;
    }
    bool close() {
        --depth_;
        if (kept()) {
            object_.values_[open_.back()].next = static_cast<std::uint32_t>(object_.values_.size());
            open_.pop_back();
        }
        finished_ = depth_ == 0;
        return true;
    }

    bool key_stands_twice() {
        const std::size_t place = open_.back();
        object_.values_[place].next = static_cast<std::uint32_t>(object_.values_.size());
        keys_.clear();
        object_.each_in(place, [&](const Value& member, std::size_t) { keys_.push_back(object_.key(member)); });
        std::sort(keys_.begin(), keys_.end());
        return std::adjacent_find(keys_.begin(), keys_.end()) != keys_.end();
    }

    JsonObject& object_;
    std::optional<Problem> problem_;
    std::size_t depth_ = 0;
    bool finished_ = false;
    std::vector<std::size_t> open_;  ///< of the values that are kept, those not yet closed
    std::pair<std::uint32_t, std::uint32_t> key_{0, 0};
    std::vector<std::string_view> keys_;
    Value left_out_;
};

std::optional<JsonObject::Problem> JsonObject::parse(std::string_view text) {
    values_.clear();
    texts_.clear();
    Builder builder{*this};
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
    std::optional<Problem> problem = builder.take_problem();
    if (!problem) problem = Problem{Code::json_syntax, "not JSON"};
    problem->at_end = problem->at > text.size();  // the package has read the end itself as well
    return problem;
}

}  // namespace csapath::engine
