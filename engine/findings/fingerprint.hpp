// SPDX-License-Identifier: MIT
/// A name for a finding that survives a re-export: made from the rule, the case and which activation it was, never from
/// row numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// What tells one activation of a rule from the others in its case.
struct ActivationKey {
    std::string_view rule, case_id, event;  ///< event: type of the activating event; empty where there is none
    rules::Moment at;                       ///< when it was
    std::uint32_t among_equals = 0;         ///< which of several events of one type at one moment
};

/// "f-" and 20 lower-case hexadecimal digits of the SHA-256 of the parts, each ended by a zero byte.
void write_fingerprint(const ActivationKey& key, std::string& into);

}  // namespace csapath::engine
