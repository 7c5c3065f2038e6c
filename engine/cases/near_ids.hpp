// SPDX-License-Identifier: MIT
/// Case ids that differ only in what people write one way today and another way tomorrow: capitals, blanks, noughts in
/// front. They stay what they are, two cases; but somebody should look whether they are one child.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// Keeps no id, and eight to thirty-two bytes a case, whatever the ids are.
class NearIds {
public:
    /// Each id once.
    void see(std::string_view id);
    /// How many ids are near one that was seen before them.
    std::uint64_t near() const { return near_; }

private:
    /// A number made from the id without what makes no difference; never 0. Two that are not near have the same about
    /// once in 10^19.
    static std::uint64_t number_of(std::string_view id);
    void grow();

    std::vector<std::uint64_t> seen_;  ///< by the last bits of the number; 0: free
    std::size_t held_ = 0;
    std::uint64_t near_ = 0;
};

}  // namespace csapath::engine
