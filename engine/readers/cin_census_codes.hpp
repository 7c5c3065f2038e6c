// SPDX-License-Identifier: MIT
/// The codes of the census that events put in other words.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace csapath::engine {

/// The agency that a code of ReferralSource stands for: what definitions may call it, the closest first. None for a
/// source that is not known (10). Empty if the census has no such code; letter case does not matter.
struct ReferringAgency {
    std::array<std::string_view, 2> names;
};
std::optional<ReferringAgency> referring_agency(std::string_view code);

/// 0, 1, true, false, and as some exporters write them y, n, yes and no, in any case; empty for anything else.
std::optional<bool> census_boolean(std::string_view text);

}  // namespace csapath::engine
