// SPDX-License-Identifier: MIT
#include "engine/readers/mapped.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/mappings/plain_words.hpp"
#include "engine/readers/csv_table.hpp"
#include "engine/readers/decoded.hpp"
#include "engine/readers/gzip.hpp"
#include "engine/readers/mapped_rows.hpp"
#include "engine/readers/table_binding.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// Rows above the first that a header is looked for in, so that a person can be told where it stands.
constexpr std::uint64_t rows_looked_at = 20;

/// Finds the header of a table, and which table of the mapping it is.
class HeaderSearch {
public:
    HeaderSearch(const Mapping& mapping, const ReadOptions& options, Faults& faults, InputReport& report)
        : mapping_(mapping),
          options_(options),
          faults_(faults),
          report_(report),
          name_(table_name(options.name, options.sheet)) {}

    struct Found {
        const MappedTable* table;
        Header header;
        std::string text;  ///< the header's row as it stands
        RowPlace place;
    };

    /// Reads up to the header. Empty, and told, if there is none.
    std::optional<Found> find(Table& rows) {
        TableRow row;
        while (rows.next(row)) {
            if (row.fault) {
                faults_.add(row.fault->code, row.place, row.fault->message, row.fault->help);
                return std::nullopt;
            }
            const Header header(row);
            const bool blank = std::ranges::all_of(header.plain, &std::string::empty);
            if (blank) continue;
            const bool first = std::exchange(first_, false);
            if (header.names.size() > Header::most) {
                faults_.add(Code::data_limit, row.place, "a row of more than 1,024 cells above the header");
                return std::nullopt;
            }
            std::vector<const MappedTable*> here, elsewhere;
            for (const MappedTable* table : fitting(mapping_, header, name_)) {
                const bool declared = table->header_row == row.place.number || (table->header_row == 1 && first);
                (declared ? here : elsewhere).push_back(table);
            }
            if (here.size() > 1) return doubtful(here, row.place), std::nullopt;
            if (here.size() == 1) return Found{here.front(), header, std::string{row.text}, row.place};
            if (!elsewhere.empty() && seems_.number == 0) seems_ = row.place;
            if (row.place.number == 1 || first) first_row_ = header.names;
            if (row.place.number >= last_row()) break;
        }
        tell_of_none();
        return std::nullopt;
    }

private:
    bool is_sheet() const { return !options_.sheet.empty(); }

    std::uint64_t last_row() const {
        std::uint64_t last = rows_looked_at;
        for (const MappedTable& table : mapping_.tables) last = std::max<std::uint64_t>(last, table.header_row);
        return last;
    }

    void doubtful(const std::vector<const MappedTable*>& tables, const RowPlace& place) {
        std::string list;
        for (const MappedTable* table : tables) list += (list.empty() ? "'" : " or '") + table->id + '\'';
        faults_.add(Code::mapping_table_doubtful, place,
                    "this could be " + list + " of the mapping '" + mapping_.id + "'",
                    "say more under 'found-by': the columns or the name that only one of them has");
    }

    void tell_of_none() {
        if (first_) {  // not a row
            if (!options_.allow_empty && !is_sheet())
                faults_.add(Code::data_no_rows, {}, "the file holds no events",
                            "if that is as it should be, say so with --allow-empty");
            return;
        }
        if (seems_.number > 0) {
            faults_.add(
                Code::mapping_table_unfit, seems_, "the header seems to stand here",
                "take out the rows above it, or write in the mapping: header-row: " + std::to_string(seems_.number));
        } else if (is_sheet()) {
            report_.note(Code::mapping_sheet_unread, "the sheet '" + rules::printable(name_) +
                                                         "' is no table of the mapping '" + mapping_.id +
                                                         "', and is not read");
        } else if (mapping_.tables.size() == 1) {
            tell_of_missing(mapping_.tables.front());
        } else {
            faults_.add(Code::mapping_table_unfit, {},
                        "this is none of the " + std::to_string(mapping_.tables.size()) + " tables of the mapping '" +
                            mapping_.id + "': each needs columns that it lacks");
        }
    }

    /// Which columns of the only table there is are not in the first row.
    void tell_of_missing(const MappedTable& table) {
        std::vector<ColumnNames> needed = table.case_id;
        for (const std::string& column : table.found_by_columns) needed.push_back({column});
        if (table.event_name) needed.insert(needed.end(), {table.event_name->columns, table.each.at.columns});
        std::string list;
        for (const ColumnNames& names : needed) {
            const auto is_there = [this](const std::string& name) {
                return std::ranges::any_of(
                    first_row_, [&](const auto& column) { return plain_words(column) == plain_words(name); });
            };
            if (std::ranges::any_of(names, is_there)) continue;
            list += (list.empty() ? "'" : ", '") + rules::printable(names.front()) + '\'';
            if (const auto near = rules::near_name(names.front(), first_row_))
                list += " (nearest: '" + rules::printable(*near) + "')";
        }
        faults_.add(Code::mapping_table_unfit, {},
                    "this is not the table '" + table.id + "' of the mapping '" + mapping_.id + "'" +
                        (list.empty() ? ": no column holds the date of an event, or its name does not fit"
                                      : "; columns that are missing: " + list));
    }

