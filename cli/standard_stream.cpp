// SPDX-License-Identifier: MIT
#include "cli/standard_stream.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "cli/failure.hpp"

namespace csapath::cli {

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            // Whoever opened the pipe made it non-blocking; wait for the reader instead of giving up.
            pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

void StandardStream::flush() {
    const int error = write_all(descriptor_, buffer);
    buffer.clear();
    if (error != 0) throw OutputError(error, name_);
}

void StandardStream::pass_on(std::string_view bytes) {
    flush();
    if (const int error = write_all(descriptor_, bytes); error != 0) throw OutputError(error, name_);
}

void MessageStream::flush() {
    stream_.buffer.swap(buffer);
    buffer.clear();
    try {
        stream_.flush();
    } catch (const OutputError&) {
        // Nobody reads the messages; the exit code still tells.
    }
}

}  // namespace csapath::cli
