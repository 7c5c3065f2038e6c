// SPDX-License-Identifier: MIT
#include "engine/readers/table_binding.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "engine/readers/log_columns.hpp"
#include "engine/readers/table.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

Header::Header(const TableRow& row) {
    for (const TableCell& cell : row.cells) {
        names.emplace_back(without_outer_spaces(cell.text));
        plain.push_back(plain_words(cell.text));
    }
}

Header::Header(const std::vector<std::string>& columns) : names(columns) {
    for (const std::string& name : columns) plain.push_back(plain_words(name));
}

std::optional<std::size_t> Header::find(const ColumnNames& wanted) const {
    for (const std::string& name : wanted) {
        const auto at = std::ranges::find(plain, plain_words(name));
        if (at != plain.end()) return static_cast<std::size_t>(at - plain.begin());
    }
    return std::nullopt;
}

bool fits(const MappedTable& table, const Header& header, std::string_view name) {
    const auto has = [&header](const ColumnNames& column) { return header.find(column).has_value(); };
    const auto named = [&header](const std::string& column) { return header.find({column}).has_value(); };
    if (!table.select.empty()) return name == table.id;
    const std::string plain = plain_words(name);
    const auto called = [&plain](const std::string& pattern) { return fits_pattern(pattern, plain); };
    if (!std::ranges::all_of(table.case_id, has) || !std::ranges::all_of(table.found_by_columns, named)) return false;
    if (!table.found_by_name.empty() && std::ranges::none_of(table.found_by_name, called)) return false;
    if (!table.not_read.empty()) return true;
    if (table.event_name) return has(table.event_name->columns) && has(table.each.at.columns);
    return std::ranges::any_of(table.events, [&has](const MappedEvent& event) { return has(event.at.columns); });
}

std::vector<const MappedTable*> fitting(const Mapping& mapping, const Header& header, std::string_view name) {
    std::vector<const MappedTable*> found;
    for (const MappedTable& table : mapping.tables)
        if (fits(table, header, name)) found.push_back(&table);
    return found;
}

namespace {

class Binding {
public:
    Binding(const Mapping& mapping, const MappedTable& table, const Header& header, const RowPlace& place,
            const Schema& schema, Faults& faults, InputReport& report)
        : table_(table), header_(header), place_(place), schema_(schema), faults_(faults), report_(report) {
        made_.mapping = &mapping;
        made_.table = &table;
        made_.columns = header.names;
        made_.coverage =
            table.event_name && !table.event_name->values ? Coverage::every_event(schema) : Coverage::nothing(schema);
        made_.coverage.facts[rules::fact_at] = true;
        made_.coverage.from = mapping.from;
        made_.coverage.until = mapping.until;
    }

    std::optional<BoundTable> bound() {
        for (const ColumnNames& name : table_.case_id)
            if (const auto column = needed(name)) made_.case_id.push_back(*column);
        made_.when = conditions(table_.when);
        if (table_.event_name)
            bind_long();
        else
            bind_wide();
        for (const FactFrom& from : table_.of_case) bind_case_fact(from.fact, from.from);
        if (table_.own_names) bind_own_names();
        if (!good_) return std::nullopt;
        return std::move(made_);
    }

private:
    void bind_long() {
        const auto name = value(*table_.event_name, true);
        const auto at = value(table_.each.at, true);
        if (!name || !at) return;
        made_.event_name = name;
        made_.events.push_back({.event = &table_.each, .at = *at, .when = {}, .facts = {}});
        if (table_.event_name->values) {
            const auto listed = table_.event_name->values->meanings();
            for (const std::string& event : table_.shows.empty() ? listed : table_.shows) show(event, true);
        } else if (!table_.shows.empty()) {
            made_.coverage.events.assign(made_.coverage.events.size(), false);
            for (const std::string& event : table_.shows) show(event, true);
        }
        made_.facts_of_type.resize(schema_.event_types.size());
        for (std::size_t type = 0; type < schema_.event_types.size(); ++type)
            for (const FactFrom& from : table_.each.facts)
                if (from.of.empty() || std::ranges::find(from.of, schema_.event_types[type]) != from.of.end())
                    bind_fact(from, static_cast<EventTypeId>(type), made_.facts_of_type[type]);
        for (const FactFrom& from : table_.each.facts) note_unless_declared(from.fact);
    }

    /// Columns that the mapping does not name, and that are called as an attribute is.
    void bind_own_names() {
        for (const std::string& column : header_.names) {
            const auto from = std::make_shared<ValueFrom>();
            from->columns = {column};
            from->split = between_values;
            made_.own.push_back(from);
            const bool of_case = column.starts_with("case.") || column.starts_with("case:");
            if (of_case && schema_.words->attribute_of_case(column.substr(5))) bind_case_fact(column.substr(5), *from);
            if (of_case) continue;
            for (std::size_t type = 0; type < schema_.event_types.size(); ++type) {
                const auto mapped = [&](const FactFrom& fact) { return fact.fact == column; };
                if (std::ranges::none_of(table_.each.facts, mapped))
                    bind_fact(column, *from, static_cast<EventTypeId>(type), made_.facts_of_type[type]);
            }
        }
    }

