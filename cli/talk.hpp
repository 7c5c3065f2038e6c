// SPDX-License-Identifier: MIT
/// How much the program says on standard error, and in what colours: options that several commands share.
#pragma once

#include <optional>
#include <string>

#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/world.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

struct TalkOptions {
    bool quiet = false, verbose = false;
    std::optional<std::string> colour_wanted;

    void declare(Options& options);
    /// Both throw UsageError for what contradicts itself or is not known.
    Loudness loudness() const;
    rules::Colour colour(const World& world) const;
};

}  // namespace csapath::cli
