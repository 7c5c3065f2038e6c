// SPDX-License-Identifier: MIT
#include "cli/definition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/text/near_name.hpp"

namespace csapath::cli {
namespace {

constexpr std::size_t most_told = 100;
constexpr std::string_view yaml_extension = ".yaml";
/// Folders of the shipped definitions that hold other things than definitions.
constexpr std::array<std::string_view, 3> not_pathways{"calendars", "mappings", "examples"};

bool inside_shipped(const std::filesystem::path& name) {
    return name.is_relative() && std::find(name.begin(), name.end(), "..") == name.end();
}

}  // namespace

std::filesystem::path definition_file(const std::string& written, const std::filesystem::path& shipped) {
    std::error_code ignored;
    if (std::filesystem::exists(written, ignored) || shipped.empty() || !inside_shipped(written)) return written;
    const std::filesystem::path named = shipped / (written + std::string(yaml_extension));
    return std::filesystem::is_regular_file(named, ignored) ? named : std::filesystem::path(written);
}

std::vector<std::string> shipped_names(const std::filesystem::path& shipped) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(shipped, ignored)) {
        std::filesystem::path name = entry.path().lexically_relative(shipped);
        if (name.extension() != yaml_extension || name.stem().has_extension())
            continue;  // <name>.cases.yaml lies beside
        if (std::find(not_pathways.begin(), not_pathways.end(), name.begin()->string()) != not_pathways.end()) continue;
        names.push_back(name.replace_extension().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Loaded load(const std::string& written, const World& world) {
    Loaded loaded;
    const std::filesystem::path file = definition_file(written, world.shipped);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored) && file.extension() != yaml_extension) {
        loaded.diagnostics.add(
            {.code = rules::Code::file_unreadable,
             .where = {},
             .message = fmt::format("there is neither such a file nor such a pathway among those shipped{}",
                                    rules::did_you_mean(written, shipped_names(world.shipped))),
             .address = rules::printable(written)});
        return loaded;
    }
    loaded.definition = engine::load(file, world.shipped, loaded.texts, loaded.diagnostics);
    loaded.diagnostics.sort();
    return loaded;
}

void tell(const rules::Diagnostics& diagnostics, engine::Out& out, rules::Colour colour) {
    const auto& found = diagnostics.found();
    const std::size_t told = std::min(found.size(), most_told);
    for (std::size_t at = 0; at < told; ++at) out.buffer += rules::rendered(found[at], colour);
    if (told < found.size()) out.buffer += fmt::format("… and {} more\n", found.size() - told);
}

std::string counted(std::size_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string counted(const rules::Diagnostics& diagnostics) {
    const auto of = [&](rules::Severity severity) {
        return static_cast<std::size_t>(
            std::count_if(diagnostics.found().begin(), diagnostics.found().end(),
                          [&](const auto& one) { return rules::row(one.code).severity == severity; }));
    };
    std::string text;
    const auto add = [&](std::size_t number, std::string_view noun) {
        if (number > 0) text += (text.empty() ? "" : ", ") + counted(number, noun);
    };
    add(of(rules::Severity::error), "error");
    add(of(rules::Severity::warning), "warning");
    add(of(rules::Severity::note), "note");
    return text.empty() ? "no errors" : text;
}

}  // namespace csapath::cli
