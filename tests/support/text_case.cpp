// SPDX-License-Identifier: MIT
#include "tests/support/text_case.hpp"

#include <stdexcept>

#include "tests/support/temporary_folder.hpp"

namespace csapath {
namespace {

/// "events.csv" of "-- events.csv --".
std::optional<std::string> section_name(const std::string& line) {
    if (line.size() < 7 || !line.starts_with("-- ") || !line.ends_with(" --")) return std::nullopt;
    return line.substr(3, line.size() - 6);
}

std::string without_line_end(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

}  // namespace

TextCase text_case(const std::string& text) {
    TextCase one;
    std::string before;
    std::vector<std::pair<std::string, std::string>> sections;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
        const std::string line = text.substr(at, end - at);
        if (const auto name = section_name(line)) {
            sections.emplace_back(*name, "");
        } else {
            (sections.empty() ? before : sections.back().second) += text.substr(at, end + 1 - at);
        }
        at = end + 1;
    }
    one.name = without_line_end(before);
    bool output = false, exit = false;
    for (auto& [name, content] : sections) {
        if (name == "command") {
            one.command = without_line_end(content);
        } else if (name == "output") {
            one.output = content;
            output = true;
        } else if (name == "errors") {
            one.errors = content;
        } else if (name == "exit") {
            one.exit = std::stoi(content);
            exit = true;
        } else {
            one.files.emplace_back(name, content);
        }
    }
    if (one.name.empty()) throw std::runtime_error("a case begins with a sentence that names it");
    if (one.command.empty() || !output || !exit)
        throw std::runtime_error("a case has a command, an output and an exit");
    return one;
}

std::string written(const TextCase& one) {
    std::string text = one.name + "\n\n";
    for (const auto& [name, content] : one.files) text += "-- " + name + " --\n" + content;
    text += "-- command --\n" + one.command + "\n-- output --\n" + one.output;
    if (one.errors) text += "-- errors --\n" + *one.errors;
    return text + "-- exit --\n" + std::to_string(one.exit) + "\n";
}

Ran run(const TextCase& one) {
    const TemporaryFolder folder;
    for (const auto& [name, content] : one.files) folder.write(name, content);
    return run_line("csapath " + one.command, folder.path());
}

TextCase blessed(TextCase one, const Ran& ran) {
    one.output = ran.out;
    if (one.errors) one.errors = ran.err;
    one.exit = ran.exit;
    return one;
}

}  // namespace csapath
