// SPDX-License-Identifier: MIT
#include "engine/pseudonyms/pseudonyms.hpp"

#include <algorithm>

#include "engine/document/keyed_digest.hpp"
#include "engine/pseudonyms/base32.hpp"

namespace csapath::engine {

namespace {

constexpr std::string_view case_mark = "P-", text_mark = "T-";
constexpr std::size_t case_letters = 20, text_letters = 16;  // 100 and 80 bits

}  // namespace

std::array<std::uint8_t, 32> Pseudonyms::digest(std::string_view of_what, std::string_view text) const {
    std::string hashed = "pathway-v1";
    hashed += of_what;
    hashed += '\0';
    hashed += text;
    return keyed_digest(key_.bytes(), hashed);
}

std::string Pseudonyms::of_case(std::string_view case_id) const {
    return std::string(case_mark) + base32(digest("case", case_id), case_letters);
}

std::string Pseudonyms::of_named_case(std::string_view written) const {
    const bool is_one = written.size() == case_mark.size() + case_letters && written.starts_with(case_mark) &&
                        written.find_first_not_of(base32_letters, case_mark.size()) == std::string_view::npos;
    return is_one ? std::string(written) : of_case(written);
}

std::string Pseudonyms::of_text(std::string_view fact, std::string_view text) const {
    return std::string(text_mark) + base32(digest("text." + std::string(fact), text), text_letters);
}

int Pseudonyms::weeks_back(std::string_view case_id) const {
    constexpr std::uint64_t most_weeks = 52;
    const auto bytes = digest("shift", case_id);
    std::uint64_t number = 0;
    std::for_each_n(bytes.begin(), 8, [&](std::uint8_t byte) { number = number << 8 | byte; });
    return 1 + static_cast<int>(number % most_weeks);
}

}  // namespace csapath::engine
