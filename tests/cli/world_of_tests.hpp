// SPDX-License-Identifier: MIT
/// The program without a process: what it prints is kept, and it is always noon on 1 April 2026.
#pragma once

#include <string>
#include <vector>

#include "cli/run.hpp"
#include "tests/support/days.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::cli {

inline World world_with(engine::Out& out, engine::Out& err) {
    return {.out = out,
            .err = err,
            .input = -1,
            .shipped = CSAPATH_ROOT "/pathway-definitions",
            .now = utc("2026-04-01T12:00")};
}

struct Said {
    std::string out, err;
    ExitCode exit = ExitCode::done;
};

inline Said say(const std::vector<std::string>& arguments) {
    TextOut out, err;
    World world = world_with(out, err);
    const ExitCode exit = run(arguments, world);
    return {.out = out.text(), .err = err.text(), .exit = exit};
}

}  // namespace csapath::cli
