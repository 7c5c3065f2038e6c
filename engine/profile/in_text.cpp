// SPDX-License-Identifier: MIT
#include "engine/profile/in_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/readers/csv_header.hpp"
#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

/// The widest name of a code that others are lined up with.
constexpr std::size_t widest_code = 40;
constexpr std::size_t most_codes_told = 30;
constexpr std::string_view indent = "     ";

std::string pluralised(std::uint64_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string repeats_in_words(const ColumnProfile& column) {
    if (column.different == column.values() && !column.different_at_least) return "each once";
    return fmt::format(
        "each {:.1f} times on average",
        static_cast<double>(column.values()) / static_cast<double>(std::max<std::uint64_t>(column.different, 1)));
}

std::string different_in_words(const ColumnProfile& column) {
    return fmt::format("{}{}", column.different_at_least ? "more than " : "",
                       pluralised(column.different, "different value", "different values"));
}

std::string lengths_in_words(const ColumnProfile& column) {
    return column.least_length == column.greatest_length
               ? pluralised(column.least_length, "character", "characters")
               : fmt::format("{} to {} characters", column.least_length, column.greatest_length);
}

class LookText {
public:
    explicit LookText(const Look& look) : look_(look) {}

    std::string told() {
        for (const TableLook& table : look_.tables) tell(table);
        return std::move(text_);
    }

private:
    void line(std::string_view start, std::string_view sentence) {
        text_ += start;
        append_wrapped(sentence, width(start), width(start), text_);
    }

    void tell(const TableLook& table) {
        const TableProfile& profile = table.profile;
        if (!text_.empty()) text_ += '\n';
        text_ += rules::printable(profile.input) + '\n';
        std::string size = counted(profile.rows, "row") + ", " + counted(profile.columns.size(), "column");
        if (profile.header_is_row) size += fmt::format("; the header stands in row {}", profile.header_row);
        line("  ", size + '.');
        for (const std::string& note : profile.notes) line("  ", note);
        for (const LookDoubt& doubt : doubts_of(profile.doubts, profile.header_row, profile.header_is_first))
            line("  ? ", doubt.sentence);
        for (std::size_t at = 0; at < profile.columns.size(); ++at) tell(table, at);
        text_ += '\n';
        if (profile.header_row == 0) return line("  ", "Without names of columns nothing more can be said.");
        tell_roles(table);
        tell_fits(table);
    }

    void tell(const TableLook& table, std::size_t at) {
        const ColumnProfile& column = table.profile.columns[at];
        const std::string name = column.name.empty() ? "(no name)" : rules::printable(column.name);
        std::string filled = fmt::format("{} filled", column.filled);
        if (column.blank > 0) filled += fmt::format(", {} blank", column.blank);
        text_ += fmt::format("\n{:>3}  {}\n", at + 1, name);
        line(indent, filled + "; " + held_in_words(column));
        if (column.holds == Holds::dates) tell_dates(column);
        tell_codes(column);
        for (const LookDoubt& doubt : doubts_of(column)) line("   ? ", doubt.sentence);
    }

    void tell_dates(const ColumnProfile& column) {
        for (const DateForm& form : column.dates.forms) {
            const DateReading* const decided = form.decided();
            if (decided == nullptr) continue;
            std::string sentence = fmt::format("{}: {}", decided->pattern, counted(decided->fits, "row"));
            for (const DateReading& other : form.readings)
                if (&other != decided)
                    sentence += fmt::format("; {} is ruled out by {}", other.pattern, rows_seen(other.against));
            line("       ", sentence);
        }
        if (look_.show_values && !column.dates.earliest.empty())
            line("       ", fmt::format("from {} to {}", column.dates.earliest, column.dates.latest));
    }

    void tell_codes(const ColumnProfile& column) {
        std::uint64_t hidden = 0, rows_hidden = 0;
        std::size_t told = 0, wide = 0;
        const auto shown = [this](const CodedValue& code) { return code.harmless || look_.show_values; };
        for (const CodedValue& code : column.codes)
            if (shown(code)) wide = std::max(wide, std::min(width(rules::printable(code.text)), widest_code));
        for (const CodedValue& code : column.codes) {
            if (!shown(code) || told == most_codes_told) {
                ++hidden;
                rows_hidden += code.seen.count;
                continue;
            }
            ++told;
            const std::string text = rules::printable(code.text);
            const std::size_t gap = wide > width(text) ? wide - width(text) : 0;
            const std::string meaning = meaning_in_words(code);
            text_ += fmt::format("{:>12}  {}{}\n", code.seen.count, text,
                                 meaning.empty() ? "" : std::string(gap + 3, ' ') + meaning);
        }
        if (hidden > 0)
            line(indent, fmt::format("{} {} shown ({}){}", counted(hidden, told > 0 ? "more value" : "value"),
                                     hidden == 1 ? "is not" : "are not", counted(rows_hidden, "row"),
                                     look_.show_values ? "" : "; --show-values shows them"));
    }

    void tell_roles(const TableLook& table) {
        const auto names = [&table](const std::vector<std::size_t>& places) {
            std::vector<std::string> all;
            all.reserve(places.size());
            for (const std::size_t at : places)
                all.push_back('\'' + rules::printable(table.profile.columns[at].name) + '\'');
            return listed_in_words(all);
        };
        if (is_plain(table.profile)) return line("  ", "This is a plain event file, which needs no mapping.");
        const Roles& roles = table.roles;
        if (roles.cases.empty())
            line("  ? ", "no column looks like the id of a case");
        else if (roles.cases.size() == 1)
            line("  ", "The case is in " + names(roles.cases) + ", by its looks.");
        else
            line("  ? ", "which is the id of the case: " + names(roles.cases));
        if (roles.dates.empty()) line("  ? ", "no column holds dates, so nothing here can be an event");
        if (roles.event)
            line("  ", fmt::format("Each row seems to be an event, whose name is in {}.", names({*roles.event})));
        else if (!roles.dates.empty())
            line("  ", "No column names events: each date of a row could be one.");
    }

    /// As the plain event file is to be: its three columns, and dates that need no mapping.
    static bool is_plain(const TableProfile& profile) {
        std::vector<std::string> names;
        names.reserve(profile.columns.size());
        for (const ColumnProfile& column : profile.columns) names.push_back(column.name);
        const auto at = std::ranges::find(profile.columns, "at", &ColumnProfile::name);
        return has_required_columns(names) && at->holds == Holds::dates &&
               std::ranges::all_of(at->dates.forms,
                                   [](const DateForm& form) { return form.layout.order == DateLayout::Order::iso; });
    }

    void tell_fits(const TableLook& table) {
        if (is_plain(table.profile)) return;
        constexpr std::size_t most_told = 3;
        std::size_t told = 0;
        for (const MappingFit& fit : table.fits) {
            if (told++ == most_told || (!fit.wholly && table.fits.front().wholly)) break;
            std::vector<std::string> missing;
            missing.reserve(fit.missing.size());
            for (const MappingFit::Missing& column : fit.missing)
                missing.push_back(fmt::format(
                    "'{}'{}", rules::printable(column.column),
                    column.nearest.empty() ? "" : fmt::format(" (nearest: '{}')", rules::printable(column.nearest))));
            const std::string_view how = !fit.wholly    ? "It is nearly the table"
                                         : fit.by_sight ? "A run reads this as"
                                                        : "Where --mapping names it, a run reads this as";
            std::string sentence = fmt::format("{} '{}' of the mapping '{}'", how, fit.table, fit.mapping);
            sentence += missing.empty() ? ", which finds all its columns."
                                        : fmt::format(": {} of {} columns are there, missing: {}.", fit.found, fit.read,
                                                      listed_in_words(missing));
            line("  ", sentence);
        }
        if (table.fits.empty()) line("  ", "No mapping that there is describes it, not even nearly.");
    }

    const Look& look_;
    std::string text_;
};

}  // namespace

