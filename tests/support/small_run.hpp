// SPDX-License-Identifier: MIT
/// A folder with a pathway of two steps and a case that is late, for tests that run the program.
#pragma once

#include <string>

#include "tests/support/shell.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath {

class SmallRun {
public:
    SmallRun() {
        folder_.write("pathway.yaml",
                      "language: 1\n"
                      "pathway: small\n"
                      "title: Two steps\n"
                      "version: \"1\"\n"
                      "time-zone: Europe/London\n"
                      "calendar: england-and-wales\n"
                      "steps:\n"
                      "  referral:\n"
                      "    title: Referral\n"
                      "    starts: true\n"
                      "    next: {screening: must within 1 working day}\n"
                      "  screening: {title: Screening, ends: true}\n");
        folder_.write("events.csv",
                      "case,event,at\n"
                      "ZZCANARY-1,referral,2026-03-02\n"
                      "ZZCANARY-1,screening,2026-03-05\n");
    }

    const std::filesystem::path& path() const { return folder_.path(); }
    const TemporaryFolder& folder() const { return folder_; }

    /// `csapath check events.csv` on that pathway, with `more` after it: options, redirections, pipes.
    Ran check(const std::string& more = "", const std::string& before = "") const {
        return run_line(before + "csapath check events.csv -p pathway.yaml --as-of 2026-03-31 " + more, path());
    }
    /// What is in the folder, in byte order, hidden files too.
    std::string listing() const { return run_line("LC_ALL=C ls -A | tr '\\n' ' '", path()).out; }

private:
    TemporaryFolder folder_;
};

}  // namespace csapath
