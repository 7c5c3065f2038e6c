// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/reporters/paragraph.hpp"
#include "engine/worklist/writing.hpp"

namespace csapath::engine {

namespace {

constexpr std::int32_t days_of_a_week = 7;
const std::array<std::string, 5> how_soon{"Overdue", "Due today", "Due in the next 7 days", "Due later",
                                          "Without a date: no time limit, or the clock stands still"};

std::size_t soonness(const DueItem& item, rules::Date today) {
    if (item.overdue) return 0;
    if (!item.due) return 4;
    if (item.due->day <= today) return 1;
    return item.due->day - today <= days_of_a_week ? 2 : 3;
}

class WorklistText {
public:
    WorklistText(const WorklistPage& page, WorklistParts parts) : page_(page), parts_(parts) {}

    std::string written() {
        for (const auto& [heading, items] : parted()) {
            text_ += fmt::format("{} ({})\n", for_terminal(heading), items.size());
            for (const DueItem* item : items) append(*item);
            text_ += '\n';
        }
        text_ += summary();
        return std::move(text_);
    }

private:
    using Part = std::pair<std::string, std::vector<const DueItem*>>;

    std::vector<Part> parted() const {
        std::vector<Part> all;
        if (parts_ == WorklistParts::date) {
            for (const std::string& heading : how_soon) all.push_back({heading, {}});
            for (const DueItem& item : page_.items) all[soonness(item, page_.as_of.day)].second.push_back(&item);
            std::erase_if(all, [](const Part& part) { return part.second.empty(); });
            return all;
        }
        std::map<std::string, std::vector<const DueItem*>> named;
        std::vector<const DueItem*> nameless;
        for (const DueItem& item : page_.items) {
            const std::string name = key(item);
            (name.empty() ? nameless : named[name]).push_back(&item);
        }
        for (auto& [name, items] : named) all.emplace_back(name, std::move(items));
        if (!nameless.empty()) all.emplace_back(without(), std::move(nameless));
        return all;
    }

    std::string key(const DueItem& item) const {
        switch (parts_) {
            case WorklistParts::agency:
                return agency(item);
            case WorklistParts::team:
                return item.team;
            case WorklistParts::area:
            case WorklistParts::date:
                break;
        }
        return item.area;
    }
    std::string without() const {
        switch (parts_) {
            case WorklistParts::agency:
                return "No agency is said to be in charge";
            case WorklistParts::team:
                return "Team not recorded";
            case WorklistParts::area:
            case WorklistParts::date:
                break;
        }
        return "Area not recorded";
    }

    std::string agency(const DueItem& item) const {
        return item.agency ? page_.pathway.words.agencies()[*item.agency].title : std::string{};
    }

    void append(const DueItem& item) {
        text_ += "  ";
        append_wrapped(fmt::format("{}: {}", for_terminal(item.case_id), for_terminal(item.message)), 2, 4, text_);
        std::string reference;
        const auto add = [&](const std::string& what) {
            if (what.empty()) return;
            if (!reference.empty()) reference += "; ";
            reference += for_terminal(what);
        };
        add(agency(item));
        if (!item.team.empty()) add("team " + item.team);
        add(item.area);
        add(fmt::format("{} ({})", page_.rules[item.rule].id, name(page_.rules[item.rule].basis)));
        if (item.activated)
            add(fmt::format("{} {}{}", page_.inputs[item.activated->source].rows_are_lines ? "line" : "row",
                            item.activated->row,
                            page_.inputs.size() > 1 ? " of " + page_.inputs[item.activated->source].path : ""));
        if (!item.also.empty()) {
            std::vector<std::string> others;
            for (const std::uint16_t rule : item.also) others.push_back(page_.rules[rule].id);
            add("also " + listed_in_words(others));
        }
        text_ += "    ";
        append_wrapped(reference, 4, 4, text_);
    }

    std::string summary() const {
        std::array<std::size_t, how_soon.size()> counts{};
        for (const DueItem& item : page_.items) ++counts[soonness(item, page_.as_of.day)];
        const auto& pathway = page_.pathway;
        std::string told = fmt::format(
            "{} to do by {} ({} {}) as of {}: {} overdue, {} due today, {} in the next 7 days, {} later, {} without a "
            "date",
            counted(page_.items.size(), "thing"), for_terminal(pathway.title), for_terminal(pathway.id),
            for_terminal(pathway.version), rules::spelled(page_.as_of), counts[0], counts[1], counts[2], counts[3],
            counts[4]);
        std::string wrapped;
        append_wrapped(told, 0, 2, wrapped);
        if (page_.incomplete)
            append_wrapped(
                "INCOMPLETE: some of the input could not be used. There may be more to do, and something listed here "
                "may stand in what was left out.",
                0, 2, wrapped);
        return wrapped;
    }

    const WorklistPage& page_;
    WorklistParts parts_;
    std::string text_;
};

}  // namespace

std::string worklist_in_text(const WorklistPage& page, WorklistParts parts) {
    return WorklistText{page, parts}.written();
}

}  // namespace csapath::engine
