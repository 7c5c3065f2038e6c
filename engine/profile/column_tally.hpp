// SPDX-License-Identifier: MIT
/// The cells of one column, looked at once each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/profile/date_tally.hpp"
#include "engine/profile/known_names.hpp"
#include "engine/profile/profile.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

class ColumnTally {
public:
    explicit ColumnTally(std::string name) { made_.name = std::move(name); }

    void add(const TableCell& cell, std::uint64_t row);
    ColumnProfile done(const KnownNames& known) &&;

private:
    void count_value(std::string_view text, std::uint64_t row);
    void count_different(std::string_view text);
    void settle_different();
    Holds held() const;

    /// A list of codes holds no more different values than this; what holds more is not listed.
    static constexpr std::size_t most_codes = 100;
    static constexpr std::size_t most_different = 1'000'000;

    ColumnProfile made_;
    DateTally dates_;
    std::map<std::string, Seen, std::less<>> codes_, missing_;
    bool too_many_codes_ = false;
    std::vector<std::uint64_t> hashes_;  ///< of the values; each once up to `settled_`
    std::size_t settled_ = 0;
    std::uint64_t several_words_ = 0, with_figures_ = 0;
};

}  // namespace csapath::engine
