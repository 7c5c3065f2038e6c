// SPDX-License-Identifier: MIT
#include "cli/secret.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/failure.hpp"
#include "cli/standard_stream.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// More than any key file has.
constexpr std::size_t largest_key_file = 4096;

class KeyDescriptor {
public:
    explicit KeyDescriptor(int number) : number_(number) {}
    ~KeyDescriptor() {
        if (number_ >= 0) ::close(number_);
    }
    KeyDescriptor(const KeyDescriptor&) = delete;
    KeyDescriptor& operator=(const KeyDescriptor&) = delete;
    int number() const { return number_; }
    int close() { return ::close(std::exchange(number_, -1)); }

private:
    int number_;
};

/// Text that is overwritten when it goes.
struct SecretText {
    std::string text;
    ~SecretText() {
        volatile char* const left = text.data();
        for (std::size_t i = 0; i < text.size(); ++i) left[i] = 0;
    }
};

}  // namespace

std::string make_key_file(const std::string& path, const std::string& purpose) {
    const std::string shown = rules::printable(path);
    engine::PseudonymKey::Bytes bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw OutputError(errno, "getrandom");
    const engine::PseudonymKey key(bytes);
    ::explicit_bzero(bytes.data(), bytes.size());
    const SecretText text{key_file_text(key, purpose)};
    KeyDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.number() < 0 && errno == EEXIST)
        throw OutputError(shown + " is there already; a key is never written over, because nobody can make it again");
    if (file.number() < 0) throw OutputError(errno, shown);
    int error = write_all(file.number(), text.text);
    if (error == 0 && ::fsync(file.number()) != 0) error = errno;
    if (file.close() != 0 && error == 0) error = errno;
    if (error != 0) {
        ::unlink(path.c_str());
        throw OutputError(error, shown);
    }
    return key.id();
}

engine::PseudonymKey key_from_file(const std::string& path) {
    const std::string shown = rules::printable(path);
    const KeyDescriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.number() < 0 && errno == ELOOP) throw UsageError(shown + " is a symbolic link, and a key is a file");
    if (file.number() < 0) throw InputError(errno, shown);
    struct stat found {};
    if (::fstat(file.number(), &found) != 0) throw InputError(errno, shown);
    if (!S_ISREG(found.st_mode)) throw UsageError(shown + " is not a file");
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw UsageError(
            fmt::format("the key {} may be read by others than its owner; if it is still secret, chmod 600 it", shown));
    SecretText text;
    text.text.resize(largest_key_file);
    std::size_t size = 0;
    while (size < text.text.size()) {
        const ssize_t got = ::read(file.number(), text.text.data() + size, text.text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw InputError(errno, shown);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    std::string problem;
    const auto key = engine::key_from_text(std::string_view(text.text).substr(0, size), problem);
    if (!key) throw UsageError(fmt::format("{} is no key file: {}; csapath keygen makes one", shown, problem));
    return *key;
}

void PseudonymOption::declare(Options& options) {
    options.value("--pseudonymise", file_, "KEYFILE",
                  "show pseudonyms instead of case ids and free texts, made with a key from csapath keygen");
}

void PseudonymOption::read(Inputs& inputs) {
    if (!file_) return;
    pseudonyms_.emplace(key_from_file(*file_));
    inputs.spare(*file_);
}

}  // namespace csapath::cli
