// SPDX-License-Identifier: MIT
/// Room for a package that writes only to files by their name: what it writes stays in memory, and goes with it.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// A file that has no name but the one under which a process may open its own files again. Throws WorkbookNotWritten.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const;
    std::size_t read(std::span<char> room, std::uint64_t from) const;

private:
    int file_;
};

/// Its bytes, from the first on. The file must outlive them.
class MemoryBytes final : public Bytes {
public:
    explicit MemoryBytes(const MemoryFile& file) : file_(file) {}
    std::size_t read(std::span<char> room) override;
    bool rewind() override;

private:
    const MemoryFile& file_;
    std::uint64_t at_ = 0;
};

}  // namespace csapath::engine
