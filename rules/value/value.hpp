// SPDX-License-Identifier: MIT
/// What a fact holds in one event or case: small, cheap to copy, and owning nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rules/value/date.hpp"

namespace csapath::rules {

/// A set of at most 128 numbered things: the values of a many-of fact, or agencies.
struct Options {
    static constexpr std::size_t most = 128;
    std::uint64_t low = 0, high = 0;

    constexpr void add(std::size_t option) { (option < 64 ? low : high) |= std::uint64_t{1} << (option % 64); }
    constexpr bool has(std::size_t option) const { return ((option < 64 ? low : high) >> (option % 64)) & 1; }
    constexpr bool none() const { return (low | high) == 0; }
    constexpr int count() const { return std::popcount(low) + std::popcount(high); }
    friend constexpr Options operator|(Options a, Options b) { return {a.low | b.low, a.high | b.high}; }
    friend constexpr Options operator&(Options a, Options b) { return {a.low & b.low, a.high & b.high}; }
    friend constexpr Options operator-(Options a, Options b) { return {a.low & ~b.low, a.high & ~b.high}; }
    friend constexpr bool operator==(Options, Options) = default;
};

/// A missing value is `missing`: blank, absent, or not readable. Text points into the timeline it came from.
struct Value {
    enum class Kind : std::uint8_t { missing, text, number, yes_no, moment, option, options };

    Kind kind = Kind::missing;
    /// Of a list: it also named something that the definition does not know, so nobody can say what it lacks.
    bool partial = false;
    /// Of missing: something was written that could not be read, or two sources disagree.
    bool spoiled = false;
    union {
        std::int64_t number = 0;  ///< number
        bool yes;                 ///< yes-no
        Moment moment;            ///< date and instant
        std::uint32_t option;     ///< one-of: index into the type's values; agency and step: its number
        Options options;          ///< many-of and agencies
        std::string_view text;
    };

    Value() {}
    static Value of_number(std::int64_t number) {
        Value v;
        v.kind = Kind::number;
        v.number = number;
        return v;
    }
    static Value of_yes_no(bool yes) {
        Value v;
        v.kind = Kind::yes_no;
        v.yes = yes;
        return v;
    }
    static Value of_moment(Moment moment) {
        Value v;
        v.kind = Kind::moment;
        v.moment = moment;
        return v;
    }
    static Value of_option(std::uint32_t option) {
        Value v;
        v.kind = Kind::option;
        v.option = option;
        return v;
    }
    static Value of_options(Options options) {
        Value v;
        v.kind = Kind::options;
        v.options = options;
        return v;
    }
    static Value of_text(std::string_view text) {
        Value v;
        v.kind = Kind::text;
        v.text = text;
        return v;
    }

    bool known() const { return kind != Kind::missing; }
};

/// The same kind and the same content; of moments the same day, time and pass. Two missing values are not the same, nor
/// is a partial list the same as any: nobody knows.
bool same(const Value& left, const Value& right);

}  // namespace csapath::rules
