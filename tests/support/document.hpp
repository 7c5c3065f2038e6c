// SPDX-License-Identifier: MIT
/// Builders: a text -> what the document room makes of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/document/yaml.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath {

/// A text as a file of its own, and what was said about it. Spans point into it for as long as it lives.
struct Document {
    std::unique_ptr<rules::Source> source;
    rules::Diagnostics diagnostics;
    std::optional<engine::Node> root;
};

inline Document document(std::string text, const engine::YamlLimits& limits = {}) {
    Document made{std::make_unique<rules::Source>("a.yaml", std::move(text)), {}, {}};
    made.root = engine::node_from_yaml(*made.source, made.diagnostics, limits);
    return made;
}

/// "Y009 3:1", as an author looks it up.
inline std::string code_and_place(const rules::Diagnostic& diagnostic) {
    const auto place = diagnostic.where.source->place(diagnostic.where.begin);
    return std::string(rules::row(diagnostic.code).id) + ' ' + std::to_string(place.line) + ':' +
           std::to_string(place.column);
}

/// All of them, one a line.
inline std::string codes_and_places(const rules::Diagnostics& diagnostics) {
    std::string told;
    for (const auto& diagnostic : diagnostics.found()) told += code_and_place(diagnostic) + '\n';
    return told;
}

/// Whether a message, a help or a note holds the words.
inline bool says(const rules::Diagnostics& diagnostics, std::string_view words) {
    for (const auto& diagnostic : diagnostics.found()) {
        if (diagnostic.message.find(words) != std::string::npos || diagnostic.help.find(words) != std::string::npos)
            return true;
        for (const auto& other : diagnostic.also)
            if (other.message.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace csapath
