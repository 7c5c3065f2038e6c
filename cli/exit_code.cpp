// SPDX-License-Identifier: MIT
#include "cli/exit_code.hpp"

#include <algorithm>
#include <array>

namespace csapath::cli {

ExitCode worse(ExitCode left, ExitCode right) {
    constexpr std::array ascending{ExitCode::done,       ExitCode::findings, ExitCode::incomplete, ExitCode::usage,
                                   ExitCode::definition, ExitCode::limit,    ExitCode::output,     ExitCode::internal};
    const auto rank = [&](ExitCode code) { return std::find(ascending.begin(), ascending.end(), code); };
    return rank(left) < rank(right) ? right : left;
}

}  // namespace csapath::cli
