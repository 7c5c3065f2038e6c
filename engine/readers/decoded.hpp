// SPDX-License-Identifier: MIT
/// Text in another encoding, as UTF-8 while it passes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/mappings/mapping.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// Bytes of a text that somebody declared to be in `encoding`. UTF-16 is little-endian unless a byte order mark says
/// otherwise. What the encoding does not know becomes a byte that no UTF-8 text holds, so that whoever reads the text
/// refuses it where it stands.
class DecodedBytes final : public Bytes {
public:
    DecodedBytes(Bytes& bytes, Encoding encoding) : bytes_(bytes), encoding_(encoding) {}

    std::size_t read(std::span<char> room) override;
    bool rewind() override;

private:
    void decode_windows_1252();
    void decode_utf_16();

    Bytes& bytes_;
    Encoding encoding_;
    std::string raw_;      ///< read, and not decoded yet
    std::string decoded_;  ///< not handed out yet, from `at_` on
    std::size_t at_ = 0;
    bool begun_ = false, big_endian_ = false, ended_ = false;
};

/// The same for the first bytes of a text: a character that they cut off is left out.
std::string decoded_start(std::string_view first_bytes, Encoding encoding);

}  // namespace csapath::engine
