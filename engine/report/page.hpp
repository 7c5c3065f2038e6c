// SPDX-License-Identifier: MIT
/// A report as one HTML page for the people who meet about it: complete in itself, readable with no script, asking for
/// nothing from anywhere. Its one script only arranges the list of cases, and nothing depends on it. It is well-formed
/// XML, and the same report gives the same bytes.
///
/// Each section has a file of its own and says in words what its figures are of. What is not known is never counted
/// among what was kept, nor among what was not.
#pragma once

#include "engine/report/report.hpp"
#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

void write_page(const Report& report, Out& out);

}  // namespace csapath::engine
