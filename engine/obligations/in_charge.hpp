// SPDX-License-Identifier: MIT
/// Who is in charge of what a rule asks for.
#pragma once

#include <optional>

#include "engine/findings/results.hpp"

namespace csapath::engine {

/// The agency in charge of what has to happen: of an edge or `lead to` the steps that they lead to, of any other rule
/// its own step. Nobody, where several steps would do and different agencies are in charge of them.
std::optional<rules::AgencyId> in_charge(const Pathway& pathway, const ReportedRule& reported);

}  // namespace csapath::engine
