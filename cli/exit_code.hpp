// SPDX-License-Identifier: MIT
/// What the program says to the one that called it.
#pragma once

namespace csapath::cli {

/// Where several hold, the highest of internal > output > limit > definition > usage > incomplete > findings > done
/// wins: see worse().
enum class ExitCode : int {
    done = 0,        ///< all input used
    findings = 1,    ///< findings at or above --fail-on
    usage = 2,       ///< bad command line
    definition = 3,  ///< definition error, nothing evaluated
    incomplete = 4,  ///< some input refused or unreadable: the result is written and marked INCOMPLETE
    output = 5,      ///< output not fully written
    limit = 6,       ///< a limit was hit
    internal = 7,    ///< our fault
};

ExitCode worse(ExitCode left, ExitCode right);

}  // namespace csapath::cli