    void bind_wide() {
        for (const MappedEvent& event : table_.events) {
            const auto at = value(event.at, false);
            if (!at) continue;
            BoundEvent bound{.event = &event, .at = *at, .when = conditions(event.when), .facts = {}};
            bound.again = std::ranges::count(table_.events, event.name, &MappedEvent::name) > 1;
            show(event.name, event.complete);
            if (const auto type = schema_.event_type(event.name)) {
                for (const FactFrom& from : event.facts) bind_fact(from, *type, bound.facts);
                for (const FactFrom& from : table_.each.facts)
                    if (std::ranges::find(event.facts, from.fact, &FactFrom::fact) == event.facts.end())
                        bind_fact(from, *type, bound.facts);
            }
            for (const FactFrom& from : event.facts) note_unless_declared(from.fact);
            made_.events.push_back(std::move(bound));
        }
        for (const FactFrom& from : table_.each.facts) note_unless_declared(from.fact);
    }

    void show(std::string_view event, bool complete) {
        if (const auto type = schema_.event_type(event); type && complete) made_.coverage.events[*type] = true;
    }

    void bind_fact(const FactFrom& from, EventTypeId type, std::vector<BoundFact>& into) {
        bind_fact(from.fact, from.from, type, into);
    }
    void bind_fact(const std::string& fact_name, const ValueFrom& from, EventTypeId type,
                   std::vector<BoundFact>& into) {
        const auto declared = schema_.facts_of_type[type].find(fact_name);
        if (declared == schema_.facts_of_type[type].end()) return;
        const auto found = value(from, false);
        if (!found) return;
        into.push_back({declared->second, *found});
        for (const rules::FactId fact : declared->second) made_.coverage.facts[fact] = true;
    }

    void bind_case_fact(const std::string& name, const ValueFrom& from) {
        const auto fact = schema_.words->attribute_of_case(name);
        if (!fact) return note_undeclared("case." + name);
        const auto found = value(from, false);
        if (!found) return;
        made_.of_case.push_back({{*fact}, *found});
        made_.coverage.case_facts[*fact] = true;
    }

    void note_unless_declared(const std::string& fact) {
        if (!table_.own_names && !schema_.attribute_known(fact)) note_undeclared(fact);
    }
    void note_undeclared(const std::string& fact) {
        note_once(Code::data_column_unknown,
                  "'" + rules::printable(fact) + "', which the mapping fills, is not declared by the definition");
    }

    std::vector<BoundCondition> conditions(const std::vector<Condition>& all) {
        std::vector<BoundCondition> bound;
        for (const Condition& condition : all) {
            // A column that is not there is blank on every row.
            const auto column = blank_counts(condition) ? wanted(condition.columns) : needed(condition.columns);
            if (column) bound.push_back({&condition, *column});
        }
        return bound;
    }
    static bool blank_counts(const Condition& condition) {
        const auto has_blank = [](const std::vector<std::string>& texts) {
            return std::ranges::find(texts, std::string{}) != texts.end();
        };
        return has_blank(condition.is) || (condition.is.empty() && !has_blank(condition.is_not));
    }

    std::optional<BoundValue> value(const ValueFrom& from, bool is_needed) {
        if (from.always) return BoundValue{&from, 0};
        const auto column = is_needed ? needed(from.columns) : wanted(from.columns);
        return column ? std::optional(BoundValue{&from, *column}) : std::nullopt;
    }

    /// Without this column nothing can be made of the table.
    std::optional<std::size_t> needed(const ColumnNames& names) {
        const auto column = header_.find(names);
        if (column) return once(*column);
        good_ = false;
        faults_.add(Code::data_column_missing, place_,
                    "column '" + rules::printable(names.front()) + "' is missing" + nearest(names.front()),
                    "the mapping '" + made_.mapping->id + "' needs it");
        return std::nullopt;
    }

    std::optional<std::size_t> wanted(const ColumnNames& names) {
        const auto column = header_.find(names);
        if (column) return once(*column);
        if (table_.own_names) return std::nullopt;
        note_once(Code::data_column_absent, "the file has no column '" + rules::printable(names.front()) +
                                                "', which the mapping reads" + nearest(names.front()));
        return std::nullopt;
    }

    void note_once(Code code, const std::string& message) {
        if (!report_.notes.contains({code, message})) report_.note(code, message);
    }

    std::string nearest(const std::string& name) const {
        const auto near = rules::near_name(name, header_.names);
        return near ? "; nearest: '" + rules::printable(*near) + '\'' : "";
    }

    /// A column that is read may stand there only once.
    std::size_t once(std::size_t column) {
        const auto second = std::find(header_.plain.begin() + static_cast<std::ptrdiff_t>(column) + 1,
                                      header_.plain.end(), header_.plain[column]);
        if (second == header_.plain.end() || !told_twice_.insert(column).second) return column;
        good_ = false;
        faults_.add(Code::data_column_twice, place_,
                    "columns " + std::to_string(column + 1) + " and " +
                        std::to_string(second - header_.plain.begin() + 1) + " are both called '" +
                        rules::printable(header_.names[column]) + '\'',
                    "give each column a name of its own, or take one out");
        return column;
    }

    const MappedTable& table_;
    const Header& header_;
    const RowPlace& place_;
    const Schema& schema_;
    Faults& faults_;
    InputReport& report_;
    BoundTable made_;
    std::set<std::size_t> told_twice_;
    bool good_ = true;
};

}  // namespace

std::optional<BoundTable> bind(const Mapping& mapping, const MappedTable& table, const Header& header,
                               const RowPlace& place, const Schema& schema, Faults& faults, InputReport& report) {
    return Binding(mapping, table, header, place, schema, faults, report).bound();
}

}  // namespace csapath::engine
