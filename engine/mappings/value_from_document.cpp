// SPDX-License-Identifier: MIT
#include "engine/mappings/value_from_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/document/characters.hpp"
#include "engine/mappings/plain_words.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

void ValueReading::wrong(Code code, const rules::Span& where, std::string message, std::string help) {
    diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
}

// --- lists of values

void ValueReading::keep_lists(const Node& values) {
    for (const Node::Entry& entry : values.entries) lists_[entry.key.text] = value_map(entry.value);
}

/// A meaning, and the spellings that stand for it.
std::shared_ptr<const ValueMap> ValueReading::value_map(const Node& node) {
    auto map = std::make_shared<ValueMap>();
    if (!node.is_map()) {
        wrong(Code::field_type, node.where, "values are a map: what is meant, and a list of how it is written",
              "write NEG: [Neglect, \"a) Neglect\"]");
        return map;
    }
    for (const Node::Entry& entry : node.entries) {
        const std::string& meaning = entry.key.text;
        Fields spellings{node, "'values'", diagnostics_};
        for (const Node* spelling : spellings.scalars(meaning)) {
            const std::string* const before = map->add(spelling->text(), meaning);
            if (before == nullptr) continue;
            wrong(Code::mapping_spelling_twice, spelling->where,
                  *before == meaning
                      ? fmt::format("'{}' is listed for '{}' already", shown(spelling->text()), shown(meaning))
                      : fmt::format("'{}' cannot mean both '{}' and '{}'", shown(spelling->text()), shown(*before),
                                    shown(meaning)),
                  "letter case, spaces, - and _ make no difference");
        }
    }
    return map;
}

std::shared_ptr<const ValueMap> ValueReading::named_list(const Node& name) {
    const auto known = lists_.find(name.text());
    if (known != lists_.end()) return known->second;
    std::vector<std::string> names;
    for (const auto& [list, map] : lists_) names.push_back(list);
    wrong(Code::mapping_values_unknown, name.where,
          fmt::format("there is no list of values '{}'{}", shown(name.text()), rules::did_you_mean(name.text(), names)),
          "lists that several columns share stand under 'values' at the top");
    return nullptr;
}

// --- columns

std::string ValueReading::column_name(const Node& node) {
    if (plain_words(node.text()).empty()) wrong(Code::field_value, node.where, "a column without a name");
    return node.text();
}

ColumnNames ValueReading::columns(Fields& fields, std::string_view key) {
    ColumnNames names;
    for (const Node* name : fields.scalars(key)) names.push_back(column_name(*name));
    return names;
}

std::vector<DatePattern> ValueReading::dates(Fields& fields) {
    std::vector<DatePattern> patterns;
    for (const Node* written : fields.scalars("dates")) {
        std::string why;
        if (auto pattern = DatePattern::from(written->text(), why))
            patterns.push_back(*std::move(pattern));
        else
            wrong(Code::mapping_date_pattern, written->where,
                  fmt::format("'{}' is no way to write dates: {}", shown(written->text()), why),
                  "as in dd/mm/yyyy, \"yyyy-mm-dd hh:mm:ss\", d mmm yyyy");
    }
    return patterns;
}

std::vector<std::string> ValueReading::plain_list(Fields& fields, std::string_view key) {
    std::vector<std::string> texts;
    for (const Node* text : fields.scalars(key)) texts.push_back(plain_words(text->text()));
    return texts;
}

void ValueReading::read_column(Fields& fields, ValueFrom& into) {
    into.columns = columns(fields, "column");
    into.key = fields.text("key").value_or("");
    if (const Node* const split = fields.scalar("split")) {
        into.split = split->text();
        if (into.split.empty()) wrong(Code::field_value, split->where, "'split' names the sign between the values");
    }
    if (const Node* const values = fields.any("values"))
        into.values = values->is_scalar() ? named_list(*values) : value_map(*values);
    into.missing = plain_list(fields, "missing");
    into.dates = dates(fields);
}

ValueFrom ValueReading::value(const Node& node, std::string_view key, std::vector<std::string>* of) {
    ValueFrom from;
    if (node.is_scalar()) {
        from.columns.push_back(column_name(node));
        return from;
    }
    Fields fields{node, fmt::format("'{}'", key), diagnostics_};
    if (of != nullptr)
        for (const Node* event : fields.scalars("of")) of->push_back(event->text());
    if (const auto always = fields.text("always")) {
        from.always = *always;
        fields.done();
        return from;
    }
    fields.require("column");
    read_column(fields, from);
    fields.done();
    return from;
}

ValueFrom ValueReading::event_name(const Node& node, std::vector<std::string>& left_out) {
    ValueFrom from;
    if (node.is_scalar()) {
        from.columns.push_back(column_name(node));
        return from;
    }
    Fields fields{node, "'event'", diagnostics_};
    fields.require("column");
    read_column(fields, from);
    left_out = plain_list(fields, "left-out");
    fields.done();
    return from;
}

std::vector<FactFrom> ValueReading::facts(const Node& node, std::string_view key) {
    std::vector<FactFrom> facts;
    for (const Node::Entry& entry : node.entries) {
        if (entry.key.text == "case" || entry.key.text == "event" || entry.key.text == "at")
            wrong(Code::field_value, entry.key.where,
                  fmt::format("'{}' is no attribute; it has a key of its own beside '{}'", entry.key.text, key));
        FactFrom& fact = facts.emplace_back(FactFrom{entry.key.text, {}});
        fact.from = value(entry.value, entry.key.text, &fact.of);
    }
    return facts;
}

// --- conditions

Condition ValueReading::condition(const Node& node) {
    Condition condition;
    Fields fields{node, "a condition", diagnostics_};
    fields.require("column");
    condition.columns = columns(fields, "column");
    condition.key = fields.text("key").value_or("");
    condition.is = plain_list(fields, "is");
    condition.is_not = plain_list(fields, "is-not");
    if (fields.is_map() && node.find("is") == nullptr && node.find("is-not") == nullptr)
        wrong(Code::field_missing, node.where, "a condition needs 'is' or 'is-not'",
              "list the values with which the row counts, or those with which it does not, or both");
    for (const std::string& text : condition.is)
        if (std::ranges::find(condition.is_not, text) != condition.is_not.end())
            wrong(Code::mapping_contradiction, node.where,
                  fmt::format("'{}' stands under 'is' and under 'is-not'", shown(text)));
    fields.done();
    return condition;
}

std::vector<Condition> ValueReading::conditions(const Node& node) {
    std::vector<Condition> conditions;
    if (!node.is_list()) {
        conditions.push_back(condition(node));
        return conditions;
    }
    for (const Node& item : node.items) conditions.push_back(condition(item));
    return conditions;
}

}  // namespace csapath::engine
