// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include "cli/failure.hpp"
#include "tests/support/catch.hpp"

namespace csapath::cli {
namespace {

/// A command line like that of check, small.
struct Line {
    Options options;
    std::vector<std::string> words, cases;
    std::optional<std::string> pathway, format;
    bool quiet = false;

    Line() {
        options.words(words);
        options.value("-p,--pathway", pathway, "PATHWAY", "which pathway");
        options.value("--format", format, "FORMAT", "what to print");
        options.repeated("--case", cases, "CASE", "only this case");
        options.flag("-q,--quiet", quiet, "say nothing");
    }
    bool parse(const std::vector<std::string>& arguments) { return options.parse(arguments); }
};

std::string refusal(const std::vector<std::string>& arguments) {
    Line line;
    try {
        line.parse(arguments);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

using Strings = std::vector<std::string>;

TEST_CASE("words, values and flags are told apart, in whatever order they stand") {
    const auto arguments = GENERATE(Strings{"a.csv", "-p", "x.yaml", "b.csv", "-q", "--case", "1", "--case", "2"},
                                    Strings{"--case=1", "--pathway=x.yaml", "--case=2", "--quiet", "a.csv", "b.csv"},
                                    Strings{"-q", "-px.yaml", "a.csv", "--case", "1", "b.csv", "--case", "2"},
                                    Strings{"-qp", "x.yaml", "--case", "1", "--case", "2", "--", "a.csv", "b.csv"});
    Line line;
    REQUIRE(line.parse(arguments));
    CHECK(line.words == Strings{"a.csv", "b.csv"});
    CHECK(line.pathway == "x.yaml");
    CHECK(line.cases == Strings{"1", "2"});
    CHECK(line.quiet);
    CHECK_FALSE(line.format);
}

TEST_CASE("after two dashes everything is a word, and one dash alone always is") {
    Line line;
    REQUIRE(line.parse({"-", "--", "-q", "--case", "--"}));
    CHECK(line.words == Strings{"-", "-q", "--case", "--"});
    CHECK_FALSE(line.quiet);
    CHECK(line.cases.empty());
}

TEST_CASE("a value may begin with a dash, hold commas and brackets, and be a number below nought") {
    const auto value = GENERATE(as<std::string>{}, "-x", "-1", "[a,b]", "a,b", "a=b", "ü", "-");
    Line line;
    REQUIRE(line.parse({"--case", value, "--", value}));
    CHECK(line.cases == Strings{value});
    CHECK(line.words == Strings{value});
}

TEST_CASE("a word may look like a list") {
    Line line;
    REQUIRE(line.parse({"[a,b].csv", "[c]"}));
    CHECK(line.words == Strings{"[a,b].csv", "[c]"});
}

TEST_CASE("what cannot be meant is refused, and says what is wrong") {
    const auto [arguments, message] = GENERATE(table<Strings, std::string>({
        {{"--pathwya", "x"}, "there is no option '--pathwya'; did you mean '--pathway'?"},
        {{"--xyz"}, "there is no option '--xyz'"},
        {{"-z"}, "there is no option '-z'"},
        {{"-qz"}, "there is no option '-z'"},
        {{"--QUIET"}, "there is no option '--QUIET'; did you mean '--quiet'?"},
        {{"-p", "a", "--pathway", "b"}, "--pathway is given 2 times"},
        {{"--format=a", "--format", "a"}, "--format is given 2 times"},
        {{"-q", "--quiet"}, "--quiet is given 2 times"},
        {{"--pathway"}, "--pathway needs a value: PATHWAY"},
        {{"-p"}, "-p needs a value: PATHWAY"},
        {{"--pathway", "--quiet"}, "--pathway needs a value (PATHWAY), and the option --quiet follows it"},
        {{"--pathway", "--format=text"}, "--pathway needs a value (PATHWAY), and the option --format follows it"},
        {{"--format=", "text"}, "--format has no value after its ="},
        {{"--quiet=no"}, "--quiet takes no value"},
    }));
    CAPTURE(arguments);
    CHECK(refusal(arguments) == message);
}

TEST_CASE("an option is never guessed from its beginning") {
    CHECK(refusal({"--path", "x"}).starts_with("there is no option '--path'"));
    CHECK(refusal({"--qui"}).starts_with("there is no option '--qui'"));
}

TEST_CASE("control characters of what was typed do not reach the terminal") {
    CHECK(refusal({"--\x1b[2J"}) == "there is no option '--\\x1b[2J'");
}

TEST_CASE("a command without words takes none") {
    Options options;
    CHECK_THROWS_WITH(options.parse(Strings{"stray"}), "'stray' is more than this command takes");
}

TEST_CASE("help is asked for anywhere before two dashes, and nothing else is looked at then") {
    CHECK_FALSE(Line().parse({"--nonsense", "--help"}));
    CHECK_FALSE(Line().parse({"-h"}));
    CHECK(Line().parse({"--", "--help"}));
}

TEST_CASE("the help page has every option in the order of its declaration, and no line over 100 columns") {
    const std::string page = Line().options.help();
    CHECK(page.find("-h, --help") < page.find("-p, --pathway PATHWAY"));
    CHECK(page.find("--case CASE") < page.find("-q, --quiet"));
    CHECK(page.find("only this case; may be repeated") != std::string::npos);

    Options options;
    std::optional<std::string> value;
    options.value(
        "--an-option-of-a-long-name", value, "VALUE",
        "a sentence that is long enough to be broken over two lines at the least, and over three to be sure of it");
    std::size_t start = 0;
    const std::string wrapped = options.help();
    while (start < wrapped.size()) {
        const std::size_t end = wrapped.find('\n', start);
        CHECK(end - start <= 100);
        start = end + 1;
    }
}

TEST_CASE("a choice is one of those known") {
    const Strings known{"text", "json", "ndjson"};
    CHECK(one_of("--format", "json", known) == "json");
    CHECK_THROWS_WITH(one_of("--format", "jsno", known),
                      "--format cannot be 'jsno'; did you mean 'json'?; it is one of: text, json, ndjson");
    CHECK_THROWS_AS(one_of("--format", "", known), UsageError);
    CHECK_THROWS_AS(one_of("--format", "JSON", known), UsageError);
}

TEST_CASE("a number is digits alone, within its bounds") {
    CHECK(whole_number("--jobs", "1", 1, 64) == 1);
    CHECK(whole_number("--jobs", "64", 1, 64) == 64);
    const auto written =
        GENERATE(as<std::string>{}, "0", "65", "-1", "+1", "1e9", "4294967297", "abc", "", " 1", "1 ", "1.0", "0x1");
    CAPTURE(written);
    CHECK_THROWS_WITH(whole_number("--jobs", written, 1, 64),
                      "--jobs is a whole number from 1 to 64, not '" + written + "'");
}

}  // namespace
}  // namespace csapath::cli
