// SPDX-License-Identifier: MIT
/// CSV texts looked into, against a small pathway.
#pragma once

#include <string>

#include "engine/profile/from_table.hpp"
#include "engine/profile/look.hpp"
#include "engine/readers/csv_table.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

namespace csapath::engine::test {

/// Events referral, screening (whose title is "First screening") and visit; agencies police and social-care (alias
/// CSC); facts risk (red, amber), seen (yes-no) and the case's date-of-birth.
inline Pathway known_pathway() {
    Pathway pathway;
    pathway.event_types = {"referral", "screening", "visit"};
    const auto step = [&](const std::string& id, const std::string& title, EventTypeId type) {
        pathway.words.add_step(id, title);
        Step& made = pathway.steps.emplace_back();
        made.id = id;
        made.title = title;
        made.events = {type};
    };
    step("referral", "Referral", 0);
    step("screening", "First look", 1);
    step("visit", "Home visit", 2);
    pathway.words.add_agency({"police", "Police", {}, {}});
    pathway.words.add_agency({"social-care", "Children's social care", {"CSC"}, {}});
    using rules::Type;
    pathway.words.add_fact({.name = "risk", .type = {Type::Kind::one_of, {"red", "amber"}}, .step = {}});
    pathway.words.add_fact({.name = "seen", .type = {Type::Kind::yes_no}, .step = {}});
    return pathway;
}

inline TableProfile profile(const std::string& csv) {
    static const Pathway pathway = known_pathway();
    const KnownNames known(pathway);
    struct Opened final : public Table {
        TextBytes bytes;
        Window window{bytes};
        std::optional<CsvTable> rows;

        explicit Opened(const std::string& text) : bytes(text) {
            const ReadOptions options{.name = "table.csv"};
            InputReport report;
            Faults faults(options, report);
            rows.emplace(window, csv_start(window, faults, report).value());
        }
        bool next(TableRow& row) override { return rows->next(row); }
        void expect(std::size_t columns) override { rows->expect(columns); }
        void tell_of_all(Faults&, InputReport&, std::uint64_t) override {}
    };
    std::optional<TableRow::Fault> fault;
    auto made = profile_of([&csv] { return std::make_unique<Opened>(csv); }, known, fault);
    REQUIRE(made);
    made->input = "table.csv";
    made->name = "table";
    return *std::move(made);
}

/// A header and a column of one, so many rows each with these values in turn.
inline ColumnProfile column(const std::vector<std::string>& values, int rows = 0) {
    std::string csv = "name,other\n";
    const std::size_t count = rows > 0 ? static_cast<std::size_t>(rows) : values.size();
    for (std::size_t row = 0; row < count; ++row)
        csv += values[row % values.size()] + ",text " + std::string(row % 7 + 1, 'x') + '\n';
    return profile(csv).columns.front();
}

}  // namespace csapath::engine::test
