// SPDX-License-Identifier: MIT
#include "engine/trials/events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/document/characters.hpp"
#include "engine/readers/csv.hpp"
#include "engine/reporters/escape.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view case_id = "C";
constexpr std::string_view of_the_case = "case.";

class TextBytes final : public Bytes {
public:
    explicit TextBytes(std::string_view text) : text_(text) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t size = text_.copy(room.data(), room.size(), at_);
        at_ += size;
        return size;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

InputReport read(std::string_view text, const Plan& plan, const std::function<void(const Event&)>& take) {
    TextBytes bytes(text);
    InputReport report;
    report.coverage = Coverage::every_event(plan.schema);
    const auto take_event = [&](std::string_view, const Event& event) {
        take(event);
        return true;
    };
    csv_reader().read(bytes, plan.schema, {.name = "events", .show_values = true}, take_event, report);
    return report;
}

/// What keeps an event file from being a case: what could not be read, and events that nobody knows.
std::vector<rules::Diagnostic> faults(std::string_view text, const Plan& plan) {
    const InputReport report = read(text, plan, [](const Event&) {});
    std::vector<rules::Diagnostic> found = report.faults.found();
    for (const auto& [note, count] : report.notes)
        if (note.first == Code::data_event_unknown)
            found.push_back({.code = Code::trial_event_unknown, .where = {}, .message = note.second});
    for (rules::Diagnostic& fault : found) {
        fault.address.clear();
        // The number of fields would count the column that was put in front.
        if (fault.code == Code::data_row_fields) fault.message = rules::row(fault.code).title;
    }
    return found;
}

/// A row of the block, and where it stands there.
struct Row {
    std::string_view text;
    std::uint32_t begin = 0;
};

/// A row may run over several lines where a quote is open. Lines without anything on them are no rows.
std::vector<Row> rows(std::string_view text) {
    std::vector<Row> found;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] == '"') quoted = !quoted;
        if (at < text.size() && (text[at] != '\n' || quoted)) continue;
        const std::string_view row = text.substr(begin, at - begin);
        if (row.find_first_not_of(' ') != row.npos) found.push_back({row, static_cast<std::uint32_t>(begin)});
        begin = at + 1;
    }
    return found;
}

/// A fact of the case as a cell of the file.
struct FactCell {
    std::string column, value;
    rules::Span where;
};

std::optional<rules::FactId> fact_of_case(std::string_view name, const rules::Vocabulary& words) {
    if (!name.starts_with(of_the_case)) return std::nullopt;
    return words.attribute_of_case(name.substr(of_the_case.size()));
}

class EventsBlock {
public:
    EventsBlock(const Node& events, const Plan& plan, rules::Diagnostics& diagnostics)
        : block_(events.scalar), plan_(plan), diagnostics_(diagnostics), rows_(rows(block_.text)) {}

    std::optional<std::string> with(const std::vector<FactCell>& facts) {
        if (rows_.empty()) {
            add(Code::trial_event_unknown, block_.where, "there are no events here", "begin with the line 'event,at'");
            return std::nullopt;
        }
        if (!header_is_sound()) return std::nullopt;
        std::string whole = "case,";
        for (const FactCell& fact : facts) whole += fact.column + ',';
        whole += std::string(rows_.front().text) + '\n';
        for (std::size_t row = 1; row < rows_.size(); ++row) {
            whole += std::string(case_id) + ',';
            for (const FactCell& fact : facts) whole += (row == 1 ? fact.value : std::string{}) + ',';
            whole += std::string(rows_[row].text) + '\n';
        }
        const auto wrong = faults(whole, plan_);
        if (wrong.empty()) return whole;
        if (!tell_by_row() && !tell_by_fact(facts)) tell(wrong, block_.where);
        return std::nullopt;
    }

private:
    void add(Code code, const rules::Span& where, std::string message, std::string help = {}) {
        diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
    }
    rules::Span span(const Row& row) const {
        return block_.span(row.begin, row.begin + static_cast<std::uint32_t>(row.text.size()));
    }

    bool tell(const std::vector<rules::Diagnostic>& wrong, const rules::Span& where) {
        for (rules::Diagnostic fault : wrong) {
            fault.where = where;
            diagnostics_.add(std::move(fault));
        }
        return !wrong.empty();
    }

    /// Columns that are missing or stand twice are wrong for every row, and told once.
    bool header_is_sound() {
        if (!check_columns()) return false;
        auto wrong = faults(fmt::format("case,{}\n", rows_.front().text), plan_);
        std::erase_if(wrong, [](const rules::Diagnostic& fault) { return fault.code == Code::data_no_rows; });
        return !tell(wrong, span(rows_.front()));
    }

