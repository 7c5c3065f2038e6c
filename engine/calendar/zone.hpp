// SPDX-License-Identifier: MIT
/// A time zone: which local day and time an instant is, and the other way round. zone.cpp is the only door to the
/// time-zone package; the rules are those of the system's time-zone database, never of the machine's own zone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/value/date.hpp"

namespace csapath::engine {

class Zone {
public:
    /// Empty for a name the database does not have ("BST", "GMT+1", "Europe/Lodnon", "europe/london"): an unknown name
    /// is an error, never UTC. "localtime" too, which is whatever the machine is set to.
    static std::optional<Zone> named(std::string_view name);
    /// For near names, in byte order. Empty where the machine has no time-zone database at all.
    static std::vector<std::string> names();

    const std::string& name() const;

    /// Nanoseconds since 1970-01-01T00:00Z, for days of 1900-2199. A moment without a time is its local midnight (the
    /// first instant of the day, where midnight is skipped). An ambiguous time is taken for the first pass unless
    /// second_pass is set.
    std::int64_t instant(const rules::Moment& moment) const;
    /// The local moment of an instant; second_pass is set where the local time occurs twice and this is the later.
    rules::Moment local(std::int64_t instant) const;

    /// What a time written without an offset means here.
    enum class Written : std::uint8_t { plain, skipped, twice };
    struct Reading {
        /// A skipped time keeps its date and moves forward by the gap: 01:30 is 02:30. Where that would leave the date
        /// (the gap reaches over midnight) it stays as it was written.
        rules::Moment moment;
        Written written;
    };
    Reading read(rules::Date day, std::int64_t time) const;

    /// False on the few days whose clocks change: on all others a local time is simply itself. Constant time.
    bool clocks_change(rules::Date day) const;

private:
    struct Data;
    std::shared_ptr<const Data> data_;  // shared and never changed, so that zones are cheap to copy
};

}  // namespace csapath::engine
