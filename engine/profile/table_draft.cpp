// SPDX-License-Identifier: MIT
#include "engine/profile/table_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/mappings/plain_words.hpp"
#include "engine/profile/date_keys.hpp"
#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

constexpr std::size_t in_table = 2, in_key = 3, in_values = 4;
/// Stands where a person has to write the name of an event or of a fact.
constexpr std::string_view to_be_named = "EVENT";

/// Spellings of one meaning, as a mapping lists them: those that are the same in plain words stand once.
class Spellings {
public:
    void add(const CodedValue& code) {
        if (seen_.insert(plain_words(code.text)).second) texts_.push_back(code.text);
        rows_ += code.seen.count;
    }
    std::string listed() const { return quoted_list(texts_); }
    std::uint64_t rows() const { return rows_; }

private:
    std::vector<std::string> texts_;
    std::set<std::string> seen_;
    std::uint64_t rows_ = 0;
};

class TableDraft {
public:
    TableDraft(const TableLook& table, const KnownNames& known, DraftManner manner, MappingLines& lines)
        : table_(table), columns_(table.profile.columns), known_(known), manner_(manner), lines_(lines) {
        for (std::size_t at = 0; at < columns_.size(); ++at) readable_.push_back(can_be_read(at));
    }

    void write() {
        if (!table_.profile.header_is_first)
            lines_.add(in_table, fmt::format("header-row: {}", table_.profile.header_row));
        write_case();
        sort_attributes();
        if (table_.roles.event && readable_[*table_.roles.event])
            write_long();
        else
            write_wide();
        write_facts("of-case", of_case_, of_case_nearly_);
        write_facts("facts", of_events_, of_events_nearly_);
        tell_unused();
    }

private:
    struct Filled {
        std::size_t column;
        KnownNames::Attribute attribute;
    };

    bool can_be_read(std::size_t at) const {
        const std::string plain = plain_words(columns_[at].name);
        return !plain.empty() && std::ranges::count_if(columns_, [&plain](const ColumnProfile& column) {
                                     return plain_words(column.name) == plain;
                                 }) == 1;
    }

    std::string name(std::size_t at) const { return quoted_scalar(columns_[at].name); }

    void write_case() {
        std::vector<std::size_t> candidates;
        for (const std::size_t at : table_.roles.cases)
            if (readable_[at]) candidates.push_back(at);
        if (candidates.size() == 1) {
            lines_.add(in_table, "case: " + name(candidates.front()));
            used_.insert(candidates.front());
            return;
        }
        if (candidates.empty()) {
            lines_.ask(in_table, "Which column holds the id of the case? None looks like it.");
            lines_.add_proposal(in_table, "case: COLUMN");
        } else {
            lines_.ask(in_table,
                       "Which column holds the id of the case? Keep one; or join several, as in case: {join: "
                       "[COLUMN, COLUMN]}.");
        }
        for (const std::size_t at : candidates) {
            lines_.add_proposal(in_table, "case: " + name(at));
            used_.insert(at);
        }
    }

