// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "cli/process.hpp"
#include "cli/run.hpp"
#include "cli/standard_stream.hpp"
#include "cli/unfinished.hpp"

namespace {

bool colours_shown() {
    const auto set = [](const char* name) {
        return std::getenv(name) != nullptr ? std::string(std::getenv(name)) : "";
    };
    return ::isatty(STDERR_FILENO) == 1 && set("NO_COLOR").empty() && set("TERM") != "dumb";
}

}  // namespace

int main(int count, char** values) {
    using namespace csapath;
    cli::make_safe();
    cli::StandardStream out(STDOUT_FILENO, "standard output");
    cli::MessageStream err(STDERR_FILENO);
    if (cli::borrowed_rights()) {
        err.buffer += "csapath: this program does not run with rights that its user does not have\n";
        err.flush();
        return static_cast<int>(cli::ExitCode::usage);
    }
    cli::watch_for_interruptions();
    cli::World world{.out = out,
                     .err = err,
                     .input = STDIN_FILENO,
                     .shipped = cli::shipped_definitions(cli::program_paths()),
                     .now = std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count(),
                     .colour = colours_shown(),
                     .processors = std::thread::hardware_concurrency()};
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    return static_cast<int>(cli::run(arguments, world));
}
