// SPDX-License-Identifier: MIT
/// The program as a process: what its parent does to it, and what it leaves behind.
#include "cli/process.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_run.hpp"

namespace csapath::cli {
namespace {

TEST_CASE("the exit code tells findings from none") {
    const SmallRun small;
    CHECK(small.check().exit == 1);
    CHECK(small.check("--fail-on none").exit == 0);
    CHECK(small.check("--fail-on high").exit == 0);  // a delay is medium unless the definition says otherwise
    CHECK(small.check("--fail-on medium").exit == 1);
}

TEST_CASE("an output that cannot be written ends with 5 and is not silent") {
    const SmallRun small;
    const auto redirection = GENERATE(as<std::string>{}, ">/dev/full", ">&-", "--format json >/dev/full", "1<&-");
    CAPTURE(redirection);
    const Ran ran = small.check(redirection);
    CHECK(ran.exit == 5);
    CHECK(ran.err.find("csapath: standard output: ") != std::string::npos);
}

TEST_CASE("a reader that goes away is a quiet stop, whether the parent ignores the signal or not") {
    const SmallRun small;
    const auto before = GENERATE(as<std::string>{}, "", "trap '' PIPE; ");
    const Ran ran =
        run_line(before +
                     "{ csapath help check; echo $? >status; } | true; sleep 0.2; "
                     "{ sleep 0.2; csapath help check; echo $? >status; } 2>messages | true; cat status messages",
                 small.path());
    CAPTURE(ran.out);
    CHECK((ran.out == "141\n" || ran.out == "5\n"));
}

TEST_CASE("descriptors that the parent left closed are not taken by files") {
    const SmallRun small;
    const auto closed = GENERATE(as<std::string>{}, "<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-");
    CAPTURE(closed);
    const Ran ran = small.check("--output json:results.json " + closed);
    const bool output_closed = closed.find(">&- ") != std::string::npos || closed == ">&-" || closed == "<&- >&-";
    CHECK(ran.exit == (output_closed ? 5 : 1));
    if (!output_closed) {
        const std::string results = text_of(small.path() / "results.json");
        CHECK(results.starts_with("{"));
        CHECK(results.ends_with("}\n"));
    }
}

TEST_CASE("standard input that is closed is unreadable input") {
    const SmallRun small;
    const Ran ran = run_line("csapath check - -p pathway.yaml --as-of 2026-03-31 <&-", small.path());
    CHECK(ran.exit == 4);
    CHECK(ran.err.find("standard input: ") != std::string::npos);
}

TEST_CASE("events come from a pipe, a redirection, a folder or a file, and the findings are the same") {
    const SmallRun small;
    const std::string options = " -p pathway.yaml --as-of 2026-03-31 --format csv";
    const auto findings = [&](const std::string& line) {
        std::string out = run_line(line, small.path()).out;
        for (const std::string name : {"standard input", "./events.csv", "events.csv"})
            for (std::size_t at; (at = out.find(name)) != std::string::npos;) out.replace(at, name.size(), "EVENTS");
        return out;
    };
    const std::string from_file = findings("csapath check events.csv" + options);
    CHECK(from_file.find("late") != std::string::npos);
    CHECK(findings("cat events.csv | csapath check -" + options) == from_file);
    CHECK(findings("csapath check - <events.csv" + options) == from_file);
    CHECK(findings("csapath check ." + options) == from_file);
}

TEST_CASE("an output file replaces an old one whole, and nobody else may read it") {
    const SmallRun small;
    small.folder().write("results.json", "old");
    const Ran ran = small.check("--output json:results.json", "umask 000; ");
    CHECK(ran.exit == 1);
    CHECK(text_of(small.path() / "results.json").starts_with("{"));
    CHECK(run_line("stat -c %a results.json", small.path()).out == "600\n");
    CHECK(small.listing() == "events.csv pathway.yaml results.json ");
}

TEST_CASE("with an output file, standard output has only the summary, unless a format is asked for") {
    const SmallRun small;
    CHECK(small.check("--output json:results.json").out ==
          "1 case, 1 episode, 2 events, judged as of 2026-03-31\n1 late\n");
    CHECK(small.check("--output json:results.json --format json").out == text_of(small.path() / "results.json"));
    CHECK(small.check("--format json").out == text_of(small.path() / "results.json"));
}

TEST_CASE("an output that must not be written over is told before anything is judged, and nothing is left behind") {
    const SmallRun small;
    const Ran made = run_line("ln -s pathway.yaml link; mkdir folder; echo x >one; ln one two", small.path());
    REQUIRE(made.exit == 0);
    const auto target = GENERATE(as<std::string>{}, "link", "folder", "two", "events.csv", "./events.csv",
                                 "nowhere/results", "/dev/null", "folder/");
    CAPTURE(target);
    const Ran ran = small.check("--output json:'" + target + "'");
    CHECK(ran.exit == 5);
    CHECK(ran.out.empty());
    CHECK(small.listing() == "events.csv folder link one pathway.yaml two ");
    CHECK(text_of(small.path() / "events.csv").starts_with("case,event,at\n"));
}

TEST_CASE("where one of several outputs cannot be written none is") {
    const SmallRun small;
    const Ran ran = small.check("--output json:results.json --output csv:nowhere/findings.csv");
    CHECK(ran.exit == 5);
    CHECK(small.listing() == "events.csv pathway.yaml ");
}

TEST_CASE("a folder that may not be written in is told") {
    const SmallRun small;
    if (run_line("id -u", small.path()).out == "0\n") return;  // root may write anywhere
    const Ran ran = run_line("mkdir shut; chmod 500 shut", small.path());
    CHECK(small.check("--output json:shut/results.json").exit == 5);
}

TEST_CASE("a file that may not grow is an output that is not written") {
    const SmallRun small;
    const Ran ran = run_line(
        "head -c 600000 /dev/zero | tr '\\0' x >big; ulimit -f 1; "
        "csapath check events.csv -p pathway.yaml --as-of 2026-03-31 --output json:results.json",
        small.path());
    CHECK(ran.exit == 5);
    CHECK(ran.err.find("File too large") != std::string::npos);
    CHECK(small.listing() == "big events.csv pathway.yaml ");
}

TEST_CASE("a run that is interrupted leaves the old file and nothing else, and ends by its signal") {
    const SmallRun small;
    small.folder().write("results.json", "old");
    const auto [signal, exit] =
        GENERATE(table<std::string, std::string>({{"INT", "130"}, {"TERM", "143"}, {"HUP", "129"}}));
    CAPTURE(signal);
    // A pipe that stays open keeps the run waiting until the file beside its target is there. In the background sh has
    // its children ignore SIGINT, so the program is started by a shell of its own that does not.
    const Ran ran = run_line(
        "mkfifo events; exec 9<>events\n"
        "env --default-signal=INT csapath check - -p pathway.yaml --as-of 2026-03-31 --output json:results.json "
        "<events &\n"
        "n=0; while [ $n -lt 200 ] && ! ls -A | grep -q '^\\.results'; do n=$((n+1)); sleep 0.05; done\n"
        "ls -A | grep -c '^\\.results'; kill -" +
            signal + " $!; wait $!; echo $?",
        small.path());
    CHECK(ran.out == "1\n" + exit + "\n");
    CHECK(text_of(small.path() / "results.json") == "old");
    CHECK(small.listing() == "events events.csv pathway.yaml results.json ");
}

TEST_CASE("neither the zone nor the locale nor the place of the machine changes a result") {
    const SmallRun small;
    const std::string plain = small.check("--format json").out;
    CHECK(plain.size() > 100);
    const auto surroundings =
        GENERATE(as<std::string>{}, "TZ=Pacific/Kiritimati ", "TZ=Nowhere/At-all ", "LC_ALL=de_DE.UTF-8 ",
                 "LC_ALL=tr_TR.UTF-8 ", "env -i PATH=\"$PATH\" ", "TMPDIR=/nowhere HOME= ");
    CAPTURE(surroundings);
    CHECK(small.check("--format json", surroundings).out == plain);
    CHECK(small.check("--format json --jobs 16", surroundings).out == plain);
}

TEST_CASE("ids of cases stay out of messages, at every loudness") {
    const SmallRun small;
    const auto more = GENERATE(as<std::string>{}, "", "-v", "--output json:results.json -v", "--case nobody -v");
    CAPTURE(more);
    const Ran ran = small.check(more);
    CHECK(ran.err.find("ZZCANARY") == std::string::npos);
    const Ran absent =
        run_line("csapath explain ZZCANARY-2 events.csv -p pathway.yaml --as-of 2026-03-31 -v", small.path());
    CHECK(absent.exit == 2);
    CHECK(absent.err.find("ZZCANARY") == std::string::npos);
}

TEST_CASE("a file whose name begins with a dash is read after two dashes") {
    const SmallRun small;
    const Ran ran =
        run_line("mv events.csv ./-x.csv; csapath check -p pathway.yaml --as-of 2026-03-31 -- -x.csv", small.path());
    CHECK(ran.exit == 1);
}

TEST_CASE("an old stack and a little memory are enough, or are told") {
    const SmallRun small;
    CHECK(small.check("", "ulimit -s 256; ").exit == 1);
#if !defined(__SANITIZE_ADDRESS__)  // the sanitizer asks for more memory than anybody has
    const Ran ran = small.check("", "ulimit -v 20000; ");
    CHECK((ran.exit == 6 || ran.exit == 1 || ran.exit == 127));
#endif
}

TEST_CASE("no core file is left and no other process looks in") {
    if (!std::filesystem::exists("/proc/self/limits")) return;  // a sandbox in which no process can be asked about
    const SmallRun small;
    const Ran ran = run_line(
        "mkfifo events; exec 9<>events; csapath check - -p pathway.yaml <events & n=0\n"
        "while [ $n -lt 100 ] && ! grep -q '^Max core file size *0 ' /proc/$!/limits; do n=$((n+1)); sleep 0.05; done\n"
        "grep '^Max core file size' /proc/$!/limits; kill $!; wait $!",
        small.path());
    CHECK(ran.out.find("Max core file size        0") != std::string::npos);
}

TEST_CASE("the build has a name that the linker gave it") {
    const std::string id = build_id();
    CHECK(id.size() == 40);
    CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE(
    "shipped definitions are found beside the program, above it in a build, and where an installation puts them") {
    const TemporaryFolder folder;
    const auto [place, bin] = GENERATE(table<std::string, std::string>({
        {"bin/pathway-definitions", "bin"},
        {"pathway-definitions", "build"},
        {"pathway-definitions", "build/sanitize"},
        {"share/csapath/pathway-definitions", "bin"},
    }));
    std::filesystem::create_directories(folder.path() / place);
    const auto program = folder.path() / bin / "csapath", elsewhere = folder.path() / "other/much/deeper/csapath";
    CHECK(shipped_definitions({program}) == folder.path() / place);
    CHECK(shipped_definitions({elsewhere, program}) == folder.path() / place);
    CHECK(shipped_definitions({elsewhere}).empty());
    CHECK(shipped_definitions({}).empty());
}

TEST_CASE("the program knows where it lies by what the system tells and by how it was called") {
    const auto paths = program_paths();
    REQUIRE(!paths.empty());
    for (const auto& path : paths) CHECK(path.filename() == "cli_tests");
    if (std::filesystem::exists("/proc/self/exe")) CHECK(paths.size() == 2);
}

TEST_CASE("definitions are found from any folder, also where the folder of the program is a link") {
    const TemporaryFolder folder;
    const std::string made =
        "mkdir -p real at && cp \"$(command -v csapath)\" real && ln -s ../real at/build && mkdir -p "
        "at/pathway-definitions && ";
    const auto called = GENERATE(as<std::string>{}, "at/build/csapath", "cd /; \"$OLDPWD\"/at/build/csapath");
    const Ran ran = run_line(made + called + " version -v", folder.path());
    CHECK(ran.out.find("\ndefinitions " + (folder.path() / "at/pathway-definitions").string() + "\n") !=
          std::string::npos);
}

}  // namespace
}  // namespace csapath::cli
