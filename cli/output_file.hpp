// SPDX-License-Identifier: MIT
/// A file that appears whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// Written beside its target under a name of its own that only the owner may read, and renamed over the target when
/// it is complete and on the disk. Until then the old file stays as it was; if anything goes wrong, or the program is
/// interrupted, what was written is removed.
///
/// Everything here throws OutputError. A target that is a link, a device, a folder, a file with several names or one
/// of `inputs` is refused.
class OutputFile : public engine::Out {
public:
    OutputFile(const std::string& path, const std::vector<FileIdentity>& inputs);
    ~OutputFile() override;

    void flush() override;
    void take_back() override;
    /// All that was written is on the disk. Where there are several outputs, each is completed before any is published.
    void complete();
    /// From now on it is the target.
    void publish();
    const std::string& path() const;
    /// Both would become one file.
    bool has_target_of(const OutputFile& other) const;

private:
    struct Aside;
    std::unique_ptr<Aside> aside_;
};

/// The folder that a path leads into; "." for a name alone.
std::string folder_of(const std::string& path);

}  // namespace csapath::cli
