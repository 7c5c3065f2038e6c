// SPDX-License-Identifier: MIT
#include "engine/cases/near_ids.hpp"

#include <utility>

namespace csapath::engine {

namespace {
constexpr std::size_t first_room = 1024;

/// A place where a number is, or could be put.
std::size_t place_of(std::uint64_t number, const std::vector<std::uint64_t>& seen) {
    const std::size_t mask = seen.size() - 1;
    std::size_t at = static_cast<std::size_t>(number) & mask;
    while (seen[at] != 0 && seen[at] != number) at = (at + 1) & mask;
    return at;
}
}  // namespace

std::uint64_t NearIds::number_of(std::string_view id) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::uint64_t number = 0x9E3779B97F4A7C15u;
    bool noughts_in_front = true;
    for (std::size_t at = 0; at < id.size(); ++at) {
        char letter = id[at];
        if (letter == ' ' || letter == '\t') continue;
        if (letter == no_break_space.front() && id.substr(at).starts_with(no_break_space)) {
            ++at;
            continue;
        }
        if (letter == '0' && noughts_in_front) continue;
        noughts_in_front = false;
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        number = (number ^ static_cast<unsigned char>(letter)) * 0xD6E8FEB86659FD93u;
        number ^= number >> 32;
    }
    return number == 0 ? 1 : number;
}

void NearIds::see(std::string_view id) {
    if (2 * (held_ + 1) > seen_.size()) grow();
    const std::uint64_t number = number_of(id);
    std::uint64_t& here = seen_[place_of(number, seen_)];
    if (here == number) {
        ++near_;
    } else {
        here = number;
        ++held_;
    }
}

void NearIds::grow() {
    std::vector<std::uint64_t> wider(seen_.empty() ? first_room : 2 * seen_.size());
    for (const std::uint64_t number : seen_)
        if (number != 0) wider[place_of(number, wider)] = number;
    seen_ = std::move(wider);
}

}  // namespace csapath::engine
