// SPDX-License-Identifier: MIT
/// A sentence cut into words and signs, and how far the grammar could follow it.
///
/// The grammar decides by one token, so the furthest token at which anything was tried is the first that cannot be
/// right, and what was tried there is all that could have stood in its place. That is all a message needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/text/passage.hpp"

namespace csapath::rules {

struct Token {
    enum class Kind : std::uint8_t {
        word,       ///< begins with a letter or a digit: `health-visitor`, `19B`
        number,     ///< digits alone
        date,       ///< dddd-dd-dd; whether there is such a day is not asked yet
        text,       ///< in quotes, which are not part of `text`
        sign,       ///< ( ) , . < <= > >= and those that nothing accepts: = == != <>
        odd,        ///< word characters that begin with - or _
        open_text,  ///< a quote that is never closed; nothing after it is read
        unreadable  ///< a character that no token begins with; likewise
    };

    Kind kind = Kind::word;
    std::string_view text;             ///< into the passage
    std::uint32_t begin = 0, end = 0;  ///< bytes of the passage, quotes included
};

using Tokens = std::vector<Token>;

/// What the grammar asks for at some place.
struct Expected {
    enum class Thing : std::uint8_t {
        keyword,  ///< the word `word`
        sign,     ///< the sign `word`
        edge,
        sentence,
        condition,
        test,  ///< what follows a path in a condition
        value,
        length,  ///< of time
        unit,
        number,
        path,
        attribute,
        step,
        agency,
        parties,
        system,
        item,
        more_agencies,  ///< a comma or `and` in a list of agencies
        the_end
    };

    Thing thing = Thing::keyword;
    std::string_view word = {};
    /// It stands for a part of something that is itself expected here, which says it better.
    bool covered = false;

    friend bool operator==(const Expected&, const Expected&) = default;
};

/// Something that reads well and yet cannot stand.
struct Fault {
    enum class Kind : std::uint8_t { too_deep, zero, too_large };
    Kind kind{};
    std::size_t token = 0;
};

class Reading {
public:
    Reading(const Passage& passage, const Tokens& read) : passage_(&passage), tokens_(&read) {}

    const Passage& passage() const { return *passage_; }
    const Tokens& tokens() const { return *tokens_; }
    std::size_t index(const Token* at) const { return static_cast<std::size_t>(at - tokens_->data()); }
    Span span(const Token* begin, const Token* end) const { return passage_->span(begin->begin, (end - 1)->end); }

    /// The grammar asked for something at a token, and it stood not there.
    void missed(const Token* at, Expected what);
    /// The first fault counts.
    void fault(Fault::Kind kind, const Token* at);

    std::size_t furthest() const { return furthest_; }
    const std::vector<Expected>& expected() const { return expected_; }
    const std::optional<Fault>& fault() const { return fault_; }

    int depth = 0;                         ///< brackets and nots that are open
    std::size_t covered_from = SIZE_MAX;   ///< the token at which something larger is expected
    std::optional<Span> unbracketed = {};  ///< the first `and` beside an `or` without brackets

private:
    const Passage* passage_;
    const Tokens* tokens_;
    std::size_t furthest_ = 0;
    std::vector<Expected> expected_;
    std::optional<Fault> fault_;
};

}  // namespace csapath::rules
