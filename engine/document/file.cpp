// SPDX-License-Identifier: MIT
#include "engine/document/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace csapath::engine {
namespace {

using rules::Code;
using rules::Diagnostic;

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& file) {
        do number_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        while (number_ < 0 && errno == EINTR);
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

private:
    int number_ = -1;
};

std::string_view kind(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

Diagnostic unreadable(int error) {
    return {.code = Code::file_unreadable,
            .where = {},
            .message = fmt::format("the file cannot be read: {}", std::generic_category().message(error))};
}

Diagnostic too_large(std::size_t limit) {
    return {.code = Code::file_too_large,
            .where = {},
            .message = fmt::format("the file has more than {} bytes, which is the limit", limit)};
}

/// Reads to the end, or to one byte beyond the limit, whatever the size was said to be: files grow.
std::optional<Diagnostic> read_all(const Descriptor& descriptor, std::size_t limit, std::string& text) {
    constexpr std::size_t portion = 64 << 10;
    while (text.size() <= limit) {
        const std::size_t had = text.size();
        text.resize(had + std::min(portion, limit + 1 - had));
        const ssize_t got = ::read(descriptor.number(), text.data() + had, text.size() - had);
        const int error = errno;
        text.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) return std::nullopt;
        if (got < 0 && error != EINTR) return unreadable(error);
    }
    return too_large(limit);
}

std::optional<Diagnostic> read_regular(const std::filesystem::path& file, std::size_t limit, std::string& text) {
    const Descriptor descriptor(file);
    if (descriptor.number() < 0) return unreadable(errno);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) return unreadable(errno);
    if (!S_ISREG(status.st_mode))
        return Diagnostic{.code = Code::file_not_regular,
                          .where = {},
                          .message = fmt::format("{} where a file was expected", kind(status.st_mode))};
    if (std::cmp_greater(status.st_size, limit)) return too_large(limit);
    return read_all(descriptor, limit, text);
}

}  // namespace

std::optional<std::string> text_of_file(const std::filesystem::path& file, rules::Diagnostics& diagnostics,
                                        std::size_t limit) {
    std::string text;
    auto wrong = read_regular(file, limit, text);
    if (!wrong) return text;
    wrong->address = file.string();
    diagnostics.add(std::move(*wrong));
    return std::nullopt;
}

}  // namespace csapath::engine
