// SPDX-License-Identifier: MIT
/// How tables of text are written, where a person knows better than the file or its mapping: options that several
/// commands share.
#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "engine/mappings/mapping.hpp"

namespace csapath::cli {

struct TableOptions {
    std::optional<std::string> encoding, delimiter;

    void declare(Options& options);
    /// Empty where nothing was said. Both throw UsageError for what cannot be meant.
    std::optional<engine::Encoding> encoding_meant() const;
    std::optional<char> delimiter_meant() const;
};

}  // namespace csapath::cli
