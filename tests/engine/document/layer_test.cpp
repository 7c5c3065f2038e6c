// SPDX-License-Identifier: MIT
#include "engine/document/layer.hpp"

#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath::engine {
namespace {

/// A tree on one line, each value with the letter of its file (u for the upper, l for the lower) and its line:
/// {title: North@u2, steps: {…}}.
std::string shown_tree(const Node& node, const Document& upper) {
    std::string text;
    if (node.is_scalar()) {
        const auto line = std::to_string(node.where.source->place(node.where.begin).line);
        return node.text() + (node.where.source == upper.source.get() ? "@u" : "@l") + line;
    }
    for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + shown_tree(item, upper);
    if (node.is_list()) return "[" + text + "]";
    for (const Node::Entry& entry : node.entries)
        text += (text.empty() ? "" : ", ") + entry.key.text + ": " + shown_tree(entry.value, upper);
    return "{" + text + "}";
}

struct Overlay {
    Document lower, upper;
    rules::Diagnostics diagnostics = {};
    Laid laid = {};

    std::string shown() const { return shown_tree(laid.document, upper); }
};

Overlay overlay(std::string lower, std::string upper) {
    Overlay made{document(std::move(lower)), document(std::move(upper))};
    REQUIRE(made.lower.root);
    REQUIRE(made.upper.root);
    made.laid = laid_over(*made.lower.root, *made.upper.root, made.diagnostics);
    return made;
}

TEST_CASE("maps are merged by key, and what is new comes last") {
    const Overlay made = overlay("title: Base\nagencies:\n  police: {title: Police}\n",
                                 "agencies:\n  gp: {title: GP}\n  police: {aliases: [CAIU]}\nversion: two\n");
    CHECK(made.diagnostics.empty());
    CHECK(made.shown() ==
          "{title: Base@l1, agencies: {police: {title: Police@l3, aliases: [CAIU@u3]}, gp: {title: GP@u2}}, "
          "version: two@u4}");
}

TEST_CASE("a list replaces the list under it, and a value the value") {
    const Overlay made = overlay("a: [one, two]\nb: x\nc: [y]\n", "a: [three]\nb: z\nc: w\n");
    CHECK(made.diagnostics.empty());
    CHECK(made.shown() == "{a: [three@u1], b: z@u2, c: w@u3}");
}

TEST_CASE("a sentence over a rule that is a map replaces its rule alone") {
    const Overlay made = overlay(
        "steps:\n  a:\n    next:\n      b: {rule: must, basis: statutory}\n    must:\n      q: {why: So, rule: happen "
        "once}\n",
        "steps:\n  a:\n    next: {b: may}\n    must: {q: happen at most 2 times}\n");
    CHECK(made.diagnostics.empty());
    CHECK(made.shown() ==
          "{steps: {a: {next: {b: {rule: may@u3, basis: statutory@l4}}, "
          "must: {q: {why: So@l6, rule: happen at most 2 times@u4}}}}}");
}

TEST_CASE("a map over a bare sentence adds to it") {
    const Overlay made =
        overlay("steps:\n  a:\n    must: {q: happen once}\n", "steps:\n  a:\n    must: {q: {severity: high}}\n");
    CHECK(made.diagnostics.empty());
    CHECK(made.shown() == "{steps: {a: {must: {q: {rule: happen once@l3, severity: high@u3}}}}}");
}

TEST_CASE("a departure is one thing: a later one replaces all of it") {
    const Overlay made = overlay("steps: {a: {must: {q: {rule: happen once, departs: {reason: Old, until: x}}}}}\n",
                                 "steps: {a: {must: {q: {departs: {reason: New}}}}}\n");
    CHECK(made.shown() == "{steps: {a: {must: {q: {rule: happen once@l1, departs: {reason: New@u1}}}}}}");
}

TEST_CASE("an edge is the same in whatever order its targets stand") {
    const auto [lower, upper, same] = GENERATE(table<std::string, std::string, bool>({
        {"b or c", "c or b", true},
        {"b or c as x", "c or b as x", true},
        {"b or c", "b", false},
        {"b or c", "c or b as x", false},
        {"b as x", "b as y", false},
    }));
    CAPTURE(lower, upper);
    const Overlay made = overlay("steps:\n  a:\n    next:\n      " + lower + ": must\n",
                                 "steps:\n  a:\n    next:\n      " + upper + ": may\n");
    CHECK(made.laid.document.find("steps")->find("a")->find("next")->entries.size() == (same ? 1 : 2));
}

TEST_CASE("a removal takes away a rule, an edge or a step, and is not in the result") {
    const auto [upper, left] = GENERATE(table<std::string, std::string>({
        {"steps: {a: {must: {q: {remove: {reason: R}}}}}\n", "{steps: {a: {next: {b: may@l1}, must: {}}, b: {}}}"},
        {"steps: {a: {next: {b: {remove: {reason: R}}}}}\n",
         "{steps: {a: {next: {}, must: {q: happen once@l1}}, b: {}}}"},
        {"steps: {a: {remove: {reason: R}}}\n", "{steps: {b: {}}}"},
    }));
    const Overlay made = overlay("steps: {a: {next: {b: may}, must: {q: happen once}}, b: {}}\n", upper);
    CHECK(made.diagnostics.empty());
    CHECK(made.shown() == left);
    REQUIRE(made.laid.removed.size() == 1);
    CHECK(made.laid.removed[0].by.find("remove")->find("reason")->text() == "R");
}

TEST_CASE("what is not there cannot be removed") {
    const auto [upper, told, near] = GENERATE(table<std::string, std::string, std::string>({
        {"steps: {a: {must: {quorun: {remove: {reason: R}}}}}\n", "P017 1:20\n", "quorum"},
        {"steps: {a: {next: {b: {remove: {reason: R}}}}}\n", "P017 1:20\n", "no rule 'b'"},
        {"steps: {aa: {remove: {reason: R}}}\n", "P017 1:9\n", "no step 'aa'"},
        {"steps: {new: {must: {q: {remove: {reason: R}}}}}\n", "P017 1:22\n", "no rule 'q'"},
    }));
    CAPTURE(upper);
    const Overlay made = overlay("steps: {a: {must: {quorum: happen once}}}\n", upper);
    CHECK(codes_and_places(made.diagnostics) == told);
    CHECK(says(made.diagnostics, near));
}

TEST_CASE("Y42 one kind of value over another names both places") {
    const auto [lower, upper] = GENERATE(table<std::string, std::string>({
        {"steps: {a: {}}\n", "steps: a\n"},
        {"title: Base\n", "title: {a: b}\n"},
        {"facts: {}\n", "facts: [a]\n"},
        {"steps: {a: {must: {q: [x]}}}\n", "steps: {a: {must: {q: {rule: x}}}}\n"},
    }));
    CAPTURE(lower, upper);
    const Overlay made = overlay(lower, upper);
    REQUIRE(made.diagnostics.found().size() == 1);
    const rules::Diagnostic& told = made.diagnostics.found()[0];
    CHECK(told.code == rules::Code::layer_kind);
    CHECK(told.where.source == made.upper.source.get());
    REQUIRE(told.also.size() == 1);
    CHECK(told.also[0].where.source == made.lower.source.get());
}

TEST_CASE("what a definition extends is no part of the result") {
    const Overlay made = overlay("extends: x.yaml\na: b\n", "extends: y.yaml\nc: d\n");
    CHECK(made.shown() == "{a: b@l2, c: d@u2}");
}

}  // namespace
}  // namespace csapath::engine
