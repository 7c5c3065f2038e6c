// SPDX-License-Identifier: MIT
/// The ways in which a run stops that are neither findings nor mistakes in a text.
#pragma once

#include <stdexcept>
#include <string>
#include <system_error>

namespace csapath::cli {

/// The command line asks for something that cannot be done. The message may quote what was typed.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An input could not be read. `what()` says which, and why in the words of the system.
struct InputError : std::system_error {
    InputError(int error, const std::string& name) : std::system_error(error, std::generic_category(), name) {}
};

/// An output could not be written, or must not be.
struct OutputError : std::runtime_error {
    OutputError(int number, const std::string& name)
        : std::runtime_error(name + ": " + std::generic_category().message(number)), error(number) {}
    explicit OutputError(const std::string& message) : std::runtime_error(message) {}
    int error = 0;  ///< as in errno; 0 where we refused ourselves
};

}  // namespace csapath::cli
