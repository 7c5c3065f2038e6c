// SPDX-License-Identifier: MIT
/// The pieces of a large JSON text, one after another, so that it never stands in memory whole: the items of a list, or
/// the items of the lists in one object. What stands between the pieces is looked at here; the pieces themselves are
/// only cut out, for JsonObject to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

class JsonItems {
public:
    enum class As : std::uint8_t {
        records,  ///< of one list, or objects that stand one after another
        members   ///< of the lists that are members of the only object; other members are passed over
    };
    static constexpr std::size_t largest = std::size_t{16} << 20;  ///< bytes of an item

    JsonItems(Bytes& bytes, As as);

    enum class Got : std::uint8_t { item, end, fault };
    Got next();

    std::string_view text() const { return {window_.data() + begin_, at_ - begin_}; }  ///< until the next call
    const std::string& key() const { return key_; }                                    ///< of the list that it is in
    const std::set<std::string>& lists() const { return lists_; }                      ///< begun so far, empty ones too
    /// Where it is: the how manieth of its list, and the line on which it begins. Of a fault: where it was found.
    RowPlace place() const {
        const std::uint64_t line = fault_.message.empty() ? line_ : lines_;
        return {number_ + (fault_.message.empty() ? 0 : 1), line, line};
    }
    std::uint64_t offset() const { return window_.offset() + begin_; }
    const TableRow::Fault& fault() const { return fault_; }

private:
    enum class In : std::uint8_t { file, list, object, list_in_object, after };

    bool start();
    Got next_item();
    Got next_member();
    Got end_of_file();
    Got refuse(rules::Code code, std::string message, std::string help = {});
    Got cut_off();
    enum class Next : std::uint8_t { item, closing, wrong, cut_off };
    Next separator(char closing);
    Got item();
    bool read_key();
    bool pass_value();
    bool pass_text();
    bool refill();
    bool any();
    bool skip_blanks();
    char here() const { return window_.data()[at_]; }

    Window window_;
    As as_;
    In in_ = In::file;
    bool first_ = true;  ///< no item of this list, or member of this object, was seen yet
    std::size_t begin_ = 0, at_ = 0;
    std::uint64_t lines_ = 1, line_ = 1, number_ = 0;
    std::string key_;
    std::set<std::string> keys_, lists_;
    TableRow::Fault fault_{};
    bool too_large_ = false;
};

}  // namespace csapath::engine
