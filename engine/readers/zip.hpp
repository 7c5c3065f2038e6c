// SPDX-License-Identifier: MIT
/// The parts of a zip archive, as workbooks are. zip.cpp is the only door to the package that takes them apart.
///
/// A small archive can unpack to any size, so every part is cut off at a limit.
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

namespace zip_limits {
inline constexpr std::size_t archive = std::size_t{256} << 20;           ///< bytes
inline constexpr std::uint64_t part = std::uint64_t{1} << 30;            ///< bytes, unpacked
inline constexpr std::uint64_t free_of_ratio = std::uint64_t{16} << 20;  ///< so much may come of however little
inline constexpr std::uint64_t ratio = 200;                              ///< beyond that: bytes for each packed one
}  // namespace zip_limits

struct ZipFault {
    rules::Code code;
    std::string message, help = {};
};

/// One part, unpacked as it is read. Where it is damaged or beyond a limit it ends, and `fault` says why.
class ZipPart : public Bytes {
public:
    virtual const std::optional<ZipFault>& fault() const = 0;
};

class Zip {
public:
    /// Reads all of `bytes` into memory. Empty, and `fault` says why, if they are no archive that can be read.
    static std::unique_ptr<Zip> open(Bytes& bytes, std::optional<ZipFault>& fault);
    virtual ~Zip() = default;

    /// nullptr if there is no such part. One at a time: the one before must be gone.
    virtual std::unique_ptr<ZipPart> part(const std::string& name) = 0;
};

}  // namespace csapath::engine
