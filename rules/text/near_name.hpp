// SPDX-License-Identifier: MIT
/// The name somebody probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace csapath::rules {

/// The one of `known` nearest to `written`: at most 2 edits away (an insertion, deletion, change or swap of
/// neighbours; 1 for words of up to 4 letters, none for a single letter; letter case and the choice of - _ or space
/// cost nothing), or else one that begins with the other's words ("conference" for "conference-held"), the fewer words
/// apart the nearer. Empty if there is none, or if two are equally near; spellings of one name are not two.
std::optional<std::string> near_name(std::string_view written, std::span<const std::string> known);

/// "; did you mean 'x'?" for a message, or nothing.
std::string did_you_mean(std::string_view written, std::span<const std::string> known);

}  // namespace csapath::rules
