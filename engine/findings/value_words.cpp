// SPDX-License-Identifier: MIT
#include "engine/findings/value_words.hpp"

#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Value;

std::string value_words(const Pathway& pathway, rules::FactId fact, const Value& value) {
    const auto& type = pathway.words.facts()[fact].type;
    const auto option = [&](std::size_t number) -> std::string {
        switch (type.kind) {
            case rules::Type::Kind::agency:
            case rules::Type::Kind::agencies:
                return pathway.words.agencies()[number].id;
            case rules::Type::Kind::step:
                return pathway.steps[number].id;
            default:
                return type.values[number];
        }
    };
    switch (value.kind) {
        case Value::Kind::missing:
            return value.spoiled ? "cannot be read, or told differently twice" : "not recorded";
        case Value::Kind::text:
            return rules::printable(value.text);
        case Value::Kind::number:
            return std::to_string(value.number);
        case Value::Kind::yes_no:
            return value.yes ? "yes" : "no";
        case Value::Kind::moment:
            return rules::iso(value.moment);
        case Value::Kind::option:
            return option(value.option);
        case Value::Kind::options:
            break;
    }
    std::string list;
    for (std::size_t number = 0; number < rules::Options::most; ++number)
        if (value.options.has(number)) list += (list.empty() ? "" : ";") + option(number);
    if (value.partial) list += list.empty() ? "a name not known" : ";a name not known";
    return list.empty() ? "none" : list;
}

}  // namespace csapath::engine
