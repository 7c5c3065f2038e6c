// SPDX-License-Identifier: MIT
#include "rules/text/snippet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rules/text/character.hpp"

namespace csapath::rules {

namespace {
constexpr std::size_t longest_line = 160;
constexpr std::size_t kept_before = 60;  ///< characters shown before the place in a line that is cut
constexpr std::string_view gutter = "      ";

/// The codes a terminal understands; in plain text all of them are nothing.
struct Paint {
    std::string_view strong, severity, quiet, off;
};

Paint paint(Severity severity, Colour colour) {
    if (colour == Colour::plain) return {};
    const std::string_view hue = severity == Severity::error     ? "\x1b[1;31m"
                                 : severity == Severity::warning ? "\x1b[1;33m"
                                                                 : "\x1b[1;36m";
    return {"\x1b[1m", hue, "\x1b[1;34m", "\x1b[0m"};
}

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return {};
}

bool changes_direction(char32_t code) {
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool cannot_be_seen(char32_t code) {
    return (code >= 0x200B && code <= 0x200D) || code == 0x2028 || code == 0x2029 || code == 0x2060 || code == 0xFEFF;
}

void append_printable(std::string& to, std::string_view text, const Character& next) {
    const auto code = static_cast<std::uint32_t>(next.code);
    const bool control = code < 0x20 || code == 0x7F;
    if (code == '\n') {
        to += "\\n";
    } else if (code == '\r') {
        to += "\\r";
    } else if (code == '\t') {
        to += "\\t";
    } else if (control || !next.valid) {
        fmt::format_to(std::back_inserter(to), "\\x{:02x}", code);
    } else if ((code >= 0x80 && code < 0xA0) || changes_direction(next.code) || cannot_be_seen(next.code)) {
        fmt::format_to(std::back_inserter(to), "\\u{:04x}", code);
    } else {
        to += text.substr(0, next.bytes);
    }
}

/// One character of a line as it is shown, and how many columns that takes.
struct Cell {
    std::string shown;
    std::size_t width = 1;
};

std::vector<Cell> cells(std::string_view text) {
    std::vector<Cell> all;
    while (!text.empty()) {
        const Character next = first_character(text);
        Cell cell;
        if (next.code == U'\t') {
            cell.shown = "\t";
        } else {
            append_printable(cell.shown, text, next);
            if (cell.shown.size() != next.bytes || cell.shown.front() == '\\') cell.width = cell.shown.size();
        }
        all.push_back(std::move(cell));
        text.remove_prefix(next.bytes);
    }
    return all;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(first_character(text).bytes);
    return count;
}

/// The line that a span begins in, and an underline under what of the span is in that line.
void append_line(std::string& to, const Span& where, std::string_view label, const Paint& paint) {
    const Place place = where.source->place(where.begin);
    const std::string_view text = where.source->line(place.line);
    const auto line_begin = static_cast<std::size_t>(text.data() - where.source->text().data());
    const std::size_t span_end = std::clamp<std::size_t>(where.end, line_begin, line_begin + text.size());

    const std::vector<Cell> line = cells(text);
    const std::size_t first = place.column - 1;
    const std::size_t last = std::max(first + 1, characters(text.substr(0, span_end - line_begin)));

    const bool cut = line.size() > longest_line;
    std::size_t begin = cut && first > kept_before ? first - kept_before : 0;
    begin = std::min(begin, cut ? line.size() - longest_line : 0);
    const std::size_t end = cut ? begin + longest_line : line.size();

    std::string shown, underline;
    if (begin > 0) {
        shown += "…";
        underline += ' ';
    }
    for (std::size_t at = begin; at < end; ++at) {
        shown += line[at].shown;
        if (at < first) underline += line[at].shown == "\t" ? "\t" : std::string(line[at].width, ' ');
        if (at >= first && at < last) underline += std::string(line[at].width, '^');
    }
    if (end < line.size()) shown += "…";
    if (first >= line.size()) underline += '^';

    fmt::format_to(std::back_inserter(to), "{}{:>5} |{}{}{}\n", paint.quiet, place.line, paint.off,
                   shown.empty() ? "" : " ", shown);
    const auto marks = underline.find('^');
    fmt::format_to(std::back_inserter(to), "{}{}|{} {}{}{}{}{}{}\n", paint.quiet, gutter, paint.off,
                   underline.substr(0, marks), paint.severity, underline.substr(marks), label.empty() ? "" : " ",
                   printable(label), paint.off);
}

void append_help(std::string& to, std::string_view help, const Paint& paint) {
    std::string_view opening = "= help: ";
    while (!help.empty()) {
        const std::size_t end = std::min(help.find('\n'), help.size());
        const bool first = opening.front() == '=';
        fmt::format_to(std::back_inserter(to), "{}{}{}{}{}\n", gutter, first ? paint.strong : "", opening,
                       first ? paint.off : "", printable(help.substr(0, end)));
        opening = "        ";
        help.remove_prefix(std::min(end + 1, help.size()));
    }
}

std::string address_of(const Diagnostic& diagnostic) {
    return printable(diagnostic.where.source == nullptr ? diagnostic.address : address(diagnostic.where));
}

std::string head(const Diagnostic& diagnostic, const Paint& paint) {
    const CodeRow& code = row(diagnostic.code);
    const std::string place = address_of(diagnostic);
    return fmt::format("{}{}{}{}{}{}[{}]:{} {}", paint.strong, place, place.empty() ? "" : ": ", paint.off,
                       paint.severity, word(code.severity), code.id, paint.off, printable(diagnostic.message));
}
}  // namespace

std::string rendered(const Diagnostic& diagnostic, Colour colour) {
    const Paint severity = paint(row(diagnostic.code).severity, colour);
    const Paint related = paint(Severity::note, colour);

    std::string text = head(diagnostic, severity) + '\n';
    if (diagnostic.where.source != nullptr) append_line(text, diagnostic.where, diagnostic.label, severity);
    append_help(text, diagnostic.help, severity);
    for (const Diagnostic::Related& other : diagnostic.also) {
        const std::string place = printable(address(other.where));
        fmt::format_to(std::back_inserter(text), "{}{}{}{}{}\n", related.strong, place, place.empty() ? "" : ": ",
                       related.off, printable(other.message));
        if (other.where.source != nullptr) append_line(text, other.where, {}, related);
    }
    return text;
}

std::string headline(const Diagnostic& diagnostic) {
    return head(diagnostic, paint(row(diagnostic.code).severity, Colour::plain));
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const Character next = first_character(text);
        append_printable(shown, text, next);
        text.remove_prefix(next.bytes);
    }
    return shown;
}

}  // namespace csapath::rules
