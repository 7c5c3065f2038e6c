// SPDX-License-Identifier: MIT
#include "engine/document/digest.hpp"

#include <nettle/sha2.h>

namespace csapath::engine {

struct Digest::State {
    sha256_ctx context;
};

Digest::Digest() : state_(std::make_unique<State>()) {
    sha256_init(&state_->context);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
    sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::array<std::uint8_t, 32> Digest::finish() {
    std::array<std::uint8_t, 32> result{};
    sha256_digest(&state_->context, result.size(), result.data());
    return result;
}

std::string hexadecimal(const std::array<std::uint8_t, 32>& digest, std::size_t bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes);
    for (std::size_t i = 0; i < bytes; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return hexadecimal(digest.finish());
}

}  // namespace csapath::engine
