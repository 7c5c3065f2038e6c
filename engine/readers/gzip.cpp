// SPDX-License-Identifier: MIT
#include "engine/readers/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

namespace csapath::engine {

using rules::Code;

namespace {
constexpr std::string_view gzip_mark = "\x1F\x8B";
constexpr std::uint64_t free_of_ratio = std::uint64_t{16} << 20, most_ratio = 200;
/// For inflateInit2: the largest window, and the head and foot of gzip.
constexpr int gzip_window = 15 + 16;
}  // namespace

bool is_gzip(std::string_view first_bytes) {
    return first_bytes.starts_with(gzip_mark);
}

std::string name_unpacked(std::string_view name) {
    constexpr std::string_view extension = ".gz";
    if (name.ends_with(extension)) name.remove_suffix(extension.size());
    return std::string{name};
}

struct UnpackedBytes::Stream {
    z_stream state{};
    std::array<Bytef, 64 * 1024> packed{};
    std::uint64_t taken = 0, made = 0;
    bool between = true;  ///< no archive is open

    Stream() {
        if (inflateInit2(&state, gzip_window) != Z_OK) throw std::bad_alloc();
    }
    ~Stream() { inflateEnd(&state); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

UnpackedBytes::UnpackedBytes(Bytes& packed) : packed_(packed), stream_(std::make_unique<Stream>()) {}
UnpackedBytes::~UnpackedBytes() = default;

bool UnpackedBytes::rewind() {
    if (!packed_.rewind()) return false;
    stream_ = std::make_unique<Stream>();
    fault_.reset();
    ended_ = false;
    return true;
}

std::size_t UnpackedBytes::read(std::span<char> room) {
    z_stream& state = stream_->state;
    state.next_out = reinterpret_cast<Bytef*>(room.data());
    const auto wanted = static_cast<uInt>(std::min<std::size_t>(room.size(), 1u << 30));
    state.avail_out = wanted;
    while (!ended_ && state.avail_out == wanted && wanted > 0) {
        if (state.avail_in == 0) {
            auto* const into = reinterpret_cast<char*>(stream_->packed.data());
            const std::size_t got = packed_.read({into, stream_->packed.size()});
            stream_->taken += got;
            state.next_in = stream_->packed.data();
            state.avail_in = static_cast<uInt>(got);
            if (got == 0) {
                ended_ = true;
                if (!stream_->between)
                    fault_ = {Code::gzip_damaged, "the compressed file ends too soon; it was cut off",
                              "fetch it again"};
                break;
            }
        }
        stream_->between = false;
        const int outcome = inflate(&state, Z_NO_FLUSH);
        if (outcome == Z_MEM_ERROR) throw std::bad_alloc();
        if (outcome == Z_STREAM_END) {
            stream_->between = true;
            inflateReset(&state);
        } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
            ended_ = true;
            fault_ = {Code::gzip_damaged, "the compressed file is damaged", "fetch it again"};
        }
    }
    const std::size_t made = wanted - state.avail_out;
    stream_->made += made;
    if (stream_->made > free_of_ratio && stream_->made / most_ratio > stream_->taken) {
        ended_ = true;
        fault_ = {Code::data_limit, "the compressed file unpacks to more than 200 times its size", ""};
    }
    return made;
}

}  // namespace csapath::engine
