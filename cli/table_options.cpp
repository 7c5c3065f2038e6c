// SPDX-License-Identifier: MIT
#include "cli/table_options.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/failure.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// In the order of engine::Encoding.
const std::array<std::string, 3> encodings{"utf-8", "utf-16", "windows-1252"};

}  // namespace

void TableOptions::declare(Options& options) {
    options.value("--encoding", encoding, "ENCODING",
                  "how CSV files are encoded, whatever their mapping says: utf-8, utf-16 or windows-1252");
    options.value(
        "--delimiter", delimiter, "SIGN",
        "what stands between the fields of CSV files, whatever their header or mapping says: one sign, or tab");
}

std::optional<engine::Encoding> TableOptions::encoding_meant() const {
    if (!encoding) return std::nullopt;
    const std::string_view known = one_of("--encoding", *encoding, encodings);
    for (std::size_t at = 0; at < encodings.size(); ++at)
        if (known == encodings[at]) return static_cast<engine::Encoding>(at);
    return std::nullopt;
}

std::optional<char> TableOptions::delimiter_meant() const {
    if (!delimiter) return std::nullopt;
    if (*delimiter == "tab") return '\t';
    constexpr std::string_view taken = "\"\r\n";
    const bool plain = delimiter->size() == 1 && static_cast<unsigned char>(delimiter->front()) < 0x80;
    if (!plain || taken.find(delimiter->front()) != std::string_view::npos)
        throw UsageError(
            fmt::format("--delimiter is one sign such as ';', or tab, not '{}'", rules::printable(*delimiter)));
    return delimiter->front();
}

}  // namespace csapath::cli
