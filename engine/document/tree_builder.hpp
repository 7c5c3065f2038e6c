// SPDX-License-Identifier: MIT
/// Events of a YAML parser -> tree, with every form refused that definitions do without.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/node.hpp"
#include "engine/document/yaml.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Takes the events in the order of the file; places are bytes of the source. It reports what it refuses and carries
/// on, so that all the mistakes of a file are seen at once.
class TreeBuilder {
public:
    /// Thrown where going on is of no use: a limit was passed, or too much has been reported. It says nothing that the
    /// diagnostics do not.
    struct Enough {};

    TreeBuilder(const rules::Source& source, rules::Diagnostics& diagnostics, const YamlLimits& limits);

    /// `meant` is what the parser made of the text at `at`.
    void scalar(std::uint32_t at, std::string_view meant);
    /// No value, or one that stands for none (~, null).
    void nothing();
    void alias(std::uint32_t at);
    void begin(Node::Kind kind, std::uint32_t at);
    void end();
    /// What stands before a list, a map or nothing; a scalar is looked at for itself.
    void anchor(std::uint32_t at);
    void tag(std::uint32_t at);

    /// The finished tree; empty where the file held nothing. Reports what may be said only of a file that is YAML
    /// to its end: where it is not, lines that seem to run on, and quotes that close too soon, are told as what they
    /// led to.
    std::optional<Node> finish();

private:
    /// A list or a map that is not finished.
    struct Open {
        Node node;
        std::string under;  ///< the key whose value it is; empty in a list and at the top
        bool flow = false;  ///< written in brackets
        std::uint32_t reached = 0;
        std::map<std::string, rules::Span, std::less<>> keys;
        std::optional<Node> key;  ///< read, and waiting for its value
        bool key_refused = false;
    };

    Node read(std::uint32_t at, std::string_view meant);
    Node quoted(std::uint32_t at, std::string_view meant);
    Node block(std::uint32_t at, std::string_view meant);
    Node plain(std::uint32_t at, std::string_view meant);
    /// Text that goes on over several lines: each but one was probably meant as a key of its own.
    void glued(std::uint32_t at, std::uint32_t end);

    void add(Node node);
    void add_value(Open& open, Node value);
    void check_key(const Open& open, const Node& key);
    void check_sentence(const Open& open, const Node& key, const Node& value);
    void count_node(std::uint32_t at);
    void report(rules::Diagnostic diagnostic);
    rules::Span span(std::uint32_t begin, std::uint32_t end) const { return {&source_, begin, end}; }
    rules::Span word(std::uint32_t at) const;
    std::uint32_t past_blanks(std::uint32_t at) const;

    const rules::Source& source_;
    std::string_view text_;
    rules::Diagnostics& diagnostics_;
    YamlLimits limits_;
    std::vector<Open> open_;
    std::optional<Node> root_;
    std::vector<rules::Diagnostic> afterwards_;
    std::size_t nodes_ = 0;
    std::size_t reported_ = 0;
};

}  // namespace csapath::engine
