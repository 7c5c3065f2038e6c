// SPDX-License-Identifier: MIT
/// `facts:`: the typed vocabulary of attributes that conditions may look at.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;
using rules::Type;

namespace {

const std::vector<std::string>& type_names() {
    static const std::vector<std::string> names{"text",   "number",  "yes-no", "date",    "instant",
                                                "one-of", "many-of", "agency", "agencies"};
    return names;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::vector<std::string> read_values(Fields& fact, Type::Kind kind, rules::Diagnostics& diagnostics) {
    const bool chosen_from_values = kind == Type::Kind::one_of || kind == Type::Kind::many_of;
    const Node* written = fact.any("values");
    if (!chosen_from_values) {
        if (written) {
            diagnostics.add({.code = Code::field_value,
                             .where = written->where,
                             .message = fmt::format("a fact of type {} has no list of values", rules::name(kind)),
                             .help = "values belong to the types one-of and many-of"});
        }
        return {};
    }
    fact.require("values");
    std::vector<std::string> values;
    std::map<std::string, const Node*> seen;
    for (const Node* value : fact.scalars("values")) {
        const auto refuse = [&](Code code, std::string message, std::vector<rules::Diagnostic::Related> also = {}) {
            diagnostics.add(
                {.code = code, .where = value->where, .message = std::move(message), .also = std::move(also)});
        };
        values.push_back(value->text());
        if (value->text().find_first_not_of(" \t\r\n") == std::string::npos) refuse(Code::field_value, "a blank value");
        // A list in a data file is written with semicolons, and a cell with commas or spaces is still one value.
        if (value->text().find(';') != std::string::npos)
            refuse(Code::field_value, fmt::format("the value '{}' holds a semicolon, which separates the values of a "
                                                  "list in data files",
                                                  value->text()));
        const auto [first, is_new] = seen.emplace(lower_case(value->text()), value);
        if (!is_new)
            refuse(
                Code::rule_repeated_name,
                fmt::format("the value '{}' stands twice; letter case does not tell two values apart", value->text()),
                {{first->second->where, "the first is here"}});
    }
    if (values.size() > rules::Options::most) {
        diagnostics.add(
            {.code = Code::field_value,
             .where = written->where,
             .message = fmt::format("{} values; a fact has at most {}", values.size(), rules::Options::most)});
    }
    if (written && written->is_list() && values.empty()) {
        diagnostics.add({.code = Code::field_value, .where = written->where, .message = "a fact without any value"});
    }
    return values;
}

Type read_type(Fields& fact, rules::Diagnostics& diagnostics) {
    fact.require("type");
    const auto written = fact.one_of("type", type_names());
    // Where the type cannot be read the fact is taken for text, so that its name at least is known.
    const auto kind = written ? rules::type_kind(type_names()[*written]) : std::nullopt;
    if (!kind) {
        fact.any("values");
        return {};
    }
    return {.kind = *kind, .values = read_values(fact, *kind, diagnostics)};
}

/// Whether a name is one that exists without being declared. It may be declared again just as it is, so that a
/// definition can list all it uses.
bool built_in(const Node::Entry& entry, const rules::Fact& fact, Draft& draft) {
    const auto& facts = draft.pathway.words.facts();
    const auto same_name = std::find_if(facts.begin(), facts.end(), [&](const rules::Fact& other) {
        return other.built_in && other.name == fact.name && (!fact.step || !other.of_case);
    });
    if (same_name == facts.end()) return false;
    if (same_name->of_case && fact.of_case && same_name->type == fact.type) return true;
    draft.diagnostics.add(
        {.code = Code::pathway_id,
         .where = entry.key.where,
         .message = same_name->of_case ? fmt::format("'{}' is always a fact of the case, of type {}", fact.name,
                                                     rules::name(same_name->type.kind))
                                       : fmt::format("'{}' is an attribute that every event has, of type {}", fact.name,
                                                     rules::name(same_name->type.kind)),
         .help = same_name->of_case ? fmt::format("leave it out, or declare it as {{type: {}, of: case}}",
                                                  rules::name(same_name->type.kind))
                                    : "leave it out, or choose another name"});
    return true;
}

/// The step that a fact `step.name` belongs to; false if it names none.
bool read_owner(const rules::Passage& key, std::size_t dot, rules::Fact& fact, Draft& draft) {
    const std::string owner = key.text.substr(0, dot);
    const rules::Span where = key.span(0, static_cast<std::uint32_t>(dot));
    if (owner == "case") {
        draft.diagnostics.add(
            {.code = Code::pathway_id,
             .where = key.where,
             .message = fmt::format("a fact of the case is declared as '{}' with of: case", fact.name)});
        return false;
    }
    fact.step = draft.pathway.words.step(owner);
    if (fact.step) return true;
    draft.diagnostics.add({.code = Code::pathway_step_unknown,
                           .where = where,
                           .message = fmt::format("there is no step '{}'{}", owner,
                                                  rules::did_you_mean(owner, draft.pathway.words.steps()))});
    return false;
}

void read_fact(const Node::Entry& entry, Draft& draft) {
    rules::Diagnostics& diagnostics = draft.diagnostics;
    const rules::Passage& key = entry.key;
    const std::size_t dot = key.text.find('.');
    rules::Fact fact;
    fact.name = dot == std::string::npos ? key.text : key.text.substr(dot + 1);
    bool usable = usable_id(fact.name, key.where, "a fact", Keywords::attribute, diagnostics);
    if (dot != std::string::npos) usable = read_owner(key, dot, fact, draft) && usable;

    Fields fields{entry.value, fmt::format("the fact '{}'", key.text), diagnostics};
    fact.type = read_type(fields, diagnostics);
    static const std::array<std::string, 1> owners{"case"};
    fact.of_case = fields.one_of("of", owners).has_value();
    if (fact.of_case && dot != std::string::npos) {
        diagnostics.add(
            {.code = Code::field_value,
             .where = fields.any("of")->where,
             .message = fmt::format("'{}' is declared for a step and cannot also be of the case", key.text)});
        usable = false;
    }
    fact.title = fields.text("title").value_or(std::string{});
    fields.done();
    if (usable && !built_in(entry, fact, draft)) draft.pathway.words.add_fact(std::move(fact));
}

}  // namespace

void read_facts(const Node& facts, Draft& draft) {
    std::vector<Named> names;
    for (const Node::Entry& entry : facts.entries) {
        names.push_back({entry.key.text, entry.key.where});
        read_fact(entry, draft);
    }
    warn_of_near_names(names, "the fact", draft.diagnostics);
}

}  // namespace csapath::engine
