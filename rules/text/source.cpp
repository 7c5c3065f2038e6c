// SPDX-License-Identifier: MIT
#include "rules/text/source.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "rules/text/character.hpp"

namespace csapath::rules {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
    std::vector<std::uint32_t> starts{text.starts_with(byte_order_mark) ? 3u : 0u};
    for (std::size_t at = text.find_first_of("\r\n"); at != text.npos; at = text.find_first_of("\r\n", at)) {
        at += text.substr(at, 2) == "\r\n" ? 2u : 1u;
        starts.push_back(static_cast<std::uint32_t>(at));
    }
    return starts;
}
}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    if (text_.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a source of over 4 GiB");
    line_starts_ = starts_of_lines(text_);
}

Place Source::place(std::uint32_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin() + 1, line_starts_.end(), offset);
    const auto number = static_cast<std::uint32_t>(next - line_starts_.begin());
    const std::string_view text = line(number);
    const std::uint32_t start = line_starts_[number - 1];
    const std::size_t into = offset > start ? offset - start : 0;

    Place place{number, 1};
    for (std::size_t at = 0; at < text.size(); ++place.column) {
        at += first_character(text.substr(at)).bytes;
        if (at > into) break;
    }
    return place;
}

std::string_view Source::line(std::uint32_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::size_t begin = line_starts_[number - 1];
    const std::size_t end = std::min(text().find_first_of("\r\n", begin), text_.size());
    return text().substr(begin, end - begin);
}

Span joined(const Span& one, const Span& other) {
    if (one.source == nullptr) return other;
    if (one.source != other.source) return one;
    return {one.source, std::min(one.begin, other.begin), std::max(one.end, other.end)};
}

std::string address(const Span& span) {
    if (span.source == nullptr) return {};
    const Place place = span.source->place(span.begin);
    return span.source->name() + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

}  // namespace csapath::rules
