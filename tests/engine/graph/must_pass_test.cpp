// SPDX-License-Identifier: MIT
#include "engine/graph/must_pass.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/graph/graph.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sketch.hpp"

namespace csapath::engine {
namespace {

using rules::StepId;
using Edges = std::vector<std::pair<std::string, std::string>>;
using Told = std::vector<std::string>;

/// "referral: screening before strategy", where referral opened the episode.
Told told(const Pathway& pathway) {
    Told all;
    for (const MustPass& pair : must_be_passed(graph_from_pathway(pathway), pathway)) {
        const std::string opened_by = pair.opened_by ? pathway.steps[*pair.opened_by].id + ": " : "";
        all.push_back(opened_by + pathway.steps[pair.passed].id + " before " + pathway.steps[pair.before].id);
    }
    return all;
}

TEST_CASE("what every way goes through must be passed, and the root is not told") {
    const Pathway pathway = sketch({"referral*", "screening", "strategy", "conference"},
                                   {{"referral", "screening"}, {"screening", "strategy"}, {"strategy", "conference"}});

    CHECK(told(pathway) == Told{"referral: screening before strategy", "referral: screening before conference",
                                "referral: strategy before conference"});
}

TEST_CASE("a short cut that is drawn frees the steps it passes by") {
    const Pathway pathway = sketch({"referral*", "screening", "strategy", "conference"}, {{"referral", "screening"},
                                                                                          {"screening", "strategy"},
                                                                                          {"screening", "conference"},
                                                                                          {"strategy", "conference"}});

    CHECK(told(pathway) == Told{"referral: screening before strategy", "referral: screening before conference"});
}

TEST_CASE("a fork that joins again must be passed at its beginning and its end") {
    const Pathway pathway =
        sketch({"a*", "b", "left", "right", "c", "d"},
               {{"a", "b"}, {"b", "left"}, {"b", "right"}, {"left", "c"}, {"right", "c"}, {"c", "d"}});

    CHECK(told(pathway) ==
          Told{"a: b before left", "a: b before right", "a: b before c", "a: b before d", "a: c before d"});
}

TEST_CASE("what must be passed depends on the start that opened the episode") {
    const Pathway pathway =
        sketch({"contact*", "referral*", "screening"}, {{"contact", "referral"}, {"referral", "screening"}});

    CHECK(told(pathway) == Told{"contact: referral before screening"});
}

TEST_CASE("on another track the roots are the steps that no edge of the track leads to") {
    const Pathway pathway = sketch(
        {"referral*", "report@police", "walk-in@police", "interview@police", "decision@police"},
        {{"referral", "interview"}, {"report", "interview"}, {"walk-in", "interview"}, {"interview", "decision"}});

    CHECK(told(pathway) == Told{"interview before decision"});
}

TEST_CASE("a main track that no step starts begins where no edge leads") {
    const Pathway pathway = sketch({"a", "b", "c"}, {{"a", "b"}, {"b", "c"}});

    CHECK(told(pathway) == Told{"b before c"});
}

TEST_CASE("loops, repeats and edges between tracks change nothing") {
    const Pathway pathway = sketch({"a*", "b", "c", "aside@health"}, {{"a", "b"},
                                                                      {"b", "c"},
                                                                      {"c", "b"},
                                                                      {"b", "b"},
                                                                      {"a", "a"},
                                                                      {"a", "b"},
                                                                      {"a", "aside"},
                                                                      {"aside", "c"},
                                                                      {"aside", "aside"}});

    CHECK(told(pathway) == Told{"a: b before c"});
}

TEST_CASE("steps that no way leads to are in no pair") {
    const Pathway pathway =
        sketch({"a*", "b", "lost", "found", "round@x", "trip@x"},
               {{"a", "b"}, {"lost", "found"}, {"lost", "b"}, {"round", "trip"}, {"trip", "round"}});

    CHECK(told(pathway).empty());
}

TEST_CASE("a pathway of one step, and one without edges, ask for nothing") {
    CHECK(told(sketch({"a*"}, {})).empty());
    CHECK(told(sketch({"a", "b@x"}, {})).empty());
    CHECK(told(Pathway{}).empty());
}

// -------------------------------------------------------------------------------------- held against a slow method

/// Which steps can be reached from the roots by edges of one track, without ever standing on `avoided`.
std::vector<bool> reached(const Pathway& pathway, const std::vector<StepId>& roots, std::optional<StepId> avoided) {
    std::vector<bool> yes(pathway.steps.size(), false);
    for (const StepId root : roots) yes[root] = root != avoided;
    for (bool more = true; more;) {
        more = false;
        for (const Rule& rule : pathway.rules) {
            const StepId from = rule.edge()->from, to = rule.edge()->to.front();
            const bool same_track = pathway.steps[from].track == pathway.steps[to].track;
            if (!same_track || !yes[from] || yes[to] || to == avoided) continue;
            yes[to] = more = true;
        }
    }
    return yes;
}

bool led_to(const Pathway& pathway, StepId step) {
    return std::any_of(pathway.rules.begin(), pathway.rules.end(), [&](const Rule& rule) {
        const StepId from = rule.edge()->from;
        return rule.edge()->to.front() == step && from != step &&
               pathway.steps[from].track == pathway.steps[step].track;
    });
}

/// By the words of the definition: without M, B is not reached any more.
std::vector<MustPass> by_taking_each_away(const Pathway& pathway) {
    const auto count = static_cast<StepId>(pathway.steps.size());
    std::vector<MustPass> pairs;
    const auto add = [&](const std::vector<StepId>& roots, std::optional<StepId> opened_by) {
        const auto all = reached(pathway, roots, std::nullopt);
        for (StepId passed = 0; passed < count; ++passed) {
            if (std::find(roots.begin(), roots.end(), passed) != roots.end()) continue;
            const auto without = reached(pathway, roots, passed);
            for (StepId before = 0; before < count; ++before) {
                if (before != passed && all[before] && !without[before])
                    pairs.push_back({.passed = passed, .before = before, .opened_by = opened_by});
            }
        }
    };
    for (const std::string track : {"main", "x", "y"}) {
        std::vector<StepId> starts, roots;
        for (StepId step = 0; step < count; ++step) {
            if (pathway.steps[step].track != track) continue;
            if (track == "main" && pathway.steps[step].starts) starts.push_back(step);
            if (!led_to(pathway, step)) roots.push_back(step);
        }
        for (const StepId start : starts) add({start}, start);
        if (starts.empty()) add(roots, std::nullopt);
    }
    std::sort(pairs.begin(), pairs.end(), [](const MustPass& a, const MustPass& b) {
        return std::tie(a.opened_by, a.passed, a.before) < std::tie(b.opened_by, b.passed, b.before);
    });
    return pairs;
}

Pathway any_pathway(std::mt19937& random) {
    const auto below = [&random](std::size_t n) { return random() % n; };
    const std::size_t size = 1 + below(9);
    const std::size_t tracks = 1 + below(3);
    std::vector<std::string> steps, names;
    for (std::size_t step = 0; step < size; ++step) {
        const std::string name = "s" + std::to_string(step);
        const std::string track = std::vector<std::string>{"main", "x", "y"}[below(tracks)];
        names.push_back(name);
        steps.push_back(name + "@" + track + (below(5) == 0 ? "*" : ""));
    }
    Edges edges;
    for (std::size_t edge = below(3 * size); edge > 0; --edge)
        edges.emplace_back(names[below(size)], names[below(size)]);
    return sketch(steps, edges);
}

TEST_CASE("dominators say the same as taking each step away and looking what is still reached") {
    std::mt19937 random{20250429};  // the sequence of mt19937 is the same everywhere
    std::size_t pairs_seen = 0;
    for (int round = 0; round < 2000; ++round) {
        CAPTURE(round);
        const Pathway pathway = any_pathway(random);
        const auto expected = by_taking_each_away(pathway);
        pairs_seen += expected.size();
        REQUIRE(must_be_passed(graph_from_pathway(pathway), pathway) == expected);
    }
    CHECK(pairs_seen > 1000);  // the pathways were not all trivial
}

}  // namespace
}  // namespace csapath::engine
