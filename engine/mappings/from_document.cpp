// SPDX-License-Identifier: MIT
#include "engine/mappings/from_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/document/characters.hpp"
#include "engine/mappings/plain_words.hpp"
#include "engine/mappings/value_from_document.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

namespace {

using rules::Code;

class MappingReading {
public:
    MappingReading(const Node& document, rules::Diagnostics& diagnostics)
        : diagnostics_(diagnostics),
          errors_before_(diagnostics.errors()),
          file_(document, "the mapping", diagnostics),
          values_(diagnostics) {}

    std::optional<Mapping> mapping() {
        read_head();
        if (const Node* const lists = file_.map("values")) values_.keep_lists(*lists);
        file_.require("tables");
        if (const Node* const tables = file_.map("tables")) {
            for (const Node::Entry& entry : tables->entries) read_table(entry);
            if (tables->entries.empty()) wrong(Code::field_value, tables->where, "a mapping needs one table at least");
        }
        file_.done();
        if (diagnostics_.errors() != errors_before_) return std::nullopt;
        return std::move(made_);
    }

private:
    void read_head() {
        static const std::array<std::string, 3> encodings{"utf-8", "utf-16", "windows-1252"};
        static const std::array<std::string, 2> midnights{"a-time", "no-time"};
        file_.require("mapping");
        file_.require("title");
        made_.id = file_.text("mapping").value_or("");
        made_.title = file_.text("title").value_or("");
        made_.dates = values_.dates(file_);
        if (const auto midnight = file_.one_of("midnight", midnights)) made_.midnight_is_no_time = *midnight == 1;
        made_.missing = values_.plain_list(file_, "missing");
        made_.trim = file_.yes_no("trim").value_or(false);
        if (const auto encoding = file_.one_of("encoding", encodings))
            made_.encoding = static_cast<Encoding>(*encoding);
        if (const Node* const window = file_.map("window")) read_window(*window);
        if (const Node* const delimiter = file_.scalar("delimiter")) read_delimiter(*delimiter);
    }

    void read_window(const Node& node) {
        Fields window{node, "'window'", diagnostics_};
        made_.from = window.date("from");
        made_.until = window.date("until");
        window.done();
        if (made_.from && made_.until && *made_.until < *made_.from)
            wrong(Code::mapping_contradiction, node.where, "the window ends before it begins");
    }

    void read_delimiter(const Node& delimiter) {
        const std::string text = delimiter.text() == "tab" ? "\t" : delimiter.text();
        constexpr std::string_view taken = "\"\r\n";
        if (text.size() == 1 && taken.find(text.front()) == std::string_view::npos)
            made_.delimiter = text.front();
        else
            wrong(Code::field_value, delimiter.where, "'delimiter' is one sign, or the word tab",
                  "as in delimiter: \";\"");
    }

    void read_table(const Node::Entry& entry) {
        MappedTable table;
        table.id = entry.key.text;
        Fields fields{entry.value, fmt::format("the table '{}'", shown(table.id)), diagnostics_};
        table.title = fields.text("title").value_or(table.id);
        if (const Node* const found_by = fields.map("found-by")) read_found_by(*found_by, table);
        if (const Node* const select = fields.scalar("select")) read_select(*select, table);
        if (const auto reason = fields.text("not-read")) {
            table.not_read = *reason;
            fields.require("found-by");
            fields.done();
            made_.tables.push_back(std::move(table));
            return;
        }
        constexpr std::int64_t last_header_row = 100;
        table.header_row = static_cast<std::size_t>(fields.number("header-row", 1, last_header_row).value_or(1));
        static const std::array<std::string, 2> traces{"apart", "merged"};
        table.by_sight = fields.yes_no("by-sight").value_or(true);
        if (const auto same_name = fields.one_of("traces", traces)) table.traces_merged = *same_name == 1;
        fields.require("case");
        if (const Node* const case_id = fields.any("case")) read_case(*case_id, table);
        if (const Node* const when = fields.any("when")) table.when = values_.conditions(*when);
        if (const Node* const facts = fields.map("facts")) table.each.facts = values_.facts(*facts, "facts");
        if (const Node* const facts = fields.map("of-case")) table.of_case = values_.facts(*facts, "of-case");
        read_events(fields, table);
        fields.done();
        made_.tables.push_back(std::move(table));
    }

    void read_found_by(const Node& node, MappedTable& table) {
        Fields fields{node, "'found-by'", diagnostics_};
        table.found_by_columns = values_.plain_list(fields, "columns");
        table.found_by_name = values_.plain_list(fields, "name");
        fields.done();
    }

