// SPDX-License-Identifier: MIT
/// What is kept from one run to the next: agreed exceptions and baselines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/world.hpp"
#include "engine/engine.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

/// --accepted FILE.
class AcceptedOption {
public:
    void declare(Options& options);
    /// Reads the file, if one was named, and tells what is wrong with it; false then. It becomes one of the `inputs`,
    /// so that no output is written over it. With pseudonyms, neither cases nor people are named. Throws InputError and
    /// UsageError.
    bool read(const engine::Definition& definition, Inputs& inputs, const engine::Pseudonyms* pseudonyms,
              const World& world, rules::Colour colour);
    /// What was read must stay until the run is over.
    void apply(engine::Run& run) const;

private:
    std::optional<std::string> file_;
    std::optional<engine::Exceptions> exceptions_;
};

/// --baseline FILE and --write-baseline FILE. Both may be one file: it is read before anything is written, and appears
/// whole or not at all.
class BaselineOptions {
public:
    void declare(Options& options);
    bool read_one() const { return file_.has_value(); }
    /// False, and told, where the file is no baseline. It becomes one of the `inputs`: only --write-baseline may write
    /// over it.
    bool read(const engine::Pathway& pathway, const std::string& key_id, Inputs& inputs, const World& world,
              rules::Colour colour);
    void apply(engine::Run& run) const;
    const std::optional<std::string>& to_write() const { return to_write_; }
    /// What may not be written over: `inputs`, but for a baseline that is read.
    std::vector<FileIdentity> spared(const std::vector<FileIdentity>& inputs) const;

private:
    std::optional<std::string> file_, to_write_;
    std::optional<engine::Baseline> baseline_;
    std::optional<FileIdentity> identity_;  ///< of the file, where it is nothing else besides
};

}  // namespace csapath::cli
