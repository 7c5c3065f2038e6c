// SPDX-License-Identifier: MIT
/// Names that stand for others, the same each time, and that nobody can trace back without the key.
///
/// A pseudonym is the beginning of HMAC-SHA-256(key, "pathway-v1", what it is of, a zero byte, the text), in base 32:
/// "P-" and 20 letters of a case, "T-" and 16 of a text. What it is of is part of what is hashed, so that the
/// pseudonym of a case tells nothing of a worker with the same number. Anyone with the key can make one again:
///
///     printf 'pathway-v1case\0W-0143' | openssl dgst -sha256 -mac hmac -macopt hexkey:…
///
/// A plain digest would not do: of ids with nine digits all can be tried in minutes.
#pragma once

#include <string>
#include <string_view>

#include "engine/pseudonyms/key.hpp"

namespace csapath::engine {

class Pseudonyms {
public:
    explicit Pseudonyms(const PseudonymKey& key) : key_(key) {}

    const std::string& key_id() const { return key_.id(); }

    std::string of_case(std::string_view case_id) const;
    /// The pseudonym of a case that somebody named, who may have written the pseudonym itself.
    std::string of_named_case(std::string_view written) const;
    /// Of what a fact holds; equal texts of different facts have nothing in common.
    std::string of_text(std::string_view fact, std::string_view text) const;
    /// By how many whole weeks all dates of a case are set back: 1 to 52.
    int weeks_back(std::string_view case_id) const;

private:
    std::array<std::uint8_t, 32> digest(std::string_view of_what, std::string_view text) const;

    PseudonymKey key_;
};

}  // namespace csapath::engine
