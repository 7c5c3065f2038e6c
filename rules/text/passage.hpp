// SPDX-License-Identifier: MIT
/// A piece of text as it is meant, which still knows where each of its characters was written.
///
/// A sentence inside a YAML file may stand in quotes, or in a block with indentation; what the sentence parser
/// reads is not byte for byte what the file holds. A passage carries both, so that an error in the sentence
/// points into the file.
#pragma once

#include <string>
#include <vector>

#include "rules/text/source.hpp"

namespace csapath::rules {

struct Passage {
    /// From byte `at` of `text` onwards, bytes stand one for one at byte `written` of the source.
    struct Piece {
        std::uint32_t at = 0;
        std::uint32_t written = 0;
    };

    std::string text;           ///< as meant: without quotes, escapes and indentation
    Span where;                 ///< as written, quotes and all
    std::vector<Piece> pieces;  ///< in ascending order of `at`; the first has at == 0

    /// The span in the source of the bytes [begin, end) of `text`.
    Span span(std::uint32_t begin, std::uint32_t end) const;
};

/// A passage that is a source from its first byte to its last.
Passage whole(const Source& source);

}  // namespace csapath::rules
