// SPDX-License-Identifier: MIT
/// The secret that pseudonyms are made with, and its file:
///
///     csapath-key/1
///     purpose: case conference, autumn 2026
///     id: k-4wq2m7x5ta
///     key: 64 hexadecimal digits
///
/// The id tells keys apart and says nothing of the key. It is also what shows that the file was not damaged.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace csapath::engine {

/// Wiped when it goes.
class PseudonymKey {
public:
    static constexpr std::size_t size = 32;
    using Bytes = std::array<std::uint8_t, size>;

    /// `bytes` must be as random as can be.
    explicit PseudonymKey(const Bytes& bytes);
    ~PseudonymKey();
    PseudonymKey(const PseudonymKey&) = default;
    PseudonymKey& operator=(const PseudonymKey&) = delete;

    const Bytes& bytes() const { return bytes_; }
    const std::string& id() const { return id_; }

private:
    Bytes bytes_;
    std::string id_;
};

/// The text of a key file. `purpose` is one line, for people.
std::string key_file_text(const PseudonymKey& key, std::string_view purpose);

/// Empty, and `problem` says why in words that quote nothing, if the text is no key file or was damaged.
std::optional<PseudonymKey> key_from_text(std::string_view text, std::string& problem);

}  // namespace csapath::engine
