// SPDX-License-Identifier: MIT
/// The files that one run writes: all of them complete before the first appears.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/output_file.hpp"

namespace csapath::cli {

/// Everything here throws OutputError.
class OutputFiles {
public:
    /// As OutputFile. Throws UsageError where an earlier one would become the same file, however the paths are spelled,
    /// and where there are more than one run can write.
    OutputFile& open(const std::string& path, const std::vector<FileIdentity>& inputs);
    /// All of them are on the disk.
    void complete();
    /// From now on each is its target; `told` is called with the path of each that is.
    void publish(const std::function<void(const std::string&)>& told);

private:
    std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace csapath::cli
