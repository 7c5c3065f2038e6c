// SPDX-License-Identifier: MIT
/// JSON as a table: a list of objects, objects one after another, or one, and the objects in lists inside them.
///
/// Each object that is an item of a list is a record, and each record a row. Its columns are its keys; those of an
/// object inside it are told with a point between ("child_details.date_of_birth"), and so are those of records inside
/// records ("social_care_episodes.referral_date"). A row has the values of the records around its own, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/json.hpp"
#include "engine/readers/json_items.hpp"
#include "engine/readers/log_columns.hpp"
#include "engine/readers/log_row.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// The columns of a JSON text, and in which records each stands.
struct JsonLayout {
    static constexpr std::size_t levels = 16;  ///< of objects and lists; what lies deeper is not read

    LogColumns columns;
    std::map<std::string, std::string, std::less<>> record_of;  ///< by column: the keys down to its records

    std::string list;  ///< that holds the records, where they are not the items of the whole text

    /// Learns from the first byte to the last, or to the first fault.
    void learn(Bytes& bytes);
    /// The same for the lists of records in a text that is one object, in the order of their names.
    static std::vector<JsonLayout> of_lists(Bytes& bytes);
};

class JsonTable final : public Table {
public:
    /// All must outlive this.
    JsonTable(Bytes& bytes, const JsonLayout& layout);

    bool next(TableRow& row) override;
    void expect(std::size_t) override {}
    void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) override;

private:
    JsonItems::Got next_item();
    void look_at_record(const std::string& path, std::size_t place, const LogRow& around);

    const JsonLayout& layout_;
    JsonItems items_;
    JsonObject json_{JsonLayout::levels};
    bool header_told_ = false, fault_told_ = false;
    struct Record {
        std::string path;
        LogRow row;
    };
    std::deque<Record> records_;  ///< of the item, and not handed out yet
    Record out_;
    std::string out_text_;
    std::uint64_t signs_in_values_ = 0;
};

}  // namespace csapath::engine
