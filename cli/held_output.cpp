// SPDX-License-Identifier: MIT
#include "cli/held_output.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/failure.hpp"
#include "cli/standard_stream.hpp"

namespace csapath::cli {

HeldOutput::~HeldOutput() {
    if (memory_ >= 0) ::close(memory_);
    if (at_hand_ != nullptr) ::munmap(at_hand_, most_at_hand);
}

void HeldOutput::flush() {
    if (!keep_at_hand()) keep_in_file();
    buffer.clear();
}

/// In large pages, where the system has them: fetching small ones would cost as much as the writing. False if there is
/// no room.
bool HeldOutput::keep_at_hand() {
    if (at_hand_ == nullptr) {
        void* const room =
            ::mmap(nullptr, most_at_hand, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (room == MAP_FAILED) return false;
        at_hand_ = static_cast<char*>(room);
        ::madvise(at_hand_, most_at_hand, MADV_HUGEPAGE);
    }
    if (memory_ >= 0 || buffer.size() > most_at_hand - kept_) return false;
    std::memcpy(at_hand_ + kept_, buffer.data(), buffer.size());
    kept_ += buffer.size();
    return true;
}

void HeldOutput::keep_in_file() {
    if (memory_ < 0) memory_ = ::memfd_create("results", MFD_CLOEXEC);
    const int error = memory_ < 0 ? errno : write_all(memory_, buffer);
    if (error != 0) throw OutputError(error, "memory for results");
}

void HeldOutput::take_back() {
    buffer.clear();
    kept_ = 0;
    if (memory_ >= 0) ::close(memory_);
    memory_ = -1;
}

void HeldOutput::release() {
    if (kept_ > 0) target_.pass_on({at_hand_, kept_});
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
    target_.buffer += buffer;
    target_.flush();
    take_back();
}

}  // namespace csapath::cli
