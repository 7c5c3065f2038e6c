// SPDX-License-Identifier: MIT
// Where the nodes of a tree stand in the text.
#include <string>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"
#include "tests/support/sentences.hpp"

namespace csapath::rules {
namespace {

using tests::kept;
using tests::read;

/// Goes through a whole tree and holds every span against the text.
struct Places {
    std::size_t nodes = 0;

    void exactly(const Span& where, const std::string& text) {
        ++nodes;
        CHECK(where.text() == text);
    }
    void somewhere(const Span& where) {
        ++nodes;
        CHECK_FALSE(where.text().empty());
        CHECK(where.text().front() != ' ');
        CHECK(where.text().back() != ' ');
    }

    void operator()(const ast::Name& name) {
        const std::string_view written = name.where.text();
        const bool quotes = written.starts_with('"') || written.starts_with('\'');
        exactly(name.where, quotes ? '"' + name.text + '"' : name.text);
    }
    void operator()(const ast::Path& path) {
        exactly(path.where, path.owner ? path.owner->text + "." + path.attribute.text : path.attribute.text);
        if (path.owner) (*this)(*path.owner);
        (*this)(path.attribute);
    }
    void operator()(const ast::Literal& literal) { somewhere(literal.where); }
    void operator()(const ast::Quantity& quantity) {
        somewhere(quantity.where);
        std::visit(*this, quantity.what);
    }
    void operator()(const ast::Age&) {}
    void operator()(const ast::CountOf& count) { (*this)(count.of); }
    void operator()(const ast::TimeSince& since) { (*this)(since.of); }
    void operator()(const ast::Condition& condition) {
        somewhere(condition.where);
        visit(condition.test);
    }
    void operator()(const ast::All& all) { each(all.parts); }
    void operator()(const ast::Any& any) { each(any.parts); }
    void operator()(const ast::Not& negated) { each(negated.part); }
    void operator()(const ast::Is& is) { (*this)(is.left), (*this)(is.right); }
    void operator()(const ast::Recorded& recorded) { (*this)(recorded.path); }
    void operator()(const ast::In& in) { (*this)(in.path), each(in.values); }
    void operator()(const ast::Compare& compare) { (*this)(compare.left), (*this)(compare.right); }
    void operator()(const ast::Includes& includes) { (*this)(includes.path), visit(includes.values); }
    void operator()(const ast::Order& order) { (*this)(order.left), (*this)(order.right); }
    void operator()(const ast::Happened& happened) { (*this)(happened.step); }
    void operator()(const ast::Between& between) { (*this)(between.from), (*this)(between.to); }

    void operator()(const ast::Provisos& provisos) { maybe(provisos.when), maybe(provisos.unless); }
    void operator()(const ast::Pausing& pausing) { (*this)(pausing.from), (*this)(pausing.to); }
    void operator()(Period) {}
    void operator()(std::monostate) {}
    void operator()(ast::Share::Everyone) {}
    void operator()(ast::BeRecorded::Everywhere) {}
    void operator()(const ast::Limit& limit) { somewhere(limit.where), visit(limit.by), maybe(limit.pausing); }
    void operator()(const ast::Anchor& anchor) { somewhere(anchor.where), each(anchor.alternatives); }
    void operator()(const ast::Parties& parties) { somewhere(parties.where), each(parties.agencies); }
    void operator()(const ast::Must& must) { maybe(must.limit), maybe(must.matching), (*this)(must.provisos); }
    void operator()(const ast::May& may) { maybe(may.when); }
    void operator()(const ast::Otherwise& otherwise) { maybe(otherwise.limit), maybe(otherwise.unless); }
    void operator()(const ast::HappenWithin& form) {
        (*this)(form.anchor), maybe(form.pausing), maybe(form.matching), (*this)(form.provisos);
    }
    void operator()(const ast::HappenBy& form) { (*this)(form.by), (*this)(form.provisos); }
    void operator()(const ast::HappenBefore& form) { (*this)(form.anchor), (*this)(form.provisos); }
    void operator()(const ast::HappenTimes& form) { (*this)(form.provisos); }
    void operator()(const ast::Follow& form) { each(form.steps), (*this)(form.provisos); }
    void operator()(const ast::Lead& form) {
        each(form.steps), maybe(form.limit), maybe(form.matching), (*this)(form.provisos);
    }
    void operator()(const ast::Repeat& form) {
        each(form.from), each(form.until), maybe(form.where), (*this)(form.provisos);
    }
    void operator()(const ast::Involve& form) { (*this)(form.parties), (*this)(form.provisos); }
    void operator()(const ast::Share& form) {
        maybe(form.as), visit(form.with), maybe(form.limit), (*this)(form.provisos);
    }
    void operator()(const ast::Record& form) { each(form.attributes), (*this)(form.provisos); }
    void operator()(const ast::BeRecorded& form) { visit(form.how), (*this)(form.provisos); }
    void operator()(const ast::Names& all) { each(all); }
    void operator()(const std::vector<ast::Literal>& all) { each(all); }
    void operator()(const ast::Ensure& form) { (*this)(form.condition), (*this)(form.provisos); }
    void operator()(const ast::Never& form) { each(form.steps), (*this)(form.provisos); }

