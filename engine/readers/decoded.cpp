// SPDX-License-Identifier: MIT
#include "engine/readers/decoded.hpp"

#include <algorithm>
#include <array>

#include "engine/readers/windows_1252.hpp"

namespace csapath::engine {

namespace {

class FirstBytes final : public Bytes {
public:
    explicit FirstBytes(std::string_view text) : text_(text) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t count = std::min(room.size(), text_.size() - at_);
        std::copy_n(text_.data() + at_, count, room.data());
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Never part of a UTF-8 text.
constexpr char no_character = '\xFF';

void append_utf_8(std::string& to, char32_t code) {
    const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        to += byte(code);
    } else if (code < 0x800) {
        to += byte(0xC0 | code >> 6);
        to += byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        to += byte(0xE0 | code >> 12);
        to += byte(0x80 | (code >> 6 & 0x3F));
        to += byte(0x80 | (code & 0x3F));
    } else {
        to += byte(0xF0 | code >> 18);
        to += byte(0x80 | (code >> 12 & 0x3F));
        to += byte(0x80 | (code >> 6 & 0x3F));
        to += byte(0x80 | (code & 0x3F));
    }
}

}  // namespace

std::size_t DecodedBytes::read(std::span<char> room) {
    if (encoding_ == Encoding::utf_8) return bytes_.read(room);
    while (at_ == decoded_.size() && !ended_) {
        std::array<char, 16 * 1024> chunk{};
        const std::size_t got = bytes_.read(chunk);
        raw_.append(chunk.data(), got);
        ended_ = got == 0;
        decoded_.clear();
        at_ = 0;
        if (encoding_ == Encoding::windows_1252)
            decode_windows_1252();
        else
            decode_utf_16();
    }
    const std::size_t count = std::min(room.size(), decoded_.size() - at_);
    std::copy_n(decoded_.data() + at_, count, room.data());
    at_ += count;
    return count;
}

bool DecodedBytes::rewind() {
    if (!bytes_.rewind()) return false;
    raw_.clear();
    decoded_.clear();
    at_ = 0;
    begun_ = big_endian_ = ended_ = false;
    return true;
}

std::string decoded_start(std::string_view first_bytes, Encoding encoding) {
    FirstBytes bytes(first_bytes);
    DecodedBytes decoded(bytes, encoding);
    std::string text;
    std::array<char, 4096> room{};
    while (const std::size_t got = decoded.read(room)) text.append(room.data(), got);
    if (encoding == Encoding::utf_16 && text.ends_with(no_character)) text.pop_back();
    return text;
}

void DecodedBytes::decode_windows_1252() {
    for (const char byte : raw_) {
        const auto code = static_cast<unsigned char>(byte);
        const int meant = code >= 0x80 && code < 0xA0 ? windows_1252[code - 0x80u] : code;
        if (meant < 0)
            decoded_ += no_character;
        else
            append_utf_8(decoded_, static_cast<char32_t>(meant));
    }
    raw_.clear();
}

void DecodedBytes::decode_utf_16() {
    const auto unit = [this](std::size_t at) {
        const auto first = static_cast<unsigned char>(raw_[at]), second = static_cast<unsigned char>(raw_[at + 1]);
        return static_cast<char32_t>(big_endian_ ? first << 8 | second : second << 8 | first);
    };
    std::size_t at = 0;
    if (!begun_ && raw_.size() >= 2) {
        begun_ = true;
        big_endian_ = raw_.starts_with("\xFE\xFF");
        if (big_endian_ || raw_.starts_with("\xFF\xFE")) at = 2;
    }
    while (at + 2 <= raw_.size()) {
        const char32_t code = unit(at);
        const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
        if (high && at + 4 > raw_.size() && !ended_) break;  // its other half is still to come
        const char32_t next = high && at + 4 <= raw_.size() ? unit(at + 2) : 0;
        if (high && next >= 0xDC00 && next < 0xE000) {
            append_utf_8(decoded_, 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00));
            at += 4;
            continue;
        }
        if (high || low)
            decoded_ += no_character;
        else
            append_utf_8(decoded_, code);
        at += 2;
    }
    raw_.erase(0, at);
    if (ended_ && !raw_.empty()) decoded_ += no_character, raw_.clear();  // half a character
}

}  // namespace csapath::engine
