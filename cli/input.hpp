// SPDX-License-Identifier: MIT
/// EVENTS on the command line -> files to read.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace csapath::cli {

/// One file on one disk, whatever it is called.
struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

struct Inputs {
    std::vector<engine::InputFile> files;
    std::vector<FileIdentity> identities;  ///< of those that are files; an output may not be one of them

    /// This file too is read, so no output may be written over it. False where it is among them already, or is not
    /// there.
    bool spare(const std::string& path);
};

/// `names` are files, folders (whose *.csv, *.xlsx, *.sqlite, *.sqlite3, *.ndjson, *.jsonl and *.xml are
/// taken in byte order of their names), or
/// `-` for `standard_input`, which is kept in memory where it is not a file. `format` is passed on to each.
///
/// Throws InputError where something cannot be opened or is neither file nor folder, and UsageError where one file is
/// named twice, by whatever path.
Inputs inputs(const std::vector<std::string>& names, const std::string& format, int standard_input);

}  // namespace csapath::cli
