// SPDX-License-Identifier: MIT
/// Numbers, days and moments as every format writes them, put at the end of a text without any memory but the text's
/// own. Never by the locale.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "engine/findings/pen.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

void append_number(std::int64_t number, std::string& to);
void append_number(std::uint64_t number, std::string& to);
inline void append_number(std::uint32_t number, std::string& to) {
    append_number(std::uint64_t{number}, to);
}

/// As rules::iso: "2025-05-06", "2025-04-30T15:20".
void append_iso(rules::Date day, std::string& to);
void append_iso(const rules::Moment& moment, std::string& to);

/// The same for many findings: remembers how days were written, since those of one extract lie close together.
class IsoDays {
public:
    void append(rules::Date day, std::string& to) { to.append(written(day).data() + before_day, 10); }
    void append(const rules::Moment& moment, std::string& to);
    void write(const rules::Moment& moment, Pen& pen);
    /// Each in quotes, with commas between them: "2025-05-06", "2025-05-07".
    void write_list(std::span<const rules::Date> days, Pen& pen);

private:
    /// As a later item of a list, so that it is put there in one piece.
    static constexpr std::size_t before_day = 3, behind_day = 1;  ///< , "2025-05-06"
    using Item = std::array<char, before_day + 10 + behind_day>;
    struct Written {
        rules::Date day;
        Item text;
    };
    const Item& written(rules::Date day);

    std::array<Written, 1024> written_ = {};  ///< by the last bits of the day; without text: not yet
};

}  // namespace csapath::engine
