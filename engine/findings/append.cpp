// SPDX-License-Identifier: MIT
#include "engine/findings/append.hpp"

#include <charconv>
#include <limits>

namespace csapath::engine {

namespace {
template <class Number>
void append_digits(Number number, std::string& to) {
    std::array<char, std::numeric_limits<Number>::digits10 + 2> text;
    to.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
}
}  // namespace

void append_number(std::int64_t number, std::string& to) {
    append_digits(number, to);
}

void append_number(std::uint64_t number, std::string& to) {
    append_digits(number, to);
}

void append_iso(rules::Date day, std::string& to) {
    std::array<char, 10> text;
    to.append(text.data(), rules::write_iso(day, text.data()));
}

void append_iso(const rules::Moment& moment, std::string& to) {
    if (!moment.timed()) return append_iso(moment.day, to);

    constexpr std::int64_t minute = 60 * rules::second;
    if (moment.time % minute != 0) {
        to += rules::iso(moment);
        return;
    }
    const auto minutes = static_cast<unsigned>(moment.time / minute);
    const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
    std::array<char, 16> text;
    char* end = rules::write_iso(moment.day, text.data());
    for (const char next :
         {'T', digit(minutes / 600), digit(minutes / 60), ':', digit(minutes % 60 / 10), digit(minutes % 10)}) {
        *end++ = next;
    }
    to.append(text.data(), end);
}

void IsoDays::append(rules::Date day, std::string& to) {
    Written& written = written_[static_cast<std::uint32_t>(day.days) % written_.size()];
    if (written.day != day || written.text.front() == '\0') {
        written.day = day;
        rules::write_iso(day, written.text.data());
    }
    to.append(written.text.data(), written.text.size());
}

void IsoDays::append(const rules::Moment& moment, std::string& to) {
    if (moment.timed()) {
        append_iso(moment, to);
    } else {
        append(moment.day, to);
    }
}

}  // namespace csapath::engine
