// SPDX-License-Identifier: MIT
/// Files that were packed with gzip, unpacked while they are read. gzip.cpp is the only door to zlib.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/readers/reader.hpp"
#include "rules/text/codes.hpp"

namespace csapath::engine {

bool is_gzip(std::string_view first_bytes);
/// The name of a file without ".gz".
std::string name_unpacked(std::string_view name);

/// Several archives one after the other are one text, as gzip itself has it. A small file can unpack to any size, so
/// what comes of it is cut off where it is more than 16 MiB and more than 200 times as much.
class UnpackedBytes final : public Bytes {
public:
    struct Fault {
        rules::Code code;
        std::string message, help;
    };

    explicit UnpackedBytes(Bytes& packed);
    ~UnpackedBytes() override;
    UnpackedBytes(const UnpackedBytes&) = delete;
    UnpackedBytes& operator=(const UnpackedBytes&) = delete;

    std::size_t read(std::span<char> room) override;
    bool rewind() override;

    /// Why the bytes ended where they did, if they should not have.
    const std::optional<Fault>& fault() const { return fault_; }

private:
    struct Stream;

    Bytes& packed_;
    std::unique_ptr<Stream> stream_;
    std::optional<Fault> fault_;
    bool ended_ = false;
};

}  // namespace csapath::engine
