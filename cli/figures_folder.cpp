// SPDX-License-Identifier: MIT
#include "cli/figures_folder.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "cli/failure.hpp"
#include "engine/figures/in_csv.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

FiguresFolder::FiguresFolder(std::string path) : path_(std::move(path)) {
    made_ = ::mkdir(path_.c_str(), 0700) == 0;
    if (made_) return;
    if (errno != EEXIST) throw OutputError(errno, rules::printable(path_));
    if (!std::filesystem::is_directory(path_)) throw OutputError(ENOTDIR, rules::printable(path_));
}

FiguresFolder::~FiguresFolder() {
    files_.clear();
    if (made_ && !published_) ::rmdir(path_.c_str());
}

void FiguresFolder::write(const std::string& name, std::string text, const std::vector<FileIdentity>& inputs) {
    files_.push_back(std::make_unique<OutputFile>((std::filesystem::path(path_) / name).string(), inputs));
    files_.back()->buffer = std::move(text);
    files_.back()->complete();
}

void FiguresFolder::complete(const std::vector<engine::FigureTable>& tables, const std::vector<FileIdentity>& inputs) {
    for (const engine::FigureTable& table : tables)
        write(engine::figure_file(table), engine::figure_in_csv(table), inputs);
    write(engine::list_of_figures_file, engine::list_of_figures_in_csv(tables), inputs);
}

std::string FiguresFolder::publish() {
    published_ = true;
    for (const auto& file : files_) file->publish();
    return fmt::format("{}: {} figures are written, and {} says what they are\n", rules::printable(path_),
                       files_.size() - 1, engine::list_of_figures_file);
}

}  // namespace csapath::cli
