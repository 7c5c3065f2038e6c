// SPDX-License-Identifier: MIT
/// A value of the data in words, for people: "social-care;police", "yes", "2025-05-06", "not recorded".
#pragma once

#include <string>

#include "engine/pathway/pathway.hpp"
#include "rules/value/value.hpp"

namespace csapath::engine {

/// Agencies and steps by their id, texts with control characters spelled out.
std::string value_words(const Pathway& pathway, rules::FactId fact, const rules::Value& value);

}  // namespace csapath::engine
