// SPDX-License-Identifier: MIT
/// Sentences and conditions with every name looked up and every type checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/language/ast.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/value/period.hpp"

namespace csapath::rules::typed {

/// Where an attribute is read from.
struct Path {
    enum class From : std::uint8_t {
        event,       ///< bare: the activating event, else the most recent one before it in the episode, else the case
        activation,  ///< one event alone, and blank is unknown: the activating event, for an attribute declared for its
                     ///< step; the event asked about, in a `where`; either of the two that must match; the one that
                     ///< should record it
        step,        ///< the latest occurrence of `step` up to the moment of judging
        the_case     ///< a fact of the case, written `case.x` or bare
    };
    From from = From::event;
    StepId step = 0;  ///< of From::step
    FactId fact = 0;
    Span where = {};
    friend bool operator==(const Path& a, const Path& b) {
        return a.from == b.from && a.fact == b.fact && (a.from != From::step || a.step == b.step);
    }
};

// --------------------------------------------------------------------------------------------- conditions

struct Age {
    friend bool operator==(const Age&, const Age&) = default;
};
struct CountOfStep {
    StepId step;
    friend bool operator==(const CountOfStep&, const CountOfStep&) = default;
};
struct CountOfList {
    Path list;
    friend bool operator==(const CountOfList&, const CountOfList&) = default;
};
struct SinceStep {
    StepId step;
    friend bool operator==(const SinceStep&, const SinceStep&) = default;
};
struct SinceDate {
    Path date;
    friend bool operator==(const SinceDate&, const SinceDate&) = default;
};
using Quantity = std::variant<Path, Age, CountOfStep, CountOfList, SinceStep, SinceDate>;

/// What a quantity is compared with: a value of the fact's type, or a length of time (age, time since).
struct Constant {
    enum class Kind : std::uint8_t { number, yes_no, date, option, text, period };
    Kind kind = Kind::number;
    std::int64_t number = 0;  ///< number
    bool yes = false;
    Date date = {};
    std::uint32_t option = 0;  ///< index into the values of the type, or number of the agency or step
    std::string text = {};
    Period period = {};
    friend bool operator==(const Constant&, const Constant&) = default;
};

enum class Relation : std::uint8_t { is, is_not, less, less_or_equal, greater, greater_or_equal };

struct Condition;
struct All {
    std::vector<Condition> parts;
};
struct Any {
    std::vector<Condition> parts;
};
struct Not {
    std::vector<Condition> part;
};
struct Compare {
    Quantity left;
    Relation relation{};
    Constant right;
};
struct Recorded {
    Path path;
};  ///< `missing` and negations become Not
struct In {
    Path path;
    std::vector<Constant> values;
};
/// `any`: the list includes at least one of them; else all of them. Groups of agencies: any member will do.
struct Includes {
    Path path;
    bool any = false;
    std::vector<Constant> values;
    std::optional<Path> other;
};
struct Order {
    Path left;
    bool before = true;
    Path right;
};
struct Happened {
    StepId step{};
    bool ever = false;
    std::optional<Period> within;
};
struct Between {
    StepId from{}, to{};
};

struct Condition {
    std::variant<All, Any, Not, Compare, Recorded, In, Includes, Order, Happened, Between> test;
    Span where = {};
};

// ---------------------------------------------------------------------------------------------- sentences

using Steps = std::vector<StepId>;  ///< any of them; in ascending order, none twice

struct Provisos {
    std::optional<Condition> when, unless;
};
struct Pausing {
    StepId from{}, to{};
};
struct Limit {
    enum class Kind : std::uint8_t { none, within, same_day, by };
    Kind kind = Kind::none;
    Period within = {};
    Path by = {};
    std::optional<Pausing> pausing = {};
};
/// Steps, or a date attribute.
struct Anchor {
    Steps steps;
    std::optional<Path> date;
};
/// How many of which. `all`: every one named (at_least is then their number).
struct Parties {
    bool all = true;
    std::uint32_t at_least = 0;
    std::vector<AgencyId> agencies;  ///< as written, groups allowed; empty: any agencies at all
};

struct Must {
    Limit limit;
    std::optional<Path> matching;
    Provisos provisos;
};
struct May {
    std::optional<Condition> when;
};
struct Otherwise {
    Limit limit;
    std::optional<Condition> unless;
};

struct HappenWithin {
    using Which = ast::HappenWithin::Which;
    Limit limit;  ///< within or same_day, with its pausing
    Which which = Which::each;
    Anchor anchor;
    std::optional<Path> matching;
    Provisos provisos;
};
struct HappenBy {
    Path by;
    Provisos provisos;
};
struct HappenBefore {
    Period at_least;
    Anchor anchor;
    Provisos provisos;
};
struct HappenTimes {
    using How = ast::HappenTimes::How;
    How how = How::exactly;
    std::uint32_t times = 1;
    Provisos provisos;
};
struct Follow {
    Steps steps;
    std::optional<Period> within;
    Provisos provisos;
};
struct Lead {
    Steps steps;
    Limit limit;
    std::optional<Path> matching;
    Provisos provisos;
};
struct Repeat {
    Period every;
    Steps from, until;
    std::optional<Condition> where;
    Provisos provisos;
};
struct Involve {
    using How = ast::Involve::How;
    How how = How::include;
    Parties parties;
    Provisos provisos;
};
struct Share {
    enum class With : std::uint8_t { parties, everyone_invited, everyone_involved, everyone_absent };
    std::optional<std::string> as;
    With with = With::parties;
    Parties parties;
    Limit limit;
    Provisos provisos;
};
struct Record {
    std::vector<Path> attributes;
    Provisos provisos;
};
struct RecordedWithin {
    Limit limit;
    Provisos provisos;
};
struct RecordedIn {
    std::vector<std::string> systems;
    Provisos provisos;
};
struct RecordedEverywhere {
    std::optional<Period> within;
    Provisos provisos;
};
struct Ensure {
    Condition condition;
    Provisos provisos;
};
struct Never {
    using How = ast::Never::How;
    How how = How::ever;
    Steps steps;          ///< before, after
    StepId from{}, to{};  ///< between
    Provisos provisos;
};

using Edge = std::variant<Must, May, Otherwise>;
using Sentence = std::variant<HappenWithin, HappenBy, HappenBefore, HappenTimes, Follow, Lead, Repeat, Involve, Share,
                              Record, RecordedWithin, RecordedIn, RecordedEverywhere, Ensure, Never>;

}  // namespace csapath::rules::typed
