// SPDX-License-Identifier: MIT
#include "engine/pseudonyms/key.hpp"

#include <algorithm>

#include "engine/document/digest.hpp"
#include "engine/document/keyed_digest.hpp"
#include "engine/pseudonyms/base32.hpp"

namespace csapath::engine {

namespace {

constexpr std::string_view key_file_head = "csapath-key/1";
constexpr std::size_t key_id_letters = 10;

std::optional<std::uint8_t> hexadecimal_digit(char digit) {
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t value = digits.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(value);
}

std::optional<PseudonymKey::Bytes> key_bytes(std::string_view text) {
    PseudonymKey::Bytes bytes{};
    if (text.size() != 2 * bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto high = hexadecimal_digit(text[2 * i]), low = hexadecimal_digit(text[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        bytes.at(i) = static_cast<std::uint8_t>(*high << 4 | *low);
    }
    return bytes;
}

/// What stands behind "name: " on a line of its own; empty if there is no such line.
std::string_view key_file_line(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(name) && line.substr(name.size()).starts_with(": ")) return line.substr(name.size() + 2);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

}  // namespace

PseudonymKey::PseudonymKey(const Bytes& bytes) : bytes_(bytes) {
    using namespace std::string_view_literals;
    id_ = "k-" + base32(keyed_digest(bytes_, "pathway-v1key\0"sv), key_id_letters);
}

PseudonymKey::~PseudonymKey() {
    volatile std::uint8_t* const left = bytes_.data();
    for (std::size_t i = 0; i < bytes_.size(); ++i) left[i] = 0;
}

std::string key_file_text(const PseudonymKey& key, std::string_view purpose) {
    std::string text(key_file_head);
    text += "\npurpose: ";
    text += purpose;
    text += "\nid: " + key.id() + "\nkey: " + hexadecimal(key.bytes()) + '\n';
    return text;
}

std::optional<PseudonymKey> key_from_text(std::string_view text, std::string& problem) {
    if (!text.starts_with(key_file_head)) {
        problem = "it does not begin with " + std::string(key_file_head);
        return std::nullopt;
    }
    const auto bytes = key_bytes(key_file_line(text, "key"));
    if (!bytes) {
        problem = "it holds no key of 64 hexadecimal digits";
        return std::nullopt;
    }
    const PseudonymKey key(*bytes);
    if (key.id() != key_file_line(text, "id")) {
        problem = "its id is not that of its key, so the file was damaged or changed";
        return std::nullopt;
    }
    return key;
}

}  // namespace csapath::engine
