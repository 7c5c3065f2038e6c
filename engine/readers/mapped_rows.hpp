// SPDX-License-Identifier: MIT
/// The rows of a table that is bound to a mapping, as events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/readers/event_reader.hpp"
#include "engine/readers/mapped_cells.hpp"
#include "engine/readers/name_table.hpp"
#include "engine/readers/table.hpp"
#include "engine/readers/table_binding.hpp"

namespace csapath::engine {

class MappedRows {
public:
    /// All must outlive this. `header` is the header's row as it stands in the file.
    MappedRows(const BoundTable& bound, std::string header, const Schema& schema, const ReadOptions& options,
               const TakeEvent& take, InputReport& report, Faults& faults);

    /// Reads all rows of the table. False if whoever takes the events wants no more.
    bool read(Table& table);

private:
    using Text = MappedCells::Text;

    /// Each counts what it made of the row.
    void read_row(const TableRow& row);
    void read_wide();
    void read_long();

    std::optional<Fate> weigh(const std::vector<BoundCondition>& conditions);
    std::optional<Fate> read_case();
    void read_events();
    bool in_this_record() const;
    Fate tell(const BoundEvent& event, std::string_view name, const Text& at, const std::vector<BoundFact>* facts);
    bool add(const BoundFact& fact);
    bool add_list(rules::FactId fact, const BoundValue& value, std::string_view text);
    bool put_unknown(rules::FactId fact);
    Fate refuse(rules::Code code, std::string message, std::string help, std::string_view column);
    void count(Fate fate);
    bool blank() const;

    const BoundTable& bound_;
    std::string header_;
    const ReadOptions& options_;
    InputReport& report_;
    Faults& faults_;
    EventReader events_;
    MappedCells cells_;

    enum class Weight : std::uint8_t { counts, left_out, unsaid };
    Weight weight(const Condition& condition, std::string_view text);
    std::unordered_map<const Condition*, NameTable<Weight>> weights_;

    const TableRow* row_ = nullptr;
    std::string case_id_, tie_;
    std::uint64_t blank_rows_ = 0;
    bool stopped_ = false;
};

}  // namespace csapath::engine
