// SPDX-License-Identifier: MIT
/// Text as zlib packs it, for tests.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace csapath {

/// `window` as deflateInit2 takes it: 31 with the head and foot of gzip, -15 bare.
inline std::string packed(std::string_view text, int window) {
    z_stream state{};
    if (deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string made(deflateBound(&state, text.size()), '\0');
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(made.data());
    state.avail_out = static_cast<uInt>(made.size());
    if (deflate(&state, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib");
    made.resize(state.total_out);
    deflateEnd(&state);
    return made;
}
inline std::string gzipped(std::string_view text) {
    return packed(text, 31);
}

}  // namespace csapath
