// SPDX-License-Identifier: MIT
/// A folder into which figures are written, a CSV file each, with a list of what they are.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/output_file.hpp"
#include "engine/figures/figure_table.hpp"

namespace csapath::cli {

/// Everything here throws OutputError.
class FiguresFolder {
public:
    /// It is made where there is none, for its owner alone; the one that it lies in must be there.
    explicit FiguresFolder(std::string path);
    /// Where nothing was published, a folder that was made is taken away again.
    ~FiguresFolder();
    FiguresFolder(const FiguresFolder&) = delete;
    FiguresFolder& operator=(const FiguresFolder&) = delete;

    /// All files are on the disk, each beside its target under another name.
    void complete(const std::vector<engine::FigureTable>& tables, const std::vector<FileIdentity>& inputs);
    /// From now on they are the targets; returns a line that says so. Other files of the folder stay as they are.
    std::string publish();

private:
    void write(const std::string& name, std::string text, const std::vector<FileIdentity>& inputs);

    std::string path_;
    bool made_ = false, published_ = false;
    std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace csapath::cli
