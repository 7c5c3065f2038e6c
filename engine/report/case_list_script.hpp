// SPDX-License-Identifier: MIT
/// The one script of a report: it filters, sorts and pages the list of cases, and saves it as CSV. The page is complete
/// without it.
#pragma once

#include <string_view>

namespace csapath::engine {

/// As it stands between its tags: wrapped so that HTML and XML both read it as a script and nothing else.
std::string_view case_list_script();

}  // namespace csapath::engine
