// SPDX-License-Identifier: MIT
#include "engine/document/keyed_digest.hpp"

#include <nettle/hmac.h>

namespace csapath::engine {

std::array<std::uint8_t, 32> keyed_digest(const std::array<std::uint8_t, 32>& key, std::string_view bytes) {
    hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, key.size(), key.data());
    hmac_sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, 32> digest{};
    hmac_sha256_digest(&context, digest.size(), digest.data());
    volatile std::uint8_t* const left = reinterpret_cast<std::uint8_t*>(&context);
    for (std::size_t i = 0; i < sizeof context; ++i) left[i] = 0;  // it holds what the key could be made from again
    return digest;
}

}  // namespace csapath::engine
