// SPDX-License-Identifier: MIT
/// Reads a census as a small pathway would, and keeps what came of it in a form that tests can compare.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/readers/cin_census.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

namespace csapath::engine::census_test {

using rules::Code;
using Strings = std::vector<std::string>;

/// Knows every event and attribute that a census has, and visit, which it has not. Does not use cin-plan-started and
/// cin-plan-ended.
struct CensusPathway {
    rules::Vocabulary words;
    Schema schema;

    CensusPathway() {
        using Kind = rules::Type::Kind;
        for (const char* name : {"family", "public", "school", "police", "social-care"})
            words.add_agency({name, name, {}, {}});
        const auto health = words.add_agency({"health", "Health", {}, {}});
        words.add_agency({"gp", "GP", {}, health});

        schema.words = &words;
        schema.event_types = {"assessment-completed", "assessment-started", "case-closed",
                              "cin-plan-ended",       "cin-plan-started",   "conference-held",
                              "plan-ended",           "plan-started",       "referral",
                              "review-held",          "s47-started",        "visit"};
        schema.used.assign(schema.event_types.size(), true);
        schema.used[3] = schema.used[4] = false;
        schema.facts_of_type.resize(schema.event_types.size());
        const auto fact = [&](const char* name, rules::Type type) {
            const auto id = words.add_fact({.name = name, .type = std::move(type), .step = {}});
            for (auto& facts : schema.facts_of_type) facts[name] = {id};
        };
        fact("source", {Kind::agency});
        fact("source-code", {Kind::text});
        fact("primary-need", {Kind::text});
        fact("referral-nfa", {Kind::yes_no});
        fact("icpc-required", {Kind::yes_no});
        fact("icpc-target", {Kind::date});
        fact("factors", {Kind::many_of, {"1C", "3B", "6B", "19C"}});
        fact("transfer-in", {Kind::yes_no});
        fact("category", {Kind::one_of, {"NEG", "PHY", "SAB", "EMO", "MUL"}});
        fact("latest-category", {Kind::one_of, {"NEG", "PHY", "SAB", "EMO", "MUL"}});
        fact("previous-plans", {Kind::number});
        fact("reason", {Kind::text});
        fact("child-seen", {Kind::yes_no});
    }
    CensusPathway(const CensusPathway&) = delete;
    CensusPathway& operator=(const CensusPathway&) = delete;

    /// "gp", "3B;19C", "?" for a spoiled value, "6B;?" for a partial list.
    std::string written(rules::FactId fact, const rules::Value& value) const {
        using Kind = rules::Value::Kind;
        const rules::Type& type = words.facts()[fact].type;
        std::string list;
        switch (value.kind) {
            case Kind::missing:
                return value.spoiled ? "?" : "-";
            case Kind::text:
                return std::string{value.text};
            case Kind::number:
                return std::to_string(value.number);
            case Kind::yes_no:
                return value.yes ? "yes" : "no";
            case Kind::moment:
                return rules::iso(value.moment);
            case Kind::option:
                return type.values.empty() ? words.agencies()[value.option].id : type.values[value.option];
            case Kind::options:
                for (std::size_t i = 0; i < type.values.size(); ++i)
                    if (value.options.has(i)) list += (list.empty() ? "" : ";") + type.values[i];
                return list + (value.partial ? ";?" : "");
        }
        return {};
    }
};

inline const CensusPathway& pathway() {
    static const CensusPathway pathway;
    return pathway;
}

/// The events are written as "0042 referral 2024-05-01 line 34 source=gp case.date-of-birth=2016-02-11".
struct Reading : test::Reading {
    Strings texts;

    /// The events of one type, without their case.
    Strings of(const std::string& type) const {
        Strings found;
        for (const std::string& event : events)
            if (const auto at = event.find(' ' + type + ' '); at != std::string::npos)
                found.push_back(event.substr(at + type.size() + 2));
        return found;
    }
};

inline Reading read(const std::string& xml, ReadOptions options = {}, std::size_t piece = 4096) {
    Reading reading;
    if (options.name.empty()) options.name = "census.xml";
    test::TextBytes bytes(xml, piece);
    const CensusPathway& by = pathway();
    const auto take = [&](std::string_view id, const Event& event) {
        std::string line{id};
        line += ' ' + by.schema.event_types[event.type] + ' ' + rules::iso(event.at) + " line " +
                std::to_string(event.origin.row);
        for (const Cell& cell : event.cells)
            line += ' ' + by.words.facts()[cell.fact].name + '=' + by.written(cell.fact, cell.value);
        for (const Cell& cell : event.case_cells)
            line += " case." + by.words.facts()[cell.fact].name + '=' + by.written(cell.fact, cell.value);
        reading.events.push_back(line);
        reading.texts.emplace_back(event.text);
        return true;
    };
    reading.finished = cin_census_reader().read(bytes, by.schema, options, take, reading.report);
    CHECK(reading.report.rows == reading.report.used + reading.report.filtered + reading.report.refused);
    CHECK(reading.report.used == reading.events.size());
    return reading;
}

inline constexpr std::string_view header =
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>"
    "<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header>";

/// Lines 1 and 2 are the message and its header, the children begin in line 3.
inline std::string census(const std::string& children) {
    return "<Message><!-- a -->\n" + std::string{header} + "<Children>\n" + children + "</Children></Message>";
}
/// A child C1, born on 11 February 2016, with one episode that begins with a referral on 1 May 2024, all in one line.
inline std::string child(const std::string& episode, const std::string& id = "C1") {
    return "<Child><ChildIdentifiers><LAchildID>" + id +
           "</LAchildID><PersonBirthDate>2016-02-11</PersonBirthDate></ChildIdentifiers>"
           "<CINdetails><CINreferralDate>2024-05-01</CINreferralDate>" +
           episode + "</CINdetails></Child>\n";
}
inline Reading read_episode(const std::string& episode) {
    return read(census(child(episode)));
}

inline std::string every_element() {
    std::ifstream file(CSAPATH_ROOT "/tests/cases/readers/cin_census/every_element.xml", std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace csapath::engine::census_test
