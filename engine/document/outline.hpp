// SPDX-License-Identifier: MIT
/// A first look at a YAML text: its brackets and quotes alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// What a cheap look finds without making anything of the text. It serves to stop before a parser fills the memory, and
/// to say where a quote or a bracket was opened that a parser misses only at the end of the file. In a text that is
/// wrong in other ways it may be mistaken, so it alone refuses nothing but what it counts.
struct Outline {
    struct Quote {
        std::uint32_t begin = 0, end = 0;  ///< from its opening quote to just after the closing one
    };

    std::optional<std::uint32_t> too_deep;      ///< the bracket that opens a level too many
    std::optional<std::uint32_t> too_many;      ///< the comma that announces a value too many
    std::optional<std::uint32_t> open_bracket;  ///< the innermost that is never closed
    std::optional<std::uint32_t> open_quote;    ///< the one that is never closed
    std::vector<Quote> long_quotes;             ///< those that run over a line end, in order
};

Outline outlined(std::string_view text, int depth, std::size_t values);

}  // namespace csapath::engine