    /// Columns that are called after an attribute fill it; of dates only those that are called so to the letter.
    void sort_attributes() {
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            const auto attribute = known_.attribute(columns_[at].name);
            if (!attribute || !readable_[at] || used_.contains(at) || columns_[at].values() == 0) continue;
            const bool date = columns_[at].holds == Holds::dates;
            const bool dated =
                attribute->type.kind == rules::Type::Kind::date || attribute->type.kind == rules::Type::Kind::instant;
            if (date != dated || (date && !attribute->exact) || table_.roles.event == at) continue;
            auto& exact = attribute->of_case ? of_case_ : of_events_;
            auto& nearly = attribute->of_case ? of_case_nearly_ : of_events_nearly_;
            const auto same = [&attribute](const Filled& known) { return known.attribute.name == attribute->name; };
            const bool twice = std::ranges::any_of(exact, same);
            (attribute->exact && !twice ? exact : nearly).push_back({at, *attribute});
            used_.insert(at);
        }
    }

    // --- events

    std::vector<std::size_t> dates_of_events() const {
        std::vector<std::size_t> places;
        for (const std::size_t at : table_.roles.dates)
            if (readable_[at] && !used_.contains(at)) places.push_back(at);
        return places;
    }

    void write_long() {
        const std::size_t event = *table_.roles.event;
        used_.insert(event);
        write_event_names(event);
        const std::vector<std::size_t> dates = dates_of_events();
        used_.insert(dates.begin(), dates.end());
        const auto called_at =
            std::ranges::find_if(dates, [this](std::size_t at) { return plain_words(columns_[at].name) == "at"; });
        if (called_at != dates.end()) return write_value(in_table, "at", *called_at, "");
        if (dates.size() == 1) return write_value(in_table, "at", dates.front(), "");
        lines_.ask(in_table, dates.empty() ? "Which column holds the date of the event? None holds dates."
                                           : "Which column holds the date of the event? Keep one.");
        if (dates.empty()) lines_.add_proposal(in_table, "at: COLUMN");
        for (const std::size_t at : dates) write_value(in_table, "at", at, "# ");
    }

    void write_event_names(std::size_t at) {
        const ColumnProfile& column = columns_[at];
        const auto as_written = [](const CodedValue& code) {
            return code.meaning && code.meaning->exact && code.meaning->name == code.text;
        };
        if (std::ranges::all_of(column.codes, as_written)) return lines_.add(in_table, "event: " + name(at));
        lines_.add(in_table, "event:");
        lines_.add(in_key, "column: " + name(at));
        lines_.add(in_key, "values:");
        std::map<std::string, Spellings> exactly;
        std::vector<const CodedValue*> asked;
        for (const CodedValue& code : column.codes) {
            if (code.meaning && code.meaning->exact)
                exactly[code.meaning->name].add(code);
            else
                asked.push_back(&code);
        }
        for (const auto& [event, spellings] : exactly) lines_.add(in_values, event + ": " + spellings.listed());
        if (asked.empty()) return;
        lines_.ask(in_values,
                   fmt::format("Which event does each of these names tell? The nearest known name stands before "
                               "it, or {}. Names of one event go into one list; what is not wanted goes into "
                               "left-out: [...] beside 'values'.",
                               to_be_named));
        propose_codes(asked, in_values, to_be_named);
    }

    /// One line a code, and one for all that may not be shown.
    void propose_codes(const std::vector<const CodedValue*>& codes, std::size_t depth, std::string_view unnamed) {
        std::size_t hidden = 0;
        for (const CodedValue* code : codes) {
            if (!code->harmless && !manner_.show_values) {
                ++hidden;
                continue;
            }
            lines_.add_proposal(depth, fmt::format("{}: {}  # {}", code->meaning ? code->meaning->name : unnamed,
                                                   quoted_list({code->text}), counted(code->seen.count, "row")));
        }
        if (hidden > 0)
            lines_.explain(depth, fmt::format("{} {} not written here; csapath map --show-values writes {}.",
                                              counted(hidden, "more value"), hidden == 1 ? "is" : "are",
                                              hidden == 1 ? "it" : "them"));
    }

    void write_wide() {
        lines_.add(in_table, "events:");
        std::vector<std::pair<std::size_t, std::string>> asked;
        std::set<std::string> taken;
        for (const std::size_t at : dates_of_events()) {
            used_.insert(at);
            const auto event = known_.event_of_column(columns_[at].name);
            if (event && event->exact && taken.insert(event->name).second)
                write_value(in_key, event->name, at, "");
            else
                asked.emplace_back(at, event ? event->name : std::string{to_be_named});
        }
        if (asked.empty() && taken.empty()) {
            lines_.ask(in_key, "Which event does a row tell, and which column holds its date? None holds dates.");
            lines_.add_proposal(in_key, fmt::format("{}: COLUMN", to_be_named));
        }
        if (asked.empty()) return;
        lines_.ask(in_key,
                   fmt::format("Which event does each of these dates tell? The nearest known name stands before it, "
                               "or {}. Dates of no event are left as they are.",
                               to_be_named));
        for (const auto& [at, event] : asked) write_value(in_key, event, at, "# ");
    }

    // --- values

    /// A key and the column that fills it, with its dates where the mapping has none for all.
    void write_value(std::size_t depth, std::string_view key, std::size_t at, std::string_view proposal) {
        const ColumnProfile& column = columns_[at];
        std::string value = name(at);
        if (manner_.dates_by_column && column.holds == Holds::dates) {
            const DatesDecided decided = dates_decided(column);
            if (decided.open)
                lines_.ask(depth,
                           fmt::format("How are the dates in {} written? {}. Write it as in {}: {{column: {}, dates: "
                                       "dd/mm/yyyy}}.",
                                       name(at), why_open(column), key, name(at)));
            else if (!decided.patterns.empty())
                value = fmt::format("{{column: {}, dates: {}}}", value, quoted_list(decided.patterns));
            // A line without its dates would be read as something; it waits for the answer.
            if (decided.open && proposal.empty()) proposal = "# ";
        }
        lines_.add(depth, fmt::format("{}{}: {}", proposal, key, value));
    }

    static std::string why_open(const ColumnProfile& column) {
        std::string sentence;
        for (const DateForm& form : column.dates.forms) {
            if (form.decided() != nullptr || form.readings.size() < 2) continue;
            const DateReading& day = form.readings[0];
            const DateReading& month = form.readings[1];
            if (!sentence.empty()) sentence += "; ";
            if (!day.against && !month.against)
                sentence += fmt::format("{} could be {} as well as {}", counted(form.seen.count, "row"), day.pattern,
                                        month.pattern);
            else
                sentence += fmt::format("{} cannot be {} (row {}), {} cannot be {} (row {})",
                                        counted(day.against.count, "row"), day.pattern, day.against.first_row,
                                        counted(month.against.count, "row"), month.pattern, month.against.first_row);
        }
        return sentence;
    }

    void write_facts(std::string_view key, const std::vector<Filled>& exact, const std::vector<Filled>& nearly) {
        if (exact.empty() && nearly.empty()) return;
        if (exact.empty())
            lines_.add_proposal(in_table, fmt::format("{}:", key));
        else
            lines_.add(in_table, fmt::format("{}:", key));
        for (const Filled& fact : exact) write_fact(fact);
        if (nearly.empty()) return;
        lines_.ask(in_key, "Are these columns what the names before them mean?");
        for (const Filled& fact : nearly)
            lines_.add_proposal(in_key, fmt::format("{}: {}", fact.attribute.name, name(fact.column)));
    }

    void write_fact(const Filled& fact) {
        const ColumnProfile& column = columns_[fact.column];
        using Kind = rules::Type::Kind;
        const Kind kind = fact.attribute.type.kind;
        const bool of_agencies = kind == Kind::agency || kind == Kind::agencies;
        const bool coded = of_agencies || kind == Kind::one_of || kind == Kind::many_of || kind == Kind::yes_no;
        const auto meant = [&](const CodedValue& code) {
            if (!code.meaning || !code.meaning->exact) return false;
            if (of_agencies) return code.meaning->of == Meaning::Of::agency;
            return kind == Kind::yes_no ? code.meaning->of == Meaning::Of::yes_no
                                        : code.meaning->fact == fact.attribute.name;
        };
        const auto as_it_is = [&](const CodedValue& code) {
            return meant(code) && (of_agencies || code.meaning->name == code.text);
        };
        if (!coded || column.codes.empty() || std::ranges::all_of(column.codes, as_it_is))
            return write_value(in_key, fact.attribute.name, fact.column, "");
        lines_.add(in_key, fact.attribute.name + ':');
        lines_.add(in_values, "column: " + name(fact.column));
        lines_.add(in_values, "values:");
        std::map<std::string, Spellings> exactly;
        std::vector<const CodedValue*> asked;
        for (const CodedValue& code : column.codes) {
            if (meant(code))
                exactly[code.meaning->name].add(code);
            else
                asked.push_back(&code);
        }
        for (const auto& [meaning, spellings] : exactly)
            lines_.add(in_values + 1, quoted_scalar(meaning) + ": " + spellings.listed());
        if (asked.empty()) return;
        lines_.ask(in_values + 1, fmt::format("What does each of these mean? One of: {}.",
                                              kind == Kind::yes_no ? "yes, no"
                                              : of_agencies        ? "the agencies of the pathway"
                                                                   : listed_values(fact.attribute.type)));
        propose_codes(asked, in_values + 1, "VALUE");
    }

    static std::string listed_values(const rules::Type& type) {
        std::string list;
        for (const std::string& value : type.values) list += (list.empty() ? "" : ", ") + value;
        return list;
    }

    void tell_unused() {
        std::vector<std::string> names;
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (readable_[at] && !used_.contains(at)) names.push_back(rules::printable(columns_[at].name));
        if (!names.empty())
            lines_.explain(in_table, "Columns that nothing is read from: " + listed_in_words(names) + '.');
    }

    const TableLook& table_;
    const std::vector<ColumnProfile>& columns_;
    const KnownNames& known_;
    DraftManner manner_;
    MappingLines& lines_;
    std::vector<bool> readable_;
    std::set<std::size_t> used_;
    std::vector<Filled> of_case_, of_case_nearly_, of_events_, of_events_nearly_;
};

}  // namespace

void draft_table(const TableLook& table, const KnownNames& known, DraftManner manner, MappingLines& lines) {
    TableDraft(table, known, manner, lines).write();
}

}  // namespace csapath::engine
