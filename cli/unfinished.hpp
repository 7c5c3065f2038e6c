// SPDX-License-Identifier: MIT
/// Files that must not stay behind when the program is interrupted.
///
/// A signal can arrive at any moment, so what its handler needs lies in fixed memory: the one place in the program with
/// state that is global and changes.
#pragma once

#include <cstddef>

namespace csapath::cli {

/// How many files may be unfinished at one time.
inline constexpr std::size_t most_unfinished = 32;

/// From now on SIGINT, SIGTERM, SIGHUP, SIGPIPE and SIGXCPU remove the unfinished files and then end the program as
/// they always do; a signal that the parent had ignored stays ignored. SIGXFSZ is ignored, so that a file that grows
/// too large is an error of its write.
void watch_for_interruptions();

/// `name` inside the folder open as `folder`, which stays open as long as this lives. Throws std::length_error
/// beyond most_unfinished.
class Unfinished {
public:
    Unfinished(int folder, const char* name);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

private:
    std::size_t slot_;
};

}  // namespace csapath::cli
