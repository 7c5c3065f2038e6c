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
    std::array<char, 29> text;
    to.append(text.data(), rules::write_iso(moment, text.data()));
}

const IsoDays::Item& IsoDays::written(rules::Date day) {
    Written& written = written_[static_cast<std::uint32_t>(day.days) % written_.size()];
    if (written.day != day || written.text.front() == '\0') {
        written.day = day;
        written.text = {',', ' ', '"'};
        rules::write_iso(day, written.text.data() + before_day);
        written.text.back() = '"';
    }
    return written.text;
}

void IsoDays::append(const rules::Moment& moment, std::string& to) {
    if (moment.timed()) {
        append_iso(moment, to);
    } else {
        append(moment.day, to);
    }
}

void IsoDays::write(const rules::Moment& moment, Pen& pen) {
    if (moment.timed()) {
        pen.put_at_most(29, [&](char* at) { return rules::write_iso(moment, at); });
    } else {
        pen.put({written(moment.day).data() + before_day, 10});
    }
}

void IsoDays::write_list(std::span<const rules::Date> days, Pen& pen) {
    if (days.empty()) return;
    const Item& first = written(days.front());
    pen.put({first.data() + 2, first.size() - 2});
    for (const rules::Date day : days.subspan(1)) {
        const Item& item = written(day);
        pen.put({item.data(), item.size()});
    }
}

}  // namespace csapath::engine
