// SPDX-License-Identifier: MIT
/// Cells of a mapped table -> texts as the plain event file would hold them: values that are missing are blank, codes
/// mean what the mapping says, dates are ISO 8601.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/cases/text_store.hpp"
#include "engine/readers/json.hpp"
#include "engine/readers/name_table.hpp"
#include "engine/readers/table_binding.hpp"

namespace csapath::engine {

class MappedCells {
public:
    MappedCells(const BoundTable& bound, const ReadOptions& options, InputReport& report);

    /// Texts that were handed out hold until the next row begins.
    void begin(const TableRow& row) {
        row_ = &row;
        ++rows_;
        kept_.forget();
    }

    struct Text {
        enum class State : std::uint8_t { blank, given, broken /* not of the form that it is said to have */ };
        State state = State::blank;
        std::string_view text;
        bool date = false;  ///< a date already, as ISO text
    };
    /// What stands in a column, without what counts as missing.
    Text text(std::size_t column, std::string_view key, const std::vector<std::string>& missing);
    Text text(const BoundValue& value);

    /// The meaning of a text; nullptr, and noted, if the mapping does not list it.
    const std::string* meaning(const BoundValue& value, std::string_view text);

    struct Trouble {
        rules::Code code = rules::Code::data_date;
        std::string message, help = {};
    };
    /// A date as ISO text; empty if it is none, and `trouble` says why.
    std::optional<std::string_view> date(const BoundValue& value, const Text& text, Trouble& trouble);

    const std::string& column_name(const BoundValue& value) const { return bound_.columns[value.column]; }
    std::string_view keep(std::string_view text) { return kept_.keep(text); }

    /// What can be said of dates only when all were seen.
    void tell_of_dates(Faults& faults);
    /// In how many cells of each column spaces were left out, or stood what counts as missing.
    void tell_of_cells();
    /// So many dates of a column have day and month the other way round that its pattern cannot be right.
    bool order_refuted() const { return order_refuted_; }

private:
    /// How the dates of a column bear out the order of day and month that was declared.
    struct Tally {
        std::uint64_t fitting = 0, confirming = 0, swapped = 0;
    };
    /// Of the cells of a column; a cell that is asked for by several events of its row counts once.
    struct Count {
        std::uint64_t cells = 0, last_row = 0;

        void take(std::uint64_t row) {
            if (last_row == row) return;
            last_row = row;
            ++cells;
        }
    };
    bool missing(std::string_view text, const std::vector<std::string>& also) const;
    Text member(std::string_view text, std::string_view key);
    const std::vector<DatePattern>& patterns(const BoundValue& value) const;
    std::string described(std::string_view data) const;

    const BoundTable& bound_;
    const ReadOptions& options_;
    InputReport& report_;
    std::vector<DatePattern> iso_;          ///< where nothing is declared
    std::vector<Tally> tallies_;            ///< by column
    std::vector<Count> trimmed_, missing_;  ///< by column
    std::uint64_t rows_ = 0;
    bool order_refuted_ = false;
    std::array<bool, 256> missing_begins_{};  ///< by byte: what counts as missing everywhere can begin so
    std::unordered_map<const ValueMap*, NameTable<const std::string*>> meanings_;

    const TableRow* row_ = nullptr;
    TextStore kept_;
    JsonObject json_;
    std::string iso_text_;
};

}  // namespace csapath::engine
