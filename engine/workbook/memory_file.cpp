// SPDX-License-Identifier: MIT
#include "engine/workbook/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include "engine/workbook/not_written.hpp"

namespace csapath::engine {

MemoryFile::MemoryFile() : file_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (file_ < 0) throw WorkbookNotWritten();
}

MemoryFile::~MemoryFile() {
    ::close(file_);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(file_);
}

std::size_t MemoryFile::read(std::span<char> room, std::uint64_t from) const {
    const ssize_t count = ::pread(file_, room.data(), room.size(), static_cast<off_t>(from));
    if (count < 0) throw WorkbookNotWritten();
    return static_cast<std::size_t>(count);
}

std::size_t MemoryBytes::read(std::span<char> room) {
    const std::size_t count = file_.read(room, at_);
    at_ += count;
    return count;
}

bool MemoryBytes::rewind() {
    at_ = 0;
    return true;
}

}  // namespace csapath::engine
