// SPDX-License-Identifier: MIT
/// SHA-256 of the bytes that were read. digest.cpp is the only door to the hashing package.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace csapath::engine {

class Digest {
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);
    /// Of all that was added since the last call, which starts anew.
    std::array<std::uint8_t, 32> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Lower-case hexadecimal digits of the first `bytes` bytes.
std::string hexadecimal(const std::array<std::uint8_t, 32>& digest, std::size_t bytes = 32);
std::string sha256(std::string_view bytes);

}  // namespace csapath::engine
