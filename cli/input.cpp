// SPDX-License-Identifier: MIT
#include "cli/input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/failure.hpp"
#include "engine/readers/gzip.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

constexpr std::array<std::string_view, 10> event_extensions{".csv",    ".json",    ".jsonl", ".jsonocel", ".ndjson",
                                                            ".sqlite", ".sqlite3", ".xes",   ".xlsx",     ".xml"};
constexpr const char* standard_input_name = "standard input";

/// A descriptor that is closed when its owner goes.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

std::size_t read_some(int descriptor, std::span<char> room, const std::string& name) {
    while (true) {
        const ssize_t count = ::read(descriptor, room.data(), room.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) throw InputError(errno, name);
    }
}

/// Reads at places of its own, so that several can read one open file.
class FileBytes : public engine::Bytes {
public:
    FileBytes(Descriptor file, off_t start, std::string name)
        : file_(std::move(file)), start_(start), at_(start), name_(std::move(name)) {}

    std::size_t read(std::span<char> room) override {
        while (true) {
            const ssize_t count = ::pread(file_.number(), room.data(), room.size(), at_);
            if (count >= 0) {
                at_ += count;
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) throw InputError(errno, name_);
        }
    }
    bool rewind() override {
        at_ = start_;
        return true;
    }

private:
    Descriptor file_;
    off_t start_, at_;
    std::string name_;
};

/// What came through a pipe, kept because it cannot be asked for again.
class KeptBytes : public engine::Bytes {
public:
    explicit KeptBytes(std::shared_ptr<const std::string> text) : text_(std::move(text)) {}

    std::size_t read(std::span<char> room) override {
        const std::size_t count = std::min(room.size(), text_->size() - at_);
        std::memcpy(room.data(), text_->data() + at_, count);
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::shared_ptr<const std::string> text_;
    std::size_t at_ = 0;
};

std::shared_ptr<const std::string> all_of(int descriptor) {
    auto text = std::make_shared<std::string>();
    std::array<char, 64u << 10u> room{};
    while (const std::size_t count = read_some(descriptor, room, standard_input_name)) text->append(room.data(), count);
    return text;
}

struct stat status(int descriptor, const std::string& name) {
    struct stat found {};
    if (::fstat(descriptor, &found) != 0) throw InputError(errno, name);
    return found;
}

/// Opens without waiting (a named pipe would keep us for ever) and without becoming anybody's terminal.
Descriptor opened(const std::string& path) {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (number < 0) throw InputError(errno, rules::printable(path));
    return Descriptor(number);
}

std::string_view what_it_is(mode_t mode) {
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

std::vector<std::string> events_in(const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::filesystem::path name = engine::name_unpacked(entry.path().string());
        const std::string extension = name.extension().string();
        const bool events = std::ranges::find(event_extensions, extension) != event_extensions.end();
        if (events && entry.is_regular_file()) found.push_back(entry.path().string());
    }
    if (found.empty())
        throw UsageError(fmt::format(
            "the folder {} holds no .csv, .xlsx, .sqlite, .ndjson, .jsonl or .xml file, packed (.gz) or not",
            rules::printable(folder)));
    std::sort(found.begin(), found.end());
    return found;
}

/// What SQLite lays beside a database while it writes, and leaves there where it is interrupted.
bool journal_beside(const std::string& name) {
    return std::ranges::any_of(std::array{"-journal", "-wal"}, [&name](const char* ending) {
        std::error_code ignored;
        const auto size = std::filesystem::file_size(name + ending, ignored);
        return !ignored && size > 0;
    });
}

class Gathering {
public:
    Gathering(const std::string& format, int standard_input) : format_(format), standard_input_(standard_input) {}

    void add(const std::string& name) {
        if (name == "-") return add_standard_input();
        Descriptor file = opened(name);
        const struct stat found = status(file.number(), rules::printable(name));
        if (S_ISDIR(found.st_mode)) {
            for (const std::string& inside : events_in(name)) add(inside);
            return;
        }
        if (!S_ISREG(found.st_mode))
            throw UsageError(fmt::format("{} is {}, not a file; send it to standard input and write '-'",
                                         rules::printable(name), what_it_is(found.st_mode)));
        remember(found, name);
        gathered_.files.push_back(
            {.name = name,
             .format = format_,
             .open = [name] { return std::make_unique<FileBytes>(opened(name), 0, rules::printable(name)); },
             .unfinished = journal_beside(name)});
    }

    Inputs done() { return std::move(gathered_); }

private:
    void add_standard_input() {
        if (std::exchange(standard_input_taken_, true)) throw UsageError("standard input '-' is named twice");
        const struct stat found = status(standard_input_, standard_input_name);
        if (S_ISREG(found.st_mode)) {
            remember(found, "-");
            const off_t start = std::max<off_t>(::lseek(standard_input_, 0, SEEK_CUR), 0);
            gathered_.files.push_back(
                {.name = standard_input_name, .format = format_, .open = [number = standard_input_, start] {
                     const int copy = ::fcntl(number, F_DUPFD_CLOEXEC, 0);
                     if (copy < 0) throw InputError(errno, standard_input_name);
                     return std::make_unique<FileBytes>(Descriptor(copy), start, standard_input_name);
                 }});
            return;
        }
        gathered_.files.push_back(
            {.name = standard_input_name,
             .format = format_,
             .open =
                 [number = standard_input_, text = std::shared_ptr<const std::string>{}]() mutable {
                     if (text == nullptr) text = all_of(number);
                     return std::make_unique<KeptBytes>(text);
                 },
             .waits = true});
    }

    void remember(const struct stat& found, const std::string& name) {
        const FileIdentity identity{found.st_dev, found.st_ino};
        auto& known = gathered_.identities;
        if (std::find(known.begin(), known.end(), identity) != known.end())
            throw UsageError(fmt::format("{} is a file that is named already", rules::printable(name)));
        known.push_back(identity);
    }

    const std::string& format_;
    int standard_input_;
    bool standard_input_taken_ = false;
    Inputs gathered_;
};

}  // namespace

bool Inputs::spare(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return false;
    const FileIdentity identity{found.st_dev, found.st_ino};
    if (std::find(identities.begin(), identities.end(), identity) != identities.end()) return false;
    identities.push_back(identity);
    return true;
}

Inputs inputs(const std::vector<std::string>& names, const std::string& format, int standard_input) {
    Gathering gathering(format, standard_input);
    for (const std::string& name : names) gathering.add(name);
    return gathering.done();
}

}  // namespace csapath::cli
