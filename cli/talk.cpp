// SPDX-License-Identifier: MIT
#include "cli/talk.hpp"

#include <array>

#include "cli/failure.hpp"

namespace csapath::cli {

void TalkOptions::declare(Options& options) {
    options.flag("-q,--quiet", quiet, "say nothing on standard error but what makes a result doubtful");
    options.flag("-v,--verbose", verbose, "say on standard error what is being done");
    options.value("--color", colour_wanted, "WHEN",
                  "colours in messages: auto (unless said otherwise: on a terminal, and not where NO_COLOR is set), "
                  "never or always");
}

Loudness TalkOptions::loudness() const {
    if (quiet && verbose) throw UsageError("--quiet and --verbose contradict each other");
    if (quiet) return Loudness::quiet;
    return verbose ? Loudness::verbose : Loudness::normal;
}

rules::Colour TalkOptions::colour(const World& world) const {
    const std::array<std::string, 3> known{"auto", "never", "always"};
    const std::string_view wanted = one_of("--color", colour_wanted.value_or("auto"), known);
    const bool shown = wanted == "always" || (wanted == "auto" && world.colour);
    return shown ? rules::Colour::terminal : rules::Colour::plain;
}

}  // namespace csapath::cli
