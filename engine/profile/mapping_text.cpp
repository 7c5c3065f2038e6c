// SPDX-License-Identifier: MIT
#include "engine/profile/mapping_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/mappings/plain_words.hpp"
#include "engine/profile/date_keys.hpp"
#include "engine/profile/mapping_lines.hpp"
#include "engine/profile/table_draft.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

class DraftMaking {
public:
    DraftMaking(const Look& look, const KnownNames& known) : look_(look), known_(known), dates_(date_keys(look)) {}

    DraftMapping made(const std::string& name) {
        std::vector<std::string> inputs;
        inputs.reserve(look_.tables.size());
        for (const TableLook& table : look_.tables) inputs.push_back(table.profile.name);
        lines_.explain(
            0,
            "A mapping to finish by hand, as csapath map began it. Answer each QUESTION; a line that is right "
            "counts once its # is taken away. docs/mappings.md tells every key.");
        lines_.add(0, "mapping: " + key_word(name));
        lines_.add(0, "title: " + quoted_scalar(inputs.size() == 1 ? inputs.front() : name));
        write_head();
        lines_.blank();
        lines_.add(0, "tables:");
        std::set<std::string> ids;
        for (const TableLook& table : look_.tables) {
            std::string id = key_word(table.profile.name);
            for (unsigned number = 2; !ids.insert(id).second; ++number)
                id = fmt::format("{}-{}", key_word(table.profile.name), number);
            lines_.add(1, id + ':');
            write_found_by(table);
            draft_table(table, known_, {dates_.by_column, look_.show_values}, lines_);
        }
        const unsigned questions = lines_.questions();
        return {std::move(lines_).take(), questions};
    }

private:
    void write_head() {
        if (!dates_.for_all.empty())
            lines_.add(0, "dates: " + (dates_.for_all.size() == 1 ? quoted_scalar(dates_.for_all.front())
                                                                  : quoted_list(dates_.for_all)));
        if (look_.how.encoding != Encoding::utf_8)
            lines_.add(0, look_.how.encoding == Encoding::utf_16 ? "encoding: utf-16" : "encoding: windows-1252");
        if (look_.how.delimiter)
            lines_.add(0, "delimiter: " + (*look_.how.delimiter == '\t'
                                               ? std::string{"tab"}
                                               : quoted_scalar(std::string_view{&*look_.how.delimiter, 1})));
        ask_missing();
        std::uint64_t spaces = 0, midnights = 0, other_times = 0;
        for (const TableLook& table : look_.tables) {
            for (const ColumnProfile& column : table.profile.columns) {
                spaces += column.outer_spaces.count;
                midnights += column.dates.midnights;
                other_times += column.dates.other_times;
            }
        }
        if (spaces > 0) {
            lines_.ask(0, fmt::format("In {} the value begins or ends with a space. Is that an accident?",
                                      counted(spaces, "cell")));
            lines_.add_proposal(0, "trim: true");
        }
        if (midnights > 0) {
            lines_.ask(
                0, fmt::format("{} of {} at midnight. Does that mean that only the day is known?", midnights,
                               midnights + other_times == 1 ? "1 time is"
                                                            : fmt::format("{} times are", midnights + other_times)));
            lines_.add_proposal(0, "midnight: no-time");
        }
    }

    void ask_missing() {
        std::map<std::string, std::pair<std::string, std::uint64_t>> spellings;  // by plain words
        for (const TableLook& table : look_.tables)
            for (const ColumnProfile& column : table.profile.columns)
                for (const CodedValue& code : column.missing)
                    spellings.try_emplace(plain_words(code.text), code.text, 0).first->second.second += code.seen.count;
        if (spellings.empty()) return;
        std::vector<std::string> texts;
        std::uint64_t cells = 0;
        for (const auto& [plain, spelling] : spellings) {
            texts.push_back(spelling.first);
            cells += spelling.second;
        }
        lines_.ask(
            0,
            fmt::format("In {} stands one of these. Does each of them say that there is no value? Keep those that do.",
                        counted(cells, "cell")));
        lines_.add_proposal(0, "missing: " + quoted_list(texts));
    }

    /// By what the table is told from the others; one alone needs nothing.
    void write_found_by(const TableLook& table) {
        if (look_.tables.size() == 1) return;
        constexpr std::size_t enough = 4;
        std::vector<std::string> own;
        for (const ColumnProfile& column : table.profile.columns) {
            const std::string plain = plain_words(column.name);
            const auto has = [&plain](const ColumnProfile& other) { return plain_words(other.name) == plain; };
            const bool elsewhere = std::ranges::any_of(look_.tables, [&](const TableLook& other) {
                return &other != &table && std::ranges::any_of(other.profile.columns, has);
            });
            if (!plain.empty() && !elsewhere && own.size() < enough) own.push_back(column.name);
        }
        lines_.add(2, own.empty() ? "found-by: {name: " + quoted_list({table.profile.name}) + '}'
                                  : "found-by: {columns: " + quoted_list(own) + '}');
    }

    const Look& look_;
    const KnownNames& known_;
    DateKeys dates_;
    MappingLines lines_;
};

}  // namespace

DraftMapping draft_mapping(const Look& look, const KnownNames& known, const std::string& name) {
    return DraftMaking(look, known).made(name);
}

}  // namespace csapath::engine
