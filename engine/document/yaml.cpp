// SPDX-License-Identifier: MIT
#include "engine/document/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <new>
#include <sstream>
#include <string>

#include "engine/document/characters.hpp"
#include "engine/document/outline.hpp"
#include "engine/document/syntax_error.hpp"
#include "engine/document/tree_builder.hpp"

namespace csapath::engine {
namespace {

using rules::Code;
using rules::Diagnostics;
using rules::Source;
using rules::Span;

/// Passes yaml-cpp's events on. Its places are bytes of the text that it was given, which begins at byte `start` of the
/// source.
class Events final : public YAML::EventHandler {
public:
    Events(TreeBuilder& builder, std::uint32_t start) : builder_(builder), start_(start) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (anchor != 0) builder_.anchor(place(mark));
        builder_.nothing();
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.alias(place(mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        builder_.scalar(place(mark), value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        properties(mark, tag != "?", anchor);
        builder_.begin(Node::Kind::list, place(mark));
    }
    void OnSequenceEnd() override { builder_.end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        properties(mark, tag != "?", anchor);
        builder_.begin(Node::Kind::map, place(mark));
    }
    void OnMapEnd() override { builder_.end(); }

private:
    std::uint32_t place(const YAML::Mark& mark) const { return start_ + static_cast<std::uint32_t>(mark.pos); }
    void properties(const YAML::Mark& mark, bool tagged, YAML::anchor_t anchor) {
        if (anchor != 0) builder_.anchor(place(mark));
        if (tagged) builder_.tag(place(mark));
    }

    TreeBuilder& builder_;
    std::uint32_t start_;
};

/// Learns where the next document begins, and stops there.
class Whereabouts final : public YAML::EventHandler {
public:
    struct Found {
        int byte;
    };
    void OnDocumentStart(const YAML::Mark& mark) override { throw Found{mark.pos}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// yaml-cpp stops at the end of the first document, and even where a list turns into a map, without a word.
void report_rest(YAML::Parser& parser, const Source& source, std::uint32_t start, Diagnostics& diagnostics) {
    try {
        Whereabouts whereabouts;
        parser.HandleNextDocument(whereabouts);
    } catch (const Whereabouts::Found& found) {
        diagnostics.add(text_after_end(source, start + static_cast<std::uint32_t>(found.byte)));
    }
}

Mistake mistake(const std::string& message) {
    using namespace YAML::ErrorMsg;
    const auto any = [&](auto... known) { return (message.starts_with(known) || ...); };
    if (any(EOF_IN_SCALAR, DOC_IN_SCALAR)) return Mistake::open_quote;
    if (any(END_OF_MAP_FLOW, END_OF_SEQ_FLOW)) return Mistake::open_bracket;
    if (any(FLOW_END)) return Mistake::closing_bracket;
    if (any(INVALID_ESCAPE, INVALID_HEX, INVALID_UNICODE)) return Mistake::escape;
    if (any(UNKNOWN_ANCHOR, ALIAS_CONTENT, ALIAS_NOT_FOUND, ANCHOR_NOT_FOUND, CHAR_IN_ALIAS, CHAR_IN_ANCHOR,
            MULTIPLE_ANCHORS, MULTIPLE_ALIASES))
        return Mistake::anchor;
    if (any(MULTIPLE_TAGS, CHAR_IN_TAG_HANDLE, TAG_WITH_NO_SUFFIX, END_OF_VERBATIM_TAG)) return Mistake::tag;
    if (any(UNKNOWN_TOKEN, CHAR_IN_BLOCK, ZERO_INDENT_IN_BLOCK)) return Mistake::sign;
    if (any(BAD_FILE)) return Mistake::depth;
    return Mistake::structure;
}

bool check_directives(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    bool fine = true;
    for (std::size_t line = byte_order_mark(text); line < text.size();) {
        if (text[line] == '%') {
            diagnostics.add(
                {.code = Code::yaml_directive,
                 .where = Span{&source, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(line) + 1},
                 .message = "a line that begins with %, which begins a directive of YAML",
                 .help = "take the line out, or put text that begins with % in quotes"});
            fine = false;
        }
        line = std::min(text.find('\n', line), text.size() - 1) + 1;
    }
    return fine;
}

/// What can be said before yaml-cpp sees the text: some of it would cost it hundreds of megabytes.
bool check_outline(const Source& source, const Outline& outline, const YamlLimits& limits, Diagnostics& diagnostics) {
    if (outline.too_deep) {
        diagnostics.add({.code = Code::yaml_too_deep,
                         .where = Span{&source, *outline.too_deep, *outline.too_deep + 1},
                         .message = fmt::format("nested deeper than {} lists and maps", limits.depth)});
    } else if (outline.too_many) {
        diagnostics.add({.code = Code::yaml_too_large,
                         .where = Span{&source, *outline.too_many, *outline.too_many + 1},
                         .message = fmt::format("more than {} values in one file", limits.nodes)});
    }
    return !outline.too_deep && !outline.too_many;
}

std::optional<Node> parsed(const Source& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    const std::string_view text = source.text();
    const std::uint32_t start = byte_order_mark(text);
    // With blanks after it, a quote that is never closed would be closed by the end of the file.
    const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
    if (end <= start) return std::nullopt;

    const Outline outline = outlined(text.substr(0, end), limits.depth, limits.nodes);
    if (!check_outline(source, outline, limits, diagnostics)) return std::nullopt;
    try {
        std::istringstream stream{std::string(text.substr(start, end - start))};
        YAML::Parser parser(stream);
        TreeBuilder builder(source, diagnostics, limits);
        Events events(builder, start);
        parser.HandleNextDocument(events);
        if (parser) report_rest(parser, source, start, diagnostics);
        return builder.finish();
    } catch (const TreeBuilder::Enough&) {
    } catch (const YAML::Exception& error) {
        const auto at = error.mark.is_null() ? 0U : static_cast<std::uint32_t>(error.mark.pos);
        diagnostics.add(
            syntax_error(source, outline, mistake(error.msg), std::min(start + at, static_cast<std::uint32_t>(end))));
    } catch (const std::bad_alloc&) {
        diagnostics.add({.code = Code::yaml_too_large,
                         .where = Span{&source, start, start + 1},
                         .message = "the file needs more memory than there is"});
    } catch (const std::exception&) {
        diagnostics.add({.code = Code::yaml_syntax,
                         .where = Span{&source, start, start + 1},
                         .message = "the file cannot be read as YAML"});
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> node_from_yaml(const Source& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    if (source.text().size() > limits.bytes) {
        diagnostics.add(
            {.code = Code::file_too_large,
             .where = Span{&source, 0, 1},
             .message = fmt::format("the file has {} bytes; the limit is {}", source.text().size(), limits.bytes)});
        return std::nullopt;
    }
    Diagnostics found;
    std::optional<Node> root;
    if (check_characters(source, found) && check_directives(source, found)) root = parsed(source, found, limits);
    if (!root && found.empty())
        found.add({.code = Code::yaml_nothing,
                   .where = Span{&source, 0, 0},
                   .message = "there is nothing in the file but blanks and comments"});
    if (root && root->is_scalar() && !found.any_error()) found.add(text_alone(*root));
    const bool refused = found.any_error();
    found.sort();
    diagnostics.add(std::move(found));
    if (refused) return std::nullopt;
    return root;
}

}  // namespace csapath::engine
