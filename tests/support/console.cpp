// SPDX-License-Identifier: MIT
#include "tests/support/console.hpp"

#include <sstream>

namespace csapath {
namespace {

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
}

using At = std::vector<std::string>::const_iterator;

bool shows(At expected, At expected_end, At text, At text_end) {
    if (expected == expected_end) return text == text_end;
    if (*expected != "...")
        return text != text_end && *expected == *text && shows(expected + 1, expected_end, text + 1, text_end);
    for (;; ++text) {
        if (shows(expected + 1, expected_end, text, text_end)) return true;
        if (text == text_end) return false;
    }
}

}  // namespace

std::vector<ConsoleLine> console_lines(const std::string& page) {
    std::vector<ConsoleLine> found;
    bool inside = false;
    bool typed = false;
    unsigned number = 0;
    for (const std::string& line : lines(page)) {
        ++number;
        if (line.starts_with("```")) {
            inside = !inside && line == "```console";
            typed = false;
        } else if (inside && line.starts_with("$ ")) {
            found.push_back({.typed = line.substr(2), .expected = "", .at = number});
            typed = true;
        } else if (inside && typed) {
            found.back().expected += line + '\n';
        }
    }
    return found;
}

bool shows(const std::string& expected, const std::string& text) {
    const auto left = lines(expected), right = lines(text);
    return shows(left.begin(), left.end(), right.begin(), right.end());
}

}  // namespace csapath
