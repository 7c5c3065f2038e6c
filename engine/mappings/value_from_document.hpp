// SPDX-License-Identifier: MIT
/// The parts of a mapping that say where one value comes from; for from_document alone.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/fields.hpp"
#include "engine/document/node.hpp"
#include "engine/mappings/mapping.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

class ValueReading {
public:
    explicit ValueReading(rules::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// The lists of values that columns may refer to by name: the map under `values`.
    void keep_lists(const Node& values);

    /// A column by its name alone, or a map of what is to be known about it; `of`: also the events that have it.
    ValueFrom value(const Node& node, std::string_view key, std::vector<std::string>* of = nullptr);
    /// The same for the column that names the event of a row, with the names in `left_out` that are not wanted.
    ValueFrom event_name(const Node& node, std::vector<std::string>& left_out);
    /// One condition, or a list of them.
    std::vector<Condition> conditions(const Node& node);
    /// The facts of a map: each with the column that it is read from.
    std::vector<FactFrom> facts(const Node& node, std::string_view key);
    /// Patterns of dates: one, or a list.
    std::vector<DatePattern> dates(Fields& fields);
    /// Texts under a key, as plain words.
    std::vector<std::string> plain_list(Fields& fields, std::string_view key);
    /// A column and what else it may be called.
    ColumnNames columns(Fields& fields, std::string_view key);
    std::string column_name(const Node& node);

private:
    std::shared_ptr<const ValueMap> value_map(const Node& node);
    std::shared_ptr<const ValueMap> named_list(const Node& name);
    void read_column(Fields& fields, ValueFrom& into);
    Condition condition(const Node& node);
    void wrong(rules::Code code, const rules::Span& where, std::string message, std::string help = {});

    rules::Diagnostics& diagnostics_;
    std::map<std::string, std::shared_ptr<const ValueMap>> lists_;
};

}  // namespace csapath::engine
