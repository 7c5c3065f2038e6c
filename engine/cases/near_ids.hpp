// SPDX-License-Identifier: MIT
/// Case ids that differ only in what people write one way today and another way tomorrow: capitals, blanks, noughts in
/// front. They stay what they are, two cases; but somebody should look whether they are one child.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// Keeps no id, and eight bytes a case, whatever the ids are. Only when all are seen are they held against each other:
/// to look each up as it comes would fetch far memory a hundred thousand times, for all that is judged in between.
class NearIds {
public:
    /// Each id once.
    void see(std::string_view id) { numbers_.push_back(number_of(id)); }
    /// How many ids are near one that was seen before them. Needs sixteen to thirty-two bytes a case while it counts.
    std::uint64_t near() const;

private:
    /// A number made from the id without what makes no difference; never 0. Two that are not near have the same about
    /// once in 10^19.
    static std::uint64_t number_of(std::string_view id);

    std::vector<std::uint64_t> numbers_;
};

}  // namespace csapath::engine
