// SPDX-License-Identifier: MIT
/// Sentences, edges and conditions as they were written: names are still names, nothing is looked up.
///
/// Every node has the span of the text it came from. Comparing two trees ignores spans, so that printing and
/// parsing again can be held against the original.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/text/source.hpp"
#include "rules/value/date.hpp"
#include "rules/value/period.hpp"

namespace csapath::rules::ast {

struct Name {
    std::string text;
    Span where;
    friend bool operator==(const Name& a, const Name& b) { return a.text == b.text; }
};

/// attribute · step.attribute · case.attribute
struct Path {
    std::optional<Name> owner;  ///< a step, or the word `case`
    Name attribute;
    Span where;
    friend bool operator==(const Path& a, const Path& b) { return a.owner == b.owner && a.attribute == b.attribute; }
};

/// A value as written. A word may turn out to be a value of an enumeration, an agency, yes or no, or text.
struct Literal {
    struct Word {
        std::string text;
        bool quoted = false;
        friend bool operator==(const Word&, const Word&) = default;
    };
    std::variant<std::int64_t, Period, Date, Word> value;
    Span where;
    friend bool operator==(const Literal& a, const Literal& b) { return a.value == b.value; }
};

// ------------------------------------------------------------------------------------------------ conditions

struct Age {
    friend bool operator==(const Age&, const Age&) = default;
};
/// count of (step | list-attribute): which of the two is known only when names are looked up.
struct CountOf {
    Path of;
    friend bool operator==(const CountOf&, const CountOf&) = default;
};
/// time since (step | date-path)
struct TimeSince {
    Path of;
    friend bool operator==(const TimeSince&, const TimeSince&) = default;
};
struct Quantity {
    std::variant<Path, Age, CountOf, TimeSince> what;
    Span where;
    friend bool operator==(const Quantity& a, const Quantity& b) { return a.what == b.what; }
};

enum class Comparison : std::uint8_t { less, less_or_equal, greater, greater_or_equal };

struct Condition;
using Conditions = std::vector<Condition>;

struct All;  ///< a and b and c
struct Any;  ///< a or b or c
struct Not;
/// quantity is [not] value
struct Is {
    Quantity left;
    bool negated = false;
    Literal right;
    friend bool operator==(const Is&, const Is&) = default;
};
/// path is [not] recorded · path is [not] missing (`missing` is `not recorded`; the tree keeps which was written)
struct Recorded {
    Path path;
    bool negated = false;
    bool says_missing = false;
    friend bool operator==(const Recorded&, const Recorded&) = default;
};
/// path in (a, b)
struct In {
    Path path;
    std::vector<Literal> values;
    friend bool operator==(const In&, const In&) = default;
};
/// quantity < <= > >= value
struct Compare {
    Quantity left;
    Comparison how{};
    Literal right;
    friend bool operator==(const Compare&, const Compare&) = default;
};
/// path includes [any of | all of] ( "(" list ")" | path ). Without either word: all of.
struct Includes {
    enum class How : std::uint8_t { plain, any, all };
    Path path;
    How how = How::plain;
    std::variant<std::vector<Literal>, Path> values;
    friend bool operator==(const Includes&, const Includes&) = default;
};
/// path before path · path after path
struct Order {
    Path left;
    bool before = true;
    Path right;
    friend bool operator==(const Order&, const Order&) = default;
};
/// step ["ever"] happened [within duration]
struct Happened {
    Name step;
    bool ever = false;
    std::optional<Period> within;
    friend bool operator==(const Happened&, const Happened&) = default;
};
/// between step and step
struct Between {
    Name from, to;
    friend bool operator==(const Between&, const Between&) = default;
};

struct All {
    Conditions parts;
    friend bool operator==(const All&, const All&);
};
struct Any {
    Conditions parts;
    friend bool operator==(const Any&, const Any&);
};
struct Not {
    Conditions part;  ///< exactly one (a vector, so that the type may refer to itself)
    friend bool operator==(const Not&, const Not&);
};

struct Condition {
    std::variant<All, Any, Not, Is, Recorded, In, Compare, Includes, Order, Happened, Between> test;
    Span where;
    friend bool operator==(const Condition& a, const Condition& b) { return a.test == b.test; }
};
inline bool operator==(const All& a, const All& b) {
    return a.parts == b.parts;
}
inline bool operator==(const Any& a, const Any& b) {
    return a.parts == b.parts;
}
inline bool operator==(const Not& a, const Not& b) {
    return a.part == b.part;
}

// ------------------------------------------------------------------------------------------------- sentences

using Names = std::vector<Name>;

/// What a sentence ends with: when it applies, unless it is excused.
struct Provisos {
    std::optional<Condition> when, unless;
    friend bool operator==(const Provisos&, const Provisos&) = default;
};

/// pausing from step to step
struct Pausing {
    Name from, to;
    friend bool operator==(const Pausing&, const Pausing&) = default;
};

/// within duration · on the same day · by path
struct Limit {
    std::variant<Period, std::monostate, Path> by;  ///< a period, the same day, or a date attribute
    std::optional<Pausing> pausing;
    Span where;
    friend bool operator==(const Limit& a, const Limit& b) { return a.by == b.by && a.pausing == b.pausing; }
};

/// steps, or a date path: which of the two is known only when names are looked up (a word that is both a step and
/// a fact is the step).
struct Anchor {
    std::vector<Path> alternatives;  ///< one path, or several bare names joined by `or`
    Span where;
    friend bool operator==(const Anchor& a, const Anchor& b) { return a.alternatives == b.alternatives; }
};

/// agency, agency and agency · at least n of (agencies) · at least n agencies
struct Parties {
    std::optional<std::int64_t> at_least;
    Names agencies;  ///< empty only with `at least n agencies`
    Span where;
    friend bool operator==(const Parties& a, const Parties& b) {
        return a.at_least == b.at_least && a.agencies == b.agencies;
    }
};

// edges
struct Must {
    std::optional<Limit> limit;
    std::optional<Name> matching;
    Provisos provisos;
    friend bool operator==(const Must&, const Must&) = default;
};
struct May {
    std::optional<Condition> when;
    friend bool operator==(const May&, const May&) = default;
};
struct Otherwise {
    std::optional<Limit> limit;
    std::optional<Condition> unless;
    friend bool operator==(const Otherwise&, const Otherwise&) = default;
};

// sentences
struct HappenWithin {  ///< happen within D of / on the same day as [each | the first | the latest] anchor …
    enum class Which : std::uint8_t { each, first, latest };
    std::optional<Period> within;  ///< empty: on the same day as
    Which which = Which::each;
    Anchor anchor;
    std::optional<Pausing> pausing;
    std::optional<Name> matching;
    Provisos provisos;
    friend bool operator==(const HappenWithin&, const HappenWithin&) = default;
};
struct HappenBy {
    Path by;
    Provisos provisos;
    friend bool operator==(const HappenBy&, const HappenBy&) = default;
};
struct HappenBefore {  ///< happen at least D before anchor
    Period at_least;
    Anchor anchor;
    Provisos provisos;
    friend bool operator==(const HappenBefore&, const HappenBefore&) = default;
};
struct HappenTimes {  ///< happen once · happen exactly | at least | at most n times
    enum class How : std::uint8_t { exactly, at_least, at_most };
    How how = How::exactly;
    std::int64_t times = 1;
    bool says_once = false;
    Provisos provisos;
    friend bool operator==(const HappenTimes&, const HappenTimes&) = default;
};
struct Follow {
    Names steps;
    std::optional<Period> within;
    Provisos provisos;
    friend bool operator==(const Follow&, const Follow&) = default;
};
struct Lead {
    Names steps;
    std::optional<Limit> limit;
    std::optional<Name> matching;
    Provisos provisos;
    friend bool operator==(const Lead&, const Lead&) = default;
};
struct Repeat {
    Period every;
    Names from, until;
    std::optional<Condition> where;
    Provisos provisos;
    friend bool operator==(const Repeat&, const Repeat&) = default;
};
struct Involve {
    enum class How : std::uint8_t { include, invite, hear_from, inform };
    How how = How::include;
    Parties parties;
    Provisos provisos;
    friend bool operator==(const Involve&, const Involve&) = default;
};
struct Share {
    enum class Everyone : std::uint8_t { invited, involved, absent };
    std::optional<Name> as;  ///< be shared as minutes
    std::variant<Parties, Everyone> with;
    std::optional<Limit> limit;
    Provisos provisos;
    friend bool operator==(const Share&, const Share&) = default;
};
struct Record {
    Names attributes;
    Provisos provisos;
    friend bool operator==(const Record&, const Record&) = default;
};
/// be recorded within D · be recorded in system, system and system · be recorded in every system [within D]
struct BeRecorded {
    struct Everywhere {
        std::optional<Period> within;  ///< how far apart the systems may put it; without it on the same day
        friend bool operator==(const Everywhere&, const Everywhere&) = default;
    };
    std::variant<Limit, Names, Everywhere> how;
    Provisos provisos;
    friend bool operator==(const BeRecorded&, const BeRecorded&) = default;
};
struct Ensure {
    Condition condition;
    Provisos provisos;
    friend bool operator==(const Ensure&, const Ensure&) = default;
};
struct Never {
    enum class How : std::uint8_t { ever, before, after, between };
    How how = How::ever;
    Names steps;  ///< before, after: one or more; between: exactly two
    Provisos provisos;
    friend bool operator==(const Never&, const Never&) = default;
};

using AnyEdge = std::variant<Must, May, Otherwise>;
using AnySentence = std::variant<HappenWithin, HappenBy, HappenBefore, HappenTimes, Follow, Lead, Repeat, Involve,
                                 Share, Record, BeRecorded, Ensure, Never>;

struct Edge {
    AnyEdge form;
    Span where;
    friend bool operator==(const Edge& a, const Edge& b) { return a.form == b.form; }
};
struct Sentence {
    AnySentence form;
    Span where;
    friend bool operator==(const Sentence& a, const Sentence& b) { return a.form == b.form; }
};

}  // namespace csapath::rules::ast
