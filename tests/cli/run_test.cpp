// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#include <cerrno>
#include <new>
#include <stdexcept>

#include "cli/commands/all_commands.hpp"
#include "cli/failure.hpp"
#include "tests/cli/world_of_tests.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::cli {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("a bad command line prints nothing on standard output, says what is wrong, and ends with 2") {
    const auto [arguments, message] = GENERATE(table<Strings, std::string>({
        {Strings{}, "a command is needed; csapath help lists them"},
        {{"chekc"}, "there is no command 'chekc'; did you mean 'check'?"},
        {{"anonymise"}, "there is no command 'anonymise'"},
        {{"Check"}, "there is no command 'Check'; did you mean 'check'?"},
        {{""}, "there is no command ''"},
        {{"-p", "x.yaml", "check", "a.csv"}, "the command comes first, then its options; '-p' is no command"},
        {{"check"}, "check needs EVENTS: files, a folder, or '-' for standard input"},
        {{"check", "a.csv", "--formt", "json"}, "there is no option '--formt'; did you mean '--format'?"},
        {{"check", "a.csv", "--as", "2026-01-01"}, "there is no option '--as'; did you mean '--as-of'?"},
        {{"check", "a.csv", "--as-of", "31/12/2024"},
         "--as-of is a date such as 2026-03-31, or a date and time such as 2026-03-31T12:00, not '31/12/2024'"},
        {{"check", "a.csv", "--jobs", "0"}, "--jobs is a whole number from 1 to 64, not '0'"},
        {{"check", "a.csv", "--jobs", "-1"}, "--jobs is a whole number from 1 to 64, not '-1'"},
        {{"check", "a.csv", "--jobs", "1e9"}, "--jobs is a whole number from 1 to 64, not '1e9'"},
        {{"check", "a.csv", "--jobs", "abc"}, "--jobs is a whole number from 1 to 64, not 'abc'"},
        {{"check", "a.csv", "--fail-on", "hgih"},
         "--fail-on cannot be 'hgih'; did you mean 'high'?; it is one of: none, low, medium, high"},
        {{"check", "a.csv", "--format", "jsno"},
         "--format cannot be 'jsno'; did you mean 'json'?; it is one of: text, table, json, ndjson, csv, csv-excel, "
         "markdown"},
        {{"check", "a.csv", "--output", "results.json"},
         "--output is a format and a path, as in csv:findings.csv, not 'results.json'"},
        {{"check", "a.csv", "--output", "json:"},
         "--output is a format and a path, as in csv:findings.csv, not 'json:'"},
        {{"check", "a.csv", "--output", "json:-"},
         "--output writes to files; --format chooses what standard output gets"},
        {{"check", "a.csv", "--as-of", "2026-01-01", "--as-of", "2026-01-02"}, "--as-of is given 2 times"},
        {{"check", "a.csv", "-q", "-v"}, "--quiet and --verbose contradict each other"},
        {{"check", "a.csv", "--color", "perhaps"}, "--color cannot be 'perhaps'; it is one of: auto, never, always"},
        {{"explain", "W-1"}, "explain needs a CASE, then EVENTS: files, a folder, or '-' for standard input"},
        {{"report"}, "report needs EVENTS: files, a folder, or '-' for standard input"},
        {{"report", "a.csv", "--output", "autumn.html"},
         "--output is a format and a path, as in html:report.html, not 'autumn.html'"},
        {{"report", "a.csv", "--output", "pdf:a"}, "--output cannot be 'pdf'; it is one of: html, xlsx"},
        {{"report", "a.csv", "--output", "html:-"}, "a report is written to a file, not to standard output"},
        {{"report", "a.csv", "--kind", "delay"}, "there is no option '--kind'"},
        {{"report", "a.csv", "--jobs", "0"}, "--jobs is a whole number from 1 to 64, not '0'"},
        {{"validate"}, "validate needs a PATHWAY: a path, or a name such as national/csa-response"},
        {{"graph"}, "graph needs one PATHWAY: a path, or a name such as national/csa-response"},
        {{"graph", "a.yaml", "b.yaml"}, "graph needs one PATHWAY: a path, or a name such as national/csa-response"},
        {{"graph", "a.yaml", "--format", "svg"}, "--format cannot be 'svg'; it is one of: mermaid, dot"},
        {{"version", "2"}, "'2' is more than this command takes"},
        {{"help", "chekc"}, "there is no command 'chekc'; did you mean 'check'?"},
        {{"help", "check", "graph"}, "help takes one command"},
    }));
    CAPTURE(arguments);
    const Said said = say(arguments);
    CHECK(said.out.empty());
    CHECK(said.err == "csapath: " + message + "\n");
    CHECK(said.exit == ExitCode::usage);
}