    /// Whether a database understands it is seen when it is asked; here only that it asks and does nothing else.
    void read_select(const Node& node, MappedTable& table) {
        table.select = node.text();
        const std::string plain = plain_words(table.select);
        if (!plain.starts_with("select ") && !plain.starts_with("with "))
            wrong(Code::field_value, node.where, "'select' is one SELECT, which reads and changes nothing",
                  "as in select: \"SELECT child_id, visit_date FROM visits\"");
        if (!table.found_by_name.empty() || !table.found_by_columns.empty())
            wrong(Code::mapping_contradiction, node.where,
                  "a table that is made by 'select' is found by that, and needs no 'found-by'");
    }

    void read_case(const Node& node, MappedTable& table) {
        if (node.is_scalar()) {
            table.case_id.push_back({values_.column_name(node)});
            return;
        }
        Fields fields{node, "'case'", diagnostics_};
        const bool joined = node.find("join") != nullptr;
        if (joined) {
            for (const Node* name : fields.scalars("join")) table.case_id.push_back({values_.column_name(*name)});
            table.case_joint = fields.text("with").value_or(table.case_joint);
        } else {
            fields.require("column");
            table.case_id.push_back(values_.columns(fields, "column"));
            table.case_split = fields.text("split").value_or("");
        }
        table.case_kind = fields.text("kind").value_or(std::string{});
        const auto plain = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        };
        if (!std::ranges::all_of(table.case_kind, plain))
            wrong(Code::field_value, fields.any("kind")->where, "a kind of id is letters, digits, '-' and '_'",
                  "as in kind: pupil-number");
        fields.done();
    }

    void read_events(Fields& fields, MappedTable& table) {
        const Node* const wide = fields.map("events");
        const Node* const named = fields.any("event");
        const Node* const at = fields.any("at");
        if (wide != nullptr && (named != nullptr || at != nullptr)) {
            wrong(Code::mapping_contradiction, fields.node().where,
                  "a table has either 'events' (a row holds the dates of several) or 'event' and 'at' (a row is one)");
            return;
        }
        if (wide == nullptr && (named == nullptr || at == nullptr)) {
            if (fields.is_map())
                wrong(Code::field_missing, fields.node().where,
                      fmt::format("the table '{}' needs 'events', or 'event' and 'at'", shown(table.id)));
            return;
        }
        if (wide == nullptr) {
            table.event_name = values_.event_name(*named, table.left_out);
            table.each.at = values_.value(*at, "at");
            read_shows(fields, table);
            table.own_names = fields.yes_no("own-names").value_or(false);
            return;
        }
        for (const Node::Entry& entry : wide->entries) table.events.push_back(event(entry));
        if (wide->entries.empty()) wrong(Code::field_value, wide->where, "'events' names one event at least");
    }

    /// Which events a long table can show: all that its mapping lists, those that stand in it, or some by name.
    void read_shows(Fields& fields, MappedTable& table) {
        constexpr std::string_view seen = "seen";
        for (const Node* const event : fields.scalars("shows")) table.shows.push_back(event->text());
        table.shows_seen = table.shows.size() == 1 && table.shows.front() == seen;
        if (table.shows_seen) table.shows.clear();
        if (!table.event_name || !table.event_name->values) return;
        const std::vector<std::string> known = table.event_name->values->meanings();
        for (const std::string& event : table.shows)
            if (std::ranges::find(known, event) == known.end())
                wrong(Code::mapping_contradiction, fields.any("shows")->where,
                      fmt::format("'{}' is shown, but no value means it{}", shown(event),
                                  rules::did_you_mean(event, known)));
    }

    MappedEvent event(const Node::Entry& entry) {
        MappedEvent event;
        event.name = entry.key.text;
        if (entry.value.is_scalar()) {
            event.at = values_.value(entry.value, "at");
            return event;
        }
        Fields fields{entry.value, fmt::format("the event '{}'", shown(entry.key.text)), diagnostics_};
        event.name = fields.text("event").value_or(event.name);
        fields.require("at");
        if (const Node* const at = fields.any("at")) event.at = values_.value(*at, "at");
        if (const Node* const when = fields.any("when")) event.when = values_.conditions(*when);
        if (const Node* const facts = fields.map("facts")) event.facts = values_.facts(*facts, "facts");
        event.complete = fields.yes_no("complete").value_or(true);
        fields.done();
        return event;
    }

    void wrong(Code code, const rules::Span& where, std::string message, std::string help = {}) {
        diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
    }

    rules::Diagnostics& diagnostics_;
    std::size_t errors_before_;
    Fields file_;
    ValueReading values_;
    Mapping made_;
};

}  // namespace

std::optional<Mapping> mapping_from_document(const Node& document, rules::Diagnostics& diagnostics) {
    return MappingReading(document, diagnostics).mapping();
}

}  // namespace csapath::engine
