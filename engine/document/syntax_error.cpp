// SPDX-License-Identifier: MIT
#include "engine/document/syntax_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "engine/document/characters.hpp"

namespace csapath::engine {
namespace {

using rules::Code;
using rules::Diagnostic;
using rules::Source;
using rules::Span;

/// A line of the text, by the bytes of its content: without indentation, blanks at its end and a comment.
struct Line {
    std::uint32_t start = 0, begin = 0, end = 0;
    std::uint32_t indentation() const { return begin - start; }
};

/// From `at` to the end of its line.
Span rest_of_line(const Source& source, std::uint32_t at) {
    const auto end = std::min(source.text().find_first_of("\r\n", at), source.text().size());
    return {&source, at, static_cast<std::uint32_t>(end)};
}

Line line_at(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    const auto start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    auto end = std::min(text.find('\n', at), text.size());
    const auto begin = std::min(text.find_first_not_of(" \t\r", start), end);
    if (text.substr(begin, end - begin).starts_with('#')) end = begin;
    if (const auto comment = text.substr(0, end).find(" #", begin); comment != text.npos) end = comment;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r')) --end;
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The line before that says something.
std::optional<Line> line_before(std::string_view text, const Line& line) {
    for (std::size_t start = line.start; start > 0;) {
        const Line before = line_at(text, start - 1);
        if (before.begin < before.end) return before;
        start = before.start;
    }
    return std::nullopt;
}

/// The colon that ends the key of a piece of a line; npos if there is none.
std::size_t colon(std::string_view content) {
    const auto inside = content.find(": ");
    return inside == content.npos && content.ends_with(':') ? content.size() - 1 : inside;
}

Diagnostic colon_missing(const Source& source, const Line& line) {
    const Span where{&source, line.begin, line.end};
    const bool space = where.text().find(':') != std::string_view::npos;
    return {.code = Code::yaml_syntax,
            .where = where,
            .message = space ? "a key without a value; is a space missing after the colon?"
                             : "a key without a value; is a colon missing?",
            .help = "write 'key: value'"};
}

Diagnostic quote_never_closed(const Source& source, std::uint32_t opening, Span noticed) {
    return {
        .code = Code::yaml_open_quote,
        .where = character_span(source, opening),
        .message = "the quote that opens here is not closed where it should be",
        .help = "close it; write a quote that belongs to the text as '' inside single quotes, as \\\" inside double",
        .also = {{noticed, "this was noticed only here"}}};
}

std::uint32_t opening_quote(const Outline& outline, std::uint32_t at) {
    const auto around = [at](const Outline::Quote& quote) { return quote.begin < at && at < quote.end; };
    const auto quote = std::ranges::find_if(outline.long_quotes, around);
    return quote != outline.long_quotes.end() ? quote->begin : outline.open_quote.value_or(at);
}

/// The commonest slips, each told at the line where it was made; what is left is told where it was noticed.
Diagnostic structure_error(const Source& source, const Outline& outline, std::uint32_t at) {
    const std::string_view text = source.text();
    const Line line = line_at(text, at);
    const auto ends_here = [&](const Outline::Quote& quote) { return quote.end > line.start && quote.end <= at; };
    if (const auto quote = std::ranges::find_if(outline.long_quotes, ends_here); quote != outline.long_quotes.end())
        return quote_never_closed(source, quote->begin, character_span(source, at));

    const auto before_it = text.substr(line.begin, std::max(at, line.begin) - line.begin);
    const auto key_ends = colon(before_it);
    const bool second_colon = key_ends != before_it.npos && text.substr(at).starts_with(':');
    if (second_colon)
        return {.code = Code::yaml_syntax,
                .where = character_span(source, at),
                .message = "a second colon in one line",
                .help = "put a text that holds a colon in quotes"};

    if (const auto before = line_before(text, line)) {
        const auto content = text.substr(before->begin, before->end - before->begin);
        const bool key = colon(content) != content.npos;
        const bool item = content.starts_with("- ") || content == "-";
        if (!key && !item && before->indentation() == line.indentation()) return colon_missing(source, *before);
        const bool has_value = key && colon(content) + 1 < content.size();
        if (has_value && !item && line.indentation() > before->indentation())
            return {.code = Code::yaml_syntax,
                    .where = Span{&source, line.begin, std::max(line.end, line.begin)},
                    .message = "a line that is indented below a key which has a value already",
                    .help = "give it the indentation of the line before it, or take that line's value out",
                    .also = {{Span{&source, before->begin, before->end}, "the line before it"}}};
    }
    const auto closed = before_it.find_last_not_of(' ');
    if (closed != before_it.npos && std::string_view("\"'").find(before_it[closed]) != std::string_view::npos)
        return {.code = Code::yaml_syntax,
                .where = rest_of_line(source, at),
                .message = "text after a closing quote",
                .help = "put the whole text in quotes, and double each single quote inside single quotes"};
    if (closed != before_it.npos && std::string_view("]}").find(before_it[closed]) != std::string_view::npos)
        return {.code = Code::yaml_syntax,
                .where = rest_of_line(source, at),
                .message = "text after a closing bracket",
                .help = "put a text that begins with a bracket in quotes"};
    const auto own = text.substr(line.begin, line.end - line.begin);
    if (colon(own) == own.npos && !own.starts_with("- ") && own != "-" && line.begin < line.end)
        return colon_missing(source, line);
    return {.code = Code::yaml_syntax,
            .where = rest_of_line(source, at),
            .message = "this does not fit the lines above it",
            .help =
                "keys of one map, and items of one list, begin at the same column; is a line indented too far or "
                "not far enough, or a colon missing before it?"};
}

/// The nearest of `signs` in the line up to `at`: the parser complains of what follows it.
Span sign_before(const Source& source, std::uint32_t at, std::string_view signs) {
    const auto sign = source.text().find_last_of(signs, at);
    return character_span(source, sign != source.text().npos && sign >= line_at(source.text(), at).start ? sign : at);
}

Diagnostic sign_error(const Source& source, std::uint32_t at) {
    const std::string_view sign = character_span(source, at).text();
    if (sign == "\t")
        return {.code = Code::yaml_syntax,
                .where = character_span(source, at),
                .message = "U+0009 (a tab) where YAML wants spaces",
                .help = "use spaces"};
    return {.code = Code::yaml_sign,
            .where = character_span(source, at),
            .message = fmt::format("'{}' cannot stand here: it is a sign of YAML, or follows one", sign),
            .help = "put the text in quotes"};
}

}  // namespace

Diagnostic syntax_error(const Source& source, const Outline& outline, Mistake mistake, std::uint32_t at) {
    switch (mistake) {
        case Mistake::open_quote:
            return quote_never_closed(source, opening_quote(outline, at), character_span(source, at));
        case Mistake::open_bracket:
            if (outline.open_bracket)
                return {.code = Code::yaml_syntax,
                        .where = character_span(source, *outline.open_bracket),
                        .message = fmt::format("the bracket {} is never closed", source.text()[*outline.open_bracket]),
                        .help = "close it, or put a text that begins with a bracket in quotes"};
            return {.code = Code::yaml_syntax,
                    .where = character_span(source, at),
                    .message = "a comma or a closing bracket was expected",
                    .help = "inside brackets, put a text with commas, colons or brackets in quotes"};
        case Mistake::closing_bracket:
            return {.code = Code::yaml_syntax,
                    .where = character_span(source, at),
                    .message = "a closing bracket that does not match an opening one",
                    .help = "put a text that holds brackets in quotes"};
        case Mistake::escape:
            return {.code = Code::yaml_syntax,
                    .where = character_span(source, at),
                    .message = "an escape that YAML does not have",
                    .help = "in double quotes write a backslash as \\\\, or use single quotes"};
        case Mistake::anchor:
            return {
                .code = Code::yaml_anchor,
                .where = sign_before(source, at, "&*"),
                .message = "anchors and aliases (& and *) are not allowed",
                .help = "put text that begins with & or * in quotes; to build on another definition, use 'extends'"};
        case Mistake::tag:
            return {.code = Code::yaml_tag,
                    .where = sign_before(source, at, "!"),
                    .message = "tags (!) are not allowed",
                    .help = "put text that begins with ! in quotes"};
        case Mistake::sign:
            return sign_error(source, at);
        case Mistake::depth:
            return {.code = Code::yaml_too_deep,
                    .where = character_span(source, at),
                    .message = "lists and maps are nested too deeply"};
        case Mistake::structure:
            break;
    }
    return structure_error(source, outline, at);
}

Diagnostic text_after_end(const Source& source, std::uint32_t at) {
    const Span where = rest_of_line(source, at);
    if (where.text().starts_with("---"))
        return {.code = Code::yaml_second_document,
                .where = where,
                .message = "a second document in one file",
                .help = "keep one definition a file: split this file at ---"};
    return {.code = Code::yaml_second_document,
            .where = where,
            .message = "text after the end of the document",
            .help = "is a line indented less than the one above it, or a key among the items of a list?"};
}

Diagnostic text_alone(const Node& root) {
    const bool space = root.style == Node::Style::plain && root.text().find(':') != std::string::npos;
    return {.code = Code::yaml_syntax,
            .where = root.where,
            .message = space ? "the file is one piece of text; is a space missing after the colon?"
                             : "the file is one piece of text; is a colon missing?",
            .help = "write 'key: value'"};
}

}  // namespace csapath::engine
