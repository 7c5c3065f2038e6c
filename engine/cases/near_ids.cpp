// SPDX-License-Identifier: MIT
#include "engine/cases/near_ids.hpp"

#include <bit>

namespace csapath::engine {

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

std::uint64_t NearIds::near() const {
    std::vector<std::uint64_t> seen(std::bit_ceil(2 * numbers_.size() + 1));  // by the last bits of the number; 0: free
    const std::size_t mask = seen.size() - 1;
    std::uint64_t near = 0;
    for (const std::uint64_t number : numbers_) {
        std::size_t at = static_cast<std::size_t>(number) & mask;
        while (seen[at] != 0 && seen[at] != number) at = (at + 1) & mask;
        if (seen[at] == number)
            ++near;
        else
            seen[at] = number;
    }
    return near;
}

}  // namespace csapath::engine
