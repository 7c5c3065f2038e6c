// SPDX-License-Identifier: MIT
#include "cli/held_output.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "cli/failure.hpp"
#include "cli/standard_stream.hpp"

namespace csapath::cli {

HeldOutput::~HeldOutput() {
    if (memory_ >= 0) ::close(memory_);
}

void HeldOutput::flush() {
    if (memory_ < 0) {
        held_ += buffer;
        buffer.clear();
        if (held_.size() < most_held) return;
        memory_ = ::memfd_create("results", MFD_CLOEXEC);
        if (memory_ < 0) throw OutputError(errno, "memory for results");
        buffer.swap(held_);
    }
    const int error = write_all(memory_, buffer);
    buffer.clear();
    if (error != 0) throw OutputError(error, "memory for results");
}

void HeldOutput::take_back() {
    buffer.clear();
    held_.clear();
    if (memory_ >= 0) ::close(memory_);
    memory_ = -1;
}

void HeldOutput::release() {
    if (memory_ >= 0) {
        if (::lseek(memory_, 0, SEEK_SET) < 0) throw OutputError(errno, "memory for results");
        for (;;) {
            target_.buffer.resize(std::size_t{1} << 16);
            const ssize_t got = ::read(memory_, target_.buffer.data(), target_.buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw OutputError(errno, "memory for results");
            target_.buffer.resize(static_cast<std::size_t>(got));
            if (got == 0) break;
            target_.flush();
        }
    }
    target_.buffer += held_;
    target_.buffer += buffer;
    target_.flush();
    take_back();
}

}  // namespace csapath::cli
