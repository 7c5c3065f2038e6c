// SPDX-License-Identifier: MIT
/// Reads a text with a reader, against a small pathway, and keeps what came of it in a form that tests can compare.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine::test {

/// A text in memory, handed out a few bytes at a time.
class TextBytes : public Bytes {
public:
    explicit TextBytes(std::string_view text, std::size_t at_a_time = 1 << 20) : text_(text), most_(at_a_time) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t count = std::min({room.size(), most_, text_.size() - at_});
        std::copy_n(text_.data() + at_, count, room.data());
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string_view text_;
    std::size_t most_, at_ = 0;
};

/// Agencies social-care (alias CSC), police, health and its member gp; facts risk, seen, visits, seen-on, factors,
/// comment and screening.outcome, and the case's date-of-birth, area and team; events referral, screening, visit, and
/// unused: contact, supervision.
struct SmallPathway {
    rules::Vocabulary words;
    Schema schema;
    rules::FactId risk, seen, visits, seen_on, factors, comment, outcome;

    SmallPathway() {
        using rules::Type;
        words.add_step("referral", "Referral");
        const rules::StepId screening = words.add_step("screening", "Screening");
        words.add_step("visit", "Visit");
        words.add_agency({"social-care", "Children's social care", {"CSC"}, {}});
        words.add_agency({"police", "Police", {}, {}});
        const auto health = words.add_agency({"health", "Health", {}, {}});
        words.add_agency({"gp", "General practitioner", {}, health});
        const auto fact = [&](std::string name, Type type) {
            return words.add_fact({.name = std::move(name), .type = std::move(type), .step = {}});
        };
        risk = fact("risk", {Type::Kind::one_of, {"red", "amber", "very-low"}});
        seen = fact("seen", {Type::Kind::yes_no});
        visits = fact("visits", {Type::Kind::number});
        seen_on = fact("seen-on", {Type::Kind::date});
        factors = fact("factors", {Type::Kind::many_of, {"neglect", "drugs"}});
        comment = fact("comment", {Type::Kind::text});
        outcome =
            words.add_fact({.name = "outcome", .type = {Type::Kind::one_of, {"assess", "nfa"}}, .step = screening});

        schema.words = &words;
        schema.zone = Zone::named("Europe/London");
        schema.event_types = {"contact", "referral", "screening", "supervision", "visit"};
        schema.used = {false, true, true, false, true};
        schema.facts_of_type.resize(5);
        for (auto& facts : schema.facts_of_type) {
            for (rules::FactId built_in = 0; built_in < rules::fact_date_of_birth; ++built_in)
                facts[words.facts()[built_in].name] = {built_in};
            for (const rules::FactId declared : {risk, seen, visits, seen_on, factors, comment})
                facts[words.facts()[declared].name] = {declared};
        }
        schema.facts_of_type[2]["outcome"] = {outcome};
    }
    SmallPathway(const SmallPathway&) = delete;
    SmallPathway& operator=(const SmallPathway&) = delete;

    /// "red", "yes", "12", "2025-04-30T15:20", "police;gp", "?" for a spoiled value; "police;?" for a partial list.
    std::string written(rules::FactId fact, const rules::Value& value) const {
        using Kind = rules::Value::Kind;
        const auto& type = words.facts()[fact].type;
        const auto name = [&](std::size_t option) {
            const bool agency = type.kind == rules::Type::Kind::agency || type.kind == rules::Type::Kind::agencies;
            return agency                                 ? words.agencies()[option].id
                   : type.kind == rules::Type::Kind::step ? words.steps()[option]
                                                          : type.values[option];
        };
        std::string text;
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
                return written(value.moment);
            case Kind::option:
                return name(value.option);
            case Kind::options:
                for (std::size_t option = 0; option < rules::Options::most; ++option)
                    if (value.options.has(option)) text += (text.empty() ? "" : ";") + name(option);
                if (value.partial) text += text.empty() ? "?" : ";?";
                return text.empty() ? "none" : text;
        }
        return "";
    }
    static std::string written(const rules::Moment& moment) {
        return rules::iso(moment) + (moment.second_pass ? " (second)" : "") + (moment.ambiguous ? " (twice)" : "");
    }
};

struct Reading {
    InputReport report;
    /// "W-1 referral 2025-04-29 row 2 risk=red case.area=North", cells in the order of the facts.
    std::vector<std::string> events;
    bool finished = false;

    std::string codes() const {  ///< "D009 D004", in the order in which they are told
        std::string codes;
        for (const auto& fault : report.faults.found()) {
            codes += codes.empty() ? "" : " ";
            codes += rules::row(fault.code).id;
        }
        return codes;
    }
    std::uint64_t noted(rules::Code code) const {
        std::uint64_t count = 0;
        for (const auto& [key, times] : report.notes) count += key.first == code ? times : 0;
        return count;
    }
    /// Everything that a person is told.
    std::string told() const {
        std::string text;
        for (const auto& fault : report.faults.found()) text += rules::rendered(fault);
        for (const auto& [key, times] : report.notes)
            text += std::string{rules::row(key.first).id} + ' ' + key.second + ' ' + std::to_string(times) + '\n';
        return text;
    }
};

inline Reading read_with(const Reader& reader, std::string_view text, ReadOptions options = {},
                         std::size_t at_a_time = 1 << 20) {
    static const SmallPathway pathway;
    if (options.name.empty()) options.name = "cases";
    TextBytes bytes{text, at_a_time};
    Reading reading;
    const TakeEvent take = [&](std::string_view case_id, const Event& event) {
        std::string line{case_id};
        line += ' ' + pathway.schema.event_types[event.type] + ' ' + SmallPathway::written(event.at);
        line += " row " + std::to_string(event.origin.row);
        auto cells = event.cells;
        std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.fact < b.fact; });
        const auto add = [&](const Cell& cell) {
            const rules::Fact& fact = pathway.words.facts()[cell.fact];
            line += (fact.of_case ? " case." : " ") + fact.name + '=' + pathway.written(cell.fact, cell.value);
        };
        for (const Cell& cell : cells) add(cell);
        for (const Cell& cell : event.case_cells) add(cell);
        reading.events.push_back(line);
        return true;
    };
    reading.finished = reader.read(bytes, pathway.schema, options, take, reading.report);
    return reading;
}

}  // namespace csapath::engine::test
