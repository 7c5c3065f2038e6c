// SPDX-License-Identifier: MIT
#include "engine/profile/in_json.hpp"

#include <array>

#include "engine/reporters/json_writer.hpp"

namespace csapath::engine {

namespace {

constexpr std::array<std::string_view, 7> kinds_held = {"nothing", "dates", "yes-no", "codes",
                                                        "numbers", "ids",   "text"};
constexpr std::array<std::string_view, 4> sorts_of_meaning = {"event", "agency", "value", "yes-no"};

class LookJson {
public:
    LookJson(const Look& look, std::string& to) : look_(look), to_(to), json_(to) {}

    void write() {
        json_.open('{');
        json_.key("format").text("csapath-map/1.0");
        json_.key("pathway").text(look_.pathway);
        json_.key("tables").open('[');
        for (const TableLook& table : look_.tables) write(table);
        json_.close();
        json_.close();
        to_ += '\n';
    }

private:
    void number(std::string_view key, std::uint64_t value) { json_.key(key).number(static_cast<std::int64_t>(value)); }

    void seen(std::string_view key, const Seen& what) {
        json_.key(key).open('{', true);
        number("count", what.count);
        if (what)
            number("first_row", what.first_row);
        else
            json_.key("first_row").null();
        json_.close();
    }

    void doubts(const std::vector<LookDoubt>& all) {
        json_.key("doubts").open('[');
        for (const LookDoubt& doubt : all) {
            json_.open('{', true);
            json_.key("kind").text(doubt.kind);
            json_.key("sentence").text(doubt.sentence);
            json_.close();
        }
        json_.close();
    }

    void write(const TableLook& table) {
        const TableProfile& profile = table.profile;
        json_.open('{');
        json_.key("input").text(profile.input);
        json_.key("name").text(profile.name);
        number("rows", profile.rows);
        if (profile.header_is_row || profile.header_row == 0)
            number("header_row", profile.header_row);
        else
            json_.key("header_row").null();  // the names of the columns stand elsewhere
        json_.key("notes").texts(profile.notes);
        doubts(doubts_of(profile.doubts, profile.header_row, profile.header_is_first));
        json_.key("columns").open('[');
        for (const ColumnProfile& column : profile.columns) write(column);
        json_.close();
        const auto places = [&](std::string_view key, const std::vector<std::size_t>& columns) {
            json_.key(key).open('[', true);
            for (const std::size_t at : columns) json_.number(static_cast<std::int64_t>(at + 1));
            json_.close();
        };
        json_.key("could_be").open('{');
        places("case", table.roles.cases);
        places("event", table.roles.event ? std::vector{*table.roles.event} : std::vector<std::size_t>{});
        places("at", table.roles.dates);
        json_.close();
        json_.key("mappings").open('[');
        for (const MappingFit& fit : table.fits) write(fit);
        json_.close();
        json_.close();
    }

    void write(const ColumnProfile& column) {
        json_.open('{');
        json_.key("name").text(column.name);
        json_.key("holds").text(kinds_held[static_cast<std::size_t>(column.holds)]);
        number("filled", column.filled);
        number("blank", column.blank);
        number("different", column.different);
        json_.key("different_is_exact").yes_no(!column.different_at_least);
        number("whole_numbers", column.whole_numbers);
        number("other_numbers", column.other_numbers);
        if (column.holds == Holds::dates) write(column.dates);
        write_codes(column);
        doubts(doubts_of(column));
        json_.close();
    }

    void write(const DatesOfColumn& dates) {
        json_.key("dates").open('[');
        if (dates.true_dates) {
            json_.open('{');
            json_.key("decided").text("marked as dates");
            seen("seen", dates.true_dates);
            json_.close();
        }
        for (const DateForm& form : dates.forms) {
            const DateReading* const decided = form.decided();
            json_.open('{');
            json_.key("decided").text_or_null(decided == nullptr ? std::string_view{} : decided->pattern);
            seen("seen", form.seen);
            seen("impossible", form.impossible);
            json_.key("readings").open('[');
            for (const DateReading& reading : form.readings) {
                json_.open('{');
                json_.key("pattern").text(reading.pattern);
                number("fits", reading.fits);
                seen("against", reading.against);
                json_.close();
            }
            json_.close();
            json_.close();
        }
        json_.close();
        if (!look_.show_values) return;
        json_.key("earliest").text_or_null(dates.earliest);
        json_.key("latest").text_or_null(dates.latest);
    }

    void write_codes(const ColumnProfile& column) {
        if (column.codes.empty()) return;
        std::uint64_t hidden = 0;
        json_.key("codes").open('[');
        for (const CodedValue& code : column.codes) {
            if (!code.harmless && !look_.show_values) {
                ++hidden;
                continue;
            }
            json_.open('{', true);
            json_.key("text").text(code.text);
            number("rows", code.seen.count);
            if (code.meaning) {
                json_.key("of").text(sorts_of_meaning[static_cast<std::size_t>(code.meaning->of)]);
                if (!code.meaning->fact.empty()) json_.key("fact").text(code.meaning->fact);
                json_.key(code.meaning->exact ? "means" : "nearest").text(code.meaning->name);
            }
            json_.close();
        }
        json_.close();
        number("codes_not_shown", hidden);
    }

    void write(const MappingFit& fit) {
        json_.open('{');
        json_.key("mapping").text(fit.mapping);
        json_.key("table").text(fit.table);
        json_.key("wholly").yes_no(fit.wholly);
        json_.key("by_sight").yes_no(fit.by_sight);
        number("columns_found", fit.found);
        number("columns_read", fit.read);
        json_.key("missing").open('[');
        for (const MappingFit::Missing& missing : fit.missing) {
            json_.open('{', true);
            json_.key("column").text(missing.column);
            json_.key("nearest").text_or_null(missing.nearest);
            json_.key("needed").yes_no(missing.needed);
            json_.close();
        }
        json_.close();
        json_.close();
    }

    const Look& look_;
    std::string& to_;
    JsonWriter json_;
};

}  // namespace

std::string look_in_json(const Look& look) {
    std::string text;
    LookJson(look, text).write();
    return text;
}

}  // namespace csapath::engine
