// SPDX-License-Identifier: MIT
#include "engine/document/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "rules/text/snippet.hpp"

namespace csapath::engine {
namespace {

constexpr std::size_t comment_column = 72;

bool bare(std::string_view text, std::string_view others) {
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               others.find(c) != others.npos;
    });
}

std::string in_quotes(std::string_view text) {
    std::string written = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') written += '\\';
        if (c == '\n')
            written += "\\n";
        else if (c == '\t')
            written += "\\t";
        else
            written += c;
    }
    return written + '"';
}

std::string key_text(const rules::Passage& key) {
    return bare(key.text, "-_ .") ? key.text : in_quotes(key.text);
}

/// Numbers and booleans are what they are only without quotes; a comment may follow a sentence only in quotes.
std::string scalar_text(const Node& scalar, bool sentence) {
    const bool plain = scalar.style == Node::Style::plain && !sentence && bare(scalar.text(), "-_.") &&
                       bare(scalar.text().substr(0, 1), "");
    return plain ? scalar.text() : in_quotes(scalar.text());
}

std::string line_of(const Node& node) {
    if (!node.where.source) return {};
    return fmt::format("{}:{}", rules::printable(node.where.source->name()),
                       node.where.source->place(node.where.begin).line);
}

class Writer {
public:
    std::string text;

    void map(const Node& map, std::size_t indent, std::string_view under) {
        for (const Node::Entry& entry : map.entries) {
            std::string start = std::string(indent, ' ') + key_text(entry.key) + ':';
            const std::string& key = entry.key.text;
            const bool sentence =
                under == "next" || under == "must" || key == "rule" || key == "when" || key == "where";
            value(entry.value, start, indent, key, sentence);
        }
    }

private:
    void value(const Node& node, const std::string& start, std::size_t indent, std::string_view key, bool sentence) {
        if (node.is_scalar()) return line(start + ' ' + scalar_text(node, sentence), node);
        if (node.is_map()) {
            if (node.entries.empty()) return line(start + " {}", node);
            text += start + '\n';
            return map(node, indent + 2, key);
        }
        if (on_one_line(node))
            return line(start + ' ' + list_text(node), node.items.empty() ? node : node.items.front());
        text += start + '\n';
        for (const Node& item : node.items) list_item(item, indent + 2, key);
    }

    void list_item(const Node& item, std::size_t indent, std::string_view key) {
        if (!item.is_map() || item.entries.empty())
            return value(item, std::string(indent, ' ') + '-', indent, key, false);
        const std::size_t begin = text.size();
        map(item, indent + 2, key);
        text[begin + indent] = '-';
    }

    static bool on_one_line(const Node& list) {
        return std::ranges::all_of(list.items, [&](const Node& item) {
            return item.is_scalar() && line_of(item) == line_of(list.items.front());
        });
    }
    static std::string list_text(const Node& list) {
        std::string items;
        for (const Node& item : list.items) items += (items.empty() ? "" : ", ") + scalar_text(item, false);
        return '[' + items + ']';
    }

    void line(const std::string& start, const Node& from) {
        const std::string place = line_of(from);
        text += start;
        if (!place.empty()) {
            if (start.size() < comment_column) text.append(comment_column - start.size(), ' ');
            text += "  # " + place;
        }
        text += '\n';
    }
};

}  // namespace

std::string yaml_text(const Node& map) {
    Writer writer;
    writer.map(map, 0, {});
    return std::move(writer.text);
}

}  // namespace csapath::engine
