// SPDX-License-Identifier: MIT
#include "engine/figures/in_csv.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

namespace csapath::engine {

TEST_CASE("a figure in CSV has the names of its columns, plain numbers, and no formula") {
    const FigureTable table{
        .name = "plans",
        .title = "Plans",
        .columns = {{"area", "Area", FigureColumn::Holds::text},
                    {"plans", "Plans", FigureColumn::Holds::count},
                    {"share", "Share", FigureColumn::Holds::share},
                    {"since", "Since", FigureColumn::Holds::date},
                    {"longest", "Longest", FigureColumn::Holds::days}},
        .rows = {{{"=North, or \"so\"", CountOf{1234}, ShareOf{1, 3}, date("2025-03-01"), DaysLong{90}}},
                 {{"West", CountOf{0}, ShareOf{0, 0}, std::monostate{}, std::monostate{}}}}};
    CHECK(figure_in_csv(table) ==
          "\xEF\xBB\xBF"
          "area,plans,share,since,longest\r\n"
          "\"'=North, or \"\"so\"\"\",1234,33.3,2025-03-01,90\r\n"
          "West,0,,,\r\n");
}

TEST_CASE("a percentage has one decimal, and halves are rounded up") {
    const auto [part, whole, text] = GENERATE(table<unsigned, unsigned, std::string>({
        {0, 7, "0.0"},
        {7, 7, "100.0"},
        {2, 3, "66.7"},
        {92, 264, "34.8"},     // 34.848…
        {1, 2000, "0.1"},      // 0.05
        {1, 2001, "0.0"},      // 0.04997…
        {1999, 2000, "100.0"}  // 99.95
    }));
    CAPTURE(part, whole);
    CHECK(percentage({part, whole}) == text);
}

TEST_CASE("the list of figures says of each what it counts, and whether it names cases") {
    const std::vector<FigureTable> tables = {
        {.name = "a-b", .title = "A, B", .columns = {}, .counts = "Things.", .not_placed = 2, .audits = {"R1", "R2"}},
        {.name = "c", .title = "C", .columns = {}, .note = "Mind it.", .names_cases = true}};
    CHECK(list_of_figures_in_csv(tables) ==
          "\xEF\xBB\xBF"
          "file,title,rows,counts,not_placed,note,audits,names_cases\r\n"
          "a-b.csv,\"A, B\",0,Things.,2,,R1;R2,no\r\n"
          "c.csv,C,0,,0,Mind it.,,yes\r\n");
}

}  // namespace csapath::engine