    /// A column that nobody knows would be read past, and with it what the case is about.
    bool check_columns() {
        const Row& header = rows_.front();
        bool all_known = true;
        for (std::size_t begin = 0; begin <= header.text.size();) {
            const std::size_t end = std::min(header.text.find(',', begin), header.text.size());
            const std::string name(header.text.substr(begin, end - begin));
            const auto at = header.begin + static_cast<std::uint32_t>(begin);
            const rules::Span where = block_.span(at, at + static_cast<std::uint32_t>(name.size()));
            if (name == "case") {
                add(Code::trial_event_unknown, where, "a case here is one case; leave the column 'case' out");
                all_known = false;
            } else if (!known(name)) {
                const bool of_case = plan_.schema.words->attribute_of_case(name).has_value();
                add(Code::trial_event_unknown, where,
                    fmt::format("no event of the pathway has an attribute '{}'{}", shown(name),
                                rules::did_you_mean(name, columns())),
                    of_case ? "it is a fact of the case; put it under 'facts'" : "");
                all_known = false;
            }
            begin = end + 1;
        }
        return all_known;
    }
    bool known(const std::string& column) const {
        if (column == "event" || column == "at") return true;
        return fact_of_case(column, *plan_.schema.words) || plan_.schema.attribute_known(column);
    }
    std::vector<std::string> columns() const {
        std::vector<std::string> names{"event", "at"};
        for (const rules::Fact& fact : plan_.schema.words->facts())
            names.push_back(fact.of_case ? std::string(of_the_case) + fact.name : fact.name);
        return names;
    }

    /// The reader knows the row only, so each is held against the header by itself.
    bool tell_by_row() {
        bool told = false;
        for (std::size_t row = 1; row < rows_.size(); ++row) {
            const std::string alone = fmt::format("case,{}\n{},{}\n", rows_.front().text, case_id, rows_[row].text);
            told = tell(faults(alone, plan_), span(rows_[row])) || told;
        }
        return told;
    }
    bool tell_by_fact(const std::vector<FactCell>& facts) {
        bool told = false;
        for (const FactCell& fact : facts) {
            const std::string alone =
                fmt::format("case,event,at,{}\n{},{},2000-01-01,{}\n", fact.column, case_id, used_event(), fact.value);
            told = tell(faults(alone, plan_), fact.where) || told;
        }
        return told;
    }

    /// Facts are read only on rows that this pathway uses; there is one, since every step has an event.
    const std::string& used_event() const {
        const auto used = std::ranges::find(plan_.schema.used, true);
        return plan_.schema.event_types[static_cast<std::size_t>(used - plan_.schema.used.begin())];
    }

    const rules::Passage& block_;
    const Plan& plan_;
    rules::Diagnostics& diagnostics_;
    std::vector<Row> rows_;
};

std::vector<std::string> names_of_case_facts(const rules::Vocabulary& words) {
    std::vector<std::string> names;
    for (const rules::Fact& fact : words.facts())
        if (fact.of_case) names.push_back(fact.name);
    return names;
}

std::optional<std::vector<FactCell>> fact_cells(const Node& facts, const Plan& plan, rules::Diagnostics& diagnostics) {
    const rules::Vocabulary& words = *plan.schema.words;
    std::vector<FactCell> cells;
    bool all_known = true;
    for (const Node::Entry& entry : facts.entries) {
        const std::string& name = entry.key.text;
        std::string value;
        bool plain = entry.value.is_scalar() || entry.value.is_list();
        if (entry.value.is_scalar()) value = entry.value.text();
        for (const Node& item : entry.value.items) {
            plain = plain && item.is_scalar();
            value += (value.empty() ? "" : ";") + item.text();
        }
        if (!words.attribute_of_case(name)) {
            diagnostics.add({.code = Code::trial_fact_unknown,
                             .where = entry.key.where,
                             .message = fmt::format("the pathway knows no fact '{}' of a case{}", shown(name),
                                                    rules::did_you_mean(name, names_of_case_facts(words)))});
            all_known = false;
        } else if (!plain) {
            diagnostics.add({.code = Code::field_type,
                             .where = entry.value.where,
                             .message = fmt::format("the fact '{}' is one value, or a list of values", name)});
            all_known = false;
        }
        FactCell cell{std::string(of_the_case) + name, {}, entry.value.where};
        append_csv(value, Cells::exact, cell.value);
        cells.push_back(std::move(cell));
    }
    return all_known ? std::optional(std::move(cells)) : std::nullopt;
}

}  // namespace

std::optional<std::string> plain_events(const Node& events, const Node* facts, const Plan& plan,
                                        rules::Diagnostics& diagnostics) {
    std::optional<std::vector<FactCell>> cells(std::in_place);
    if (facts) cells = fact_cells(*facts, plan, diagnostics);
    auto whole = EventsBlock(events, plan, diagnostics).with(cells.value_or(std::vector<FactCell>{}));
    return cells ? whole : std::nullopt;
}

void leave_unshown(std::string_view name, const Plan& plan, Coverage& coverage) {
    const rules::Vocabulary& words = *plan.schema.words;
    if (const auto type = plan.schema.event_type(name)) coverage.events[*type] = false;
    if (const auto fact = fact_of_case(name, words)) coverage.case_facts[*fact] = false;
    for (rules::FactId fact = 0; fact < words.facts().size(); ++fact)
        if (!words.facts()[fact].of_case && words.facts()[fact].name == name) coverage.facts[fact] = false;
}

Coverage read_events(const Trial& trial, const Plan& plan, Timeline& into) {
    into.start(case_id);
    Coverage shown = read(trial.events, plan, [&](const Event& event) { into.add(event); }).coverage;
    for (const std::string& name : trial.cannot_show) leave_unshown(name, plan, shown);
    return shown;
}

}  // namespace csapath::engine
