// SPDX-License-Identifier: MIT
/// A name for a finding that survives a re-export: made from the rule, the case and which activation it was, never from
/// row numbers.
///
/// It is "f-" and the first 20 lower-case hexadecimal digits of the SHA-256 of these parts, each ended by a zero byte:
/// rule id, case id, type of the activating event (empty where there is none), its moment in ISO form with "/2" after
/// the second pass of a local hour that occurs twice, and in decimal which of several equal events it is. So anyone
/// can make it again:
///
///     printf 'screening.next.strategy-discussion\0W-0143\0screening\0002025-04-30T15:20\0000\0' | sha256sum
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/document/digest.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

/// What tells one activation of a rule from the others in its case.
struct ActivationKey {
    std::string_view rule, case_id, event;  ///< event: type of the activating event; empty where there is none
    rules::Moment at;                       ///< when it was
    std::uint32_t among_equals = 0;         ///< which of several events of one type at one moment
};

/// Replaces what `into` held, which must not be what the key looks at.
void write_fingerprint(const ActivationKey& key, std::string& into);
/// The same with a digest that the caller keeps, so that nothing is allocated but what `into` needs.
void write_fingerprint(const ActivationKey& key, Digest& digest, std::string& into);

}  // namespace csapath::engine
