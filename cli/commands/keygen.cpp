// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/secret.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

ExitCode perform_keygen(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    std::vector<std::string> words;
    std::optional<std::string> purpose;
    options.words(words);
    options.value("--purpose", purpose, "TEXT", "what the key is for, in a few words; it is written into the file");
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    if (words.size() != 1) throw UsageError("keygen needs one FILE to write the key to");
    constexpr std::size_t longest_purpose = 200;
    const std::string written = purpose.value_or("not said");
    if (written.size() > longest_purpose || written != rules::printable(written))
        throw UsageError("--purpose is one line of at most 200 characters");
    const std::string id = make_key_file(words.front(), written);
    world.out.buffer += fmt::format(
        "{} holds the key {}\nKeep it where only those may read it who may see the cases. Without it no pseudonym can "
        "be "
        "made again.\n",
        rules::printable(words.front()), id);
    return ExitCode::done;
}

constexpr std::array<Example, 1> keygen_examples{{
    {"csapath keygen audit-2026.key --purpose \"audit of June 2026\"", "one key for one purpose"},
}};

}  // namespace

constinit const Command keygen_command{
    .name = "keygen",
    .usage = "FILE [options]",
    .sentence = "make a key for pseudonyms, in a new file that you alone may read",
    .examples = keygen_examples,
    .perform = perform_keygen,
};

}  // namespace csapath::cli