std::string look_in_text(const Look& look) {
    return LookText(look).told();
}

std::string held_in_words(const ColumnProfile& column) {
    switch (column.holds) {
        case Holds::nothing:
            return column.filled == 0 ? "nothing" : "nothing but words for it";
        case Holds::dates:
            return column.dates.true_dates
                       ? fmt::format("dates, {} of them marked as dates in the file", column.dates.true_dates.count)
                       : "dates";
        case Holds::yes_no:
            return "yes or no";
        case Holds::codes:
            return fmt::format("codes: {}", different_in_words(column));
        case Holds::numbers:
            return fmt::format("{}: {}, {}", column.other_numbers > 0 ? "numbers" : "whole numbers",
                               different_in_words(column), repeats_in_words(column));
        case Holds::ids:
            return fmt::format("ids: {}, {}, {}", different_in_words(column), repeats_in_words(column),
                               lengths_in_words(column));
        case Holds::texts:
            return fmt::format("text: {}, {}", different_in_words(column), lengths_in_words(column));
    }
    return {};
}

std::string meaning_in_words(const CodedValue& code) {
    if (!code.meaning) return {};
    const Meaning& meaning = *code.meaning;
    const std::string_view sort = meaning.of == Meaning::Of::event    ? "event "
                                  : meaning.of == Meaning::Of::agency ? "agency "
                                                                      : "";
    std::string words = fmt::format("{}{}{}", meaning.exact ? "" : "nearest: ", sort, meaning.name);
    if (meaning.of == Meaning::Of::value) words += fmt::format(" of {}", meaning.fact);
    return words;
}

}  // namespace csapath::engine
