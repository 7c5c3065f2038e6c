// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "engine/readers/xes_table.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine::xes {

using rules::Code;

namespace {

struct TypeWord {
    std::string_view word;
    Type type;
};
constexpr std::array type_words = {
    TypeWord{"string", Type::text},  TypeWord{"date", Type::date},           TypeWord{"int", Type::whole},
    TypeWord{"float", Type::number}, TypeWord{"boolean", Type::yes_no},      TypeWord{"id", Type::id},
    TypeWord{"list", Type::list},    TypeWord{"container", Type::container},
};

constexpr std::array<std::string_view, 2> namespaces = {"{http://www.xes-standard.org/}",
                                                        "{http://www.xes-standard.org}"};

/// The name without the namespace of the standard, which many logs leave out.
std::string_view plain(std::string_view name) {
    for (const std::string_view space : namespaces)
        if (name.starts_with(space)) return name.substr(space.size());
    return name;
}

}  // namespace

void Listener::attribute(std::string_view name, std::string_view value) {
    if (name == "key") next_key_ = value;
    if (name == "value") next_value_ = value;
    if (name == "scope") next_scope_ = value;
}

bool Listener::start(std::string_view full_name, XmlPlace at) {
    const std::string_view name = plain(full_name);
    if (aside_ > 0) {
        ++aside_;
    } else if (open_.empty()) {
        if (name != "log") {
            refused_ = {Code::xml_root, at,
                        "the root element is '" + rules::printable(full_name.substr(0, 80)) +
                            "'; an XES log has the root 'log'"};
            return false;
        }
        open(In::log);
    } else {
        const In in = open_.back().in;
        const auto* const word = std::ranges::find(type_words, name, &TypeWord::word);
        if (in == In::list && name == "values") {
            open(In::values);
        } else if (word != type_words.end()) {
            start_attribute(word->type, at);
        } else if (in == In::log && name == "trace") {
            owner_ = Owner::trace;
            open(In::trace);
            begin_trace();
        } else if (in == In::trace && name == "event") {
            owner_ = Owner::event;
            open(In::event);
            begin_event(at);
        } else if (in == In::log && name == "global") {
            owner_ = next_scope_ == "trace" ? Owner::trace_default : Owner::event_default;
            open(In::defaults);
        } else {
            set_aside(in == In::log && (name == "extension" || name == "classifier"));
        }
    }
    next_key_.clear();
    next_value_.clear();
    next_scope_.clear();
    return true;
}

/// Nothing is read of this element and all it holds.
void Listener::set_aside(bool known) {
    aside_ = 1;
    if (!known) ++unknown_;
}

void Listener::start_attribute(Type type, XmlPlace at) {
    const In in = open_.back().in;
    if (in == In::list || in == In::values) {
        if (type != Type::list && type != Type::container) items_.push_back(next_value_);
        return open(In::item);
    }
    if (in == In::item) return set_aside(true);
    open(type == Type::list ? In::list : In::attribute);
    if (!key_.empty()) key_ += '/';
    key_ += next_key_;
    if (type == Type::list)
        items_.clear();
    else if (type != Type::container)
        tell(owner_, key_, type, next_value_, at);
}

bool Listener::text(std::string_view, XmlPlace) {
    if (aside_ == 0) ++stray_;
    return true;
}

bool Listener::end(std::string_view) {
    if (aside_ > 0) {
        --aside_;
        return true;
    }
    const Open closed = open_.back();
    open_.pop_back();
    switch (closed.in) {
        case In::list:
            tell_list(owner_, key_, items_);
            break;
        case In::event:
            end_event();
            owner_ = Owner::trace;
            break;
        case In::trace:
            end_trace();
            owner_ = Owner::log;
            break;
        case In::defaults:
            owner_ = Owner::log;
            break;
        default:
            break;
    }
    key_.resize(closed.key_size);
    return true;
}

}  // namespace csapath::engine::xes
