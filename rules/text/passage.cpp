// SPDX-License-Identifier: MIT
#include "rules/text/passage.hpp"

#include <algorithm>

namespace csapath::rules {

namespace {
std::uint32_t written(const std::vector<Passage::Piece>& pieces, std::uint32_t at) {
    const auto after =
        std::upper_bound(pieces.begin() + 1, pieces.end(), at,
                         [](std::uint32_t byte, const Passage::Piece& piece) { return byte < piece.at; });
    const Passage::Piece& piece = *(after - 1);
    return piece.written + (at - piece.at);
}
}  // namespace

Span Passage::span(std::uint32_t begin, std::uint32_t end) const {
    if (pieces.empty() || text.empty()) return where;
    const auto size = static_cast<std::uint32_t>(text.size());
    begin = std::min(begin, size);
    end = std::clamp(end, begin, size);

    // What ends a piece may be far from what begins the next (a line end and indentation lie between), so an end is
    // just after the byte before it, and so is the place after the last byte of all.
    const std::uint32_t first = begin == size ? written(pieces, size - 1) + 1 : written(pieces, begin);
    const std::uint32_t last = begin == end ? first : written(pieces, end - 1) + 1;
    return {where.source, first, std::max(first, last)};
}

Passage whole(const Source& source) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    return {std::string(source.text()), {&source, 0, size}, {{0, 0}}};
}

}  // namespace csapath::rules
