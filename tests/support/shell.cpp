// SPDX-License-Identifier: MIT
#include "tests/support/shell.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/temporary_folder.hpp"

namespace csapath {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

Ran run_line(const std::string& line, const std::filesystem::path& folder) {
    const TemporaryFolder beside;
    const std::filesystem::path program = CSAPATH_PROGRAM;
    const auto script = beside.write("line.sh", "PATH='" + program.parent_path().string() + "':\"$PATH\"\ncd '" +
                                                    folder.string() + "'\n" + line + "\n");
    const auto out = beside.path() / "out", err = beside.path() / "err";
    const int status = std::system(
        ("sh '" + script.string() + "' >'" + out.string() + "' 2>'" + err.string() + "' </dev/null").c_str());
    const int exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {.out = text_of(out), .err = text_of(err), .exit = exit};
}

}  // namespace csapath
