// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#include <cerrno>
#include <exception>
#include <new>
#include <system_error>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "cli/process.hpp"
#include "engine/workbook/not_written.hpp"

namespace csapath::cli {
namespace {

ExitCode perform(std::span<const std::string> arguments, World& world) {
    if (arguments.empty()) {
        world.err.buffer += "csapath: a command is needed; csapath help lists them\n";
        return ExitCode::usage;
    }
    const std::string& name = arguments.front();
    if (name == "--help" || name == "-h") return help_command.perform(help_command, {}, world);
    if (name == "--version") return version_command.perform(version_command, {}, world);
    const Command& wanted = command(name);
    return wanted.perform(wanted, arguments.subspan(1), world);
}

/// Also where memory has run out: the buffer of messages was there before.
ExitCode fail(World& world, ExitCode exit_code, std::string_view message) {
    world.err.buffer += "csapath: ";
    world.err.buffer += message;
    world.err.buffer += '\n';
    return exit_code;
}

ExitCode caught(std::span<const std::string> arguments, World& world) {
    try {
        const ExitCode exit_code = perform(arguments, world);
        world.out.flush();
        return exit_code;
    } catch (const UsageError& error) {
        return fail(world, ExitCode::usage, error.what());
    } catch (const OutputError& error) {
        // A reader that has seen enough and gone away is not told that it has gone away.
        return error.error == EPIPE ? ExitCode::output : fail(world, ExitCode::output, error.what());
    } catch (const engine::WorkbookNotWritten& error) {
        return fail(world, ExitCode::output, error.what());
    } catch (const std::system_error& error) {
        return fail(world, ExitCode::incomplete, error.what());
    } catch (const std::bad_alloc&) {
        return fail(world, ExitCode::limit, "there is not enough memory for this");
    } catch (const std::exception&) {
        // What it says is not shown: it may quote the data it was about.
        return fail(world, ExitCode::internal,
                    "a fault of csapath itself; please report it with this build: " + build_id());
    }
}

}  // namespace

ExitCode run(std::span<const std::string> arguments, World& world) {
    const ExitCode exit_code = caught(arguments, world);
    world.err.flush();
    return exit_code;
}

}  // namespace csapath::cli
