// SPDX-License-Identifier: MIT
/// What check and explain share: a pathway, inputs, and the day as of which they are judged.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/definition.hpp"
#include "cli/exit_code.hpp"
#include "cli/input.hpp"
#include "cli/keeping.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/secret.hpp"
#include "cli/table_options.hpp"
#include "cli/talk.hpp"
#include "cli/world.hpp"
#include "engine/engine.hpp"

namespace csapath::cli {

/// The mappings among which a table may choose itself, the one that was named, if one was, and which ids belong to one
/// child, where a map says so.
struct Mappings {
    std::unique_ptr<engine::MappingShelf> shelf;
    std::shared_ptr<const engine::Mapping> named;
    std::unique_ptr<const engine::Identities> identities = {};
    bool good = true;
};

struct JudgingOptions {
    std::optional<std::string> pathway, mapping, identities, input_format, as_of;
    bool show_values = false, allow_empty = false;
    TableOptions tables;
    TalkOptions talk;
    AcceptedOption accepted;
    PseudonymOption pseudonymise;

    void declare(Options& options);
    /// Those alone that say what is read, for a command that judges nothing.
    void declare_reading(Options& options);
    /// Throws UsageError for a value that cannot be meant; call it before anything is read.
    void check() const;

    /// The definition, its mistakes told; the run says so where it is the default. A definition that departs from a
    /// statutory rule for longer than it says is none on the day as of which it would judge.
    Loaded definition(const World& world, Log& log) const;
    /// The moment asked for, or today, in the pathway's own zone.
    rules::Moment judged_as_of(const engine::Pathway& pathway, const World& world) const;
    /// Agreed exceptions and the key of pseudonyms, where they are named. False, and told, where they cannot be used.
    /// They become some of the `inputs`, as the map of ids does, so that no output is written over them.
    bool read_kept(const Loaded& loaded, Inputs& inputs, const World& world);
    Inputs events(const std::vector<std::string>& names, const World& world) const;
    /// All that these options say of a run, on one thread and with nothing left out. What it is made from must outlive
    /// it.
    engine::Run run(const Loaded& loaded, const Mappings& mappings, std::vector<engine::InputFile> files,
                    const World& world) const;
    /// How tables and ids are to be understood; mistakes are told. Of a mapping, or a map of ids, that cannot be used
    /// `good` is false.
    Mappings mappings(const Loaded& loaded, const World& world) const;
};

/// How many cases to judge at a time. Results do not depend on it.
struct JobsOption {
    std::optional<std::string> jobs;

    void declare(Options& options);
    /// As many as there are processors unless something else was said. Throws UsageError.
    unsigned meant(const World& world) const;
};

/// A date, or a date and a time of day ("2025-04-30T15:20", with or without seconds), in no zone yet. Throws
/// UsageError.
rules::Moment moment(std::string_view option, const std::string& written);
/// A date. Throws UsageError.
rules::Date date(std::string_view option, const std::string& written);

/// Tells what was wrong with the inputs, and what makes the result doubtful. Returns the exit code that this alone
/// asks for.
ExitCode tell_outcome(const engine::Outcome& outcome, const World& world, rules::Colour colour, Log& log);

}  // namespace csapath::cli
