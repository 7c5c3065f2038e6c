// SPDX-License-Identifier: MIT
/// The keys of a JSON object at a glance, to learn what a file carries before it is read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace csapath::engine {

/// Calls take(key, level, owner) for each key of the object in `text` and of the objects in it: level 1 for its own
/// keys, 2 for those of a member, whose key is `owner`. Keys come as they are written, escapes and all. Of a text that
/// is not JSON it calls for anything or nothing.
template <class Take>
void each_key(std::string_view text, Take take) {
    std::size_t level = 0;
    std::string_view last, owner;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '{' || character == '[') {
            if (++level == 2) owner = last;
        } else if (character == '}' || character == ']') {
            if (level > 0) --level;
        } else if (character == ':') {
            if (level == 1 || level == 2) take(last, level, owner);
        } else if (character == '"') {
            const std::size_t begin = ++at;
            while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2u : 1u;
            if (level <= 2) last = text.substr(begin, std::min(at, text.size()) - begin);
        }
    }
}

}  // namespace csapath::engine