TEST_CASE("help is a result: on standard output, with examples and exit codes, and it ends with 0") {
    for (const Strings& arguments : {Strings{"help"}, Strings{"--help"}, Strings{"-h"}}) {
        const Said said = say(arguments);
        CHECK(said.exit == ExitCode::done);
        CHECK(said.err.empty());
        for (const Command* one : all_commands())
            CHECK(said.out.find("\n  " + std::string(one->name)) != std::string::npos);
        CHECK(said.out.find("Examples:") != std::string::npos);
        CHECK(said.out.find("  7  a fault of csapath itself") != std::string::npos);
    }
}

TEST_CASE("every command has a page of help, the same by either way") {
    for (const Command* one : all_commands()) {
        CAPTURE(one->name);
        const Said by_option = say({std::string(one->name), "--help"});
        CHECK(by_option.exit == ExitCode::done);
        CHECK(by_option.out.starts_with("csapath " + std::string(one->name)));
        CHECK(by_option.out.find("--help") != std::string::npos);
        CHECK(by_option.out.find("Exit codes:") != std::string::npos);
        CHECK(say({"help", std::string(one->name)}).out == by_option.out);
        for (const Example& example : one->examples) CHECK(by_option.out.find(example.line) != std::string::npos);
    }
}

TEST_CASE("the version is told by a command and by an option") {
    CHECK(say({"version"}).out == "csapath " CSAPATH_VERSION "\n");
    CHECK(say({"--version"}).out == "csapath " CSAPATH_VERSION "\n");
    const Said more = say({"version", "--verbose"});
    CHECK(more.out.find("\nbuild ") != std::string::npos);
    CHECK(more.out.find("\ndefinitions " CSAPATH_ROOT "/pathway-definitions\n") != std::string::npos);
}

TEST_CASE("a pathway that is not there is a definition error, with the nearest name among those shipped") {
    const TemporaryFolder folder;
    const std::string events = folder.write("events.csv", "case,event,at\n").string();
    const Said near = say({"check", events, "-p", "national/csa-respons"});
    CHECK(near.exit == ExitCode::definition);
    CHECK(near.out.empty());
    CHECK(near.err.find("did you mean 'national/csa-response'?") != std::string::npos);
    const Said missing = say({"validate", "no\nsuch.yaml"});
    CHECK(missing.exit == ExitCode::definition);
    CHECK((missing.out + missing.err).find("no\\nsuch.yaml") != std::string::npos);
}

TEST_CASE("events that are not there are unreadable input, named with the reason of the system") {
    const Said said = say({"check", "/nowhere/events.csv", "-p", "national/csa-response"});
    CHECK(said.exit == ExitCode::incomplete);
    CHECK(said.out.empty());
    CHECK(said.err.find("csapath: /nowhere/events.csv: No such file or directory\n") != std::string::npos);
}

/// An output that fails as the disk, or the reader, does.
class FailingOut : public engine::Out {
public:
    explicit FailingOut(int error) : error_(error) {}
    void flush() override { throw OutputError(error_, "standard output"); }
    void take_back() override {}

private:
    int error_;
};

TEST_CASE("what could not be written ends with 5, and a reader who has gone away is not told so") {
    const auto [error, message] = GENERATE(table<int, std::string>({
        {ENOSPC, "csapath: standard output: No space left on device\n"},
        {EBADF, "csapath: standard output: Bad file descriptor\n"},
        {EPIPE, ""},
    }));
    FailingOut out(error);
    TextOut err;
    World world = world_with(out, err);
    const Strings arguments{"version"};
    CHECK(run(arguments, world) == ExitCode::output);
    CHECK(err.text() == message);
}

/// An output that meets what no output should.
template <typename Thrown>
class ThrowingOut : public engine::Out {
public:
    explicit ThrowingOut(Thrown thrown) : thrown_(std::move(thrown)) {}
    void flush() override { throw Thrown(thrown_); }
    void take_back() override {}

private:
    Thrown thrown_;
};

TEST_CASE("too little memory is a limit; any other fault is ours, and not a word of what it was about is told") {
    const Strings arguments{"version"};
    {
        ThrowingOut out{std::bad_alloc{}};
        TextOut err;
        World world = world_with(out, err);
        CHECK(run(arguments, world) == ExitCode::limit);
    }
    ThrowingOut out{std::logic_error("ZZCANARY was born on 2016-02-11")};
    TextOut err;
    World world = world_with(out, err);
    CHECK(run(arguments, world) == ExitCode::internal);
    const std::string told = err.text();
    CHECK(told.starts_with("csapath: a fault of csapath itself; please report it with this build: "));
    CHECK(told.find("ZZCANARY") == std::string::npos);
}

}  // namespace
}  // namespace csapath::cli
