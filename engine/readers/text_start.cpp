// SPDX-License-Identifier: MIT
#include "engine/readers/text_start.hpp"

#include <string>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

using rules::Code;

std::optional<std::size_t> text_start(Window& window, std::string_view wanted, Faults& faults) {
    window.move_to(0);
    const std::string_view text{window.data(), window.size()};
    if (const std::string format = named_format(text.substr(0, 4096)); !format.empty()) {
        faults.add(Code::file_format_unknown, {}, "this is " + format + ", not " + std::string{wanted},
                   "save the data as CSV (UTF-8) or NDJSON");
        return std::nullopt;
    }
    constexpr std::string_view advice = "save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        faults.add(Code::file_encoding, {}, "the file is UTF-16 (\"Unicode text\"), not UTF-8", std::string{advice});
        return std::nullopt;
    }
    if (text.substr(0, 4).find('\0') != std::string_view::npos) {
        faults.add(Code::file_encoding, {}, "the file looks like UTF-16 (\"Unicode text\"), not UTF-8",
                   std::string{advice});
        return std::nullopt;
    }
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace csapath::engine
