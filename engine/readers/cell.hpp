// SPDX-License-Identifier: MIT
/// A cell becomes a value: text is read as the type that its fact is declared with, strictly, and never guessed at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/schema.hpp"
#include "engine/readers/moment_text.hpp"
#include "engine/readers/name_table.hpp"
#include "engine/readers/plain_moment.hpp"
#include "engine/readers/reader.hpp"
#include "rules/value/value.hpp"

namespace csapath::engine {

class CellReader {
public:
    /// All must outlive this. What is unusual but readable is counted in the report's notes.
    CellReader(const Schema& schema, const ReadOptions& options, InputReport& report);

    /// Why a text could not be read.
    struct Trouble {
        rules::Code code = rules::Code::data_value;
        std::string message, help;
    };

    /// The value of a text that was read for this fact before; nullptr if it has to be read again.
    template <class Text>
    [[gnu::always_inline]] const rules::Value* recall(rules::FactId fact, Text text) {
        const Known* known = known_[fact].find(text);
        if (known == nullptr) return nullptr;
        if (known->noted != nullptr) ++*known->noted;
        return &known->value;
    }
    /// The value of a cell that is not blank. Something unknown in it (an agency, a value of an enumeration) is noted;
    /// what cannot be read at all is spoiled, and `trouble` says why. Texts point into `text`.
    rules::Value read(rules::FactId fact, std::string_view text);
    /// A list whose items are known apart: of a many-of fact, or of agencies. None at all is known to be nobody.
    rules::Value read_list(rules::FactId fact, std::span<const std::string_view> items);
    /// A date or an instant, in the pathway's zone. False if it cannot be read.
    [[gnu::always_inline]] bool read_moment(rules::FactId fact, std::string_view text, rules::Moment& moment) {
        const bool plain = parse_plain_moment(text, moment) &&
                           (text.size() == day_alone || kinds_[fact] == rules::Type::Kind::instant) &&
                           plain_days_[static_cast<std::size_t>(moment.day - rules::first_date)] != 0;
        return plain || read_any_moment(fact, text, moment);
    }

    /// A value that came as such: nothing is wrong with it.
    rules::Value accept(rules::Value value) {
        trouble_.reset();
        return value;
    }

    rules::Type::Kind kind(rules::FactId fact) const { return kinds_[fact]; }
    /// What was wrong with the last cell; empty if nothing was.
    const std::optional<Trouble>& trouble() const { return trouble_; }
    /// Something cannot be read: says so, and hands back the spoiled value. `data` is what was written.
    rules::Value spoil(rules::Code code, std::string_view wanted, std::string_view data, std::string_view help = {});
    rules::Value spoil(Trouble trouble);
    /// The same for a date that cannot be read, with advice.
    rules::Value spoil_moment(rules::FactId fact, std::string_view data);

private:
    struct Known {
        rules::Value value;
        std::uint64_t* noted = nullptr;  ///< the note to count, for what the definition does not know
    };

    static constexpr std::size_t day_alone = 10;  ///< characters

    bool read_any_moment(rules::FactId fact, std::string_view text, rules::Moment& moment);
    rules::Value find_out(rules::FactId fact, std::string_view text);
    rules::Value number(std::string_view text);
    rules::Value yes_no(std::string_view text);
    Known item(rules::FactId fact, std::string_view text);
    bool has_value(rules::FactId fact, std::string_view value) const;
    std::uint64_t* unknown(rules::FactId fact, std::string_view text, rules::Code code,
                           std::span<const std::string> known);
    std::string fact_name(rules::FactId fact) const;
    std::string described(std::string_view data) const;

    const Schema& schema_;
    const rules::Vocabulary& words_;
    const ReadOptions& options_;
    InputReport& report_;
    std::vector<rules::Type::Kind> kinds_;  ///< by fact
    std::vector<NameTable<Known>> known_;   ///< by fact: whole cells
    std::vector<NameTable<Known>> items_;   ///< by fact: items of lists
    std::vector<std::string> agency_names_;
    /// From the first date on: 1 for a day that came up before and on which every time is simply itself.
    std::vector<char> plain_days_;
    std::optional<Trouble> trouble_;
};

/// What a spreadsheet writes where it lost the value: #N/A, #REF!, ####### and their like.
bool spreadsheet_error(std::string_view text);
/// A long number that a spreadsheet has rounded: 1.23457E+11.
bool rounded_number(std::string_view text);
/// Small letters, one space for runs of space, - and _, ends trimmed.
std::string folded(std::string_view text);

}  // namespace csapath::engine