    template <class Many>
    void each(const Many& many) {
        for (const auto& one : many) (*this)(one);
    }
    template <class Maybe>
    void maybe(const std::optional<Maybe>& one) {
        if (one) (*this)(*one);
    }
    template <class... Kinds>
    void visit(const std::variant<Kinds...>& one) {
        std::visit([this](const auto& kind) { (*this)(kind); }, one);
    }
};

TEST_CASE("every node knows the text it was read from") {
    Places places;
    for (const std::string& text : tests::edges()) {
        const auto edge = read(parse_edge, text);
        places.exactly(edge.where, text);
        places.visit(edge.form);
    }
    for (const std::string& text : tests::sentences()) {
        const auto sentence = read(parse_sentence, text);
        places.exactly(sentence.where, text);
        places.visit(sentence.form);
    }
    for (const std::string& text : tests::conditions()) {
        const auto condition = read(parse_condition, text);
        places.exactly(condition.where, text);
        places(condition);
    }
    CHECK(places.nodes > 1000);
}

TEST_CASE("the parts of a condition stand where they were written") {
    const auto all = read(parse_condition, "  a.b is not 3 days  and ( x in (p, q) or not  age < 5 years )  ");
    CHECK(all.where.text() == "a.b is not 3 days  and ( x in (p, q) or not  age < 5 years )");
    const auto& parts = std::get<ast::All>(all.test).parts;
    CHECK(parts[0].where.text() == "a.b is not 3 days");
    CHECK(std::get<ast::Is>(parts[0].test).left.where.text() == "a.b");
    CHECK(std::get<ast::Is>(parts[0].test).right.where.text() == "3 days");
    CHECK(parts[1].where.text() == "( x in (p, q) or not  age < 5 years )");
    const auto& choices = std::get<ast::Any>(parts[1].test).parts;
    CHECK(choices[0].where.text() == "x in (p, q)");
    CHECK(std::get<ast::In>(choices[0].test).values[1].where.text() == "q");
    CHECK(choices[1].where.text() == "not  age < 5 years");
}

TEST_CASE("a sentence in a block of several lines points into each of them") {
    // As a YAML block scalar indented by four spaces would be: the passage lacks the indentation, the source has it.
    const Source& source = kept("rule: |\n    include police\n    when risk is red\n");
    const Passage passage{"include police\nwhen risk is red", {&source, 6, 49}, {{0, 12}, {15, 31}}};
    Diagnostics diagnostics;
    const auto sentence = parse_sentence(passage, diagnostics);
    REQUIRE(sentence);
    const auto& involve = std::get<ast::Involve>(sentence->form);
    CHECK(involve.parties.agencies[0].where.text() == "police");
    CHECK(involve.provisos.when->where.text() == "risk is red");
    CHECK(address(involve.provisos.when->where) == "a test:3:10");
}

}  // namespace
}  // namespace csapath::rules
