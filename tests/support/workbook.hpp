// SPDX-License-Identifier: MIT
/// Workbooks made of their parts, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/packed.hpp"

namespace csapath {

inline std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (0xEDB88320u & (0u - (sum & 1)));
    }
    return ~sum;
}

/// A zip archive that holds these parts: as they are, or packed.
inline std::string archive(const std::vector<std::pair<std::string, std::string>>& parts, bool pack = false) {
    const auto number = [](std::string& to, std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i));
    };
    const auto held = [pack](const std::string& text) { return pack ? packed(text, -15) : text; };
    const auto about = [&](std::string& to, const std::string& name, const std::string& text) {
        number(to, 20, 2);  // version needed
        number(to, 0, 2);   // flags
        number(to, pack ? 8 : 0, 2);
        number(to, 0, 2);     // time
        number(to, 0x21, 2);  // 1 January 1980
        number(to, checksum(text), 4);
        number(to, static_cast<std::uint32_t>(held(text).size()), 4);
        number(to, static_cast<std::uint32_t>(text.size()), 4);
        number(to, static_cast<std::uint32_t>(name.size()), 2);
        number(to, 0, 2);
    };
    std::string all, directory;
    for (const auto& [name, text] : parts) {
        directory += "PK\x01\x02";
        number(directory, 20, 2);
        about(directory, name, text);
        for (int i = 0; i < 3; ++i) number(directory, 0, 2);  // comment, disk, attributes
        number(directory, 0, 4);
        number(directory, static_cast<std::uint32_t>(all.size()), 4);
        directory += name;
        all += "PK\x03\x04";
        about(all, name, text);
        all += name + held(text);
    }
    const auto begin = static_cast<std::uint32_t>(all.size());
    all += directory + "PK\x05\x06";
    for (int i = 0; i < 2; ++i) number(all, 0, 2);
    for (int i = 0; i < 2; ++i) number(all, static_cast<std::uint32_t>(parts.size()), 2);
    number(all, static_cast<std::uint32_t>(directory.size()), 4);
    number(all, begin, 4);
    number(all, 0, 2);
    return all;
}

/// The parts of a workbook, the sheets given by their names and what stands in their <sheetData>. Formats of cells: 0 a
/// plain number, 1 a date, 2 a date and time, 3 a time alone, 4 "dd/mm/yyyy", 5 "0.00".
struct WorkbookOf {
    std::vector<std::pair<std::string, std::string>> sheets;
    std::string strings = {};     ///< <si> elements
    std::string properties = {};  ///< attributes of workbookPr
    std::string after_rows = {};  ///< what follows <sheetData> in every sheet

    std::vector<std::pair<std::string, std::string>> parts() const {
        const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        std::string list, relations;
        std::vector<std::pair<std::string, std::string>> made;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const std::string n = std::to_string(i + 1);
            list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
            relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + kinds +
                         "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
            made.emplace_back("xl/worksheets/sheet" + n + ".xml", xml + "<worksheet" + main + "><sheetData>" +
                                                                      sheets[i].second + "</sheetData>" + after_rows +
                                                                      "</worksheet>");
        }
        relations += "<Relationship Id=\"s\" Type=\"" + kinds + "/sharedStrings\" Target=\"sharedStrings.xml\"/>" +
                     "<Relationship Id=\"f\" Type=\"" + kinds + "/styles\" Target=\"/xl/styles.xml\"/>";
        made.emplace_back("xl/workbook.xml", xml + "<workbook" + main + " xmlns:r=\"" + kinds + "\"><workbookPr " +
                                                 properties + "/><sheets>" + list + "</sheets></workbook>");
        made.emplace_back("xl/_rels/workbook.xml.rels",
                          xml +
                              "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                              relations + "</Relationships>");
        made.emplace_back("xl/sharedStrings.xml", xml + "<sst" + main + ">" + strings + "</sst>");
        made.emplace_back(
            "xl/styles.xml",
            xml + "<styleSheet" + main +
                "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
                "formatCode=\"0.00\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"
                "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
        return made;
    }
    std::string bytes() const { return archive(parts(), true); }
};

/// A row of texts, each in its own cell: row 3 of {"a", "", "b"} has cells A3 and C3.
inline std::string row_of(int number, const std::vector<std::string>& texts) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t column = 0; column < texts.size(); ++column)
        if (!texts[column].empty())
            row += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + std::to_string(number) +
                   "\" t=\"inlineStr\"><is><t>" + texts[column] + "</t></is></c>";
    return row + "</row>";
}

}  // namespace csapath
