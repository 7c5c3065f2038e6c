// SPDX-License-Identifier: MIT
/// Key files: opened and made where nobody else may read them. No message ever holds what stands in one.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "engine/pseudonyms/pseudonyms.hpp"

namespace csapath::cli {

/// A key of random bytes, written to a new file that its owner alone may read; its id. Throws OutputError: for a file
/// that is there already too, because a key that is lost cannot be made again.
std::string make_key_file(const std::string& path, const std::string& purpose);

/// Throws UsageError for a file that is no key, was damaged, or that others may read; InputError where there is none.
engine::PseudonymKey key_from_file(const std::string& path);

/// --pseudonymise KEYFILE.
class PseudonymOption {
public:
    void declare(Options& options);
    bool given() const { return file_.has_value(); }
    /// Reads the key, and spares its file among the `inputs`. Throws as key_from_file().
    void read(Inputs& inputs);
    /// nullptr where none was asked for.
    const engine::Pseudonyms* get() const { return pseudonyms_ ? &*pseudonyms_ : nullptr; }
    std::string key_id() const { return pseudonyms_ ? pseudonyms_->key_id() : std::string(); }

private:
    std::optional<std::string> file_;
    std::optional<engine::Pseudonyms> pseudonyms_;
};

}  // namespace csapath::cli
