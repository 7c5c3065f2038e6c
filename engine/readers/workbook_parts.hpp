// SPDX-License-Identifier: MIT
/// What a workbook holds besides its sheets: where they are, the texts that they share, and which formats mean dates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/table.hpp"
#include "engine/readers/xml.hpp"
#include "engine/readers/zip.hpp"

namespace csapath::engine {

/// The name of an element or attribute without its namespace.
std::string_view local_name(std::string_view name);

/// Where the parts of a workbook are.
struct WorkbookPlan {
    struct Sheet {
        std::string name, part;
    };
    std::vector<Sheet> sheets;  ///< those of cells, not of charts
    std::string strings_part, styles_part;
    bool from_1904 = false;
};
std::optional<WorkbookPlan> read_workbook_plan(Zip& zip, std::optional<TableRow::Fault>& fault);

/// Texts that cells refer to by number.
class SharedStrings {
public:
    static constexpr std::size_t most = std::size_t{256} << 20;  ///< bytes

    std::optional<std::string_view> at(std::size_t number) const {
        if (number + 1 >= begins_.size()) return std::nullopt;
        return std::string_view{text_}.substr(begins_[number], begins_[number + 1] - begins_[number]);
    }
    void add(std::string_view text) {
        text_ += text;
        begins_.push_back(text_.size());
    }
    std::size_t bytes() const { return text_.size(); }

private:
    std::string text_;
    std::vector<std::size_t> begins_{0};
};
/// None at all where the workbook has no such part.
std::optional<SharedStrings> read_shared_strings(Zip& zip, const std::string& part,
                                                 std::optional<TableRow::Fault>& fault);

/// By the number that a cell carries: whether numbers in it are dates.
using CellFormats = std::vector<bool>;
std::optional<CellFormats> read_cell_formats(Zip& zip, const std::string& part, std::optional<TableRow::Fault>& fault);

/// Whether numbers that are shown in this way are dates: those that come with every spreadsheet have a number, others a
/// code such as "dd/mm/yyyy" or "0.00".
bool date_format(unsigned number);
bool date_format(std::string_view code);

/// Text with what workbooks write for characters that XML cannot hold: "_x000D_" is a carriage return.
std::string unescaped(std::string_view text);

/// Reads a part to its end and tells `listener`. False, and `fault` says why, if it is damaged.
bool read_part(Zip& zip, const std::string& part, XmlListener& listener, std::optional<TableRow::Fault>& fault);
/// Why a part could not be read: what is wrong with the archive goes before what that did to the XML.
std::optional<TableRow::Fault> fault_of_part(const ZipPart& part, const std::optional<XmlFault>& xml);

}  // namespace csapath::engine
