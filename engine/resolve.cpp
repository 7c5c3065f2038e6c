// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/definition_parts.hpp"
#include "engine/document/yaml_text.hpp"
#include "engine/reporters/definition_json.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

/// The tree as YAML: first of which files it was made, at last what they took away.
std::string resolved_yaml(const Pathway& pathway) {
    std::string text;
    for (const Pathway::Layer& layer : pathway.layers)
        text += fmt::format("# {}  sha256 {}\n", rules::printable(layer.path), layer.sha256);
    text += yaml_text(*pathway.document);
    for (const Pathway::Gone& gone : pathway.gone)
        text += fmt::format("# removed: {} ({})  # {}\n", gone.id, rules::printable(gone.reason),
                            rules::printable(rules::address(gone.where)));
    return text;
}

}  // namespace

std::string Definition::resolved(Resolved as) const {
    const Pathway& whole = pathway();
    if (as == Resolved::yaml) return resolved_yaml(whole);
    std::string text;
    append_definition_json(whole, text);
    return text;
}

}  // namespace csapath::engine
