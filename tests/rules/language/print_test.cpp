// SPDX-License-Identifier: MIT
#include "rules/language/print.hpp"

#include <random>
#include <string>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"
#include "tests/support/sentences.hpp"

namespace csapath::rules {
namespace {

using tests::read;

TEST_CASE("what is canonical already is printed as it was written") {
    for (const std::string& text : tests::edges()) CHECK(printed(read(parse_edge, text)) == text);
    for (const std::string& text : tests::conditions()) CHECK(printed(read(parse_condition, text)) == text);
    CHECK(printed(read(parse_sentence, "include social-care, police and health")) ==
          "include social-care, police and health");
}

TEST_CASE("what was printed reads as the same tree") {
    for (const std::string& text : tests::sentences()) {
        const ast::Sentence tree = read(parse_sentence, text);
        CHECK(read(parse_sentence, printed(tree)) == tree);
    }
}

TEST_CASE("friendly forms are printed in the canonical form") {
    const auto [written, canonical] = GENERATE(table<std::string, std::string>({
        {"include police, health, and gp", "include police, health and gp"},
        {"include police and health and gp", "include police, health and gp"},
        {"hear from police, health", "hear from police and health"},
        {"include at least 2 of (police and health)", "include at least 2 of (police, health)"},
        {"happen within 1 working days of referral", "happen within 1 working day of referral"},
        {"happen within 3 working day of referral", "happen within 3 working days of referral"},
        {"happen within 2 week of each referral", "happen within 2 weeks of referral"},
        {"happen exactly 2 time", "happen exactly 2 times"},
        {"happen at most 1 times", "happen at most 1 time"},
        {"  happen\n  once\t", "happen once"},
        {"ensure ((risk is red))", "ensure risk is red"},
        {"ensure (a is b and c is d) or e is f", "ensure (a is b and c is d) or e is f"},
        {"ensure held-on before 2024-03-01", "ensure held-on < 2024-03-01"},
        {"ensure held-on after 2024-03-01", "ensure held-on > 2024-03-01"},
        {"ensure not(a is b)", "ensure not a is b"},
        {"ensure risk in(red,amber)", "ensure risk in (red, amber)"},
        {"ensure visits>=2", "ensure visits >= 2"},
        {"be shared as 'plan' with police", "be shared as plan with police"},
    }));
    CHECK(printed(read(parse_sentence, written)) == canonical);
}

/// Makes trees that no person would write.
class Trees {
public:
    explicit Trees(unsigned seed) : random_(seed) {}

    ast::Condition condition(int depth) {
        switch (depth == 0 ? 3 + below(8) : below(11)) {
            case 0:
                return {ast::All{several(depth)}, {}};
            case 1:
                return {ast::Any{several(depth)}, {}};
            case 2: {
                ast::Not made;
                made.part.push_back(condition(depth - 1));
                return {made, {}};
            }
            case 3:
                return {ast::Is{quantity(), even(), literal()}, {}};
            case 4:
                return {ast::Recorded{path(), even(), even()}, {}};
            case 5:
                return {ast::In{path(), literals()}, {}};
            case 6:
                return {ast::Compare{quantity(), static_cast<ast::Comparison>(below(4)), literal()}, {}};
            case 7: {
                ast::Includes made{path(), static_cast<ast::Includes::How>(below(3)), {}};
                if (even())
                    made.values = literals();
                else
                    made.values = path();
                return {made, {}};
            }
            case 8:
                return {ast::Order{path(), even(), path()}, {}};
            case 9:
                return {ast::Happened{name(), even(), even() ? std::optional{period(1)} : std::nullopt}, {}};
            default:
                return {ast::Between{name(), name()}, {}};
        }
    }

private:
    int below(int bound) { return std::uniform_int_distribution{0, bound - 1}(random_); }
    bool even() { return below(2) == 0; }
    ast::Name name() {
        static const std::vector<std::string> names{"referral", "screening", "s47-started", "risk", "x", "B_2-c"};
        return {names[static_cast<std::size_t>(below(6))], {}};
    }
    ast::Path path() {
        ast::Path made{std::nullopt, name(), {}};
        if (even()) made.owner = even() ? name() : ast::Name{"case", {}};
        return made;
    }
    Period period(int least) { return {least + below(500), static_cast<Unit>(below(6))}; }
    ast::Literal literal() {
        switch (below(5)) {
            case 0:
                return {std::int64_t{below(1000)}, {}};
            case 1:
                return {period(0), {}};
            case 2:
                return {Date{below(80'000)}, {}};
            case 3:
                return {ast::Literal::Word{even() ? "red" : "19B", false}, {}};
            default:
                return {ast::Literal::Word{even() ? "not recorded, 'yes'" : "Zoë \"and\" (", true}, {}};
        }
    }
    std::vector<ast::Literal> literals() {
        std::vector<ast::Literal> made;
        for (int left = 1 + below(3); left > 0; --left) made.push_back(literal());
        return made;
    }
    ast::Quantity quantity() {
        switch (below(4)) {
            case 0:
                return {ast::Age{}, {}};
            case 1:
                return {ast::CountOf{path()}, {}};
            case 2:
                return {ast::TimeSince{path()}, {}};
            default:
                return {path(), {}};
        }
    }
    ast::Conditions several(int depth) {
        ast::Conditions made;
        for (int left = 2 + below(3); left > 0; --left) made.push_back(condition(depth - 1));
        return made;
    }

    std::mt19937 random_;
};

TEST_CASE("any tree whatever is printed so that it reads as the same tree, and without a warning") {
    Trees trees{20250506};
    for (int i = 0; i < 400; ++i) {
        const ast::Condition tree = trees.condition(3);
        const std::string text = printed(tree);
        if (text.size() > longest_sentence) continue;
        const Source source{"a test", text};
        Diagnostics diagnostics;
        const auto again = parse_condition(whole(source), diagnostics);
        INFO(text);
        CHECK(diagnostics.empty());
        REQUIRE(again);
        REQUIRE(*again == tree);
    }
}

TEST_CASE("trees that differ are not equal") {
    CHECK_FALSE(read(parse_condition, "risk is red") == read(parse_condition, "risk is not red"));
    CHECK_FALSE(read(parse_condition, "risk is red") == read(parse_condition, "risk is \"red\""));
    CHECK_FALSE(read(parse_condition, "a is b or (c is d and e is f)") ==
                read(parse_condition, "(a is b or c is d) and e is f"));
    CHECK(read(parse_condition, "a is b or c is d and e is f") ==
          read(parse_condition, "a is b or (c is d and e is f)"));
}

}  // namespace
}  // namespace csapath::rules