    const Mapping& mapping_;
    const ReadOptions& options_;
    Faults& faults_;
    InputReport& report_;
    std::string name_;
    bool first_ = true;  ///< no row was seen yet that holds anything
    RowPlace seems_;
    std::vector<std::string> first_row_;
};

/// Which events stand in a table at all, and count. What is wrong with it is told when it is read.
std::vector<bool> events_seen(const OpenTable& open, const Mapping& mapping, const Schema& schema,
                              const ReadOptions& options) {
    std::vector<bool> seen(schema.event_types.size());
    InputReport unheard;
    Faults faults(options, unheard);
    const auto table = open(faults, unheard);
    const auto found = table ? HeaderSearch(mapping, options, faults, unheard).find(*table) : std::nullopt;
    if (!found || !found->table->not_read.empty()) return seen;
    const auto bound = bind(mapping, *found->table, found->header, found->place, schema, faults, unheard);
    if (!bound) return seen;
    table->expect(found->header.names.size());
    const TakeEvent see = [&seen](std::string_view, const Event& event) {
        seen[event.type] = true;
        return true;
    };
    MappedRows(*bound, found->text, schema, options, see, unheard, faults).read(*table);
    return seen;
}

class MappedCsvReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "csv";
        report.coverage = Coverage::every_event(schema);
        Faults faults(options, report);
        const Mapping& mapping = *options.mapping;
        DecodedBytes decoded(bytes, mapping.encoding);
        std::optional<Window> window;
        const OpenTable open = [&](Faults& told, InputReport& into) -> std::unique_ptr<Table> {
            if (window) decoded.rewind();
            window.emplace(decoded);
            const auto start = csv_start(*window, told, into, mapping.delimiter);
            return start ? std::make_unique<CsvTable>(*window, *start) : nullptr;
        };
        const bool more = read_mapped(open, mapping, schema, options, take, report, faults);
        faults.tell();
        return more;
    }
};

}  // namespace

std::string table_name(const std::string& file, const std::string& sheet) {
    return sheet.empty() ? std::filesystem::path(name_unpacked(file)).stem().string() : sheet;
}

bool read_mapped(const OpenTable& open, const Mapping& mapping, const Schema& schema, const ReadOptions& options,
                 const TakeEvent& take, InputReport& report, Faults& faults) {
    std::optional<std::vector<bool>> seen;
    if (std::ranges::any_of(mapping.tables, &MappedTable::shows_seen))
        seen = events_seen(open, mapping, schema, options);
    const auto table = open(faults, report);
    if (!table) return true;
    const auto found = HeaderSearch(mapping, options, faults, report).find(*table);
    if (!found) return true;
    report.mapping = mapping.id;
    if (!found->table->not_read.empty()) {
        report.coverage = Coverage::nothing(schema);
        report.note(Code::mapping_sheet_unread,
                    "'" + found->table->title + "' is not read: " + rules::printable(found->table->not_read));
        return true;
    }
    auto bound = bind(mapping, *found->table, found->header, found->place, schema, faults, report);
    if (!bound) return true;
    if (found->table->shows_seen && seen) bound->coverage.events = *std::move(seen);
    report.coverage = bound->coverage;
    report.case_kind = found->table->case_kind;
    report.note(Code::mapping_used, "read as '" + found->table->title + "', by the mapping '" + mapping.id + '\'');
    table->expect(found->header.names.size());
    return MappedRows(*bound, found->text, schema, options, take, report, faults).read(*table);
}

std::optional<Mapping> plain_mapping(const std::vector<std::string>& header) {
    if (!has_required_columns(header)) return std::nullopt;
    constexpr std::string_view of_the_case = "case.";
    Mapping mapping;
    mapping.id = "plain";
    MappedTable& table = mapping.tables.emplace_back();
    table.id = table.title = "events";
    table.case_id = {{"case"}};
    table.event_name.emplace().columns = {"event"};
    table.each.at.columns = {"at"};
    for (const std::string& name : header) {
        if (name.empty() || name == "case" || name == "event" || name == "at") continue;
        FactFrom fact;
        const bool of_case = name.starts_with(of_the_case);
        fact.fact = of_case ? name.substr(of_the_case.size()) : name;
        fact.from.columns = {name};
        fact.from.split = ";";
        (of_case ? table.of_case : table.each.facts).push_back(std::move(fact));
    }
    return mapping;
}

const Reader& mapped_csv_reader() {
    static const MappedCsvReader reader;
    return reader;
}

}  // namespace csapath::engine
