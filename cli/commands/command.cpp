// SPDX-License-Identifier: MIT
#include "cli/commands/command.hpp"

#include <fmt/format.h>

namespace csapath::cli {

std::string page(const Command& command, const Options& options) {
    std::string text = fmt::format("csapath {} {}\n\n{}\n\nOptions:\n{}", command.name, command.usage, command.sentence,
                                   options.help());
    if (!command.examples.empty()) text += "\nExamples:\n";
    for (const Example& example : command.examples)
        text += fmt::format("  {}\n      {}\n", example.line, example.sentence);
    return text + "\nExit codes:\n" + exit_codes();
}

std::string exit_codes() {
    return "  0  done, all input used\n"
           "  1  done, findings at or above --fail-on; of test, a case that failed\n"
           "  2  bad command line\n"
           "  3  error in a definition, nothing evaluated\n"
           "  4  some input refused or unreadable: the result is marked INCOMPLETE\n"
           "  5  output not fully written\n"
           "  6  a limit was hit\n"
           "  7  a fault of csapath itself\n";
}

}  // namespace csapath::cli
