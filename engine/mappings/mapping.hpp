// SPDX-License-Identifier: MIT
/// From tables of any shape to events, as a person declared it: what each column is, how dates are written, what the
/// codes mean. docs/mappings.md tells the language; a mapping is read once and never changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/mappings/date_pattern.hpp"
#include "engine/mappings/value_map.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

/// A column by its name, and what else it may be called; the first that a table has is meant.
using ColumnNames = std::vector<std::string>;

/// Where a value comes from, and how it is written there.
struct ValueFrom {
    ColumnNames columns;                     ///< empty only where `always` says the value
    std::optional<std::string> always;       ///< the same for every row
    std::string key;                         ///< of a JSON object that stands in the cell
    std::string split;                       ///< between the values of a list; empty: one value
    std::shared_ptr<const ValueMap> values;  ///< nullptr: what is written is what is meant
    std::vector<std::string> missing;        ///< written where there is no value, besides those of the mapping
    std::vector<DatePattern> dates;          ///< of a date; empty: those of the mapping
};

/// Whether a row counts. Where both lists are given, a text in neither is refused.
struct Condition {
    ColumnNames columns;
    std::string key;
    std::vector<std::string> is, is_not;  ///< as plain words; "" is a blank cell
};

struct FactFrom {
    std::string fact;  ///< the attribute's name, without `case.`
    ValueFrom from;
    std::vector<std::string> of = {};  ///< of a long table: the events that have it; empty: all
};

struct MappedEvent {
    std::string name;  ///< as definitions call it
    ValueFrom at;
    std::vector<Condition> when;
    std::vector<FactFrom> facts;
    bool complete = true;  ///< every event of the kind would be there: one that is missing did not happen
};

struct MappedTable {
    std::string id, title;
    std::string not_read = {};                  ///< why nothing is read from it; empty: it is read
    std::vector<std::string> found_by_columns;  ///< the header has them all
    std::vector<std::string> found_by_name;     ///< one of these patterns fits the name, as plain words
    std::string select = {};                    ///< of a database: what the table is made of; empty: it is there as one
    std::size_t header_row = 1;
    bool by_sight = true;  ///< a file may be taken for it without anybody naming the mapping

    std::vector<ColumnNames> case_id;  ///< joined by `case_joint`
    std::string case_joint = "/";
    std::string case_split = {};  ///< between the cases that a row concerns; empty: it concerns one
    bool traces_merged = false;   ///< of a log: traces of one name are one case
    std::string case_kind = {};   ///< what kind of id that is; ids of two kinds are never taken for each other
    std::vector<Condition> when;
    /// A wide table: each row holds the dates of several events.
    std::vector<MappedEvent> events;
    /// A long one: a row is an event, and a column says which.
    std::optional<ValueFrom> event_name;
    std::vector<std::string> left_out;  ///< names of events that are known and not wanted, as plain words
    MappedEvent each;                   ///< of a long table: its date; of both: facts of every event
    bool shows_seen = false;  ///< of a long table: it can show the events that stand in it at all, not all it lists
    std::vector<std::string> shows = {};  ///< those that it can show, where that was said one by one

    std::vector<FactFrom> of_case;
    /// Of a long table: columns with the name of an attribute are that attribute, those with "case." or "case:" before
    /// it a fact of the case. Such a table may lack columns that the mapping reads.
    bool own_names = false;
};

enum class Encoding : std::uint8_t { utf_8, utf_16, windows_1252 };

struct Mapping {
    std::string id, title;
    std::vector<DatePattern> dates;
    bool midnight_is_no_time = false;
    std::vector<std::string> missing;  ///< as plain words
    bool trim = false;                 ///< spaces around ids and values are no part of them
    Encoding encoding = Encoding::utf_8;
    std::optional<char> delimiter;
    /// The days of which the tables hold all there was, both inclusive; empty: open at that end.
    std::optional<rules::Date> from = {}, until = {};
    std::vector<MappedTable> tables;
};

}  // namespace csapath::engine
