// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "engine/readers/reader.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {
struct Mark {
    std::string_view bytes;
    std::string_view format;
};
using namespace std::string_view_literals;

constexpr auto document_type = "<!DOCTYPE"sv;

constexpr std::array marks = {
    Mark{"\x1F\x8B"sv, "a gzip archive (.gz)"sv},
    Mark{"PK\x03\x04"sv, "a workbook or zip archive (.xlsx, .ods, .zip)"sv},
    Mark{"PK\x05\x06"sv, "an empty zip archive"sv},
    Mark{"\xD0\xCF\x11\xE0"sv, "an old workbook (.xls), or one with a password"sv},
    Mark{"SQLite format 3\0"sv, "an SQLite database"sv},
    Mark{"%PDF-"sv, "a PDF"sv},
    Mark{"PAR1"sv, "a Parquet file"sv},
    Mark{"\xFD"
         "7zXZ"sv,
         "an xz archive"sv},
    Mark{"BZh"sv, "a bzip2 archive"sv},
    Mark{"7z\xBC\xAF"sv, "a 7z archive"sv},
};

}  // namespace

std::string_view root_element(std::string_view text) {
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of("\xEF\xBB\xBF \t\r\n"), text.size()));
        if (!text.starts_with('<')) return {};
        // A document type, which is refused later on, begins with the name of the root.
        if (text.starts_with(document_type)) {
            text.remove_prefix(document_type.size());
            text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
            return text.substr(0, text.find_first_of(" \t\r\n[>"));
        }
        const bool comment = text.starts_with("<!--");
        if (!comment && !text.starts_with("<?") && !text.starts_with("<!")) break;
        const std::string_view end = comment ? "-->" : ">";
        text.remove_prefix(std::min(text.find(end), text.size() - end.size()) + end.size());
    }
    text.remove_prefix(1);
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_ocel_xml(std::string_view first_bytes) {
    return root_element(first_bytes) == "log" &&
           std::ranges::any_of(std::array{"<object-types"sv, "<event-types"sv, "<ocel:"sv},
                               [&](std::string_view sign) { return first_bytes.find(sign) != std::string_view::npos; });
}

std::string named_format(std::string_view first_bytes) {
    for (const Mark& mark : marks)
        if (first_bytes.starts_with(mark.bytes)) return std::string{mark.format};
    if (is_ocel_xml(first_bytes)) return "an OCEL event log in XML instead of JSON";
    const std::string_view root = root_element(first_bytes);
    if (root == "log") return "an XES event log";
    if (root == "html" || root == "HTML") return "a web page (HTML)";
    return root.empty() ? "" : "XML whose root element is '" + rules::printable(root.substr(0, 80)) + '\'';
}

}  // namespace csapath::engine
