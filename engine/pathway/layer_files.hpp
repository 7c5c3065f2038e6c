// SPDX-License-Identifier: MIT
/// The files that a definition is made of: the one that was named, and all that it extends.
///
///     extends: ../national/csa-response.yaml
///     extends: {path: ../national/csa-response.yaml, sha256: 5f3c…}     # of that file as it was signed off
///     extends: national/csa-response                                    # of those that came with the program
///
/// The path is relative to the file that it stands in, is written with /, and stays inside the definitions root (for a
/// file that lies in none: inside the file's own folder) once every link is followed. A name without `.yaml`, where no
/// such file lies there, is that of a shipped definition. Nothing is ever fetched.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// One definition may rest on so many files, itself counted.
inline constexpr std::size_t most_layers = 16;

struct LayerFile {
    std::filesystem::path path;
    std::string sha256;
    Node document;
};

/// The innermost first, `file` last. Empty if one of them cannot be read, or is written in a newer language, and where
/// a path is missing, leads out, goes round in a circle, or holds another file than the one that was signed off: what
/// is said then tells by which files it was reached.
std::optional<std::vector<LayerFile>> layer_files(const std::filesystem::path& file,
                                                  const std::filesystem::path& definitions_root,
                                                  const std::filesystem::path& shipped_root, rules::Sources& texts,
                                                  rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
