// SPDX-License-Identifier: MIT
#include "engine/profile/fitting_mappings.hpp"

#include <algorithm>
#include <tuple>

#include "engine/readers/table_binding.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

namespace {

/// The columns that a table of a mapping reads, each once.
class ColumnsRead {
public:
    struct One {
        ColumnNames names;
        bool needed = false;
    };

    explicit ColumnsRead(const MappedTable& table) {
        for (const ColumnNames& names : table.case_id) add(names, true);
        for (const std::string& name : table.found_by_columns) add({name}, true);
        if (table.event_name) {
            add(table.event_name->columns, true);
            add(table.each.at.columns, true);
        }
        for (const Condition& condition : table.when) add(condition.columns, false);
        for (const MappedEvent& event : table.events) {
            add(event.at.columns, table.events.size() == 1);
            for (const Condition& condition : event.when) add(condition.columns, false);
            add_facts(event.facts);
        }
        add_facts(table.each.facts);
        add_facts(table.of_case);
    }

    const std::vector<One>& all() const { return all_; }

private:
    void add_facts(const std::vector<FactFrom>& facts) {
        for (const FactFrom& fact : facts) add(fact.from.columns, false);
    }
    void add(const ColumnNames& names, bool needed) {
        if (names.empty()) return;
        const auto same =
            std::ranges::find_if(all_, [&](const One& known) { return Header(known.names).find(names).has_value(); });
        if (same == all_.end())
            all_.push_back({names, needed});
        else
            same->needed = same->needed || needed;
    }

    std::vector<One> all_;
};

}  // namespace

std::vector<MappingFit> fitting_mappings(const TableProfile& table,
                                         const std::vector<std::shared_ptr<const Mapping>>& mappings) {
    std::vector<std::string> names;
    names.reserve(table.columns.size());
    for (const ColumnProfile& column : table.columns) names.push_back(column.name);
    const Header header(names);
    std::vector<MappingFit> found;
    for (const auto& mapping : mappings) {
        for (const MappedTable& described : mapping->tables) {
            MappingFit fit{.mapping = mapping->id,
                           .table = described.id,
                           .title = described.title,
                           .wholly = fits(described, header, table.name) && table.header_is_first,
                           .by_sight = described.by_sight,
                           .missing = {}};
            const ColumnsRead columns(described);
            for (const auto& [wanted, needed] : columns.all()) {
                ++fit.read;
                if (header.find(wanted)) {
                    ++fit.found;
                    continue;
                }
                const auto near = rules::near_name(wanted.front(), names);
                fit.missing.push_back({wanted.front(), near.value_or(""), needed});
            }
            if (fit.wholly || (fit.found > 1 && 2 * fit.found >= fit.read)) found.push_back(std::move(fit));
        }
    }
    std::ranges::stable_sort(found, [](const MappingFit& a, const MappingFit& b) {
        return std::tuple(!a.wholly, b.found * a.read) < std::tuple(!b.wholly, a.found * b.read);
    });
    return found;
}

}  // namespace csapath::engine
