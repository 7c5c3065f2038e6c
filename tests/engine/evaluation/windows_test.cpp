// SPDX-License-Identifier: MIT
#include "engine/evaluation/windows.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

namespace csapath::engine {
namespace {

/// Met by an event of type 0 alone.
class AsksForEventNought final : public Obligation {
public:
    AsksForEventNought() : Obligation(Terms{}) {}
    void examine(const Scene&, Judgements&) const override {}
    void tell(const Scene&, const Judgement&, Finding&) const override {}
    bool can_be_shown(const Coverage& coverage) const override { return coverage.events[0]; }
    Kind kind() const override { return Kind::missed_step; }
};

/// "visits 2025-01-01..2025-03-31": what a source shows (visits are type 0, plans type 1), and of which days.
Coverage source(const std::string& text) {
    Coverage coverage{{text.starts_with("visits"), text.starts_with("plans")}, {}, {}};
    const std::size_t blank = text.find(' '), dots = text.find("..");
    if (blank == std::string::npos) return coverage;
    if (const std::string from = text.substr(blank + 1, dots - blank - 1); !from.empty()) coverage.from = date(from);
    if (const std::string until = text.substr(dots + 2); !until.empty()) coverage.until = date(until);
    return coverage;
}

bool shown(const std::vector<std::string>& texts, std::string_view first, std::string_view last) {
    std::vector<Coverage> coverages;
    std::vector<std::uint16_t> numbers;
    for (const std::string& text : texts) {
        numbers.push_back(static_cast<std::uint16_t>(coverages.size()));
        coverages.push_back(source(text));
    }
    return could_be_shown(AsksForEventNought(), numbers, coverages, {date(first), date(last)});
}

}  // namespace

TEST_CASE("what was not seen was missed only where on each of the days some source could have shown it") {
    // Asked of the days from 10 February to 20 May 2025.
    const auto [sources, whole] = GENERATE(table<std::vector<std::string>, bool>({
        {{"visits"}, true},
        {{"visits 2025-02-10..2025-05-20"}, true},
        {{"visits 2025-02-11.."}, false},
        {{"visits ..2025-05-19"}, false},
        {{"visits ..2025-05-20"}, true},
        // The whole-time source shows plans alone, and says nothing of visits after March.
        {{"visits 2025-01-01..2025-03-31", "plans"}, false},
        {{"visits 2025-01-01..2025-03-31", "visits"}, true},
        // Two windows: one after the other, with a day between them, or with the days between them shown by a third.
        {{"visits 2025-01-01..2025-03-31", "visits 2025-04-01..2025-06-30"}, true},
        {{"visits 2025-01-01..2025-03-30", "visits 2025-04-01..2025-06-30"}, false},
        {{"visits 2025-01-01..2025-03-30", "plans 2025-03-01..2025-04-30", "visits 2025-04-01..2025-06-30"}, false},
        {{"visits 2025-01-01..2025-03-30", "visits 2025-03-31..2025-03-31", "visits 2025-04-01.."}, true},
        {{"plans"}, false},
    }));
    CAPTURE(sources);
    CHECK(shown(sources, "2025-02-10", "2025-05-20") == whole);
    std::vector<std::string> reversed(sources.rbegin(), sources.rend());
    CHECK(shown(reversed, "2025-02-10", "2025-05-20") == whole);
}

TEST_CASE("of no day at all everything was shown") {
    CHECK(shown({"plans"}, "2025-02-10", "2025-02-09"));
}

}  // namespace csapath::engine
