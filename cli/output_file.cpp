// SPDX-License-Identifier: MIT
#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>

#include "cli/failure.hpp"
#include "cli/standard_stream.hpp"
#include "cli/unfinished.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// Six letters that nobody can foresee.
std::string random_ending() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, 6> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw OutputError(errno, "getrandom");
    std::string text;
    for (const unsigned char byte : bytes) text += letters[byte % letters.size()];
    return text;
}

/// A name in a folder has at most 255 bytes, and the one beside it is longer.
constexpr std::size_t most_of_name = 200;

}  // namespace

std::string folder_of(const std::string& path) {
    const std::filesystem::path parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? "." : parent.string();
}

struct OutputFile::Aside {
    std::string path;    ///< as the user called it
    std::string target;  ///< the last part of it
    std::string name;    ///< what it is called until it is published
    int folder = -1;
    int file = -1;
    std::optional<Unfinished> unfinished;

    [[noreturn]] void fail(int error) const { throw OutputError(error, rules::printable(path)); }

    void check_target(const std::vector<FileIdentity>& inputs) const {
        struct stat found {};
        if (::fstatat(folder, target.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno != ENOENT) fail(errno);
            return;
        }
        const auto refuse = [&](const char* why) {
            throw OutputError(rules::printable(path) + " is " + why + " and is not written over");
        };
        if (S_ISLNK(found.st_mode)) refuse("a symbolic link");
        if (S_ISDIR(found.st_mode)) refuse("a folder");
        if (!S_ISREG(found.st_mode)) refuse("not a regular file");
        const FileIdentity identity{found.st_dev, found.st_ino};
        if (std::find(inputs.begin(), inputs.end(), identity) != inputs.end()) refuse("one of the inputs");
        if (found.st_nlink > 1) refuse("a file with several names");
    }

    void open(const std::vector<FileIdentity>& inputs) {
        const std::filesystem::path parts(path);
        target = parts.filename().string();
        if (target.empty() || target == "." || target == "..") fail(EISDIR);
        const std::string in = folder_of(path);
        folder = ::open(in.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) fail(errno);
        check_target(inputs);
        while (file < 0) {
            name = "." + target.substr(0, most_of_name) + "." + random_ending();
            file = ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
            if (file < 0 && errno != EEXIST) fail(errno);
        }
        unfinished.emplace(folder, name.c_str());
    }

    ~Aside() {
        if (file >= 0) ::close(file);
        if (unfinished) ::unlinkat(folder, name.c_str(), 0);
        unfinished.reset();
        if (folder >= 0) ::close(folder);
    }
};

OutputFile::OutputFile(const std::string& path, const std::vector<FileIdentity>& inputs)
    : aside_(std::make_unique<Aside>()) {
    aside_->path = path;
    aside_->open(inputs);
}

OutputFile::~OutputFile() = default;

void OutputFile::flush() {
    const int error = write_all(aside_->file, buffer);
    buffer.clear();
    if (error != 0) aside_->fail(error);
}

void OutputFile::take_back() {
    buffer.clear();
    if (::ftruncate(aside_->file, 0) != 0 || ::lseek(aside_->file, 0, SEEK_SET) < 0) aside_->fail(errno);
}

void OutputFile::complete() {
    flush();
    if (::fsync(aside_->file) != 0) aside_->fail(errno);
    const int closed = ::close(std::exchange(aside_->file, -1));
    if (closed != 0) aside_->fail(errno);
}

void OutputFile::publish() {
    if (::renameat(aside_->folder, aside_->name.c_str(), aside_->folder, aside_->target.c_str()) != 0)
        aside_->fail(errno);
    aside_->unfinished.reset();
    if (::fsync(aside_->folder) != 0) aside_->fail(errno);
}

const std::string& OutputFile::path() const {
    return aside_->path;
}

bool OutputFile::has_target_of(const OutputFile& other) const {
    if (aside_->target != other.aside_->target) return false;
    struct stat mine {
    }, others{};
    if (::fstat(aside_->folder, &mine) != 0) aside_->fail(errno);
    if (::fstat(other.aside_->folder, &others) != 0) other.aside_->fail(errno);
    return mine.st_dev == others.st_dev && mine.st_ino == others.st_ino;
}

}  // namespace csapath::cli
