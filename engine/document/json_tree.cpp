// SPDX-License-Identifier: MIT
#include "engine/document/json_tree.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace csapath::engine {

namespace {

/// What the package calls as it goes along. Returning false ends the parse.
class TreeGrower {
public:
    explicit TreeGrower(JsonProblem& problem) : problem_(problem) {}

    JsonNode take() { return std::move(root_); }

    bool null() { return put({}); }
    bool boolean(bool yes) { return put({.kind = JsonNode::Kind::yes_no, .yes = yes}); }
    bool number_integer(std::int64_t whole) { return put({.kind = JsonNode::Kind::whole, .whole = whole}); }
    bool number_unsigned(std::uint64_t whole) {
        if (whole > static_cast<std::uint64_t>(INT64_MAX)) return put({.kind = JsonNode::Kind::other});
        return number_integer(static_cast<std::int64_t>(whole));
    }
    bool number_float(double, const std::string&) { return put({.kind = JsonNode::Kind::other}); }
    bool string(std::string& text) { return put({.kind = JsonNode::Kind::text, .text = std::move(text)}); }
    bool binary(const nlohmann::json::binary_t&) { return false; }  // not a thing of JSON text

    bool start_object(std::size_t) { return open(JsonNode::Kind::object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        auto& keys = open_.back()->keys;
        if (std::ranges::find(keys, name) != keys.end()) {
            problem_.key_twice = true;
            return false;
        }
        keys.push_back(std::move(name));
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        problem_.at = position;
        return false;
    }

private:
    /// A node that is open is the last of its parent's, so that no address changes while it is.
    JsonNode& place(JsonNode&& node) {
        if (open_.empty()) return root_ = std::move(node);
        return open_.back()->items.emplace_back(std::move(node));
    }
    bool put(JsonNode&& node) {
        place(std::move(node));
        return true;
    }
    bool open(JsonNode::Kind kind) {
        if (open_.size() == deepest_json) {
            problem_.too_deep = true;
            return false;
        }
        open_.push_back(&place({.kind = kind}));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    JsonProblem& problem_;
    JsonNode root_;
    std::vector<JsonNode*> open_;
};

}  // namespace

const JsonNode* JsonNode::member(std::string_view name) const {
    if (kind != Kind::object) return nullptr;
    const auto found = std::ranges::find(keys, name);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<JsonNode> json_tree(std::string_view text, JsonProblem& problem) {
    TreeGrower grower(problem);
    if (!nlohmann::json::sax_parse(text, &grower)) return std::nullopt;
    return grower.take();
}

}  // namespace csapath::engine
