// SPDX-License-Identifier: MIT
#include "cli/keeping.hpp"

#include <fmt/format.h>

#include "cli/definition.hpp"
#include "cli/failure.hpp"
#include "engine/accepted/exceptions_file.hpp"
#include "engine/document/file.hpp"

namespace csapath::cli {
namespace {

constexpr std::size_t largest_baseline = std::size_t{1} << 28;

engine::Exceptions under_pseudonyms(const engine::Exceptions& exceptions, const engine::Pseudonyms& pseudonyms) {
    engine::Exceptions all;
    exceptions.each([&](engine::AgreedException one) {
        one.case_id = pseudonyms.of_named_case(one.case_id);
        one.reason.clear();
        one.by.clear();
        all.add(std::move(one));
    });
    return all;
}

}  // namespace

void AcceptedOption::declare(Options& options) {
    options.value("--accepted", file_, "FILE",
                  "exceptions that were agreed: a table with the columns case, rule, reason, by and until");
}

bool AcceptedOption::read(const engine::Definition& definition, Inputs& inputs, const engine::Pseudonyms* pseudonyms,
                          const World& world, rules::Colour colour) {
    if (!file_) return true;
    if (*file_ == "-") throw UsageError("--accepted is a file, not standard input");
    const Inputs found = cli::inputs({*file_}, {}, world.input);
    if (found.files.size() != 1)
        throw UsageError(fmt::format("--accepted is one file, not the folder {}", rules::printable(*file_)));
    inputs.identities.insert(inputs.identities.end(), found.identities.begin(), found.identities.end());
    rules::Diagnostics diagnostics;
    const auto bytes = found.files.front().open();
    exceptions_ = engine::exceptions_from_file(*file_, *bytes, definition.rules(), diagnostics);
    tell(diagnostics, world.err, colour);
    if (exceptions_ && pseudonyms != nullptr) exceptions_ = under_pseudonyms(*exceptions_, *pseudonyms);
    return exceptions_.has_value();
}

void AcceptedOption::apply(engine::Run& run) const {
    if (!exceptions_) return;
    run.exceptions = &*exceptions_;
    run.exceptions_name = *file_;
}

void BaselineOptions::declare(Options& options) {
    options.value("--baseline", file_, "FILE",
                  "tell only what is new since this was written with --write-baseline; everything is still counted");
    options.value("--write-baseline", to_write_, "FILE",
                  "write down what was found, for a later --baseline; it may be the same file");
}

bool BaselineOptions::read(const engine::Pathway& pathway, const std::string& key_id, Inputs& inputs,
                           const World& world, rules::Colour colour) {
    if (!file_) return true;
    rules::Diagnostics diagnostics;
    if (const auto text = engine::text_of_file(*file_, diagnostics, largest_baseline))
        baseline_ = engine::baseline_from_json(*file_, *text, diagnostics);
    if (baseline_) engine::compare_origin(*baseline_, *file_, pathway, key_id, diagnostics);
    tell(diagnostics, world.err, colour);
    if (inputs.spare(*file_)) identity_ = inputs.identities.back();
    return baseline_.has_value();
}

void BaselineOptions::apply(engine::Run& run) const {
    if (baseline_) run.baseline = &*baseline_;
}

std::vector<FileIdentity> BaselineOptions::spared(const std::vector<FileIdentity>& inputs) const {
    std::vector<FileIdentity> others = inputs;
    if (identity_) std::erase(others, *identity_);
    return others;
}

}  // namespace csapath::cli
