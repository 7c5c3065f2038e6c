// SPDX-License-Identifier: MIT
#include "engine/document/saved.hpp"

#include <utility>

#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

void report_saved(const std::string& name, Code code, std::string message, std::string help,
                  rules::Diagnostics& diagnostics) {
    diagnostics.add({.code = code,
                     .where = {},
                     .message = std::move(message),
                     .help = std::move(help),
                     .address = rules::printable(name)});
}

/// "csapath-results/1.0" -> "1"; empty if it is another format.
std::string_view major_version(std::string_view written, std::string_view format) {
    if (!written.starts_with(format) || written.substr(format.size(), 1) != "/") return {};
    written.remove_prefix(format.size() + 1);
    return written.substr(0, written.find('.'));
}

}  // namespace

std::optional<JsonNode> saved_object(const std::string& name, std::string_view text, std::string_view format,
                                     rules::Diagnostics& diagnostics) {
    const std::string wanted(format);
    JsonProblem problem;
    std::optional<JsonNode> tree = json_tree(text, problem);
    if (!tree) {
        const std::string why = problem.too_deep    ? ": it is nested too deeply"
                                : problem.key_twice ? ": a key stands twice in one object"
                                                    : ": it ends or breaks off at byte " + std::to_string(problem.at);
        report_saved(name, Code::saved_foreign, "this is not a file of the form " + wanted + why,
                     "was it cut off, or changed by hand?", diagnostics);
        return std::nullopt;
    }
    const JsonNode* const written = tree->member("format");
    const bool told = written != nullptr && written->kind == JsonNode::Kind::text;
    const std::string_view major = told ? major_version(written->text, format) : std::string_view{};
    if (major.empty()) {
        const std::string what = told ? ", but of the form '" + rules::printable(written->text.substr(0, 40)) + "'"
                                      : ": its 'format' is missing";
        report_saved(name, Code::saved_foreign, "this is not a file of the form " + wanted + what, {}, diagnostics);
        return std::nullopt;
    }
    if (major != "1") {
        report_saved(name, Code::saved_newer,
                     "this is '" + rules::printable(written->text) + "', and this version reads " + wanted + "/1",
                     "use the version of csapath that wrote it", diagnostics);
        return std::nullopt;
    }
    return tree;
}

SavedMembers::SavedMembers(const JsonNode& object, const std::string& name, std::string where,
                           rules::Diagnostics& diagnostics)
    : object_(object), name_(name), where_(std::move(where)), diagnostics_(diagnostics) {}

void SavedMembers::report(std::string_view key, std::string_view expected) {
    const std::string path = (where_.empty() ? "" : where_ + '.') + std::string(key);
    report_saved(name_, Code::saved_damaged, "'" + path + "' is not " + std::string(expected),
                 "was the file changed by hand?", diagnostics_);
}

const JsonNode* SavedMembers::wanted(std::string_view key, JsonNode::Kind kind, std::string_view expected) {
    const JsonNode* const found = object_.member(key);
    if (found != nullptr && found->kind == kind) return found;
    report(key, expected);
    return nullptr;
}

std::string SavedMembers::text(std::string_view key) {
    const JsonNode* const found = wanted(key, JsonNode::Kind::text, "a text");
    return found == nullptr ? std::string() : found->text;
}

std::string SavedMembers::text_or_null(std::string_view key) {
    const JsonNode* const found = object_.member(key);
    if (found != nullptr && found->kind == JsonNode::Kind::null) return {};
    return text(key);
}

std::uint64_t SavedMembers::count(std::string_view key) {
    const JsonNode* const found = object_.member(key);
    if (found != nullptr && found->kind == JsonNode::Kind::whole && found->whole >= 0)
        return static_cast<std::uint64_t>(found->whole);
    report(key, "a whole number");
    return 0;
}

bool SavedMembers::yes_no_or_absent(std::string_view key) {
    if (object_.member(key) == nullptr) return false;
    const JsonNode* const found = wanted(key, JsonNode::Kind::yes_no, "true or false");
    return found != nullptr && found->yes;
}

const JsonNode* SavedMembers::list(std::string_view key) {
    return wanted(key, JsonNode::Kind::list, "a list");
}

const JsonNode* SavedMembers::object(std::string_view key) {
    return wanted(key, JsonNode::Kind::object, "an object");
}

const JsonNode* SavedMembers::list_or_absent(std::string_view key) {
    return object_.member(key) == nullptr ? nullptr : list(key);
}

const JsonNode* SavedMembers::object_or_absent(std::string_view key) {
    return object_.member(key) == nullptr ? nullptr : object(key);
}

SavedMembers SavedMembers::part(const JsonNode& object, std::string_view key) const {
    return {object, name_, (where_.empty() ? "" : where_ + '.') + std::string(key), diagnostics_};
}

const JsonNode* SavedMembers::object_or_null(std::string_view key) {
    const JsonNode* const found = object_.member(key);
    if (found != nullptr && found->kind == JsonNode::Kind::null) return nullptr;
    return object(key);
}

}  // namespace csapath::engine
