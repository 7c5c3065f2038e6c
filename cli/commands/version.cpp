// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands/all_commands.hpp"
#include "cli/process.hpp"

namespace csapath::cli {
namespace {

ExitCode perform_version(const Command& self, std::span<const std::string> arguments, World& world) {
    Options options;
    bool verbose = false;
    options.flag("-v,--verbose", verbose, "also the build, and where the shipped definitions are");
    if (!options.parse(arguments)) {
        world.out.buffer += page(self, options);
        return ExitCode::done;
    }
    world.out.buffer += "csapath " CSAPATH_VERSION "\n";
    if (verbose)
        world.out.buffer += fmt::format("build {}\ndefinitions {}\n", build_id(),
                                        world.shipped.empty() ? "not found" : world.shipped.string());
    return ExitCode::done;
}

}  // namespace

constinit const Command version_command{
    .name = "version",
    .usage = "[options]",
    .sentence = "print the version of the program",
    .examples = {},
    .perform = perform_version,
};

}  // namespace csapath::cli
